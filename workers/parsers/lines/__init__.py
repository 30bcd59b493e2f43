"""What lines of text hold, whatever format they stand in: words, stops, days, datelines."""
