"""What passages of a text look like, in marks and figures for the learned tables."""
