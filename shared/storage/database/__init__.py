"""How each database is spoken to: connections, statements, many values, many rows."""
