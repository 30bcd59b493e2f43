"""Figures of speed and quality, each beside its floor or its peer in the same run."""
