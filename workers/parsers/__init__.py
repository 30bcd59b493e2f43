"""One module per format; each turns bytes into raw items, or raises `Rejected`."""
