"""When it was written: any written time to an aware UTC moment."""
