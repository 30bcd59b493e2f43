"""
The shapes in a passage: addresses, clocks, quotes, whose picture it is, notes on people and rights.

Most lines have none of them, and hundreds of lines make a page: before a pattern is tried, a look
for the letters that it needs, at a tenth of its time, says that it cannot be there.
"""

# ruff: noqa: RUF001 - the signs of many scripts are meant

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workers.parsers.lines.lexicon import NOTES
from workers.parsers.lines.stops import is_closed, sentences_within
from workers.words.agencies import AGENCY

if TYPE_CHECKING:
    from collections.abc import Iterable

YEAR = re.compile(r"(?:\b|_)(?:19|20)\d\d(?:\b|_|年)")
QUOTE = re.compile(r"[\"“”„«»「」]")
_SHAPES = (
    (
        "address",
        ("://", "www.", "@", ".com", ".org", ".net", ".info"),
        re.compile(r"https?://|www\.|\S@\w|\w\.(?:com|org|net|info)\b|(?:^|\s)@\w").search,
    ),
    (
        "clock",
        (),
        re.compile(r"\d(?<!\w\d)\d?(?:[:.h]\d{2}\b|\s?[ap]\.?m\b)", re.IGNORECASE).search,
    ),
    ("year", ("19", "20"), YEAR.search),
    # the rarer letter first: by that the pattern is found
    ("glue", (), re.compile(r"[A-ZÀ-Þ](?<=[a-zß-ÿ].)").search),
    ("quote", (), QUOTE.search),
    (
        "ago",
        ("ago", "vor", "il y a", "hace"),
        re.compile(r"\b(?:ago|vor|il y a|hace)\b", re.IGNORECASE).search,
    ),
    ("bar", (), re.compile(r"[|»›]").search),
    ("copyright", ("©",), re.compile("©").search),
    ("comma", (), re.compile("[,，、]").search),
    ("begins lower", (), re.compile(r"[a-zß-ÿа-я]").match),
    ("code", ("{", "};", "__"), re.compile(r"\{|\};|__").search),
)
"""Name, parts of which one stands in small letters in each text of the shape, and the look."""
_DIGIT = re.compile(r"\d")
_NUMBERED = frozenset({"clock", "year"})
"""Shapes that no text without a digit has."""
_CREDIT = re.compile(
    r"(?:\b(?:credits?|photos?|images?|pictures?|fotos?|bild|bilder|crédits?|créditos?|imagem|imagen"
    r"|immagine|zdjęcie|фото|photographs?)\s?(?:[:©/]|by\b|via\b|von\b|par\b|por\b|di\b)"
    r"|\bcourtesy\b|\b(?:getty|shutterstock|alamy|afp|reuters|epa|anadolu|istock|unsplash|dpa|imago)\b"
    r"|\bAP\b|写真[:：]|사진\s?[=/:]|फोटो\s?[:：]|תצלום:|צילום:|تصوير:)[^.!?。]{0,60}$"
    r"|(?:[摄攝]|[摄攝]影|撮影)[)）]?$",
    re.IGNORECASE,
)
"""Whose picture it is, at the end of a caption."""
_CREDIT_WORDS = (
    "credit", "photo", "image", "picture", "foto", "bild", "courtesy", "getty", "shutterstock",
    "alamy", "afp", "reuters", "epa", "anadolu", "istock", "unsplash", "dpa", "imago", "ap",
)  # fmt: skip
_CREDIT_WORDS_BEYOND_ASCII = (
    *_CREDIT_WORDS, "crédit", "imagem", "imagen", "immagine", "zdjęcie", "фото", "写真", "사진",
    "फोटो", "תצלום", "צילום", "تصوير", "摄", "攝", "撮影",
)  # fmt: skip
_NAMED = re.compile(r"\s/\s?(?:[A-ZÀ-Þ][A-ZÀ-Þ.-]+\s?){1,4}(?:\([^()]{2,30}\))?$")
"""`Sentence of a caption. / JO LENS (Agency)`."""
_CREDIT_REACH = 90
_LONGEST_CAPTION = 300
_FILED_BY = re.compile(
    rf"\s?\((?i:{AGENCY})\)$"
    rf"|(?<!(?:撮影|写真|提供)[)）]。)\s?\(c\)(?i:{AGENCY})(?:/[^。.]{{1,60}})?$"
)
"""Who sent a text, behind its last sentence: `The boats waited. (dpa)`, `した。(c)AFP/Ann EK`."""
_CREDIT_SIGNS = (". ", "| ", "/", "(", "（", "©", "。")
"""What parts a credit from the caption, or its names; a heading that names an agency has none."""
_PARTED = re.compile(r"[.。|/(（©:：=摄攝影]")
"""A sign that a credit has before or in it: most lines of a page have none."""
_LABELLED = re.compile(
    r"\b(?i:credits?|photos?|images?|pictures?|fotos?|bild|bilder|crédits?|créditos?|imagem|imagen"
    r"|immagine|zdjęcie|фото|photographs?)\s?[:©]\s?+(?!(?!dpa|getty|imago|epa|via|picture)[a-zß-ÿа-я]{1,20}\s)[^.!?。]{0,60}$"
    r"|(?:写真|사진|फोटो|צילום|תצלום|تصوير)\s?[=/:：]|[摄攝影][)）]?$"
)
"""A credit behind a word for it: `Photo: Bo Lind`; in `Photos: the easy way` are none."""
_JOINING = frozenset(
    "via by for von par por di de of and und et y e courtesy photo foto dpa epa imago".split()  # noqa: SIM905 - read more easily as one text
)
"""Small words among the names of a credit."""
_POST = re.compile(r"pic\.twitter\.com/|https?://t\.co/|^[—–-]\s?.{1,60}\(@\w+\)")
SHORTEST_NOTE, LONGEST_NOTE = 7, 700
"""Characters of a note on an author or on rights."""


