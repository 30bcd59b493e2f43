"""Candidate keys: how deduplication finds what could be alike, in tables and in memory."""
