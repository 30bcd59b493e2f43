"""What parsers, normalising and deduplication know alike of words and signs. Pure."""
