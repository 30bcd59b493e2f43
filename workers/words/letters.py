"""The letters and digits of a text: what is left to compare of it, also without accents."""

from __future__ import annotations

import re
import unicodedata

_NOT_LETTER = re.compile(r"[\W\d_]+")
_OTHERS = bytes(code for code in range(128) if not chr(code).isalnum())
"""The signs of ASCII that are none."""
_NO_LETTERS = bytes(code for code in range(128) if not chr(code).isalpha())
_SMALL = bytes(range(256)).lower()
"""The small letter of each of ASCII's."""


def letters_and_digits(text: str) -> str:
    """Return the letters and digits of a text, in any script."""
    if text.isascii():  # to take signs out of bytes takes a tenth of what a pattern takes
        return text.encode("ascii").translate(None, _OTHERS).decode("ascii")
    return "".join(filter(str.isalnum, text))


def without_accents(text: str) -> str:
    """Return a text without accents, compatibility forms made plain: `Müller` is `Muller`."""
    if text.isascii():
        return text
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def letters(name: str) -> str:
    """Return a name as it is compared: its letters in lower case, without accents."""
    if name.isascii():
        return name.encode("ascii").translate(_SMALL, _NO_LETTERS).decode("ascii") or name
    return _NOT_LETTER.sub("", without_accents(name.casefold())) or name
