"""What programs leave in pages that they print as text."""
