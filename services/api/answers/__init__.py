"""In what form things are answered: the wire shape, other formats, problems."""
