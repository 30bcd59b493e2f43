"""`copydesk logs`: the structured log, read and put into words."""
