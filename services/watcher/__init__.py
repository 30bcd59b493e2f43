"""Notices whole files in the inbox, keeps their bytes, writes their rows, sends hints."""
