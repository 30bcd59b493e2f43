"""Exports of press databases: how each of them sets articles into one text."""
