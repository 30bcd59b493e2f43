"""
AsciiDoc: `= Title`, who and when in the lines below it, `==` for headings.

<https://docs.asciidoctor.org/asciidoc/latest/>; comments, code, pictures and what a program would
fill in are no text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from shared.domain.article import Claim, Field
from workers.parsers.charset.decoding import decode
from workers.parsers.claims.sources import named
from workers.parsers.claims.together import both
from workers.parsers.light_markup.filled_in import FilledIn
from workers.parsers.light_markup.set_lines import Lines, item_of
from workers.parsers.records.keys import claims, spread
from workers.parsers.unpacking.inner import too_large

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workers.parsers.base import ParseContext, Parsed, RawFile

_SUFFIXES = frozenset({".adoc", ".asciidoc", ".asciidoctor"})
_HEADING = re.compile(r"={1,6}\s+(\S.*)")
_ATTRIBUTE = re.compile(r":!?([\w-]+)!?:(?:\s+(.*))?")
_PERSON = re.compile(r"([^\W\d_][^\W\d]*(?: [^\W\d][\w.'-]*){1,3})(?:\s*<[^<>\s]+>)?")
_REVISED = re.compile(r"(?:v[\d.]+\w*,\s*)?(\d{4}-\d\d-\d\d|\d{1,2} [^\W\d]+ \d{4})(?::.*)?")
_FENCE = re.compile(r"-{4,}|\.{4,}|\+{4,}|/{4,}|={4,}|\*{4,}|_{4,}|--|[|,:!]===|`{3}\w*")
_UNREAD = ("-", ".", "+", "/", "`")
"""Of such fences nothing is read: code, literal text, other markup, comments."""
_UNSEEN = re.compile(r"//|'{3,}$|<{3,}$|(?:- ?){3}$|(?:\* ?){3}$|[a-z]+::[^\s\[]*\[.*\]$|\[.*\]$")
"""Comments, rules and page breaks, pictures and parts of other files, the attributes of a block."""
_LIST = re.compile(r"(?:\*{1,5}|\.{1,5}|-|\d{1,3}\.|<\d+>)\s+(?:\[[ xX*]\]\s+)?(?=\S)")
_TERM = re.compile(r"(\S.{0,200}?)(?:::{1,3}|;;)(?:\s+(.*))?")
_NOTED = re.compile(r"(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION):\s+")
_ADDRESSED = re.compile(r"(?:link:|mailto:|https?://)[^\s\[\]<>]{1,1000}\[([^\[\]\n]{1,500})\]")
_CROSSED = re.compile(r"<<[^<>,\n]{1,200}(?:,\s*([^<>\n]{1,300}))?>>")
_INLINE = re.compile(
    r"(?:image|icon|footnote|indexterm|anchor):[^\s\[\]]{0,300}\[[^\[\]\n]{0,500}\]"
    r"|\[\[[^\[\]\n]{1,100}\]\]"
)
_MARK = re.compile(r"(?<![\w*_`#])(\*\*?|__?|``?|##?)(\S|\S[^\n]{0,300}?\S)\1(?![\w*_`#])")
_FILLED = re.compile(r"\{([\w-]{1,60})\}")


class Asciidoc:
    """Reads the one article of a text in AsciiDoc."""

    name = "asciidoc"
    version = 2
    opens = b""
    suffixes = _SUFFIXES

    def score(self, file: RawFile) -> float:
        """Return .8 by the name: its marks are those of too many others."""
        return 0.8 if file.suffix in _SUFFIXES and not file.is_binary else 0.0

    def parse(self, file: RawFile, context: ParseContext) -> Iterator[Parsed]:
        """Yield the article, or raise `Rejected` saying why there is none."""
        if len(file.data) > context.limits.file_bytes:
            raise too_large(context.limits.file_bytes)
        decoded = decode(file.data, context.charset)
        lines = [line.rstrip() for line in decoded.text.expandtabs().splitlines()]
        fields: dict[str, str] = {}
        signed, begin = _signed(lines, fields)
        found = _read(lines, begin, fields)
        told = both(named(claims(spread(fields)), "asciidoc attribute"), signed)
        kept = {name: each for name, each in told.items() if each}
        yield item_of(found, kept, "asciidoc", decoded.notes)


def _signed(
    lines: Sequence[str], fields: dict[str, str]
) -> tuple[dict[Field, tuple[Claim, ...]], int]:
    """Return who and when below the title, and where the text begins: below the header."""
    at = next((at for at, line in enumerate(lines) if line and not line.startswith("//")), 0)
    if at >= len(lines) or not lines[at].startswith("= "):
        return {}, 0
    fields.setdefault("title", lines[at][2:].strip())
    signed: dict[Field, tuple[Claim, ...]] = {}
    at += 1
    while at < len(lines) and lines[at]:
        line = lines[at]
        people = [_PERSON.fullmatch(one.strip()) for one in line.split(";")]
        if attribute := _ATTRIBUTE.fullmatch(line):
            fields.setdefault(attribute[1], attribute[2] or "")
        elif all(people) and Field.AUTHOR not in signed:
            names = (one[1] for one in people if one)
            signed[Field.AUTHOR] = tuple(Claim(name, "asciidoc author line", 0.9) for name in names)
        elif revised := _REVISED.fullmatch(line):
            signed[Field.PUBLISHED] = (Claim(revised[1], "asciidoc revision line", 0.8),)
        elif not line.startswith("//"):
            break
        at += 1
    return signed, at


def _read(lines: Sequence[str], begin: int, fields: dict[str, str]) -> Lines:
    """Return the text; attributes that stand in it are known from there on."""
    filled = FilledIn(fields)
    found = Lines(lambda text: _plain(text, filled), title=fields.get("title", ""))
    fence, last = "", {line: at for at, line in enumerate(lines)}
    for at, line in enumerate(lines[begin:], begin):
        if fence:
            fence = "" if line == fence else fence
        elif found.underlined(line):
            continue
        elif _FENCE.fullmatch(line):
            found.end()
            closing = "```" if line[0] == "`" else line
            unread = line[0] in _UNREAD and line != "--"
            fence = closing if unread and last.get(closing, -1) > at else ""
        elif attribute := _ATTRIBUTE.fullmatch(line):
            fields.setdefault(attribute[1], attribute[2] or "")
        elif not line or line == "+" or _UNSEEN.match(line):
            found.end()
        elif heading := _HEADING.fullmatch(line):
            found.heading(heading[1])
        else:
            _line(line, found)
    return found


def _line(line: str, found: Lines) -> None:
    if line[0] == "|":
        found.alone("  ".join(filter(None, (cell.strip() for cell in line.split("|")))))
        return
    if line[0] == "." and line[1:2] not in {"", " ", "."}:  # the title of a block
        found.alone(line[1:])
        return
    if entry := _LIST.match(line) or _NOTED.match(line):
        found.end()
        line = line[entry.end() :]
    elif (term := _TERM.fullmatch(line)) is not None:
        found.alone(term[1])
        line = term[2] or ""
    found.add(line)


def _plain(text: str, filled: FilledIn) -> str:
    """Return a paragraph without its marks: links by their words, no pictures, no notes."""
    text = _INLINE.sub("", _FILLED.sub(lambda name: filled.of(name[1], name[0]), text))
    text = _CROSSED.sub(lambda link: link[1] or "", _ADDRESSED.sub(r"\1", text))
    return _MARK.sub(r"\2", text).removesuffix(" +")
