"""How a web page is read: one tree, shared by the reading of its body and of its metadata."""
