"""Text that was decoded wrongly once and kept: `GrÃ¼n` back to `Grün`."""

from __future__ import annotations

import re

from ftfy import fix_encoding

MENDED = "text mended: its bytes had been read as another charset"
"""The note for a text in which a wrong decoding had to be undone."""

_MOJIBAKE = re.compile(
    # One pattern without alternatives: twice as fast, and `ftfy` looks again in any case.
    "[\u00c2-\u00f4\u0102\u0103\u0420\u0421]"
    "[\x80-\xbf\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u017d"
    "\u2018-\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u017e\u0178"
    "\u0402-\u040f\u0452-\u045f\u0490\u0491\u2116]"
)
"""A lead byte and a continuation byte of UTF-8 as Latin or Cyrillic charsets show them."""


_C1 = re.compile("[\x80-\x84\x86-\x9f]")
"""Control codes that no text has: the quotes and dashes of windows-1252, read as Latin 1."""
_WINDOWS = {
    code: char for code in range(0x80, 0xA0) if (char := bytes([code]).decode("cp1252", "ignore"))
}


def whole(text: str) -> str:
    """Join surrogates to characters; a lone one, which no UTF-8 can hold, becomes U+FFFD."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


def looks_wrong(text: str) -> bool:
    """Return whether printable text shows the marks of a wrong decoding: else `mend` is idle."""
    return not text.isascii() and _MOJIBAKE.search(text) is not None


def mend(text: str) -> str:
    """Undo a wrong decoding where the text shows the marks of one."""
    if text.isascii():
        return text
    if _MOJIBAKE.search(text) is not None:
        text = fix_encoding(text)
    return text.translate(_WINDOWS) if _C1.search(text) else text


def mend_lines(text: str) -> str:
    """
    Undo wrong decodings line by line: one line that cannot be undone must not keep the others.

    Only a line feed parts lines here: what else would is often a byte of the wrong decoding.
    """
    if text.isascii() or not (_MOJIBAKE.search(text) or _C1.search(text)):
        return text
    return "\n".join(map(mend, text.split("\n")))
