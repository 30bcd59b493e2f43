"""Which passages of a text are the article's."""
