"""
What a page in a message repeats of another message, and its signature.

The page is set in lines, those of quotations marked as a plain text marks them; what the reader of
plain texts calls the message's own stays in the page, the rest is taken out of its tree.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml import etree, html

from workers.parsers.charset.decoding import decode
from workers.parsers.mail.quotes import Said, is_passed_on, own_lines, says_something

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINES = frozenset(
    {"p", "div", "table", "tr", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre", "center",
     "section", "article", "header", "footer", "address", "h1", "h2", "h3", "h4", "h5", "h6",
     "body", "br", "hr"}
)  # fmt: skip
_UNREAD = frozenset({"script", "style", "title", "head", "noscript", "template"})
_QUOTES = re.compile(
    r"(?:^|\s)(?:gmail_quote\w*|gmail_attr|moz-cite-prefix|yahoo_quoted\w*|protonmail_quote"
    r"|tutanota_quote|zmail_extra|reply-intro|ms-outlook-mobile-reference-message"
    r"|mail-editor-reference-message-container|__QUOTED_TEXT__)(?:\s|$)"
)
"""Classes, ids and marks by which mail programs know what they quote."""
_SIGNATURES = re.compile(
    r"(?:^|\s)(?:moz-signature|gmail_signature|protonmail_signature_block\S*"
    r"|ms-outlook-mobile-signature)(?:\s|$)"
)
_HINT = re.compile(
    rb"type=[\"']?cite|cite=[\"']?mid:|gmail_|moz-|yahoo_quoted|protonmail_|tutanota_|zmail_extra"
    rb"|outlook-mobile|reference-message|__QUOTED"
)
_RULE = "_" * 8
_DASHES = re.compile(r"--")
_LONGEST_SIGNATURE = 1500


@dataclass(slots=True)
class _Laid:
    """A page in lines: each line's text, and what of the tree stands in it."""

    lines: list[list[str]] = field(default_factory=lambda: [[]])
    pieces: list[tuple[etree._Element, bool, list[tuple[int, str]]]] = field(default_factory=list)
    """An element, whether it is the text behind it, and by lines what that is."""
    quoted: set[int] = field(default_factory=set)
    signed: set[int] = field(default_factory=set)

    def break_line(self) -> None:
        if self.lines[-1]:
            self.lines.append([])

    def rule(self) -> None:
        self.break_line()
        self.lines[-1].append(_RULE)
        self.break_line()

    @property
    def texts(self) -> list[str]:
        return [" ".join("".join(pieces).split()) for pieces in self.lines]


def own_page(
    content: bytes, charset: str | None, subject: str, *, answers: bool = False
) -> Said | None:
    """Return the HTML of what a page says itself; None where it repeats no other message."""
    if not (answers or is_passed_on(subject) or _HINT.search(content)):
        return None
    markup = decode(content, charset, html=True).text.encode("utf-8", "replace")
    try:
        root = html.document_fromstring(
            markup, html.HTMLParser(encoding="utf-8"), ensure_head_body=True
        )
    except etree.ParserError:  # there is no element and no text in it
        return None
    laid = _laid(root)
    texts = laid.texts
    marked = "\n".join(f"{'> ' if at in laid.quoted else ''}{one}" for at, one in enumerate(texts))
    own = own_lines(marked, subject, answers=answers, wrapped=False)
    kept = [at for at in own.places if at is not None]
    kept = _without_signature(kept, texts, laid.signed)
    if len(kept) == len(texts) or not says_something("".join(texts[at] for at in kept)):
        return None
    _cut(laid, frozenset(kept))
    return Said(html.tostring(root, encoding="unicode"), own.claims)


def _laid(root: etree._Element) -> _Laid:
    """Return a page in lines; a walk in C, so that its depth is no matter."""
    laid = _Laid()
    quotes = signatures = unread = kept = 0
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        name = element.tag if isinstance(element.tag, str) else ""
        step = 1 if event == "start" else -1
        if name:
            quotes += step * _is_quote(element, name)
            signatures += step * (_SIGNATURES.search(_marks(element)) is not None)
            unread += step * (name in _UNREAD)
            kept += step * (name == "pre")
        if name == "hr" and event == "start":
            laid.rule()
        elif name in _LINES:
            laid.break_line()
        behind = event != "start"
        told = element.tail if behind else element.text
        if told and not unread:
            _add(laid, element, told, behind=behind, kept=kept > 0)
            if quotes and told.strip():
                laid.quoted.add(len(laid.lines) - 1)
            if signatures:
                laid.signed.add(len(laid.lines) - 1)
    return laid


def _add(laid: _Laid, element: etree._Element, told: str, *, behind: bool, kept: bool) -> None:
    """Add the text in or behind an element, its line ends too where they mean something."""
    spans: list[tuple[int, str]] = []
    for number, piece in enumerate(told.split("\n") if kept else [told]):
        if number:
            laid.lines.append([])
        if piece.strip() or laid.lines[-1]:
            laid.lines[-1].append(piece)
        spans.append((len(laid.lines) - 1, piece))
    laid.pieces.append((element, behind, spans))


def _is_quote(element: etree._Element, name: str) -> bool:
    if name == "blockquote":
        cited = element.get("type", "").lower() == "cite" or element.get("cite", "")[:4] == "mid:"
        if cited:
            return True
    return _QUOTES.search(_marks(element)) is not None


def _marks(element: etree._Element) -> str:
    """Return what names an element: its classes, id and mark of a mail program."""
    return " ".join(_told(element))


def _told(element: etree._Element) -> Iterator[str]:
    for name in ("class", "id", "data-marker"):
        if value := element.get(name):
            yield value


def _without_signature(kept: list[int], texts: list[str], signed: set[int]) -> list[int]:
    """Return the lines without a signature: by its mark, or below dashes near the end."""
    unsigned = [at for at in kept if at not in signed]
    size = 0
    for place in range(len(unsigned) - 1, -1, -1):
        text = texts[unsigned[place]]
        if _DASHES.fullmatch(text):
            unsigned = unsigned[:place]
            break
        size += len(text)
        if size > _LONGEST_SIGNATURE:
            break
    return unsigned if says_something("".join(texts[at] for at in unsigned)) else kept


def _cut(laid: _Laid, kept: frozenset[int]) -> None:
    """Take the text of all other lines out of the tree."""
    for element, behind, spans in laid.pieces:
        told = "\n".join(piece for line, piece in spans if line in kept)
        if behind:
            element.tail = told
        else:
            element.text = told
