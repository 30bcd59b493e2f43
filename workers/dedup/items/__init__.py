"""Which articles are versions of one item, in which order, and what a notice aims at."""
