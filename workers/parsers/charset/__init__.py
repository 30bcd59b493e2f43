"""Bytes to text: what they say of their charset, and what they look like."""
