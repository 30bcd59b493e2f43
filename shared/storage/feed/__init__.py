"""The feed of changes, who follows it, and the index of text search that is written from it."""
