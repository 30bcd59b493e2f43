"""Who wrote it: byline strings to separate persons."""
