"""Feeds, and the exports of blogs that look like feeds."""
