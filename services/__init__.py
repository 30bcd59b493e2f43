"""Processes that face outward: the watcher, the API, the sweeper and the command line."""
