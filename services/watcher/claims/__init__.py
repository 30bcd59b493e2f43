"""Taking what is whole out of the inbox, and its bytes into the raw store."""
