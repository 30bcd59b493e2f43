"""Which of a page's lines is the headline, and what in it is not of it."""
