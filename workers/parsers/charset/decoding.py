"""Bytes to text: the byte order mark, what is declared, UTF-8, then detection. It never fails."""

from __future__ import annotations

import codecs
import re
from dataclasses import field
from functools import cache

from shared.domain.values import dataclass
from workers.parsers.charset.guess import FALLBACK, guess, second_look
from workers.parsers.charset.labels import canonical, codec, declared_inside
from workers.parsers.charset.wide import wide

_BOMS = (
    # UTF-32 before UTF-16: the mark of the one begins with the mark of the other.
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32le"),
    (codecs.BOM_UTF32_BE, "utf-32be"),
    (codecs.BOM_UTF16_LE, "utf-16le"),
    (codecs.BOM_UTF16_BE, "utf-16be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_MARKS = tuple(mark for mark, _ in _BOMS)
_DECLARATION_BYTES = 4096
_SAMPLE_BYTES = 32 * 1024
"""What detection looks at, from the first byte that is not ASCII: bounded on any input."""
_HIGH = re.compile(rb"[\x80-\xff]")
_KOREAN = b"\x1b$)C"
"""What ISO 2022 begins Korean with; from then on `SO` and `SI` go to its signs and back."""
_SEVEN_BIT = {"iso-2022-jp": b"\x1b", "iso-2022-kr": _KOREAN, "hz-gb-2312": b"~{"}
"""Charsets that are all ASCII bytes, and the byte that shows that they are at work."""
_FEW = 3
"""As few UTF-8 sequences can be an accident of another charset that was declared."""
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b")) + b"\x7f"
_WIRE_CONTROLS = 24
_MAGIC = (
    b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b", b"BZh",
    b"\xfd7zXZ", b"\x28\xb5\x2f\xfd", b"7z\xbc\xaf", b"Rar!", b"%PDF-", b"\x7fELF", b"MZ\x90",
    b"\xd0\xcf\x11\xe0", b"OggS", b"ID3", b"\x00\x00\x01\x00", b"II*\x00", b"MM\x00*", b"SQLite f",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the charset it was read with (the standard's name) and what was assumed or lost."""

    text: str
    charset: str
    notes: tuple[str, ...]
    utf8: bytes | None = field(default=None, compare=False, repr=False)
    """The bytes as they came, where they are this text: to encode it again costs a page 2 %."""


def decode(data: bytes, declared: str | None = None, *, html: bool = False) -> Decoded:
    """
    Return the text of any bytes.

    `declared` is the charset of an HTTP or MIME header; with `html` (also for XML) a declaration
    in the first 4 KB counts too, after the header. Null characters are dropped, bytes that cannot
    be read become U+FFFD, and the notes say so.
    """
    for mark, name in _BOMS:
        if data.startswith(mark):
            return _read(data[len(mark) :], name)
    said = canonical(declared) if declared else None
    if said is None and html:
        said = declared_inside(data[:_DECLARATION_BYTES])
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _not_utf8(data, said)
    if said not in (None, "utf-8", FALLBACK) and _declaration_holds(data, text, said or ""):
        return _read(data, said or "")
    nulls = b"\0" in data
    hidden = wide(data) if nulls else _seven_bit(data)
    if hidden:
        return _read(data, hidden, _assumed(hidden, said))
    wrong = said not in (None, "utf-8") and not data.isascii()
    notes = _assumed("utf-8", said) if wrong else ()
    return _finish(text, "utf-8", notes) if nulls else Decoded(text, "utf-8", notes, utf8=data)


def looks_binary(head: bytes) -> bool:
    """Return whether the first bytes of a file are no text in any charset: a picture, a zip."""
    if head.startswith(_MARKS):
        return False
    if head.startswith(_MAGIC):
        return True
    if wide(head):
        return False
    head = head[:4096]
    shifts = head.count(b"\x0e") + head.count(b"\x0f") if _KOREAN in head else 0
    controls = len(head) - len(head.translate(None, _CONTROLS)) - shifts
    # Wire copy (IPTC 7901) has a dozen control characters in a message; compressed or random
    # bytes have one in ten.
    return controls > _WIRE_CONTROLS + len(head) // 20


def _seven_bit(data: bytes) -> str | None:
    """Return ISO 2022's name where its escapes show that ASCII bytes are East Asian, else None."""
    # The search for one byte costs a thirtieth of that for two.
    told = b"\x1b" in data and b"\x1b$" in data
    if not told:
        return None
    name = "iso-2022-kr" if _KOREAN in data else "iso-2022-jp"
    return name if _errors(data, name) == 0 else None


def _declaration_holds(data: bytes, text: str, said: str) -> bool:
    """Return whether bytes that are valid UTF-8 are what they are said to be all the same."""
    if said in _SEVEN_BIT:
        return _SEVEN_BIT[said] in data
    if said.startswith(("utf-16", "utf-32")):
        return "\0" in text
    return (
        0 < len(data) - len(text) <= 2 * _FEW
        and sum(c > "\x7f" for c in text) <= _FEW
        and (_errors(data, said) == 0)
    )


def _not_utf8(data: bytes, said: str | None) -> Decoded:
    """Read bytes that are not valid UTF-8 throughout."""
    if hidden := wide(data):
        return _read(data, hidden, _assumed(hidden, said))
    sample, whole = _sample(data)
    name = _choose(sample, said, whole=whole)
    return _read(data, name, () if name == said else _assumed(name, said))


def _choose(sample: bytes, said: str | None, *, whole: bool) -> str:
    """Return the charset for a sample: nearly UTF-8, what was said if that fits, else a guess."""
    text = sample.decode("utf-8", "replace")
    lost = text.count("\ufffd")
    kept = sum(map(len, re.findall(r"[^\x00-\x7f\ufffd]+", text)))
    if kept > (lost if said == "utf-8" else 4 * lost):
        return "utf-8"
    if said is None or said == "utf-8":
        return guess(sample, whole=whole)
    high = len(_HIGH.findall(sample))
    if said == FALLBACK:
        letters = sum(map(str.isalpha, sample.decode("latin-1")))
        # No Latin script has so many letters beyond ASCII: another charset was meant.
        return guess(sample, whole=whole) if high * 3 > letters else second_look(sample, said)
    if _errors(sample, said) * 50 > high:
        return guess(sample, whole=whole)
    return said


def _sample(data: bytes) -> tuple[bytes, bool]:
    """Return the part of the bytes that shows their charset, and whether it reaches the end."""
    first = _HIGH.search(data)
    start = max(first.start() - 64, 0) if first else 0
    return data[start : start + _SAMPLE_BYTES], start + _SAMPLE_BYTES >= len(data)


def _errors(data: bytes, name: str) -> int:
    """Return how many places of the bytes a charset cannot read; a cut-off end is none."""
    try:
        data.decode(codec(name))
    except UnicodeDecodeError as error:
        if error.end >= len(data) - 1:
            return 0
        return data.decode(codec(name), "replace").count("\ufffd")
    return 0


@cache
def _table(name: str) -> str | None:
    """Return what each byte means in a single-byte charset; undefined ones are control codes."""
    chars = bytes(range(256)).decode(codec(name), "replace")
    if len(chars) != 256 or chars.count("\ufffd") > 64:  # noqa: PLR2004 - one for each byte
        return None
    return "".join(chr(i) if c == "\ufffd" else c for i, c in enumerate(chars))


def _read(data: bytes, name: str, notes: tuple[str, ...] = ()) -> Decoded:
    """Decode with a known charset; what it cannot read becomes U+FFFD."""
    table = None if name.startswith("utf-") else _table(name)
    if table is not None:
        return _finish(codecs.charmap_decode(data, "strict", table)[0], name, notes)
    try:
        text = data.decode(codec(name))
    except UnicodeDecodeError:
        text = data.decode(codec(name), "replace")
        notes += (f"unreadable places replaced: {text.count(chr(0xFFFD))}",)
    return _finish(text, name, notes)


def _finish(text: str, name: str, notes: tuple[str, ...]) -> Decoded:
    """Drop null characters (no parser takes them) and a mark that is left at the start."""
    text = text.removeprefix("\ufeff")
    if "\0" in text:
        notes += (f"null characters dropped: {text.count(chr(0))}",)
        text = text.replace("\0", "")
    return Decoded(text, name, notes)


def _assumed(name: str, said: str | None) -> tuple[str, ...]:
    """Return the note for a charset that nobody declared, or that was declared otherwise."""
    if said is None or said == name:
        return (f"charset assumed: {name}",)
    return (f"charset declared: {said}, read as: {name}",)
