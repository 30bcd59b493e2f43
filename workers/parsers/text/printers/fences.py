"""
What pandoc writes into Markdown for elements that Markdown has no sign for.

`::: {.menu}` and `:::` stand around a block, `[text]{.name}` is a piece of a line, `{#id .name}`
behind a heading or a link holds its attributes.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from workers.parsers.text.printers.grids import without_grids

if TYPE_CHECKING:
    from collections.abc import Callable

_BRACES = r'\{(?>(?:[^{}"\\]|\\.|"(?:[^"\\]|\\.){0,100000}+"){1,2000})\}'
"""Attributes; those of scripts hold objects of their own, in quotation marks."""
_FENCE = re.compile(
    r"^(?P<place>[ \t>]*+(?>(?:(?:[-*+]|\d{1,3}[.)])[ \t]++){0,100})):{3,}+[ \t]*+"
    r"(?P<names>\{[^\n]*\}|[^\n{]{0,500}+)[ \t]*$",
    re.MULTILINE,
)
"""A block can be the first thing in an entry of a list; its attributes stand on one line."""
_ATTRIBUTES = re.compile(
    rf"(?<=[\])]){_BRACES}|(?<=[ \t])\{{(?=[#.\w])[^{{}}]{{1,1000}}+\}}(?=[ \t]*$)", re.MULTILINE
)
_SPAN = re.compile(rf"(?<![\]!\\])\[([^\[\]]{{0,2000}}+)\]({_BRACES})")
_NAME = re.compile(r"(?:\A|(?<=[\s.{]))(?<!=)[\w-]+(?![\w-]*=)")
_ID = re.compile(r"#([\w-]{1,200})")
_LIST_SIGN = re.compile(r"[^ \t>]")
"""Of the number or bullet of a list's entry: further lines of the entry have a space there."""
_MARK = "\ue0f5"
"""Stands for a fence until all else is HTML: a private character, which no page shows."""
_MARKED = re.compile(rf"(?:<p>)?{_MARK}(\d{{1,7}}){_MARK}(?:</p>)?")


def is_fenced(text: str, *, fewest: int = 4) -> bool:
    """Return whether a text has fences as pandoc writes them: two make a box by hand."""
    return ":::" in text and sum(1 for _ in islice(_FENCE.finditer(text), fewest)) == fewest


def is_fenced_page(text: str) -> bool:
    """Return whether fences stand around all blocks of a page with its menus."""
    return is_fenced(text, fewest=10)


def without_fences(text: str) -> str:
    """Return the text without fences and attributes."""
    return _without_attributes(_FENCE.sub("", text), lambda found: found[1])


def page_of(text: str, to_html: Callable[[str], str]) -> str:
    """
    Return the HTML of the page that a Markdown text was, its blocks and spans with their names.

    A fence is a paragraph of its own until all else is HTML: what stands in lists and quotations
    opens and closes there, and a tag in its place would keep Markdown around it from being read.
    """
    tags: dict[str, str] = {}

    def marked(fence: re.Match[str]) -> str:
        names, place = fence["names"], fence["place"]
        number = str(len(tags))
        tags[number] = _tag("div", names) if names.strip() else "</div>"
        inside = _LIST_SIGN.sub(" ", place).rstrip()
        return f"{inside}\n{place}{_MARK}{number}{_MARK}\n{inside}\n"

    text = _FENCE.sub(marked, without_grids(text))
    html = to_html(_without_attributes(text, _span))
    return _MARKED.sub(lambda mark: tags.get(mark[1], ""), html)


def _without_attributes(text: str, span: Callable[[re.Match[str]], str]) -> str:
    if "{" not in text:
        return text
    for _ in range(3):  # spans stand in spans
        text = _SPAN.sub(span, text)
    return _ATTRIBUTES.sub("", text)


def _span(found: re.Match[str]) -> str:
    return f"{_tag('span', found[2])}{found[1]}</span>"


def _tag(name: str, attributes: str) -> str:
    """Return the tag of an element by its attributes; the name of a block needs no braces."""
    known = attributes.partition('"')[0]
    names, identity = " ".join(_NAME.findall(known)), _ID.search(known)
    return (
        f"<{name}"
        + (f' id="{identity[1]}"' if identity else "")
        + (f' class="{names}"' if names else "")
        + ">"
    )
