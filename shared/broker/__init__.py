"""
The broker: what is sent through it, how it is reached, and who says in it that he lives.

A message only says "look at these rows": the ledger is the truth, and nothing is lost with the
broker.
"""
