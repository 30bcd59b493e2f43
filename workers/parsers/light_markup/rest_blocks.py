"""
The blocks of reStructuredText as headings and paragraphs, in order.

What a reader of the printed page would read: no comments, targets, footnotes, pictures, tables of
contents or code that a site's generator fills in. <https://docutils.sourceforge.io/docs/ref/rst/>
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import dropwhile
from textwrap import dedent
from typing import TYPE_CHECKING, TypeAlias

from workers.parsers.light_markup import rest_tables
from workers.parsers.light_markup.filled_in import FilledIn
from workers.parsers.light_markup.rest_inline import plain
from workers.parsers.light_markup.rest_names import CODE, SPOKEN, TABLES, TITLED, UNREAD
from workers.parsers.paragraphs.typeset import wrapped_paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_RULE = re.compile(r"([!-/:-@\[-`{-~])\1{2,}[ \t]*")
_EXPLICIT = re.compile(r"\.\.(?=\s|$)[ \t]*")
_DIRECTIVE = re.compile(
    r"(?:\|([^|\n]{1,80})\|[ \t]+)?([A-Za-z][\w.+:-]{0,60}?)[ \t]?::(?:[ \t]+(.*)|$)"
)
_OPTION = re.compile(r":[\w.-]{1,60}:(?:\s|$)")
_FIELD = re.compile(r":((?![: ])(?:[^:\\\n]|\\.|:(?!\s)){0,79}(?<! )):(?:[ \t]+(.*)|$)")
_ENTRY = re.compile(r"(?:[-*+\u2022]|(?:\d{1,3}|#)[.)]|\((?:\d{1,3}|[A-Za-z]|#)\))(?:[ \t]+|$)")
"""An entry of a list; `A. Ek` is rather a name than the first of such entries."""
_LINE_BLOCK = re.compile(r"\|(?:[ \t]+(.*)|$)")
_Found: TypeAlias = "tuple[int, Iterator[Block]]"
"""Where a block ends, and what is in it."""
_DEEPEST = 30
"""Blocks in blocks; what lies deeper is taken as lines of text."""
_OVERLINED = 3


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a field above the text, or a paragraph."""

    text: str
    heading: bool = False
    field: str = ""
    """The name of a field that stands at the outermost level; its value is the text."""


@dataclass(slots=True)
class _Reader:
    filled: FilledIn = field(default_factory=FilledIn)

    def paragraph(self, lines: Sequence[str]) -> Iterator[Block]:
        """Yield a paragraph's lines as one."""
        if text := " ".join(plain(" ".join(" ".join(lines).split()), self.filled).split()):
            yield Block(text)


def blocks(text: str) -> Iterator[Block]:
    """Yield the blocks of a whole text."""
    lines = [line.rstrip() for line in text.expandtabs(8).splitlines()]
    reader = _Reader()
    for found in map(_substitution, lines):
        if found:
            reader.filled.texts.setdefault(*found)
    yield from _read(lines, reader, 0)


def is_rule(line: str) -> bool:
    """Return whether a line is nothing but one sign, three times and more."""
    return _RULE.fullmatch(line) is not None


def underlines(rule: str, title: str) -> bool:
    """Return whether a line is the underline of a title above it."""
    return is_rule(rule) and len(rule) >= min(len(title.strip()), 4) and not is_rule(title)


def _substitution(line: str) -> tuple[str, str] | None:
    explicit = _EXPLICIT.match(line)
    found = _DIRECTIVE.match(line, explicit.end()) if explicit else None
    if found is None or not found[1] or found[2] not in {"replace", "image", "unicode"}:
        return None
    return found[1].casefold(), (found[3] or "").strip() if found[2] == "replace" else ""


def _read(lines: Sequence[str], reader: _Reader, depth: int) -> Iterator[Block]:
    at = 0
    while at < len(lines):
        line = lines[at]
        if not line:
            at += 1
            continue
        if depth > _DEEPEST:
            yield from reader.paragraph([line])
            at += 1
            continue
        end, found = _block(lines, at, reader, depth)
        yield from found
        at = max(end, at + 1)


def _block(lines: Sequence[str], at: int, reader: _Reader, depth: int) -> _Found:
    """Return where the block that begins at a line ends, and what is in it."""
    line = lines[at]
    if table := rest_tables.table(lines, at):
        return table.end, (one for row in table.rows for one in reader.paragraph([row]))
    for able in (_ruled, _standing_in, _explicit, _field, _entry):
        if (found := able(lines, at, reader, depth)) is not None:
            return found
    if told := _LINE_BLOCK.match(line):
        return at + 1, reader.paragraph([told[1] or ""])
    return _text(lines, at, reader, depth)


