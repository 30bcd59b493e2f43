"""A set-up: its settings, its tables, its tokens, and what is wrong with it."""
