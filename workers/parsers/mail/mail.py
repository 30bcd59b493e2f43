"""
E-mail: one message (EML) or a mailbox of many (mbox); newsletters, and desks that mail their copy.

The text is read by the parser of its kind, plain or page, and the better of both is taken; the
headers know the rest. Attached documents are items of their own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from shared.domain.article import Field, RawItem
from shared.errors import Reason, Rejected
from workers.parsers.base import RejectedItem
from workers.parsers.charset.decoding import decode
from workers.parsers.claims.together import both
from workers.parsers.documents.prose import PAGE_LINKS, is_prose
from workers.parsers.mail import headers as mail_headers
from workers.parsers.mail import mbox
from workers.parsers.mail import parts as mail_parts
from workers.parsers.mail import quotes as mail_quotes
from workers.parsers.mail.furniture import without_furniture
from workers.parsers.mail.page_quotes import own_page
from workers.parsers.mail.text import own_paragraphs, paragraphs
from workers.parsers.paragraphs.markup import html_paragraphs
from workers.parsers.text.alone.rows import is_row
from workers.parsers.text.reading import DUMP
from workers.parsers.unpacking.inner import Inner, budget_of, too_large
from workers.parsers.unpacking.members import contained, read_member

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from email.message import Message

    from shared.domain.article import Claim
    from workers.parsers.base import ParseContext, Parsed, RawFile
    from workers.parsers.mail.parts import Part, Parts
    from workers.parsers.mail.quotes import Said
    from workers.parsers.unpacking.budget import Budget

_ADDRESS = re.compile(r"https?://\S+|<[^<>\s]+@[^<>\s]+>")
_BLANK_LINES = re.compile(rb"\A(?:[ \t]*\r?\n)+")
"""Above the headers: some web mail shows a message's source so."""
_SUFFIXES = frozenset({".eml", ".mbox", ".mbx", ".emlx"})
_FIRST_LINE = "headline line"
"""The source of a headline that the reader of texts found above the paragraphs."""
_STOPS = (".", "!", "?", "\u3002", "\uff01", "\uff1f")
_LONGEST_SIZE = 20
_INVITATION = "an invitation to a meeting, or an answer to one: there is no article in it"
_STORY, _STORY_SIZE = 3, 400
"""Paragraphs of sentences, and their characters, of a text that is more than an invitation's."""
_SENT = 0.3
"""How far the time of the message is believed for a record that is its text."""
_OF_A_TEXT = (Reason.NO_ARTICLE, Reason.TOO_DEEP, Reason.MALFORMED)
"""Why no parser takes what people wrote all the same."""
_MOSTLY = 0.8
"""A plain text with so much of the page's words says the same, and needed no extraction."""


@dataclass(frozen=True, slots=True)
class _Own:
    """The texts of a message, without what they repeat of another."""

    plain: Part | None
    page: Part | None
    claims: Mapping[Field, tuple[Claim, ...]] = field(default_factory=dict)
    """What is said of the message that it passes on."""


class Mail:
    """Reads each message as an article: its subject, its sender, its date, its text."""

    name = "mail"
    version = 11

    def score(self, file: RawFile) -> float:
        """Return .9 or more for headers that only a mail program writes, or a mailbox's line."""
        head = _BLANK_LINES.sub(b"", file.head)
        first, _, rest = head.partition(b"\n")
        if mbox.SEPARATOR.fullmatch(first + b"\n"):
            return 0.97 if mail_headers.points(rest) else 0.0
        if mail_headers.is_message(head) or (_size_of(first) and mail_headers.is_message(rest)):
            return 0.95
        return 0.9 if file.suffix in _SUFFIXES and mail_headers.points(head) > 1 else 0.0

    def parse(self, file: RawFile, context: ParseContext) -> Iterator[Parsed]:
        """Yield the message's item and its attachments'; a mailbox's by their numbers."""
        budget = budget_of(file, context)
        if mbox.SEPARATOR.match(file.head):  # a mailbox is read from its very first line
            yield from _mailbox(file, context, budget)
            return
        if len(file.data) > context.limits.file_bytes:
            raise too_large(context.limits.file_bytes)
        first, end, rest = _BLANK_LINES.sub(b"", file.data).partition(b"\n")
        data = rest[: _size_of(first)] if _size_of(first) else first + end + rest
        yield from _message(data, "", context, budget)


def _size_of(line: bytes) -> int:
    """Return the size of the message below a line with nothing else, as Apple's Mail writes it."""
    return int(line) if len(line) < _LONGEST_SIZE and line.strip().isdigit() else 0


def _mailbox(file: RawFile, context: ParseContext, budget: Budget) -> Iterator[Parsed]:
    limit = context.limits.file_bytes
    with file.open() as stream:
        for number, data in enumerate(mbox.messages(stream, limit), 1):
            label = str(number)
            if data is None:
                yield RejectedItem(label, too_large(limit))
            else:
                yield from contained(label, _message(data, label, context, budget), budget)


