"""How a text is set: in lines how wide, wrapped, hyphenated, spaced."""
