"""The command line in this process, on each database."""
