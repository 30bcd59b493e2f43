"""
What programs that print web pages as text leave in it: numbers of links, Markdown's signs.

html2text, pandoc and markdownify write Markdown; some leave the scripts in; text browsers have
signs of their own (`browsers.py`). All that is taken off before the page is read as any other.
"""

from __future__ import annotations

import re
from itertools import islice

from shared.domain.values import dataclass
from workers.parsers.text.printers.browsers import FEWEST, without_browsers_signs
from workers.parsers.text.printers.fences import without_fences
from workers.parsers.text.printers.pieces import joined

LONGEST_HEADING = 300
"""Characters of a headline."""
CODE = 150
"""Characters of a line from which it can be a script that a program took for text."""
CODE_SHARE = 0.1
"""Of its characters, so many are signs of a script."""
_DESTINATION = r"\((?>(?:[^()]|\([^()]{0,400}+\)){0,2000})\)"
_IMAGE = re.compile(rf"!\[[^\[\]]{{0,1000}}\](?:{_DESTINATION}|\[[^\[\]]{{0,80}}\])")
_LINK = re.compile(
    rf"\[((?>(?:[^\[\]]|\[[^\[\]]{{0,80}}\]){{0,2000}}))\](?:{_DESTINATION}|\[[^\[\]]{{0,80}}\])"
)
_TARGET = re.compile(r"^ {0,3}\[[^\[\]\n]{1,80}\]:[ \t]+\S+.*$\n?", re.MULTILINE)
_BLOCK = re.compile(r"\s*(?:[*+-]\s|\d{1,3}[.)]\s|#{1,6}\s|>|\||`{3}|~{3}|\[[^\]]{1,80}\]:\s)")
_RULE = re.compile(
    r"^[ \t]*+(?:(?:\*[ \t]*+){3,}|(?:-[ \t]*+){3,}|(?:_[ \t]*+){3,}"
    r"|(?=[|:-][-|: ]{0,500}?-\|-|-\|-)[-|: ]*+)$"
)
_HEADING = re.compile(r"^[ \t]*#{1,6}[ \t]+(.*?)[ \t]*#*$")
_UNDERLINED = re.compile(
    r"^(?P<text>(?![ \t]*[*+>|-])[ \t]{0,3}\S.*)\n(?:(?P<first>={3,})|-{3,})[ \t]*$", re.MULTILINE
)
"""The other form of headings: a line, and `===` or `---` below it."""
_QUOTED = re.compile(r"^[ \t]*(?:>[ \t]?)+")
_STRONG = re.compile(r"(\*\*|__)(?=\S)(.{1,2000}?)(?<=\S)\1")
_WEAK = re.compile(r"(?<![\w*_])([*_])(?=[^\s*_])([^*_\n]{1,1000}?)(?<=[^\s*_])\1(?![\w*_])")
ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!>|~\"'-])")
_ENTRY = re.compile(
    rb"^[ \t>]*(?:[*+-][ \t]+|\d{1,3}[.)][ \t]+)?"
    rb"(?>(?:(?<!!)\[(?>(?:[^\[\]\n]|!?\[[^\[\]\n]{0,200}\](?:\([^()\n]{0,500}\))?){0,300})\]"
    rb"\((?!#)[^()\n]{1,500}(?:\([^()\n]{0,200}\)[^()\n]{0,300})?\)[ \t|,/\\]{0,10}+){1,40})\r?$",
    re.MULTILINE,
)
"""
A line of links alone, with a picture in them or without: an entry of a menu.

Those to places of the text itself are a table of contents, as people write them too.
"""
_ENTRIES = 8
"""Entries of menus that make a Markdown text a web page printed as Markdown."""
_TAG_LINE = re.compile(
    r"^[ \t>]*</?(?:div|span|section|article|main|header|footer|nav|aside|form|button)\b",
    re.MULTILINE,
)
_TAG_LINES = 10
"""Lines that begin with a tag of a page's layout: more than anybody writes into Markdown."""


