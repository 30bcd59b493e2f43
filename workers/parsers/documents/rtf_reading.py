"""
The text of RTF: control words, groups and signs; fonts, pictures and headers are no text.

Mail programs keep a page inside RTF, its tags in groups of their own ([MS-OXRTFEX] 2.1): then the
text is that page's source.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field, replace
from typing import Final

from shared.domain.article import Field
from shared.errors import Reason, Rejected
from workers.parsers.charset.labels import of_code_page

_TOKEN = re.compile(
    rb"(?P<hex>(?:\\'[0-9a-fA-F]{2})+)|\\(?:(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?"
    rb"|(?P<sign>[^a-zA-Z]))|(?P<group>[{}])|(?P<text>[^\\{}\r\n]+)",
    re.DOTALL,
)
_SKIPPED = frozenset(
    b"colortbl stylesheet pict object header headerl headerr headerf footer footerl footerr"
    b" footerf footnote annotation listtable listoverridetable rsidtbl generator themedata"
    b" datastore latentstyles xmlnstbl fldinst bkmkstart bkmkend nonshppict filetbl revtbl"
    b" fonttbl info".split()
)
"""Groups that hold no running text."""
_INFO = {b"title": Field.HEADLINE, b"author": Field.AUTHOR, b"keywords": Field.KEYWORD}
_SIGNS = {b"tab": "\t", b"emdash": "—", b"endash": "–", b"lquote": "‘", b"rquote": "’",  # noqa: RUF001
          b"ldblquote": "“", b"rdblquote": "”", b"bullet": "•", b"line": " ", b"cell": " ",
          b"~": "\u00a0", b"_": "-", b"-": "", b"{": "{", b"}": "}", b"\\": "\\"}  # fmt: skip
_BREAKS = frozenset({b"par", b"row", b"page", b"sect", b"\n", b"\r"})
_OF_FONTS: Final = {
    77: 10000, 128: 932, 129: 949, 134: 936, 136: 950, 161: 1253, 162: 1254, 163: 1258, 177: 1255,
    178: 1256, 186: 1257, 204: 1251, 222: 874, 238: 1250,
}  # fmt: skip
"""A font's number of a charset (`\\fcharset`) → the code page of its text."""
_MOST_FONTS: Final = 10_000
_DEEPEST = 512
_LARGEST = 0x10FFFF


@dataclass(frozen=True, slots=True)
class _State:
    """What holds inside a group: whether it is text, its charset, signs to skip after Unicode."""

    shown: bool = True
    muted: bool = False
    """Whether it stands for readers of RTF alone, beside the page that is kept in it."""
    charset: str = "cp1252"
    skip: int = 1
    into: Field | None = None
    font: int | None = None
    """The font that is told of in the list of fonts."""


@dataclass(slots=True)
class Read:
    """What was read: paragraphs as they grow, and the properties of the document."""

    paragraphs: list[list[str]] = field(default_factory=lambda: [[]])
    told: dict[Field, list[str]] = field(default_factory=dict)
    is_page: bool = False
    """Whether the text is the source of a page."""
    fonts: dict[int, str] = field(default_factory=dict)
    """Number of a font → its charset, where that is not the document's."""
    own: str = "cp1252"
    """The document's charset."""
    usual: int = 0
    """The font of a text that names none."""

    def add(self, text: str, state: _State) -> None:
        """Add a text to the paragraph, or to the property, that it belongs to."""
        if state.into is not None:
            self.told.setdefault(state.into, []).append(text)
        elif state.shown and not state.muted:
            self.paragraphs[-1].append(text)


def read_rtf(data: bytes) -> Read:
    """Return the text of a document; raise `Rejected` where its groups are nested too deeply."""
    read, state, above, waiting, begun = Read(), _State(), [], 0, b""
    for token in _TOKEN.finditer(data):
        if token["text"] or token["hex"]:
            raw = token["text"] or bytes.fromhex(token["hex"].decode().replace("\\'", ""))
            # Programs without Unicode read the first signs instead of the one before.
            text, begun = _decoded(begun + raw[waiting:], state.charset)
            read.add(text, state)
            waiting = max(0, waiting - len(raw))
            continue
        begun = b""
        if token["group"] == b"{":
            above.append(state)
            if len(above) > _DEEPEST:
                detail = f"groups are nested more than {_DEEPEST} deep"
                raise Rejected(Reason.TOO_DEEP, detail)
        elif token["group"]:
            state, waiting = (above.pop() if above else state), 0
        else:
            state, waiting = _control(token, state, read)
    return read


def joined(pieces: list[str]) -> str:
    """Return a text whose signs beyond the first plane came as two halves."""
    return "".join(pieces).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def source_of(read: Read) -> str:
    """Return the text in lines: the source of the page that is kept in it."""
    return "\n".join(map(joined, read.paragraphs))


def _decoded(raw: bytes, charset: str) -> tuple[str, bytes]:
    """Return a text, and the first byte of a sign whose second is yet to come."""
    decoder = codecs.getincrementaldecoder(charset)("replace")
    text = decoder.decode(raw)
    return text, decoder.getstate()[0]


def _control(token: re.Match[bytes], state: _State, read: Read) -> tuple[_State, int]:
    """Obey a control word or sign; return what holds from now on, and how many signs to skip."""
    word, number = token["word"] or token["sign"], int(token["number"] or b"0")
    if word == b"u":
        code = number + 0x10000 if number < 0 else number
        read.add(chr(code) if 0 <= code <= _LARGEST else "", state)
        return state, state.skip
    if word in _BREAKS and state.shown and state.into is None:
        if not state.muted:
            read.paragraphs.append([])
    elif word in _SIGNS:
        read.add(_SIGNS[word], state)
    elif word == b"*" or word in _SKIPPED:
        state = replace(state, shown=False, font=0 if word == b"fonttbl" else state.font)
    elif word in _INFO and not state.shown:
        state = replace(state, into=_INFO[word])
    elif word == b"uc":
        state = replace(state, skip=max(0, min(number, 8)))
    elif word == b"ansicpg":
        read.own = _charset(number)
        state = replace(state, charset=read.own)
    else:
        state = _of_page(word, token["number"], state, read) or _of_font(word, number, state, read)
    return state, 0


def _of_page(word: bytes, number: bytes | None, state: _State, read: Read) -> _State | None:
    """Obey what parts a page from the RTF around it; None for any other word."""
    if word == b"fromhtml":
        read.is_page = True
    elif word == b"htmlrtf":
        return replace(state, muted=number != b"0")
    elif word == b"htmltag" and read.is_page:
        return replace(state, shown=True)
    else:
        return None
    return state


def _of_font(word: bytes, number: int, state: _State, read: Read) -> _State:
    """Obey what tells of a font's charset, or changes to a font."""
    if word == b"f" and state.font is not None:
        return replace(state, font=number)
    if word == b"deff":
        read.usual = number
    elif word in {b"f", b"plain"}:
        font = number if word == b"f" else read.usual
        return replace(state, charset=read.fonts.get(font, read.own))
    told = word == b"fcharset" and state.font is not None and number in _OF_FONTS
    if told and len(read.fonts) < _MOST_FONTS:
        assert state.font is not None
        read.fonts[state.font] = _charset(_OF_FONTS[number])
    return state


def _charset(page: int) -> str:
    """Return the charset of a code page; that of Western Windows for one that nobody knows."""
    name = of_code_page(page)
    try:
        return codecs.lookup(name).name
    except LookupError:
        return "cp1252"
