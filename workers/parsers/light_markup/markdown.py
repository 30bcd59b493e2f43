"""Markdown, with front matter or without: CommonMark by markdown-it, its HTML to paragraphs."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from shared.domain.article import Claim, Field, RawItem
from shared.errors import Reason, Rejected
from workers.parsers.charset.decoding import decode
from workers.parsers.html.whole_pages import claimed_beside, is_markdown_page, read_markdown_page
from workers.parsers.light_markup import front_matter
from workers.parsers.light_markup.bare_lines import parted
from workers.parsers.not_articles.other_kinds import OF_PROGRAMS
from workers.parsers.paragraphs.markdown import to_html
from workers.parsers.paragraphs.markup import html_paragraphs, without_headline
from workers.parsers.records.keys import claims, spread
from workers.parsers.text.opening import add, without_masthead
from workers.parsers.text.printers.fences import is_fenced
from workers.parsers.text.printers.programs import ESCAPED, is_printed_page
from workers.parsers.text.printers.typography import restored

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workers.parsers.base import ParseContext, Parsed, RawFile

_SUFFIXES = frozenset({".md", ".markdown", ".mdown", ".mkd", ".mdx"})
_FRONT = re.compile(
    rb"\A(?:\xef\xbb\xbf)?(?:---[ \t]*\r?\n(?=[^\n]{0,2000}:)|\+\+\+[ \t]*\r?\n(?=[^\n]{0,2000}=))"
    rb"(?:[^\n]*\n){0,200}?(?:---|\+\+\+|\.\.\.)[ \t]*(?:\r?\n|\Z)"
)
_HEADING = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*# \S")
_SIGN = re.compile(rb"^#{2,4} \S|\]\(\S+\)|\*\*\S|^\* \S|^> \S|^```", re.MULTILINE)
_TITLE = re.compile(r"\s*<h1>(.*?)</h1>", re.DOTALL)
_DAY = re.compile(r"((?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))[-_]")
"""Jekyll has a post's day in the name of its file."""


class Markdown:
    """Reads the one article of a Markdown text."""

    name = "markdown"
    version = 8

    def score(self, file: RawFile) -> float:
        """
        Return .85 for front matter, .8 by the name, .5 for a heading and other signs of it.

        A text that has no such name and is a page that a program printed is left to plain text.
        """
        score = 0.0 if file.suffix in OF_PROGRAMS else _score(file.head, file.suffix)
        return 0.0 if score and file.is_binary else score

    def parse(self, file: RawFile, context: ParseContext) -> Iterator[Parsed]:
        """Yield the article, or raise `Rejected` saying why there is none."""
        limit = context.limits.file_bytes
        if len(file.data) > limit:
            detail = f"the text has {len(file.data) / 1e6:.0f} MB; the limit is {limit / 1e6:.0f}"
            raise Rejected(Reason.TOO_LARGE, f"{detail} MB")
        decoded = decode(file.data, context.charset)
        fields, text = front_matter.split(decoded.text)
        if is_fenced(text):
            fields = {key: _as_shown(value) for key, value in fields.items()}
        found = _claims(fields)
        if day := _DAY.match(file.name.rpartition("/")[2]):
            add(found, Field.PUBLISHED, day[1], "file name", 0.4)
        if is_markdown_page(text):
            item = read_markdown_page(text, context.url, fields, decoded.notes)
            yield replace(item, claims=claimed_beside(item, found))
            return
        page = to_html(parted(text))
        title = _TITLE.match(page)
        if title is not None:
            heading = " ".join(html_paragraphs(title[1]))
            add(found, Field.HEADLINE, heading, "markdown heading", 0.8)
        headlines = found.get(Field.HEADLINE, ())
        body = html_paragraphs(page[title.end() :] if title else page)
        body = without_headline(body, headlines[0].value if headlines else None)
        if not body:
            raise Rejected(Reason.NO_ARTICLE, "there are no paragraphs in the Markdown text")
        body = without_masthead(body, found)
        yield RawItem(body=body, body_source="markdown", claims=found, notes=decoded.notes)


def _as_shown(value: object) -> object:
    """Return a field of pandoc's, which is Markdown, as the page shows it."""
    return ESCAPED.sub(r"\1", restored(value)) if isinstance(value, str) else value


def _score(head: bytes, suffix: str) -> float:
    if _FRONT.match(head):
        return 0.85
    if suffix in _SUFFIXES:
        return 0.8
    # most files have no heading there: they are not to be searched for links
    if not _HEADING.match(head) or is_printed_page(head):
        return 0.0
    return 0.5 if _SIGN.search(head[:8192]) else 0.0


def _claims(fields: dict[str, Any]) -> dict[Field, tuple[Claim, ...]]:
    """Return what the front matter claims; a draft is withheld."""
    return {
        name: tuple(
            Claim(one.value, one.source.replace("json key", "front matter"), one.weight)
            for one in told
        )
        for name, told in claims(spread(fields)).items()
    }
