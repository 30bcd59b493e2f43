"""Lines whose author took the pictures too: `Text & Fotos: Maren Oakes`."""

from __future__ import annotations

import re

_AND_PICTURES = re.compile(
    r"\b(text\w?|words|story)\s?(?:&|\+|/|and|und|et|y|e|i|og|och|en)\s?"
    r"(?:photo(?:s|graphs)?|fotos?|bild(?:er)?|pictures)(?=\s?:)",
    re.IGNORECASE,
)
"""`Text & Fotos:`"""


def without_pictures(text: str) -> str:
    """Return a line whose author took the pictures too with the label of texts alone."""
    return _AND_PICTURES.sub(r"\1", text) if ":" in text else text