def shapes_of(text: str) -> list[str]:
    """Return the names of the shapes that a text has, in a constant order."""
    folded = text.casefold()
    numbered = _DIGIT.search(text) is not None
    return [
        name
        for name, parts, look in _SHAPES
        if (numbered or name not in _NUMBERED)
        and (not parts or _any_in(folded, parts))
        and look(text)
    ]


def note_marks(text: str, length: int) -> list[str]:
    """Return whether a passage ends with a credit, is a post, a note on somebody or on rights."""
    names: list[str] = []
    if is_credited(text):
        names += ["credited", f"credited len {length}"]
    if ("@" in text or "://" in text or "pic." in text) and _POST.search(text):
        names.append("post")
    if SHORTEST_NOTE <= len(text) <= LONGEST_NOTE:
        folded = text.casefold()
        names += [
            f"{name} len {length}" if name == "bio" else name
            for name, phrases in NOTES.items()
            if _any_in(folded, phrases)
        ]
    return names


def is_credited(text: str) -> bool:
    """Return whether the end of a passage says whose picture it is."""
    end = text[-_CREDIT_REACH:]
    words = _CREDIT_WORDS if end.isascii() else _CREDIT_WORDS_BEYOND_ASCII
    if _any_in(end.casefold(), words) and _CREDIT.search(end):
        return True
    return "/" in end and _NAMED.search(end) is not None


def is_caption(text: str) -> bool:
    """Return whether a text is no sentence and ends with whose picture it is, behind a sign."""
    if is_closed(text) or len(text) > _LONGEST_CAPTION:  # as most are
        return False
    end = text[-_CREDIT_REACH:]
    if not _PARTED.search(end) or not is_credited(text) or is_closed(_FILED_BY.sub("", text)):
        return False
    apart = _LABELLED.search(end) or _NAMED.search(end) or _has_names_behind(text)
    return bool(apart) and sentences_within(text) <= 1


def _has_names_behind(text: str) -> bool:
    """Return whether names alone stand behind the last sign of a text: `… (Bo Lind via AP)`."""
    at, sign = max((text.rfind(sign), sign) for sign in _CREDIT_SIGNS)
    if at < 0 or any(
        word[0].islower() and word.strip(",)") not in _JOINING for word in text[at + 1 :].split()
    ):
        return False
    # `Protection Agency (EPA)` is a name with its letters
    return sign not in "(（" or at == 0 or any(word[0].islower() for word in text[:at].split())


def _any_in(text: str, parts: Iterable[str]) -> bool:
    return any(map(text.__contains__, parts))
