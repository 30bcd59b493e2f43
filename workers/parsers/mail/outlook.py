"""
A message of Outlook (MSG) as a mail message.

Source: [MS-OXMSG] 2.1 (streams and properties), [MS-OXPROPS] (the properties' numbers).
"""

from __future__ import annotations

import struct
from email import policy
from email.message import EmailMessage
from email.parser import HeaderParser
from email.utils import format_datetime, formataddr
from typing import TYPE_CHECKING, Final

from shared.errors import Reason, Rejected
from workers.parsers.charset.decoding import decode
from workers.parsers.charset.labels import of_code_page
from workers.parsers.documents import ole
from workers.parsers.documents.rtf_packed import texts_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    import olefile

PROPERTIES: Final = "__properties_version1.0"
_ATTACHED: Final = "__attach_version1.0_"
_HEADERS, _SUBJECT, _BODY, _PAGE, _RTF = "007D", "0037", "1000", "1013", "1009"
_CLASS = "001A"
_SENDER, _ADDRESS, _SMTP, _ID = "0C1A", "0C1F", "5D01", "1035"
_DATA, _LONG_NAME, _NAME = "3701", "3707", "3704"
_TIMES: Final = (0x0039_0040, 0x0E06_0040)
"""When it was sent, and when it came."""
_CODE_PAGES: Final = (0x3FDE_0003, 0x3FFD_0003)
_HEAD: Final = 32
"""Bytes before a message's properties."""
_ENTRY = struct.Struct("<II8s")
_MOST: Final = 200
"""Attachments."""
_LONGEST: Final = 2_000
"""Characters of a header: the library's time for one grows with the square of them."""
_KEPT: Final = frozenset(
    {"auto-submitted", "content-language", "feedback-id", "in-reply-to", "keywords", "list-id"}
    | {"list-post", "list-unsubscribe", "organization", "archived-at", "x-autoreply"}
)
"""Headers that tell of the article, beside those that have properties of their own."""
_NO_MESSAGES: Final = (
    ("IPM.APPOINTMENT", "an entry of Outlook's calendar"),
    ("IPM.SCHEDULE", "an invitation to a meeting, or an answer to one"),
    ("IPM.TASK", "a task of Outlook"),
    ("IPM.CONTACT", "a contact of Outlook"),
    ("IPM.ABCHPERSON", "a contact of Outlook"),
    ("IPM.DISTLIST", "a list of contacts of Outlook"),
    ("IPM.ACTIVITY", "an entry of Outlook's journal"),
    ("IPM.NOTE.RULES.OOF", "an automatic reply"),
    ("IPM.OUTLOOK.RECALL", "a request to take a message back"),
    ("REPORT.", "a mail system's report on the delivery of another message"),
)
"""How the class of what is no message begins ([MS-OXCMSG] 2.2.1.3), and what it is."""


def as_mail(shell: olefile.OleFileIO) -> bytes:
    """
    Return the message with its texts and attachments as mail programs send it.

    Raise `Rejected` for what Outlook keeps in such a file that is no message.
    """
    known = dict(_properties(ole.stream(shell, PROPERTIES)))
    page = next((struct.unpack("<i4x", known[tag])[0] for tag in _CODE_PAGES if tag in known), 0)
    said = _Strings(shell, page)
    _refuse_others(said.of(_CLASS) or "")
    message = EmailMessage(policy=policy.SMTP.clone(utf8=True))
    for name, value in _headers(said, known):
        if value and name not in message:
            message[name] = " ".join(value.split())[:_LONGEST]
    plain, shown = _texts(shell, said)
    message.set_content(plain)
    if shown:
        message.add_alternative(shown, subtype="html")
    for name, content in _attachments(shell, page):
        message.add_attachment(
            content, maintype="application", subtype="octet-stream", filename=name
        )
    return message.as_bytes()


def _refuse_others(kind: str) -> None:
    """Raise `Rejected` for a class of what is no message."""
    found = (told for begins, told in _NO_MESSAGES if kind.upper().startswith(begins))
    if (what := next(found, None)) is not None:
        detail = f"{what}: there is no article in it; save a text that it holds as a document"
        raise Rejected(Reason.NO_ARTICLE, detail)


def _texts(shell: olefile.OleFileIO, said: _Strings) -> tuple[str, str]:
    """Return the plain text and the page of a message; of RTF, where there is neither."""
    coded = ole.stream(shell, f"__substg1.0_{_PAGE}0102")
    plain, shown = said.of(_BODY) or "", said.of(_PAGE) or ""
    if coded:
        shown = decode(coded, html=True).text
    if plain.strip() or shown.strip():
        return plain, shown
    return texts_of(ole.stream(shell, f"__substg1.0_{_RTF}0102"))


class _Strings:
    """The text properties of one storage."""

    def __init__(self, shell: olefile.OleFileIO, page: int, *path: str) -> None:
        self._shell, self._page, self._path = shell, page, path

    def of(self, number: str) -> str | None:
        """Return a property's text: UTF-16, or in the message's code page."""
        if wide := ole.stream(self._shell, *self._path, f"__substg1.0_{number}001F"):
            return wide.decode("utf-16-le", "replace").strip("\0")
        narrow = ole.stream(self._shell, *self._path, f"__substg1.0_{number}001E")
        charset = of_code_page(self._page) if self._page else None
        return decode(narrow, charset).text.strip("\0") if narrow else None


def _headers(said: _Strings, known: dict[int, bytes]) -> Iterator[tuple[str, str | None]]:
    """Yield the headers, the message's own properties first."""
    sent = HeaderParser(policy=policy.compat32).parsestr(said.of(_HEADERS) or "")
    ticks = (struct.unpack("<Q", known[tag])[0] for tag in _TIMES if tag in known)
    times = map(ole.moment, ticks)
    moment = next((one for one in times if one is not None), None)
    yield "Subject", said.of(_SUBJECT) or sent.get("Subject")
    address = said.of(_SMTP) or said.of(_ADDRESS) or ""
    name = said.of(_SENDER) or ""
    known_by = address if "@" in address and address.isascii() else ""  # others the library refuses
    yield "From", formataddr((name, known_by)) or sent.get("From")
    yield "Date", sent.get("Date") or (format_datetime(moment) if moment else None)
    yield "Message-ID", said.of(_ID) or sent.get("Message-ID")
    for header, value in sent.items():
        if header.lower() in _KEPT:
            yield header, str(value)


def _properties(stream: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the tag and the eight bytes of each property of a fixed size."""
    for at in range(_HEAD, len(stream) - _ENTRY.size + 1, _ENTRY.size):
        tag, _flags, value = _ENTRY.unpack_from(stream, at)
        yield tag, value


def _attachments(shell: olefile.OleFileIO, page: int) -> Iterator[tuple[str, bytes]]:
    """Yield name and content of each attached file; messages in the message are passed over."""
    names = {path[0] for path in shell.listdir() if path[0].startswith(_ATTACHED)}
    for number, storage in enumerate(sorted(names)[:_MOST]):
        said = _Strings(shell, page, storage)
        if content := ole.stream(shell, storage, f"__substg1.0_{_DATA}0102"):
            yield said.of(_LONG_NAME) or said.of(_NAME) or f"attachment-{number}", content