_LINE_END = re.compile(r"[ \t]*+\n[ \t>]*+")
_BROKEN = re.compile(
    r"^[ \t>]*(?:[-*+][ \t]+)?#{1,6} [^\n<]{0,500}+<a\b(?>(?:(?!</a>)[^\n]){0,2000})\n"
    r"(?:(?!</a>)[^\n]*+\n){0,12}?[^\n]*?</a>",
    re.MULTILINE,
)
"""A heading whose link, a tag, goes on in the next lines: it ends with its line in Markdown."""


@dataclass(frozen=True, slots=True)
class Printed:
    """The words of a page, and the one heading of the first rank where Markdown has it."""

    text: str
    heading: str | None = None


def plain(text: str) -> Printed:
    """Return a text without the signs that a program put around its links; else as it is."""
    if "{" in text:
        text = "\n".join(line for line in text.split("\n") if not _is_code(line))
    # to look for one sign costs a thirtieth of the look for two
    if "]" in text and text.count("](") >= FEWEST and len(_LINK.findall(text)) >= FEWEST:
        return _without_markdown(text)
    return Printed(joined(without_browsers_signs(text)))


def _is_code(line: str) -> bool:
    """Whether a line is a script's or data that stood between the tags, and no sentence."""
    if len(line) < CODE or "{" not in line:
        return False
    return sum(map(line[:2000].count, '{}[]();=<>\\"')) > CODE_SHARE * min(len(line), 2000)


def is_printed_page(head: bytes) -> bool:
    """Return whether Markdown has the menus of a web page, which nobody writes by hand."""
    # a look for a sign that each entry has costs next to nothing, the pattern looks at each line
    if head.count(b"](") < _ENTRIES:
        return False
    return sum(1 for _ in islice(_ENTRY.finditer(head), _ENTRIES)) == _ENTRIES


def has_page_tags(text: str) -> bool:
    """Return whether Markdown keeps the layout of a web page in tags, as some programs leave it."""
    if text.count("<") < _TAG_LINES:
        return False
    return sum(1 for _ in islice(_TAG_LINE.finditer(text), _TAG_LINES)) == _TAG_LINES


def unbroken(text: str) -> str:
    """Return Markdown with each heading on one line, also where its link is broken over several."""
    if "<a\n" not in text and "<a " not in text:
        return text
    return _BROKEN.sub(lambda heading: _LINE_END.sub(" ", heading[0]), text)


def _without_markdown(text: str) -> Printed:
    """Return the words of a Markdown text, a paragraph a line and blank lines between them."""
    text = _UNDERLINED.sub(_heading, without_fences(_TARGET.sub("", text)))
    lines = _IMAGE.sub("", "\n".join(_joined(text.split("\n"))))
    for _ in range(2):  # a link can hold another pair of brackets
        lines = _LINK.sub(r"\1", lines)
    bare = [(line, _bare(line)) for line in lines.split("\n")]
    firsts = [words.strip() for line, words in bare if line.startswith("# ") and words.strip()]
    alone = len(firsts) == 1 and len(firsts[0]) <= LONGEST_HEADING
    return Printed("\n".join(words for _, words in bare), firsts[0] if alone else None)


def _heading(found: re.Match[str]) -> str:
    return f"{'#' if found['first'] else '##'} {found['text'].strip()}"


def _joined(lines: list[str]) -> list[str]:
    """Join the lines of each paragraph, which end anywhere in Markdown."""
    found: list[str] = []
    open_ended = False
    for line in lines:
        if open_ended and line.strip() and not _BLOCK.match(line):
            glue = "" if found[-1].endswith("-") and "](" in found[-1] else " "
            found[-1] = f"{found[-1]}{glue}{line.strip()}"
        else:
            found.append(line.rstrip("\\").rstrip())
        broken = line.endswith(("  ", "\\"))
        open_ended = bool(line.strip()) and not broken and not _RULE.match(line)
    return found


def _bare(line: str) -> str:
    """Return one line without Markdown's signs; a heading stands between blank lines."""
    if _RULE.match(line):
        return ""
    line = _QUOTED.sub("", line)
    if heading := _HEADING.match(line):
        line = f"\n{heading[1]}\n"
    line = _WEAK.sub(r"\2", _STRONG.sub(r"\2", line))
    return ESCAPED.sub(r"\1", line)
