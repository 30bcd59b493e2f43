"""
Org, in which people write with Emacs: `#+TITLE:` and other keywords, `*` for headings.

<https://orgmode.org/worg/org-syntax.html>; what an export would not show is left out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workers.parsers.charset.decoding import decode
from workers.parsers.claims.sources import named
from workers.parsers.light_markup.set_lines import Lines, item_of
from workers.parsers.records.keys import claims, spread
from workers.parsers.unpacking.inner import too_large

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workers.parsers.base import ParseContext, Parsed, RawFile

_TITLE = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*(?:#[^\n]*\n)*?#\+title:[ \t]", re.IGNORECASE)
_KEYWORD = re.compile(r"#\+([A-Za-z_]+):[ \t]*(.*)")
_FENCE = re.compile(r"#\+(begin|end)_(\w+)", re.IGNORECASE)
_DRAWER = re.compile(r":[A-Z_-]{2,30}:")
_HEADING = re.compile(r"\*+\s+(?:(?:TODO|DONE)\s+)?(?:\[#[A-Z]\]\s+)?(.*?)(?:(?<!\s)\s+:[\w@:]+:)?")
_ENTRY = re.compile(r"(?:[-+]|\d{1,3}[.)])\s+(?:\[[ X-]\]\s+)?")
_LINK = re.compile(r"\[\[([^\[\]\n]{1,1000})\](?:\[([^\[\]\n]{1,500})\])?\]")
_UNSEEN = re.compile(r"#(?: |$)|-{5,}$|(?:SCHEDULED|DEADLINE|CLOSED|CLOCK):")
"""Comments, rules, plans."""
_DEFINED = re.compile(r"\[fn:[\w-]{1,60}\]\s")
"""What a note says, in a paragraph of its own."""
_BREAK = re.compile(r"\\\\$")
_NOTE = re.compile(r"\[fn:[^\[\]\n]{0,500}\]")
_MARK = re.compile(r"(?<![\w*/_=~+])([*/_=~+])(\S|\S[^\n]{0,300}?\S)\1(?![\w*/_=~+])")
_STAMP = re.compile(r"[<\[](\d{4}-\d\d-\d\d)(?: [^\W\d]+\.?)?(?: (\d\d?:\d\d))?[^\n<>\[\]]*[>\]]")
_UNREAD = frozenset({"comment", "export", "src", "latex", "html", "ascii"})
_DRAWER_END = ":end:"
_FILE = re.compile(r"(?:file|attachment|\.{0,2}/)", re.IGNORECASE)
_TAGS = {"filetags": "keywords"}
_SUFFIXES = frozenset({".org"})


class OrgMode:
    """Reads the one article of a text in Org."""

    name = "org_mode"
    version = 2
    opens = b"#"
    suffixes = _SUFFIXES

    def score(self, file: RawFile) -> float:
        """Return .85 for a title in its manner, .8 by the name."""
        if file.head[:200].lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"#" and _TITLE.match(file.head):
            return 0.85
        return 0.8 if file.suffix in _SUFFIXES and not file.is_binary else 0.0

    def parse(self, file: RawFile, context: ParseContext) -> Iterator[Parsed]:
        """Yield the article, or raise `Rejected` saying why there is none."""
        if len(file.data) > context.limits.file_bytes:
            raise too_large(context.limits.file_bytes)
        decoded = decode(file.data, context.charset)
        fields, lines = _read(decoded.text.expandtabs().splitlines())
        yield item_of(lines, named(claims(spread(fields)), "org keyword"), "org", decoded.notes)


def _read(lines: Sequence[str]) -> tuple[dict[str, str], Lines]:
    """Return the keywords, and the text without what an export would not show."""
    fields: dict[str, str] = {}
    found = Lines(_plain)
    unread, last = "", {line.strip().casefold(): at for at, line in enumerate(lines)}
    for at, raw in enumerate(lines):
        line = raw.strip()
        fence = _FENCE.match(line)
        if unread:
            unread = "" if line.casefold() == unread else unread
        elif fence or _DRAWER.fullmatch(line):
            found.end()
            closing = f"#+end_{fence[2]}".casefold() if fence else _DRAWER_END
            begins = fence is None or fence[0].casefold() == f"#+begin_{fence[2]}".casefold()
            hides = fence is None or fence[2].casefold() in _UNREAD
            unread = closing if begins and hides and last.get(closing, -1) > at else ""
        elif (keyword := _KEYWORD.fullmatch(line)) is not None:
            found.end()
            fields.setdefault(*_field(keyword[1].casefold(), keyword[2]))
            found.title = fields.get("title", "")
        else:
            _line(raw, line, found)
    return fields, found


def _line(raw: str, line: str, found: Lines) -> None:
    if raw[:1] == "*" and (heading := _HEADING.fullmatch(line)):
        found.heading(heading[1])
    elif not line or _UNSEEN.match(line):
        found.end()
    elif line[0] == "|":
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        found.alone("" if line.startswith("|-") else "  ".join(cells))
    else:
        entry = _ENTRY.match(line)
        if entry or _DEFINED.match(line):
            found.end()
        found.add(_BREAK.sub("", line[entry.end() if entry else 0 :]))


def _field(name: str, value: str) -> tuple[str, str]:
    """Return a keyword as a field: tags between colons, times without their brackets."""
    stamp = _STAMP.fullmatch(value.strip())
    if stamp is not None:
        value = " ".join(filter(None, stamp.groups()))
    if name in _TAGS:
        return _TAGS[name], ", ".join(filter(None, value.strip().split(":")))
    return name, _plain(value)


def _plain(text: str) -> str:
    """Return a paragraph without its marks: links by their words, no notes, no pictures."""
    if _DEFINED.match(text):
        return ""
    text = _LINK.sub(lambda link: link[2] or ("" if _FILE.match(link[1]) else link[1]), text)
    return _MARK.sub(r"\2", _NOTE.sub("", text))
