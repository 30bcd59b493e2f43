"""How a web page is read: one tree, shared by the reading of its body and of its metadata."""
# ruff: noqa: A005 - imports are absolute: no module of the standard library is hidden by it
