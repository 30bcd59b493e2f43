"""What the headers of a message say, and whether bytes begin with such headers at all."""

from __future__ import annotations

import re
from email.errors import MessageError
from email.header import decode_header
from email.message import Message
from email.utils import getaddresses, parsedate_to_datetime

from shared.domain.article import Claim, Field
from workers.parsers.charset.decoding import decode
from workers.parsers.lines.subjects import ANSWERS, bare_subject
from workers.words.given_names import is_given_name

_HEADER = re.compile(rb"([!-9;-~]{1,70}):[ \t]*([^\r\n]{0,900})")
_MACHINE = frozenset(
    b"message-id received return-path mime-version dkim-signature delivered-to references "
    b"content-transfer-encoding in-reply-to list-unsubscribe list-id newsgroups path x-mailer "
    b"nntp-posting-host authentication-results x-received user-agent lines".split()
)
"""What only programs write; two points each. The rest people write too: one point."""
_TYPE = re.compile(rb"[\w.+-]+/[\w.+-]+[ \t]*(?:;|\Z)|multipart/")
_WRITTEN = {
    b"from": re.compile(rb"[^@\s]@[^@\s]"),
    b"to": re.compile(rb"[^@\s]@[^@\s]"),
    b"date": re.compile(rb"\d{1,2} [A-Z][a-z]{2} \d{2,4} \d\d:\d\d"),
    b"subject": re.compile(rb"\S"),
}
_ENOUGH = 3
_BULK = ("list-id", "list-unsubscribe", "list-post", "feedback-id")
_SHOWN_AS_ONE = frozenset({"multipart/mixed", "multipart/alternative", "multipart/related"})
_AUTOMATIC = ("x-autoreply", "x-autorespond", "x-autoresponse")
_NO = frozenset({"", "no", "false", "0"})
_SPACE = re.compile(r"\s+")
_LONGEST = 20_000

_FOR = re.compile(r"['\"]?([^\s'\"][^'\"]{1,58}?)['\"]? (?:from|at|via|\|) (\S.{1,80})")
"""How newsletters and lists name who writes in them: `Ann Ek from Harbour Notes`."""

_QUOTED = re.compile(r"=\?([\w-]{2,40})\?[Qq]\?([^?]{0,1000})\?=")
"""An encoded word (RFC 2047, 4.2)."""


def points(head: bytes) -> int:
    """Return how much the first lines of a file look like the headers of a message."""
    start = head.lstrip(b"\xef\xbb\xbf\r\n")
    if _HEADER.match(start) is None:  # most files: they need not be parted into lines
        return 0
    seen: set[bytes] = set()
    total = 0
    for line in start.splitlines():
        if line[:1] in (b" ", b"\t") and seen:
            continue
        header = _HEADER.match(line)
        if header is None:
            break
        name = header[1].lower()
        if name in seen:
            continue
        seen.add(name)
        if name in _MACHINE:
            total += 2
        elif name == b"content-type":
            total += 2 if _TYPE.match(header[2]) else 0
        elif name in _WRITTEN and _WRITTEN[name].search(header[2]):
            total += 1
    return total if seen & _WRITTEN.keys() else 0


def is_message(head: bytes) -> bool:
    """Return whether a file begins with the headers of a message, and not with labels."""
    return points(head) >= _ENOUGH


def header(message: Message, name: str) -> str:
    """Return the first header of a name as text in one line; empty where there is none."""
    for own, value in message.raw_items():
        if own.lower() == name:
            return _SPACE.sub(" ", unworded(str(value)[:_LONGEST])).strip()
    return ""


def is_bulk(message: Message) -> bool:
    """Return whether a message comes from a list."""
    return any(header(message, name) for name in _BULK)


def automatic(message: Message) -> str | None:
    """
    Return what a message is that a program wrote in answer to another; None for what people send.

    Reports of delivery (RFC 6522), answers by themselves (RFC 3834).
    """
    if message.get_content_type() == "multipart/report":
        return "a mail system's report on the delivery of another message"
    answered = header(message, "auto-submitted").lower().startswith("auto-replied")
    if answered or any(header(message, name).lower() not in _NO for name in _AUTOMATIC):
        return "an automatic reply"
    return None


