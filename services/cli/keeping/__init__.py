"""What was received: kept, read again, thrown away."""
