"""
Factiva and Europresse as HTML: one page holds some hundred articles, each in its own element.

Factiva names its fields by codes in a table, or sets them one below the other above the text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import html

from shared.domain.article import Field
from workers.parsers.databases import factiva
from workers.parsers.databases.gathered import Found
from workers.parsers.text.moments import is_moment_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_MARKS = ((b"articleParagraph", b"Article"), (b"titreArticle", b"docOcurrContainer"))
_FACTIVA = re.compile(r"(?:^|\s)[a-z]{2}(?:-[a-z]{2,4})?Article(?:\s|$)")
_PARAGRAPH, _TITLE, _AUTHOR = "articleParagraph", "Headline", "author"
_WORDS = re.compile(r"[\d.,\s]+\S{2,12}")
"""`1,023 words`, in the language of the reader."""
_CLOCK = re.compile(r"\d{1,2}:\d\d")
_COPYRIGHT = re.compile(r"©|\(c\)|copyright", re.IGNORECASE)
_NUMBER = re.compile(r"\w+ ([A-Z]{3,8}[A-Za-z0-9]{18,40})")
"""`Document GULL000020260512em5c0001`, in the language of the reader."""
_DAY = re.compile(r"\d{1,2}\w{0,3} [^\W\d]+\.? \d{4}|[^\W\d]{1,20} \d{1,2}, \d{4}")
_STAMP = re.compile(r"·(\d{4})(\d\d)(\d\d)·")


def is_export(head: bytes) -> bool:
    """Return whether the first bytes of a page are those of such an export."""
    return any(all(mark in head for mark in marks) for marks in _MARKS)


def documents(markup: str) -> Iterator[Found]:
    """Yield the articles of an export in order."""
    data = markup.encode("utf-8", "replace")
    root = html.document_fromstring(data, html.HTMLParser(encoding="utf-8"))
    for element in root.iter("div", "article"):
        if _FACTIVA.search(element.get("class", "")):
            yield _by_codes(element) or _by_place(element)
        elif element.tag == "article" and _named(element, "titreArticle"):
            yield _europresse(element)


def _by_codes(article: _Element) -> Found | None:
    """Return an article whose fields stand in a table, each behind its code."""
    parts: dict[str, list[str]] = {}
    for row in article.iter("tr"):
        cells = [cell for cell in row if cell.tag == "td"]
        if len(cells) > 1 and factiva.is_code(code := _text(cells[0])):
            parts.setdefault(code, []).extend(_paragraphs(cells[1]) or [_text(cells[1])])
    return factiva.found(parts) if "HD" in parts else None


def _by_place(article: _Element) -> Found:
    """Return an article whose fields stand one below the other, in an order that never changes."""
    found = Found()
    lines = [_text(one) for one in article.iter("div") if not len(one.findall(".//div"))]
    lines = [line for line in lines if line]
    title = next((one for one in article.iter() if _is_title(one)), None)
    found.add(Field.HEADLINE, _text(title), "export headline")
    for one in _named(article, _AUTHOR):
        found.add(Field.AUTHOR, _text(one), "export author")
    day = next((at for at, line in enumerate(lines) if is_moment_line(line)), None)
    if day is not None:
        clock = lines[day + 1] if _CLOCK.match("".join(lines[day + 1 : day + 2])) else ""
        found.add(Field.PUBLISHED, f"{lines[day]} {clock}", "export day")
        found.add(Field.SOURCE, "".join(lines[day + 1 + bool(clock) :][:1]), "export source")
        if day > 1 and _WORDS.fullmatch(lines[day - 1]) and Field.AUTHOR not in found.claims:
            author = lines[day - 2]
            found.add(Field.AUTHOR, "" if author == _text(title) else author, "export author")
    right = next((at for at, line in enumerate(lines) if _COPYRIGHT.match(line)), 0)
    found.add(Field.LANGUAGE, lines[right - 1] if right else "", "export language")
    for one in article.iter("p"):
        if number := _NUMBER.fullmatch(_text(one)):
            found.add(Field.GUID, number[1], "export number")
    found.text = _paragraphs(article)
    return found


def _europresse(article: _Element) -> Found:
    found = Found()
    (title, *_), where = _named(article, "titreArticle"), "export"
    found.add(Field.HEADLINE, _text(title), f"{where} titreArticle")
    for one in _named(article, "docAuthors"):
        found.add(Field.AUTHOR, _text(one), f"{where} docAuthors")
    for one in _named(article, "DocPublicationName")[:1]:
        found.add(Field.SOURCE, re.split(r"[,;(\[]", _text(one))[0], f"{where} DocPublicationName")
    for one in _named(article, "publiC-lblNodoc")[:1]:
        found.add(Field.GUID, _text(one), f"{where} lblNodoc")
        if stamp := _STAMP.search(_text(one)):
            found.add(Field.PUBLISHED, "-".join(stamp.groups()), f"{where} lblNodoc")
    for one in _named(article, "DocHeader")[:1]:
        if day := _DAY.search(_text(one)):
            found.add(Field.PUBLISHED, day[0], f"{where} DocHeader")
    for box in _named(article, "docOcurrContainer"):
        paragraphs = [_text(one) for one in box.iter("p")]
        found.text += [line for one in paragraphs or [_text(box)] for line in (one, "")]
    return found


def _paragraphs(element: _Element) -> list[str]:
    """Return the paragraphs of a text, blank lines between them."""
    return [line for one in _named(element, _PARAGRAPH) for line in (_text(one), "")]


def _is_title(element: _Element) -> bool:
    return element.get("id") == "hd" or element.get("class", "").endswith(_TITLE)


def _named(element: _Element, name: str) -> list[_Element]:
    """Return the elements inside with a class of this name, in order."""
    return [one for one in element.iter() if name in (one.get("class") or "").split()]


def _text(element: _Element | None) -> str:
    """Return all text of an element on one line."""
    return "" if element is None else " ".join("".join(map(str, element.itertext())).split())
