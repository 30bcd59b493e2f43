"""Reading articles out of plain text: lines, what they look like, and which of them are body."""
