"""The text of a written time, made plain: ASCII digits, single spaces, words of one piece."""

# ruff: noqa: RUF001 - the patterns hold the letters and signs of many languages
from __future__ import annotations

import re
import unicodedata

LONGEST = 200
"""Characters of a written time that are looked at."""
_PHRASES = (
    ("كانون الثاني", "كانونالثاني"),
    ("كانون الأول", "كانونالأول"),
    ("كانون الاول", "كانونالاول"),
    ("تشرين الأول", "تشرينالأول"),
    ("تشرين الاول", "تشرينالاول"),
    ("تشرين الثاني", "تشرينالثاني"),
)
_UNIX = re.compile(
    r"([A-Z][a-z]{2} \d{1,2}) (\d\d:\d\d(?::\d\d)?) ([A-Z]{1,5} |[+-]\d{4} )?(\d{4})\b"
)
"""`Wed Nov 18 16:42:00 EST 2020`: the clock stands between day and year."""
_GLUED = re.compile(r"(?<!\d)((?:19|20)\d\d)(?=[0-2]\d:[0-5]\d)")
"""`18 November 202016:42`: two elements of a page side by side."""
_APART = re.compile(r"(?<=\d)\s?[:：]\s(?=[0-5]\d(?!\d))")
"""`১৮: ৩০`: a clock as papers of Bangladesh print it."""

_COUNTED = {
    "một": 1, "giêng": 1, "hai": 2, "ba": 3, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8,
    "chín": 9, "mười": 10, "mười một": 11, "mười hai": 12, "chạp": 12,
}  # fmt: skip
_VIETNAMESE = re.compile(
    rf"tháng ({'|'.join(sorted(_COUNTED, key=len, reverse=True))})(?!\w)", re.IGNORECASE
)
"""`14 Tháng Ba 2024`: months are counted there, in words too."""


def plain(text: str) -> str:
    """Return a text with ASCII digits, single spaces and no marks that nobody sees."""
    text = " ".join(unicodedata.normalize("NFC", text[:LONGEST]).split())
    text = _GLUED.sub(r"\1 ", _UNIX.sub(r"\1 \4 \2 \3", text))
    if text.isascii():
        return text
    text = "".join(
        str(unicodedata.decimal(char))
        if char.isdecimal()
        else ""
        if unicodedata.category(char) == "Cf"
        else char
        for char in text
    )
    text = _APART.sub(":", text)
    text = _VIETNAMESE.sub(lambda found: f"tháng {_COUNTED[found[1].lower()]}", text)
    for phrase, word in _PHRASES:
        text = text.replace(phrase, word)
    return text.replace("\u2212", "-").replace("\u066b", ".").replace("\u05f3", ".")
