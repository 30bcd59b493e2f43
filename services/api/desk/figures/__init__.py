"""The figures of the desk, kept fresh, drawn, and told to open pages as they move."""
