"""The read API over real HTTP, on each database."""
