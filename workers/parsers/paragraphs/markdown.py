"""Markdown to HTML and to paragraphs: CommonMark and tables, by markdown-it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from workers.parsers.paragraphs.markup import html_paragraphs

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

_FOOTNOTES = re.compile(
    r"^\[\^[^\]\s]{1,40}\]:.*(?:\n(?:[ \t]{2,}\S.*|[ \t]*(?=\n[ \t]{2,}\S)))*", re.MULTILINE
)
_FOOTNOTE = re.compile(r"\[\^[^\]\s]{1,40}\]")
_GENERATED = re.compile(
    r"\{\{[<%].{0,500}?[>%]\}\}|\{%.{0,500}?%\}|^\{:.*\}$"
    r"|^import (?:[^'\"\n]*\sfrom )?['\"][^'\"\n]+['\"];?[ \t]*$"
    r"|^export (?:(?:const|default|function|let|var)\b|[{*]).*$",
    re.MULTILINE,
)
"""
Shortcodes of Hugo, tags of Liquid, attributes of kramdown, imports of MDX.

Prose has lines like those too: `import duties on cars from Japan`.
"""
_SIGNS = re.compile(
    r"^#{1,6} \S|\]\((?:https?:/|/|\#)\S{0,500}?\)|\*\*\w[^*\n]{0,200}\*\*", re.MULTILINE
)
"""Headings, links and strong words, as no plain text has them."""


def is_markdown(text: str) -> bool:
    """Return whether a text that nobody calls Markdown has its signs: two at the least."""
    # looks for what each of them has cost next to nothing, the pattern looks at each sign
    if not ("](" in text or "**" in text or "\n#" in text or text.startswith("#")):
        return False
    first = _SIGNS.search(text)
    return first is not None and _SIGNS.search(text, first.end()) is not None


def to_html(text: str, *, indented_code: bool = True) -> str:
    """
    Return the HTML, without footnotes, their marks, and what a site's generator fills in.

    Without `indented_code` lines that are set in are a paragraph, and no program's.
    """
    return str(
        _reader(indented_code).render(
            _FOOTNOTE.sub("", _FOOTNOTES.sub("", _GENERATED.sub("", text)))
        )
    )


def markdown_paragraphs(text: str) -> tuple[str, ...]:
    """Return the paragraphs of a Markdown text: no pictures, links by their words."""
    return html_paragraphs(to_html(text))


@cache
def _reader(indented_code: bool) -> MarkdownIt:  # noqa: FBT001 - what is cached has no names
    """Return the reader: CommonMark, and tables."""
    from markdown_it import MarkdownIt  # noqa: PLC0415 - a tenth of a second, seldom needed

    reader = MarkdownIt("commonmark").enable("table")
    # links to `javascript:` and `data:` are links: nobody follows them here, only their words count
    reader.validateLink = lambda _: True  # type: ignore[method-assign, assignment]
    return reader if indented_code else reader.disable("code")
