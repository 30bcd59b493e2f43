"""What can be asked, and the store that answers it."""
