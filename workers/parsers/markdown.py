"""Markdown, with front matter or without: CommonMark by markdown-it, its HTML to paragraphs."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from shared.domain.article import Claim, Field, RawItem
from shared.errors import Reason, Rejected
from workers.parsers import front_matter
from workers.parsers.charset import decode, looks_binary
from workers.parsers.json_keys import claims, folded
from workers.parsers.markup import html_paragraphs, without_headline
from workers.parsers.text.bylines import author_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it import MarkdownIt

    from workers.parsers.base import ParseContext, Parsed, RawFile

_SUFFIXES = frozenset({".md", ".markdown", ".mdown", ".mkd", ".mdx"})
_FRONT = re.compile(
    rb"\A(?:\xef\xbb\xbf)?(?:---[ \t]*\r?\n(?=[^\n]{0,2000}:)|\+\+\+[ \t]*\r?\n(?=[^\n]{0,2000}=))"
    rb"(?:[^\n]*\n){0,200}?(?:---|\+\+\+|\.\.\.)[ \t]*(?:\r?\n|\Z)"
)
_HEADING = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*# \S")
_SIGN = re.compile(rb"^#{2,4} \S|\]\(\S+\)|\*\*\S|^\* \S|^> \S|^```", re.MULTILINE)
_TITLE = re.compile(r"\s*<h1>(.*?)</h1>", re.DOTALL)
_BYLINE_WITHIN = 3
_ALIASES = {"lastmod": "modified", "last_modified_at": "modified", "publishDate": "published"}
"""Keys of static site generators that JSON has not."""


class Markdown:
    """Reads the one article of a Markdown text."""

    name = "markdown"
    version = 1

    def score(self, file: RawFile) -> float:
        """Return .85 for front matter, .8 by the name, .5 for a heading and other signs of it."""
        if looks_binary(file.head):
            return 0.0
        if _FRONT.match(file.head):
            return 0.85
        if file.suffix in _SUFFIXES:
            return 0.8
        begins = _HEADING.match(file.head)
        return 0.5 if begins and _SIGN.search(file.head[:8192]) else 0.0

    def parse(self, file: RawFile, context: ParseContext) -> Iterator[Parsed]:
        """Yield the article, or raise `Rejected` saying why there is none."""
        limit = context.limits.file_bytes
        if len(file.data) > limit:
            detail = f"the text has {len(file.data) / 1e6:.0f} MB; the limit is {limit / 1e6:.0f}"
            raise Rejected(Reason.TOO_LARGE, f"{detail} MB")
        decoded = decode(file.data, context.charset)
        fields, text = front_matter.split(decoded.text)
        found = _claims(fields)
        page = str(_reader().render(text))
        title = _TITLE.match(page)
        if title is not None:
            heading = " ".join(html_paragraphs(title[1]))
            _add(found, Field.HEADLINE, heading, "markdown heading", 0.8)
        headlines = found.get(Field.HEADLINE, ())
        body = html_paragraphs(page[title.end() :] if title else page)
        body = without_headline(body, headlines[0].value if headlines else None)
        if not body:
            raise Rejected(Reason.NO_ARTICLE, "there are no paragraphs in the Markdown text")
        for paragraph in body[:_BYLINE_WITHIN]:
            if (names := author_of(paragraph)) is not None:
                _add(found, Field.AUTHOR, names, "byline pattern", 0.7)
        yield RawItem(body=body, body_source="markdown", claims=found, notes=decoded.notes)


@cache
def _reader() -> MarkdownIt:
    """Return the reader: CommonMark, and tables."""
    from markdown_it import MarkdownIt  # noqa: PLC0415 - a tenth of a second, seldom needed

    return MarkdownIt("commonmark").enable("table")


def _claims(fields: dict[str, Any]) -> dict[Field, tuple[Claim, ...]]:
    """Return what the front matter claims; a draft is withheld."""
    named = {_ALIASES.get(key, key): value for key, value in fields.items()}
    found = {
        name: tuple(
            Claim(one.value, one.source.replace("json key", "front matter"), one.weight)
            for one in told
        )
        for name, told in claims(folded(named)).items()
    }
    if str(fields.get("draft", "")).casefold() in {"true", "yes"}:
        _add(found, Field.PUB_STATUS, "withheld", "front matter draft", 0.9)
    return found


def _add(
    found: dict[Field, tuple[Claim, ...]], name: Field, value: str, source: str, weight: float
) -> None:
    if value:
        found[name] = (*found.get(name, ()), Claim(value, source, weight))