def _ruled(lines: Sequence[str], at: int, reader: _Reader, _depth: int) -> _Found | None:
    """Return a title by its rules, below it or around it; a rule alone parts the text."""
    line, below = lines[at], lines[at + 1] if at + 1 < len(lines) else ""
    if is_rule(line):
        over = below and at + 2 < len(lines) and lines[at + 2][:1] == line[0]
        if over and underlines(lines[at + 2], below):
            return at + _OVERLINED, _heading(below, reader)
        return at + 1, iter(())
    if line[0] != " " and underlines(below, line):
        return at + 2, _heading(line, reader)
    return None


def _standing_in(lines: Sequence[str], at: int, reader: _Reader, depth: int) -> _Found | None:
    if lines[at][0] != " ":
        return None
    end = _indented(lines, at, 1)
    return end, _read(_dedented(lines[at:end]), reader, depth + 1)


def _explicit(lines: Sequence[str], at: int, reader: _Reader, depth: int) -> _Found | None:
    explicit = _EXPLICIT.match(lines[at])
    if explicit is None:
        return None
    end = _indented(lines, at + 1, 1)
    return end, _directive(lines[at][explicit.end() :], lines[at + 1 : end], reader, depth)


def _entry(lines: Sequence[str], at: int, reader: _Reader, depth: int) -> _Found | None:
    entry = _ENTRY.match(lines[at])
    if entry is None:
        return None
    end = _indented(lines, at + 1, min(len(entry[0]), 2))
    return end, _read(
        [lines[at][entry.end() :], *_dedented(lines[at + 1 : end])], reader, depth + 1
    )


def _heading(title: str, reader: _Reader) -> Iterator[Block]:
    for one in reader.paragraph([title]):
        yield Block(one.text, heading=True)


def _field(lines: Sequence[str], at: int, reader: _Reader, depth: int) -> _Found | None:
    """Return a field, its value in one line where it is above a text; else its paragraphs."""
    named = _FIELD.match(lines[at])
    if named is None or lines[at].startswith(":`"):
        return None
    end = _indented(lines, at + 1, 1)
    inner = [named[2] or "", *_dedented(lines[at + 1 : end])]
    if depth:
        return end, _read([f"{named[1]}: {inner[0]}", *inner[1:]], reader, depth + 1)
    value = " ".join(plain(" ".join(" ".join(inner).split()), reader.filled).split())
    return end, iter((Block(value, field=named[1]),))


def _text(lines: Sequence[str], at: int, reader: _Reader, depth: int) -> _Found:
    """Return a paragraph, with the literal block or the definition that it introduces."""
    end = at + 1
    while end < len(lines) and lines[end] and lines[end][0] != " ":
        end += 1
    told, literal = list(lines[at:end]), lines[end - 1].endswith("::")
    if literal:
        told[-1] = told[-1][:-1].rstrip() if told[-1] != "::" else ""
        begin = end
        end = _indented(lines, end, 1)
        return end, _with_literal(told, lines[begin:end], reader)
    if end < len(lines) and lines[end] and end == at + 1:  # a term, and what it means below it
        begin, end = end, _indented(lines, end, 1)
        return end, _both(told, _dedented(lines[begin:end]), reader, depth)
    return end, reader.paragraph(told)


def _with_literal(told: Sequence[str], below: Sequence[str], reader: _Reader) -> Iterator[Block]:
    yield from reader.paragraph(told)
    yield from map(Block, wrapped_paragraphs("\n".join(_dedented(below))))


def _both(
    told: Sequence[str], below: Sequence[str], reader: _Reader, depth: int
) -> Iterator[Block]:
    yield from reader.paragraph(told)
    yield from _read(below, reader, depth + 1)


def _directive(first: str, below: Sequence[str], reader: _Reader, depth: int) -> Iterator[Block]:
    """Yield what a directive shows; comments, targets, footnotes and definitions show nothing."""
    found = _DIRECTIVE.match(first)
    if found is None or found[1]:
        return
    name, argument = found[2].lower(), found[3] or ""
    inner = list(dropwhile(_is_option, _dedented(below)))
    if name in UNREAD:
        return
    if name in CODE:
        yield from map(Block, wrapped_paragraphs("\n".join(inner)))
        return
    if name in TABLES:
        for row in rest_tables.listed(name, inner):
            yield from reader.paragraph([row])
        return
    if name in TITLED:
        yield from _heading(argument, reader)
    elif name in SPOKEN and argument:
        inner = [argument, *inner]
    yield from _read(inner, reader, depth + 1)


def _is_option(line: str) -> bool:
    """Return whether a line below a directive's name is an option of it, or blank."""
    return not line or _OPTION.match(line) is not None


def _indented(lines: Sequence[str], at: int, least: int) -> int:
    """Return where the lines end that stand in by so much, blank ones among them."""
    end = at
    for place in range(at, len(lines)):
        line = lines[place]
        if not line:
            continue
        if line[:least].strip():
            break
        end = place + 1
    return end


def _dedented(lines: Sequence[str]) -> list[str]:
    return dedent("\n".join(lines)).split("\n") if lines else []
