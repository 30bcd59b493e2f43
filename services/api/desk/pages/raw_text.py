"""
Raw bytes as a person can look at them beside the article: text, or the first bytes in hex.

What is compressed is unpacked, as far as it is shown.
Where a field's value stands in the raw text it is marked with the field's name, so that one sees
what was read where. A page shows text and marks; nothing of it is ever run or fetched.
"""

from __future__ import annotations

import re
from bisect import bisect, insort
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, BinaryIO, Final

from shared.compression import beginning, method_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from services.telling.evidence import Told

SHOWN: Final = 64 * 1024
"""Bytes of a file that are shown; the rest is a download away."""

MOST_PACKED: Final = 1024 * 1024
"""Bytes of a compressed file that are read for that: a bomb of empty blocks has no end of them."""

HEX_SHOWN: Final = 384
HEX_LINE: Final = 12

LONGEST_MARK: Final = 300
"""Characters of a value that is looked for; a longer one by its beginning."""

SHORTEST_MARK: Final = 3
"""A shorter value stands anywhere by chance."""

CONTROLS: Final = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
MOST_CONTROLS: Final = 0.005
"""Share of control characters above which bytes are no text."""

TIME: Final = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC")

BOMS: Final = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the raw text; with a key where it is a field's value."""

    text: str
    key: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class RawText:
    """What is shown of a file."""

    pieces: tuple[Piece, ...]
    charset: str
    """How the bytes were read; empty for a hex dump."""
    shown: int
    """Bytes, unpacked."""
    method: str
    """How it was compressed and is unpacked here; empty for what came plain."""
    whole: bool
    """Whether this is all of it."""
    marked: frozenset[str]
    """The keys of the fields that were found."""


def read(file: BinaryIO, told: Sequence[Told] = (), paragraphs: Sequence[str] = ()) -> RawText:
    """Return the first bytes of a file as text, with the values of an article marked in it."""
    content, name = _unpacked(file)
    whole, content = len(content) <= SHOWN, content[:SHOWN]
    charset = _charset(content)
    if not charset:
        dump = "\n".join(_hex_lines(content[:HEX_SHOWN]))
        whole = whole and len(content) <= HEX_SHOWN
        shown = min(len(content), HEX_SHOWN)
        return RawText((Piece(dump),), "", shown, name, whole, frozenset())
    text = content.decode(charset, "replace").replace("\r\n", "\n").replace("\r", "\n")
    pieces = tuple(_marked(text, _places(text, told, paragraphs)))
    marked = frozenset(piece.key for piece in pieces if piece.key)
    return RawText(pieces, charset, len(content), name, whole, marked)


def _unpacked(file: BinaryIO) -> tuple[bytes, str]:
    """Return the first bytes, and how they were compressed; as they are where nothing unpacks."""
    content = file.read(SHOWN + 1)
    method = method_of(content)
    if method is None:
        return content, ""
    inner = beginning(method, content, file, most=SHOWN + 1, most_read=MOST_PACKED)
    return (inner, method.name) if inner else (content, "")


def _charset(content: bytes) -> str:
    """Return how to read the bytes as text; empty where they are none."""
    for bom, charset in BOMS:
        if content.startswith(bom):
            return charset
    if len(CONTROLS.findall(content)) > MOST_CONTROLS * len(content):
        return ""
    try:
        # the cut may have gone through a character
        content[: len(content) - 3 if len(content) == SHOWN else None].decode("utf-8")
    except UnicodeDecodeError as error:
        return "utf-8" if error.start > SHOWN - 8 else "windows-1252"
    return "utf-8"


def _hex_lines(content: bytes) -> Iterable[str]:
    for at in range(0, len(content), HEX_LINE):
        line = content[at : at + HEX_LINE]
        text = "".join(chr(byte) if 32 <= byte < 127 else "·" for byte in line)  # noqa: PLR2004 - ASCII that prints
        yield f"{at:06x}  {line.hex(' '):<{HEX_LINE * 3}} {text}"


def _places(
    text: str, told: Sequence[Told], paragraphs: Sequence[str]
) -> list[tuple[int, int, str, str]]:
    """Return where values stand: start, end, key, label; in order, none over another."""
    wanted = [(value, each.key, each.label) for each in told for value in each.values]
    wanted += [(paragraph, "body", "body") for paragraph in _with_room(text, paragraphs)]
    found: list[tuple[int, int, str, str]] = []
    coming: dict[str, Iterator[re.Match[str]]] = {}
    for value, key, label in wanted:
        place = _find(text, value, found, coming)
        if place is not None:
            insort(found, (*place, key, label))
    return found


def _with_room(text: str, paragraphs: Iterable[str]) -> Iterator[str]:
    """Yield paragraphs until they have more characters than the text: the others lie beyond it."""
    room = len(text)
    for paragraph in paragraphs:
        yield paragraph
        room -= len(paragraph)
        if room < 0:
            return


def _find(
    text: str,
    value: str,
    taken: Sequence[tuple[int, int, str, str]],
    coming: dict[str, Iterator[re.Match[str]]],
) -> tuple[int, int] | None:
    """
    Return the first free place of a value, whatever white space or escapes its words have.

    `coming` holds, by what is looked for, the places that were not looked at yet: what is taken
    stays so, and a line that stands there a thousand times is not looked for from the beginning.
    """
    if len(value) < SHORTEST_MARK:
        return None
    for written in dict.fromkeys(_forms(value)):
        pattern = r"\s+".join(map(re.escape, written[:LONGEST_MARK].split()))
        if pattern not in coming:
            coming[pattern] = re.finditer(pattern, text)
        for match in coming[pattern]:
            if _is_free(match, taken):
                return match.span()
    return None


def _is_free(match: re.Match[str], taken: Sequence[tuple[int, int, str, str]]) -> bool:
    """Return whether no value stands there; those that do elsewhere are in order."""
    after = bisect(taken, (match.start(),))
    before_ends = not after or taken[after - 1][1] <= match.start()
    return before_ends and (after == len(taken) or taken[after][0] >= match.end())


def _forms(value: str) -> Iterable[str]:
    """Yield the ways in which a value may be written in a file."""
    yield from (value, escape(value), escape(value, quote=False))
    if TIME.fullmatch(value):
        day, clock, _utc = value.split()
        yield from (f"{day}T{clock}", f"{day} {clock}", f"{day}T{clock[:5]}", f"{day} {clock[:5]}")


def _marked(text: str, places: Sequence[tuple[int, int, str, str]]) -> Iterable[Piece]:
    at = 0
    for start, end, key, label in places:
        if start > at:
            yield Piece(text[at:start])
        yield Piece(text[start:end], key, label)
        at = end
    if at < len(text):
        yield Piece(text[at:])
