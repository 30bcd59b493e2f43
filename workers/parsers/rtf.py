"""
RTF, the older exchange format of word processors: desks and press offices still send copy in it.

Control words, groups and text; what stands in groups for fonts, pictures and headers is no text.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from shared.domain.article import Field
from shared.errors import Reason, Rejected
from workers.parsers.charset_labels import of_code_page
from workers.parsers.containers.inner import budget_of, too_large
from workers.parsers.containers.prose import article_of, stated
from workers.parsers.press_database import articles, is_export

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workers.parsers.base import ParseContext, Parsed, RawFile

_TOKEN = re.compile(
    rb"(?P<hex>(?:\\'[0-9a-fA-F]{2})+)|\\(?:(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?"
    rb"|(?P<sign>[^a-zA-Z]))|(?P<group>[{}])|(?P<text>[^\\{}\r\n]+)",
    re.DOTALL,
)
_SKIPPED = frozenset(
    b"fonttbl colortbl stylesheet pict object header headerl headerr headerf footer footerl footerr"
    b" footerf footnote annotation listtable listoverridetable rsidtbl generator themedata"
    b" datastore latentstyles xmlnstbl fldinst bkmkstart bkmkend nonshppict filetbl revtbl".split()
)
"""Groups that hold no running text."""
_PICTURE = re.compile(r"\[image: [^\s\[\]]{1,1000000}+\]")
"""What pandoc writes in the place of a picture that it could not fetch: its address."""
_LINK = b"HYPERLINK "
"""The field of a link."""
_INFO = {b"title": Field.HEADLINE, b"author": Field.AUTHOR, b"keywords": Field.KEYWORD}
_SIGNS = {b"tab": "\t", b"emdash": "—", b"endash": "–", b"lquote": "‘", b"rquote": "’",  # noqa: RUF001
          b"ldblquote": "“", b"rdblquote": "”", b"bullet": "•", b"line": " ", b"cell": " ",
          b"~": "\u00a0", b"_": "-", b"-": "", b"{": "{", b"}": "}", b"\\": "\\"}  # fmt: skip
_BREAKS = frozenset({b"par", b"row", b"page", b"sect", b"\n", b"\r"})
_DEEPEST = 512
_LARGEST = 0x10FFFF


@dataclass(frozen=True, slots=True)
class _State:
    """What holds inside a group: whether it is text, its charset, signs to skip after Unicode."""

    shown: bool = True
    charset: str = "cp1252"
    skip: int = 1
    into: Field | None = None


@dataclass(slots=True)
class _Read:
    """What was read: paragraphs as they grow, and the properties of the document."""

    paragraphs: list[list[str]] = field(default_factory=lambda: [[]])
    told: dict[Field, list[str]] = field(default_factory=dict)

    def add(self, text: str, state: _State) -> None:
        """Add a text to the paragraph, or to the property, that it belongs to."""
        if state.into is not None:
            self.told.setdefault(state.into, []).append(text)
        elif state.shown:
            self.paragraphs[-1].append(text)


class Rtf:
    """Reads the text of an RTF document."""

    name = "rtf"
    version = 3
    opens = b"{"

    def score(self, file: RawFile) -> float:
        """Return .97 for the first group of the format."""
        return 0.97 if file.head.lstrip().startswith(b"{\\rtf") else 0.0

    def parse(self, file: RawFile, context: ParseContext) -> Iterator[Parsed]:
        """Yield the article, or raise `Rejected` saying why there is none."""
        if len(file.data) > context.limits.file_bytes:
            raise too_large(context.limits.file_bytes)
        read = _read(file.data)
        texts = [" ".join(_PICTURE.sub("", _joined(each)).split()) for each in read.paragraphs]
        told = {name: _joined(pieces) for name, pieces in read.told.items()}
        claims = stated(
            (Field.HEADLINE, told.get(Field.HEADLINE), "rtf property title", 0.4),
            (Field.AUTHOR, told.get(Field.AUTHOR), "rtf property author", 0.4),
            (Field.KEYWORD, told.get(Field.KEYWORD), "rtf property keywords", 0.6),
        )
        shown = [text for text in texts if text]
        if is_export(text := "\n\n".join(shown)):
            yield from articles(text)
            return
        budget, links = budget_of(file, context), file.data.count(_LINK)
        yield article_of(shown, claims, "rtf paragraphs", context, budget, links=links)


def _read(data: bytes) -> _Read:
    """Return the text of a document; raise `Rejected` where its groups are nested too deeply."""
    read, state, above, waiting = _Read(), _State(), [], 0
    for token in _TOKEN.finditer(data):
        if token["group"] == b"{":
            above.append(state)
            if len(above) > _DEEPEST:
                detail = f"groups are nested more than {_DEEPEST} deep"
                raise Rejected(Reason.TOO_DEEP, detail)
        elif token["group"]:
            state, waiting = (above.pop() if above else state), 0
        elif token["text"] or token["hex"]:
            raw = token["text"] or bytes.fromhex(token["hex"].decode().replace("\\'", ""))
            # Programs without Unicode read the first signs instead of the one before.
            read.add(raw[waiting:].decode(state.charset, "replace"), state)
            waiting = max(0, waiting - len(raw))
        else:
            state, waiting = _control(token, state, read)
    return read


def _joined(pieces: list[str]) -> str:
    """Return a text whose signs beyond the first plane came as two halves."""
    return "".join(pieces).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _control(token: re.Match[bytes], state: _State, read: _Read) -> tuple[_State, int]:
    """Obey a control word or sign; return what holds from now on, and how many signs to skip."""
    word, number = token["word"] or token["sign"], int(token["number"] or b"0")
    if word == b"u":
        code = number + 0x10000 if number < 0 else number
        read.add(chr(code) if 0 <= code <= _LARGEST else "", state)
        return state, state.skip
    if word in _BREAKS and state.shown and state.into is None:
        read.paragraphs.append([])
    elif word in _SIGNS:
        read.add(_SIGNS[word], state)
    elif word == b"*" or word in _SKIPPED or word == b"info":
        state = replace(state, shown=False)
    elif word in _INFO and not state.shown:
        state = replace(state, into=_INFO[word])
    elif word == b"uc":
        state = replace(state, skip=max(0, min(number, 8)))
    elif word == b"ansicpg":
        state = replace(state, charset=_charset(number))
    return state, 0


def _charset(page: int) -> str:
    """Return the charset of a code page; that of Western Windows for one that nobody knows."""
    name = of_code_page(page)
    try:
        return codecs.lookup(name).name
    except LookupError:
        return "cp1252"
