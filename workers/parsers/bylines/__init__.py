"""Who wrote it, as lines of text tell: in pages and in plain text the same signs are read."""
