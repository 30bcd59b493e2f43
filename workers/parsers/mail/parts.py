"""The parts of a MIME message: its text, plain and as a page, and what is attached to it."""

from __future__ import annotations

import re
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from email import policy
from email.message import Message
from email.parser import BytesParser
from typing import TYPE_CHECKING

from shared.errors import Reason, Rejected
from workers.parsers.mail.headers import header, unworded
from workers.parsers.mail.signed import signed_content
from workers.parsers.mail.tnef import Packed, read_tnef
from workers.parsers.records.json_text import load
from workers.parsers.unpacking.members import is_silent

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_MOST_PARTS = 2000
_MOST_SEALS = 20
"""Signatures around a message: behind each, one in the other, all of it is read again."""
_SIGNATURE = re.compile(rb"\r?\n-- ?\r?\n(?!.*\r?\n-- ?\r?\n).*\Z", re.DOTALL)
_LONGEST_SIGNATURE = 1500
_FOLDED = re.compile(rb"(boundary=\"[^\"\r\n]{1,70})\r?\n[ \t]+", re.IGNORECASE)
"""A boundary that was broken where it has a space, which the library takes for a part of it."""
_LOCKED = frozenset({"multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"})
_ENVELOPES = frozenset({
    "application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature",
    "text/calendar", "text/vcard", "text/x-vcard", "message/delivery-status",
})  # fmt: skip
RECORDS: Mapping[str, str] = {
    "application/json": "message.json", "application/ld+json": "message.json",
    "application/x-ndjson": "message.jsonl", "application/xml": "message.xml",
    "text/xml": "message.xml", "text/json": "message.json",
}  # fmt: skip
"""Kind of a part without a name that a program sends as the message → what it is called."""
RECORD_NAMES = frozenset(RECORDS.values())
_RECORD = re.compile(rb"\s*+(?:(\{\s*\"|\[\s*\{\s*\")|<\?xml\s)")
"""How JSON and XML begin, that were sent as a plain text."""
_TNEF = frozenset({"application/ms-tnef", "application/vnd.ms-tnef"})
_TNEF_NAME = "winmail.dat"


@dataclass(frozen=True, slots=True)
class Part:
    """The bytes of one part, decoded; the charset is what its header declares."""

    name: str
    content: bytes
    charset: str | None
    location: str = ""
    """The part's address, where it is a page with one (`Content-Location`)."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What a message holds."""

    plain: Part | None
    page: Part | None
    attached: tuple[Part, ...]


def parse(data: bytes) -> Message:
    """Return a message's tree of parts; raise `Rejected` (`too_deep`, `malformed`)."""
    with guarded():
        return BytesParser(policy=policy.compat32).parsebytes(_FOLDED.sub(rb"\1 ", data))


@contextmanager
def guarded() -> Iterator[None]:
    """Turn what the library raises over headers that are rubbish into a refusal."""
    try:
        yield
    except RecursionError:
        raise Rejected(Reason.TOO_DEEP, "its parts are nested deeper than can be read") from None
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        raise Rejected(Reason.MALFORMED, f"the message is broken: {error}") from error


def parts_of(message: Message) -> Parts:
    """Return the first plain text and the first page, and what is attached."""
    plain = page = None
    attached: list[Part] = []
    packed = Packed()
    with guarded():
        for part in leaves(message):
            kind = part.get_content_type()
            named = _attached_name(part)
            if not named and (record := _record(part, kind)) is not None:
                attached.append(record)
            elif kind == "text/plain" and not named and plain is None:
                plain = _unsigned(decoded(part, "message.txt"))
            elif kind == "text/html" and not named and page is None:
                page = decoded(part, "message.html")
            elif kind in _TNEF or named.lower() == _TNEF_NAME:
                packed = read_tnef(decoded(part, named).content)
            elif named and kind not in _ENVELOPES and not is_silent(named):
                attached.append(decoded(part, named))
    return _with_packed(plain, page, attached, packed)


