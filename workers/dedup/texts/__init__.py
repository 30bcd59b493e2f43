"""What is kept of a text to compare it: tokens, hashes, figures, candidate keys."""
