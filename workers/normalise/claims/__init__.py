"""Which of a field's claims to believe."""
