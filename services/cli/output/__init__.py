"""What commands write: lines, pages, failures."""