def _message(data: bytes, label: str, context: ParseContext, budget: Budget) -> Iterator[Parsed]:
    """Yield the text of a message as an item, then the items of its attachments."""
    message = mail_parts.parse(data)
    parts = mail_parts.parts_of(message)
    with mail_parts.guarded():
        if (what := mail_headers.automatic(message)) is not None:
            raise Rejected(Reason.NO_ARTICLE, f"{what}: there is no article in it")
        if mail_headers.asks(message) and not _tells_story(parts):
            raise Rejected(Reason.NO_ARTICLE, _INVITATION)
        headers = mail_headers.claims_of(message)
        said = _own(parts, message)
    texts = [part for part in (said.plain, said.page) if part is not None]
    best = _better([_text_of(part, context, budget) for part in texts])
    if best is not None:
        if mail_headers.is_bulk(message):
            best = replace(best, body=without_furniture(best.body))
        body = _with_first(best, headers)
        claims = both({**headers, **said.claims}, best.claims)
        yield replace(best, item=label, body=body, claims=claims, parser="")
    elif not parts.attached:
        raise Rejected(Reason.NO_ARTICLE, "there is no text in the message")
    for part in parts.attached:
        inner = Inner(name=part.name, content=part.content, budget=budget)
        name = f"{label}/{part.name}" if label else part.name
        for parsed in read_member(name, inner, context.nested(charset=part.charset)):
            yield _dated(parsed, headers) if part.name in mail_parts.RECORD_NAMES else parsed


def _dated(parsed: Parsed, headers: Mapping[Field, tuple[Claim, ...]]) -> Parsed:
    """Return what a program sent as the message itself, with the message's time as a weak claim."""
    if not isinstance(parsed, RawItem):
        return parsed
    sent = {
        Field.PUBLISHED: tuple(
            replace(one, weight=one.weight * _SENT) for one in headers.get(Field.PUBLISHED, ())
        )
    }
    return replace(parsed, claims=both(parsed.claims, sent))


def _tells_story(parts: Parts) -> bool:
    """Return whether a message has a full text, beside an invitation that stands in it."""
    part = parts.plain or parts.page
    if part is None:
        return False
    text = decode(part.content, part.charset, html=part is parts.page).text
    told = html_paragraphs(text) if part is parts.page else (one.text for one in paragraphs(text))
    prose = [one for one in told if is_prose(one) and not _ADDRESS.search(one)]
    return len(prose) >= _STORY and sum(map(len, prose)) >= _STORY_SIZE


def _own(parts: Parts, message: Message) -> _Own:
    """Return the texts of a message as far as they are its own."""
    subject = mail_headers.header(message, "subject")
    answers = mail_headers.is_answer(message)
    plain, page = parts.plain, parts.page
    if plain is not None:
        said = mail_quotes.own_words(plain.content, plain.charset, subject, answers=answers)
        if said is not None:  # a page beside it repeats what it repeats
            return _Own(_said(plain, said), None, said.claims)
    if page is not None:
        said = own_page(page.content, page.charset, subject, answers=answers)
        if said is not None:
            return _Own(plain, _said(page, said), said.claims)
    return _Own(plain, page)


def _said(part: Part, said: Said) -> Part:
    return replace(part, content=said.text.encode("utf-8", "replace"), charset="utf-8")


def _with_first(text: RawItem, headers: Mapping[Field, tuple[Claim, ...]]) -> tuple[str, ...]:
    """Return a text with the line that was taken for its headline: a mail's is its subject."""
    told = text.claims.get(Field.HEADLINE, ())
    if not headers.get(Field.HEADLINE) or not told or told[0].source != _FIRST_LINE:
        return text.body
    first, body = told[0].value, text.body
    if body[0].startswith(first):
        return body
    if is_row(body[0]):  # it heads a table
        subject = headers[Field.HEADLINE][0].value.casefold()
        return body if first.casefold() in subject else (first, *body)
    if body[0][:1].islower():  # the line was broken in the middle of its sentence
        return (f"{first} {body[0]}", *body[1:])
    return (first, *body) if first.endswith(_STOPS) else body


def _text_of(part: Part, context: ParseContext, budget: Budget) -> RawItem | None:
    """Return the article of a text or page, or all its paragraphs where it is a short message."""
    assert context.read is not None
    inner = Inner(name=part.name, content=part.content, budget=budget)
    try:
        for parsed in context.read(inner, context.nested(charset=part.charset)):
            if isinstance(parsed, RawItem):
                return _whole(parsed, part)
    except Rejected as rejected:
        if rejected.reason not in _OF_A_TEXT:
            return None
    is_page = part.name.endswith(".html")
    decoded = decode(part.content, part.charset, html=is_page)
    told = () if is_page else paragraphs(decoded.text)
    body = html_paragraphs(decoded.text) if is_page else tuple(one.text for one in told)
    return RawItem(body=body, body_source="message", notes=decoded.notes) if body else None


def _whole(read: RawItem, part: Part) -> RawItem:
    """
    Return a text with what was taken for a page's furniture: of a mail it is its writer's own.

    A newsletter is known by its addresses: it keeps what was read as text alone.
    """
    if read.body_source != DUMP:
        return read
    text = decode(part.content, part.charset).text
    if len(_ADDRESS.findall(text)) >= PAGE_LINKS:
        return read
    body = own_paragraphs(paragraphs(text), frozenset(read.body))
    return replace(read, body=body, body_source="message")


def _better(readings: list[RawItem | None]) -> RawItem | None:
    """Return the plain text's reading unless the page's holds clearly more."""
    found = [reading for reading in readings if reading is not None]
    most = max(map(_words, found), default=0)
    return next((each for each in found if _words(each) >= _MOSTLY * most), None)


def _words(item: RawItem) -> int:
    """Return the size of a text without the addresses that newsletters are full of."""
    return sum(len(_ADDRESS.sub("", paragraph)) for paragraph in item.body)
