"""Articles read, looked for, compared, and written out."""
