"""`up`: everything on one machine, as child processes that come and go together."""
