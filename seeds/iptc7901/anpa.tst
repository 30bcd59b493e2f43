c2870----- 
r t BC-FERRY--ISLANDS, 1st Ld-Writethru  03-05 0120
^BC-FERRY--ISLANDS, 1st Ld-Writethru,120<
^Ferry to the islands sails again from Monday<
^AP Photo NBY101<
^Eds: ADDS captain's quote.<
^By ANN EKHOLM=
^Coastal Wire Writer=
	   NORTHBY, Northland (CW) _ The ferry to the northern islands will sail again on Monday, the harbour office said. 
	   ``We waited six weeks for the parts,'' the captain said. 
	   ___ 
	   Jonas Vik in Southby added to this report. 

	   CW-NB-03-05-24 1130GMT<
