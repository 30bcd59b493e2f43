"""Clean text: what was encoded twice is mended, what nobody can see is gone, spaces are spaces."""

from __future__ import annotations

import html
import re
import unicodedata
from typing import TYPE_CHECKING

from workers.words.mending import looks_wrong, mend, whole
from workers.words.printable import is_printable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_ROUNDS = 8
"""One step can make work for an earlier one (`&amp;lt;`); nothing honest needs more rounds."""
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_ESCAPED_AMPERSANDS = re.compile(r"&(?:(?:amp|AMP|#38|#x26);)+")
_SPACES = re.compile(r"[\s\u180e\u2800\u3164\uffa0]+")
_BLANK_LINE = re.compile(r"(?:\r\n|[\r\n\u2029])[^\S\r\n\u2029]*(?:\r\n|[\r\n\u2029])|\u2029|\f")
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5"
    "\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufdd0-\ufdef\ufeff\ufff0-\ufffc\ufffe\uffff"
    "\ue000-\uf8ff\U000f0000-\U0010ffff]"
    # Joiners have a meaning inside Persian, Indic and emoji sequences, and nowhere else.
    "|(?<![^\x00-\xff])[\u200c\u200d]+|[\u200c\u200d]+(?![^\x00-\xff])"
)
"""Control and format characters, unassigned ones that print nothing, and private-use icons."""
_PRINTED_BLANKS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
"""Invisible, though Unicode counts them as printable."""
_LIGATURES = dict(enumerate(("ff", "fi", "fl", "ffi", "ffl", "st", "st"), 0xFB00))
"""Letters that a typesetter joined: nobody who looks for `first` finds them."""
_NOT_KEPT = _PRINTED_BLANKS | frozenset(map(chr, _LIGATURES))
_CJK = r"[\u2e80-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]"
_CJK_BREAK = re.compile(rf"(?<={_CJK})[^\S\r\n]*[\r\n]+[^\S\r\n]*(?={_CJK})")
_HYPHEN_BREAK = re.compile("\u00ad[^\\S\r\n]*\r?\n[^\\S\r\n]*")


def clean(text: str) -> str:
    """
    Return one line of clean text: NFC, no entities, no invisible characters, single spaces.

    Clean text comes back untouched in a microsecond or two; `clean(clean(x)) == clean(x)`.
    """
    for _ in range(_ROUNDS):
        if _is_clean(text):
            break
        before = text
        text = _step(text)
        if text == before:
            break
    return text


def settled(step: Callable[[str], str], text: str) -> str:
    """
    Return a clean text after a step that cuts it, taken until nothing changes any more.

    A wrong decoding is mended by what stands around it: a part of clean text may not be clean.
    """
    for _ in range(_ROUNDS):
        cut = step(text)
        if cut == text:
            break
        text = clean(cut)
    return text


def paragraphs(raw: Iterable[str]) -> tuple[str, ...]:
    """Return clean paragraphs: split at blank lines, without empty ones and repeats in a row."""
    blocks = tuple(raw)
    # Blocks that are clean side by side are clean one by one: a single look for most articles.
    # What looks wrongly decoded is asked one by one: beside other text it can hide.
    joined = " ".join(blocks)
    lines = blocks if _is_plain(joined) and not looks_wrong(joined) else _cleaned(blocks)
    return tuple(
        line for at, line in enumerate(lines) if line and (at == 0 or lines[at - 1] != line)
    )


def _cleaned(blocks: tuple[str, ...]) -> tuple[str, ...]:
    """Return the clean lines of blocks, without empty ones."""
    lines = (
        clean(_unwrap(part))
        for block in blocks
        for part in (_BLANK_LINE.split(block) if not is_printable(block) else (block,))
    )
    return tuple(line for line in lines if line)


def was_mended(raw: Iterable[str]) -> bool:
    """Return whether `clean` undoes a wrong decoding somewhere in these texts."""
    return any(mend(text) != text for text in raw)


def _is_clean(text: str) -> bool:
    """Return whether no step would change the text; cheap checks first."""
    return _is_plain(text) and (text.isascii() or not looks_wrong(text) or mend(text) == text)


def _is_plain(text: str) -> bool:
    """Return whether no step would change the text, but for one that mends it."""
    return (
        is_printable(text)  # no control, format, private-use character and no space but " "
        and "  " not in text
        and text[:1] != " "
        and text[-1:] != " "
        and (";" not in text or _ENTITY.search(text) is None)
        and (
            text.isascii()
            or (
                unicodedata.is_normalized("NFC", text)
                and not any(map(text.__contains__, _NOT_KEPT))
            )
        )
    )


def _step(text: str) -> str:
    """Clean once, in an order in which each step helps the next."""
    if "&" in text:
        text = _ENTITY.sub(_character, _ESCAPED_AMPERSANDS.sub("&", text))
    text = mend(whole(text))
    text = unicodedata.normalize("NFC", text).translate(_LIGATURES)
    return _SPACES.sub(" ", _INVISIBLE.sub("", text)).strip(" ")


def _character(entity: re.Match[str]) -> str:
    """Return what an entity stands for; an unknown name stays as it is."""
    return html.unescape(entity[0])


def _unwrap(part: str) -> str:
    """Join the lines of a paragraph: no space between ideographs or at a soft hyphen."""
    if is_printable(part):
        return part
    return _CJK_BREAK.sub("", _HYPHEN_BREAK.sub("", part))
