"""
Which lines of a dump are the article: labels for training, worked out from what is known of a page.

A dump whose truth has the body is labelled by it. Where only the page is known it is rendered here
and labelled by what an extractor reads out of its HTML: such labels are weaker and weigh less.
"""

from __future__ import annotations

import gzip
import html
import json
import re
from collections import Counter
from dataclasses import dataclass
from itertools import cycle
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import trafilatura
from selectolax.lexbor import LexborHTMLParser

from tests.benchmarks.scoring import shingles, tokens
from workers.parsers.charset.decoding import decode
from workers.parsers.text.marks.topic import core
from workers.parsers.text.typesetting.lines import Passage, passages, split

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from tests.benchmarks.corpora import Sample

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_SPACED = _HEADINGS | {"p", "blockquote", "table", "figure", "ul"}
_BLOCKS = _SPACED | frozenset(
    {"div", "section", "article", "header", "footer", "main", "aside", "nav", "ol", "li", "tr",
     "dl", "dt", "dd", "pre", "figcaption", "form", "fieldset", "address", "hr", "body"}
)  # fmt: skip
_DROPPED = ("script", "style", "noscript", "template", "svg", "head", "select", "textarea")
_SHORT = 6
"""Tokens below which a line is body only where it stands so in the truth."""
MOST = 1500
"""A page of more passages is a list or an archive."""


@dataclass(frozen=True, slots=True)
class Form:
    """How a page is laid out as text: what blank lines stand above and below, how entries begin."""

    above: frozenset[str]
    below: frozenset[str]
    entry: str


SAVED = Form(_SPACED, _SPACED, "* ")
"""As the corpora's dumps: blank lines around paragraphs and headings, a sign before entries."""
COPIED = Form(frozenset(), _HEADINGS | {"p", "blockquote"}, "")
"""As Chromium copies a selection."""
INNER = Form(frozenset({"p"}), frozenset({"p"}), "")
"""As a browser's `innerText`: headings and entries of lists are lines like any other."""
FORMS = (SAVED, COPIED, INNER)


@dataclass(frozen=True, slots=True)
class Labelled:
    """One text: its passages, whether each is body and what that label weighs, the headline."""

    name: str
    publisher: str
    passages: list[Passage]
    body: list[bool]
    weights: list[float]
    headline: list[int]


def dumps(corpora: Path, name: str) -> Iterator[Labelled]:
    """Yield the labelled dumps of a corpus that has body truth."""
    for row in _rows(corpora / "pages" / name / "truth.jsonl"):
        stem = row["file"].removesuffix(".html.gz")
        text = gzip.decompress((corpora / "dumps" / name / f"{stem}.txt.gz").read_bytes()).decode()
        markup = _markup(corpora / "pages" / name / row["file"])
        yield labelled(stem, row, passages(split(text)), markup)


def laid_out(corpora: Path, name: str) -> Iterator[Labelled]:
    """Yield the pages of the same corpus as a browser gives their text, one way or the other."""
    for row, form in zip(
        _rows(corpora / "pages" / name / "truth.jsonl"), cycle((COPIED, INNER)), strict=False
    ):
        stem, markup = (
            row["file"].removesuffix(".html.gz"),
            _markup(corpora / "pages" / name / row["file"]),
        )
        yield labelled(stem, row, passages(split(rendered(markup, form))), markup)


def marked(samples: Iterable[Sample]) -> Iterator[Labelled]:
    """Yield pages whose title and body somebody marked, in each form."""
    for sample in samples:
        markup = decode(sample.data, None, html=True).text
        row = {**sample.truth, "url": sample.url}
        for form in FORMS:
            yield labelled(sample.name, row, passages(split(rendered(markup, form))), markup)


def pages(corpora: Path, name: str) -> Iterator[Labelled]:
    """Yield dated pages with a headline as texts, labelled by an extractor; bad ones are left."""
    forms = cycle(FORMS)
    for row in _rows(corpora / "pages" / name / "truth.jsonl"):
        if not (row.get("published") and row.get("headline")):
            continue
        markup = _markup(corpora / "pages" / name / row["file"])
        sure = trafilatura.extract(markup, favor_precision=True, include_comments=False) or ""
        more = trafilatura.extract(markup, include_comments=False) or ""
        if all(one in sure for one in row["with"]) and not any(
            one in sure for one in row["without"]
        ):
            parts = passages(split(rendered(markup, next(forms))))
            truth = {**row, "body": sure, "optional": more.split("\n")}
            if sure and len(parts) <= MOST:
                yield labelled(row["file"], truth, parts, markup)


