"""Files made of a text in any language, to put a byline or a time into, and their reading."""

from __future__ import annotations

import html
import re
from functools import cache
from typing import TYPE_CHECKING

from shared.config import ROOT
from shared.domain.article import Article, RawItem
from shared.errors import Rejected
from tests.benchmarks.languages import FILES, paragraphs
from workers.normalise.article import normalise
from workers.normalise.claims.choosing import Profile
from workers.parsers.base import ParseContext, RawFile
from workers.parsers.html.web_page import WebPage
from workers.parsers.text.plain_text import PlainText

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

CACHE = ROOT / "var" / "unseen"
_SHORTEST_PARAGRAPH, _PARAGRAPHS, _HEADLINE = 110, 4, 60
_WIDE = frozenset({"zh", "ja", "ko", "th"})
"""Their writing says as much in a third of the signs."""
_STOPS = ".。।\u0589።؟?"


def page(head: str, line: str, body: str) -> str:
    """Return a page: what its head says, the line below its headline, headline and text."""
    headline, *rest = body.split("\n")
    paragraphs_of = "".join(f"<p>{html.escape(each)}</p>\n" for each in rest)
    return (
        f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>{html.escape(headline)}</title>"
        f"{head}</head><body><nav><a href='/'>Home</a> <a href='/world'>World</a></nav>"
        f"<article><h1>{html.escape(headline)}</h1>\n{line}\n{paragraphs_of}</article>"
        "<footer><p>© 2024 Harbour Post</p></footer></body></html>"
    )


@cache
def body_in(language: str, folder: Path) -> str:
    """Return a headline and paragraphs in a language, in lines; English where there are none."""
    files = dict(zip(FILES[1::2], FILES[::2], strict=True))
    file = folder / f"{files.get(language, 'eng')}.html"
    every = paragraphs(file.read_text("utf-8"))
    wide = language in _WIDE
    every = [each for each in every if each[-1] in _STOPS] or every
    long = [each for each in every if len(each) * (1 + 2 * wide) >= _SHORTEST_PARAGRAPH] or every
    head, *body = long[-1:] + long[:_PARAGRAPHS]
    first = re.split(r"[.,;:،。、؛।]", head)[0]
    room = _HEADLINE // (1 + 2 * wide)
    headline = first if len(first) <= room else first[:room].rpartition(" ")[0] or first[:room]
    return "\n".join([headline, *body])


def read(text: str, *, is_page: bool, now: datetime) -> Article | None:
    """Return what Copydesk reads of a file; None where it is refused."""
    parser = WebPage() if is_page else PlainText()
    file = RawFile(name="page.html" if is_page else "dump.txt", content=text.encode())
    try:
        item = next(
            each for each in parser.parse(file, ParseContext()) if isinstance(each, RawItem)
        )
    except (Rejected, StopIteration):
        return None
    return normalise(item, Profile(), now=now)
