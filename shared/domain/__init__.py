"""The words of Copydesk as frozen values with their rules: no I/O, no library."""
