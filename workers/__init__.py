"""Bytes to outcome: parse, normalise, deduplicate, store."""
