"""XML under limits, and the formats of publishing that are written in it."""
