"""Who signed a text that a page was saved as: lines with a word for it, names alone."""
