"""Bytes of a page to blocks: one walk through its tags, and what it leaves for all others."""
