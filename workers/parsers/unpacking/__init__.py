"""Files out of files, within a budget: what containers, mail and documents are opened with."""
