"""Keeping what there is: backups, restores, and what may be thrown away after its time."""