def asks(message: Message) -> bool:
    """
    Return whether a calendar's entry is the message itself, and asks for an answer or is one.

    That is an invitation (RFC 6047), which may have a story beside it. Attached, or published for
    all to see (RFC 5546, 3.2.1), the entry is a press office's.
    """
    if message.get_content_type() == "text/calendar":
        return str(message.get_param("method", "publish")).lower() != "publish"
    if message.get_content_type() not in _SHOWN_AS_ONE:
        return False
    return any(
        asks(part) for part in _parts(message) if part.get_content_disposition() != "attachment"
    )


def _parts(message: Message) -> list[Message]:
    payload = message.get_payload()
    return (
        [part for part in payload if isinstance(part, Message)] if isinstance(payload, list) else []
    )


def is_answer(message: Message) -> bool:
    """Return whether a message answers another, or passes one on."""
    return bool(header(message, "in-reply-to") or ANSWERS.match(header(message, "subject")))


def claims_of(message: Message) -> dict[Field, tuple[Claim, ...]]:
    """Return what the headers say of the article in the message, each with its header's name."""
    sender = _sender(message)
    bulk = is_bulk(message)
    person, house = _parted(sender) if bulk else (sender, "")
    found = {
        Field.HEADLINE: [_claim(bare_subject(header(message, "subject")), "Subject")],
        # a byline in the text knows better than the name of a desk or a newsletter
        Field.AUTHOR: [_claim(person, "From", 0.4 if bulk else 0.8)],
        Field.SOURCE: [
            _claim(header(message, "organization"), "Organization"),
            _claim(house, "From", 0.6),
        ],
        Field.PUBLISHED: [_claim(_date(header(message, "date")), "Date")],
        Field.GUID: [_claim(_bare(header(message, "message-id")), "Message-ID")],
        Field.LANGUAGE: [_claim(header(message, "content-language"), "Content-Language", 0.6)],
        Field.URL: [_claim(_bare(header(message, "archived-at")), "Archived-At")],
        Field.KEYWORD: [
            _claim(word.strip(), "Keywords") for word in header(message, "keywords").split(",")
        ],
    }
    kept = {name: tuple(each for each in claims if each.value) for name, claims in found.items()}
    return {name: claims for name, claims in kept.items() if claims}


def _claim(value: str, name: str, weight: float = 1.0) -> Claim:
    return Claim(value, f"mail header {name}", weight)


def _sender(message: Message) -> str:
    """Return the name in `From` or `Author`; an address alone names nobody."""
    for name in ("author", "from"):
        for display, _address in getaddresses([header(message, name)]):
            if display and "@" not in display:
                return display.strip("\"' ")
    return ""


def _parted(sender: str) -> tuple[str, str]:
    """Return who writes in a newsletter, and its name, where its sender names both."""
    found = _FOR.fullmatch(sender)
    if found is None or not is_given_name(found[1].partition(" ")[0]):
        return sender, sender
    return found[1], found[2]


def _date(value: str) -> str:
    """Return the time in ISO 8601 where it is written by the rules, else as it is."""
    try:
        return parsedate_to_datetime(value).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return value


def _bare(value: str) -> str:
    return value.strip("<> ")


def unworded(raw: str) -> str:
    """Return a header's text: encoded words undone, bytes in an unsaid charset read."""
    if not raw.isascii():
        text = decode(raw.encode("utf-8", "surrogateescape")).text
        raw = _QUOTED.sub(_in_ascii, text)
        if not raw.isascii():
            return raw
    try:
        parts = decode_header(raw)
    except (MessageError, ValueError):
        return raw
    return "".join(
        part if isinstance(part, str) else _word(part, charset) for part, charset in parts
    )


def _in_ascii(word: re.Match[str]) -> str:
    """Return an encoded word whose letters beyond ASCII are encoded, as they should have been."""
    try:
        signs = [sign if sign.isascii() else _hex(sign.encode(word[1])) for sign in word[2]]
    except (LookupError, UnicodeEncodeError):
        return word[0]
    return f"=?{word[1]}?q?{''.join(signs)}?="


def _hex(data: bytes) -> str:
    return "".join(f"={byte:02X}" for byte in data)


def _word(part: bytes, charset: str | None) -> str:
    return decode(part, charset).text if charset else part.decode("ascii", "replace")
