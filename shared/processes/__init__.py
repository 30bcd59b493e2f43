"""Processes: ready, ended politely, and whether others are still there."""
