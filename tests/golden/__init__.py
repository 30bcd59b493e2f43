"""One folder for each format, one for each case: `input.*` and what must be read out of it."""