def _record(part: Message, kind: str) -> Part | None:
    """Return the JSON or XML that a message is, as what is attached; None for other texts."""
    if kind in RECORDS:
        return decoded(part, RECORDS[kind])
    if kind != "text/plain":
        return None
    text = _unsigned(decoded(part, "message.txt"))
    begins = _RECORD.match(text.content)
    if begins is None:
        return None
    if begins[1] is None:
        whole = text.content.rstrip().endswith(b">")
        return replace(text, name="message.xml") if whole else None
    return replace(text, name="message.json") if _is_json(text) else None


def _is_json(text: Part) -> bool:
    """Return whether a text, or its first line, is JSON to its end."""
    for content in (text.content, text.content.lstrip().partition(b"\n")[0]):
        with suppress(Rejected):
            load(content, text.charset)
            return True
    return False


def _with_packed(
    plain: Part | None, page: Part | None, attached: list[Part], packed: Packed
) -> Parts:
    """Return the parts with what Outlook packed: its text where the message has no other."""
    if page is None and (plain is None or not plain.content.strip()):
        if packed.page:
            page = Part("message.html", packed.page.encode("utf-8", "replace"), "utf-8")
        if packed.plain.strip():
            plain = Part("message.txt", packed.plain.encode("utf-8", "replace"), "utf-8")
    files = (
        Part(one.name or "attached", one.content, None)
        for one in packed.attached
        if not is_silent(one.name or "attached")
    )
    return Parts(plain, page, (*attached, *files))


def leaves(message: Message) -> Iterator[Message]:
    """Yield the parts that hold something; a message inside a message is one part."""
    waiting, seals = [message], 0
    for _ in range(_MOST_PARTS):
        if not waiting:
            return
        part = waiting.pop()
        if part.get_content_type() in _LOCKED:
            waiting.append(_unsealed(part))
            seals += 1
            if seals > _MOST_SEALS:
                raise Rejected(Reason.TOO_DEEP, f"it has more than {_MOST_SEALS} signatures")
            continue
        inside = _inside(part)
        if inside and part.get_content_maintype() == "multipart":
            waiting += reversed(inside)
        else:
            yield part


def _unsealed(part: Message) -> Message:
    """Return the message inside a signature; raise `Rejected` (`encrypted`) for a locked one."""
    sealed = part.get_payload(decode=True)
    content = signed_content(sealed) if isinstance(sealed, bytes) else None
    if content is None:
        raise Rejected(Reason.ENCRYPTED, "the message is encrypted")
    return parse(content)


def decoded(part: Message, name: str) -> Part:
    """Return a part's bytes with its transfer encoding undone."""
    if inside := _inside(part):  # a message inside: its own bytes
        content = b"\n".join(each.as_bytes() for each in inside)
        return Part(name if name.endswith(".eml") else f"{name}.eml", content, None)
    plain = part.get_payload(decode=True)
    content = plain if isinstance(plain, bytes) else b""
    return Part(name, content, _charset(part), header(part, "content-location"))


def _inside(part: Message) -> list[Message]:
    """Return the parts of a part; a text is not asked for, which would be decoded for it."""
    payload = part.get_payload() if part.is_multipart() else None
    return [each for each in payload if isinstance(each, Message)] if payload else []


def _attached_name(part: Message) -> str:
    """Return the name of what is attached; empty for a part that is the message's own text."""
    name = " ".join(unworded(part.get_filename() or "").split())
    if part.get_content_type() == "message/rfc822":
        return name or "message.eml"
    return name or ("attached" if part.get_content_disposition() == "attachment" else "")


def _charset(part: Message) -> str | None:
    try:
        return part.get_content_charset()
    except (ValueError, LookupError):
        return None


def _unsigned(part: Part) -> Part:
    """Return a text without the signature below its last dashes."""
    found = _SIGNATURE.search(part.content, max(0, len(part.content) - _LONGEST_SIGNATURE))
    if found is None:
        return part
    return Part(part.name, part.content[: found.start()], part.charset, part.location)