def labelled(name: str, row: dict[str, Any], parts: list[Passage], markup: str) -> Labelled:
    """Return the labels of a text whose truth is known."""
    body, weights = _body_labels(parts, row["body"], row.get("optional") or [])
    host = urlsplit(row["url"]).hostname or name  # of a bare `host/path` there is none
    publisher = name.split("_", maxsplit=1)[0] if "_" in name else host
    return Labelled(name, publisher, parts, body, weights, headline_labels(parts, row, markup))


def _body_labels(
    parts: Sequence[Passage], truth: str, optional: Sequence[str]
) -> tuple[list[bool], list[float]]:
    want, free = shingles(truth), sum((shingles(one) for one in optional), Counter())
    paragraphs = {" ".join(tokens(line)) for line in truth.split("\n")}
    flat = f" {' '.join(tokens(truth))} "
    words = [tokens(part.text) for part in parts]
    body = [False] * len(parts)
    weights = [1.0] * len(parts)
    for at, own in enumerate(words):
        if len(own) < _SHORT:
            around = [
                *(words[at - 1][-3:] if at else []),
                *own,
                *(words[at + 1][:3] if at + 1 < len(words) else []),
            ]
            body[at] = bool(own) and (
                " ".join(own) in paragraphs or f" {' '.join(around)} " in flat
            )
            continue
        grams = shingles(parts[at].text)
        share = sum(gram in want for gram in grams) / len(grams)
        spare = sum(gram in free for gram in grams) / len(grams)
        body[at] = share >= 0.5
        unsure = 0.0 if spare >= 0.5 > share else 0.3 if 0.2 < share < 0.5 else 1.0
        weights[at] = unsure * min(len(own), 120) ** 0.5
    _without_echoes(parts, words, body, weights)
    return body, weights


def _without_echoes(
    parts: Sequence[Passage], words: list[list[str]], body: list[bool], weights: list[float]
) -> None:
    """Unlabel what stands far from the article: a short line, a teaser with the same words."""
    sizes = [min(len(own), 100) for own in words]
    first, last = core(
        [size if yes else -min(12, size) for size, yes in zip(sizes, body, strict=True)]
    )
    seen = Counter(part.text for part in parts)
    for at, part in enumerate(parts):
        if body[at] and not first <= at <= last and (seen[part.text] > 1 or sizes[at] < _SHORT):
            body[at], weights[at] = False, 0.0


def headline_labels(parts: Sequence[Passage], row: dict[str, Any], markup: str) -> list[int]:
    """Return where the headline stands: the truth's, OpenGraph's, JSON-LD's or the `h1`'s."""
    lines = [" ".join(tokens(part.text)) for part in parts]
    for said in [row.get("headline") or "", *_titles(markup)]:
        flat = " ".join(tokens(said))
        found = [
            at
            for at, line in enumerate(lines)
            if line
            and (
                line == flat
                or (len(line) >= 15 and len(line) * 2 > len(flat) and flat.startswith(f"{line} "))
            )
        ]
        if len(flat) >= 8 and found:
            return found
    return []


def _titles(markup: str) -> Iterator[str]:
    tree = LexborHTMLParser(markup)
    for node in tree.css('meta[property="og:title"], meta[name="twitter:title"]'):
        yield node.attributes.get("content") or ""
    if told := re.search(r'"headline"\s*:\s*"((?:[^"\\]|\\.)*)"', markup):
        yield html.unescape(told[1])
    for node in tree.css("h1"):
        yield node.text(separator=" ")


def rendered(markup: str, form: Form = SAVED) -> str:
    """Return a page as a person who saves it as text gets it: blocks in lines, lists in bullets."""
    tree = LexborHTMLParser(markup)
    tree.strip_tags(list(_DROPPED), recursive=True)
    pieces: list[str] = []
    waiting: list[Any] = [tree.body]
    while waiting:
        node = waiting.pop()
        if node is None:
            continue
        if isinstance(node, str):
            pieces.append(node)
        elif node.tag == "-text":
            pieces.append(re.sub(r"\s+", " ", node.text(deep=True) or ""))
        elif node.tag == "br":
            pieces.append("\n")
        else:
            end = "\n" if node.tag in _BLOCKS else ""
            waiting.append(end * (1 + (node.tag in form.below)))
            waiting += reversed(list(node.iter(include_text=True)))
            entry = form.entry if node.tag == "li" else ""
            waiting.append(end * (1 + (node.tag in form.above)) + entry)
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def _markup(path: Path) -> str:
    return decode(gzip.decompress(path.read_bytes()), None, html=True).text
