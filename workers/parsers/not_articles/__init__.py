"""What is no article: files of kinds that are not read, and what servers show in a page's place."""
