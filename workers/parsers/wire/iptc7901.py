"""
Wire text with control characters: IPTC 7901, and ANPA 1312 before it.

SOH, a header (source, number, priority, category, words), STX, the text, ETX, the time group, EOT.
Some agencies frame it with `ZCZC` and `NNNN`, as telegraph messages were.
Gateways often strip the control characters: then the header line alone gives it away.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from shared.domain.article import Field, RawItem
from shared.errors import Reason, Rejected
from workers.parsers.base import RejectedItem
from workers.parsers.bylines.wire_copy import signed
from workers.parsers.charset.decoding import decode
from workers.parsers.claims.evidence import Evidence
from workers.parsers.lines.telegraph import unframed
from workers.parsers.paragraphs.markup import without_headline
from workers.parsers.wire.accents import accented
from workers.parsers.wire.head import Head, read_head
from workers.parsers.wire.text import ANPA_TIME, COLUMNS, TIME_GROUP, paragraphs_of, trimmed
from workers.words.agencies import AGENCIES, AGENCY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workers.parsers.base import ParseContext, Parsed, RawFile

_LEADING = " \t\r\n\x16\x00"
_IPTC = re.compile(
    r"(?P<source>[A-Za-z]{1,6}) ?(?P<number>\d{1,5})[ ]+(?P<priority>[1-9])[ ]+"
    r"(?P<category>[A-Za-z0-9]{1,5})[ ]+(?P<words>\d{1,5})(?:[ ]+(?P<more>[^\r\n]*))?\s*"
)
_BARE = re.compile(r"[A-Za-z]{2,6}\d{3,5} +[1-9] +[A-Za-z]{1,5} +\d{1,5}(?: +[^\r\n]{0,90})?\r?\n")
"""Without SOH: a line of its own, the number glued to the source. Prose has numbers too."""
_ANPA = re.compile(
    r"(?P<source>[A-Za-z])(?P<number>\d{4})[^\r\n]{0,40}\r?\n *"
    r"(?P<priority>[a-z])[ ]+(?P<category>[a-z])[ ]+(?P<slug>\S[^\r\n]{0,80}?)[ ]+"
    r"(?P<day>\d\d-\d\d)(?:[ ]+(?P<words>\d{2,5}))?\s*"
)
_SEPARATORS = re.compile("[\x0e-\x15\x17-\x1f]")
"""What typesetting machines had between the fields of a header: a space to us."""
_HEADER = 300
"""Characters within which a header ends."""
_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f]")
_NAMED = re.compile(rf"\b{AGENCY}\b", re.IGNORECASE)
_KEYWORDS = re.compile(r"\^?[A-Z]{2}-+[\w-]{2,40}[^\r\n]{0,60},\s?\d{2,5}\s?<\r?\n")
"""A message whose number line was lost begins with its keyword line: `BC-Harbor, 1st Ld,0123<`."""
_CENTURY_TURN = 70
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LOCAL_MONTHS = {"mär": 3, "mrz": 3, "mai": 5, "okt": 10, "dez": 12, "dic": 12, "ene": 1, "fév": 2,
                 "avr": 4, "abr": 4, "ago": 8, "aoû": 8, "set": 9, "out": 10, "mag": 5, "giu": 6,
                 "lug": 7, "ott": 10, "déc": 12, "maj": 5, "mei": 5}  # fmt: skip


class Iptc7901:
    """Reads wire messages: one, or several in a row."""

    name = "iptc7901"
    version = 8

    def score(self, file: RawFile) -> float:
        """Return .95 for a header behind SOH, .85 for one whose control characters are lost."""
        head = unframed(file.head[:600].decode("latin-1").lstrip(_LEADING), "\x01")
        head = _spaced(head.lstrip(_LEADING))
        framed = head.startswith("\x01")
        head = head.lstrip("\x01" + _LEADING)
        if framed and (_IPTC.match(head) or _ANPA.match(head)):
            return 0.95
        if _KEYWORDS.match(head.lstrip("\x02")):
            return 0.8
        return 0.85 if _BARE.match(head) or _ANPA.match(head) else 0.0

    def parse(self, file: RawFile, context: ParseContext) -> Iterator[Parsed]:
        """Yield the messages; where there are many, named by their places."""
        limit = context.limits.file_bytes
        if len(file.data) > limit:
            detail = f"the text has {len(file.data) / 1e6:.0f} MB; the limit is {limit / 1e6:.0f}"
            raise Rejected(Reason.TOO_LARGE, f"{detail} MB")
        decoded = accented(file.data) or decode(file.data, context.charset)
        text = decoded.text.replace("\r\n", "\n").replace("\r", "\n").lstrip(_LEADING)
        text = unframed(text, "\x01")
        messages = [part for part in text.split("\x01") if part.strip(_LEADING)]
        if not messages:
            raise Rejected(Reason.EMPTY, "the file holds white space only: nothing to read")
        for place, message in enumerate(messages, 1):
            label = str(place) if len(messages) > 1 else ""
            parsed = _item(message.lstrip(_LEADING), label, decoded.notes)
            if isinstance(parsed, RejectedItem) and not label:
                raise parsed.rejected
            yield parsed


def _item(message: str, place: str, notes: tuple[str, ...]) -> Parsed:
    """Return the item of one message, or why it is none."""
    message = trimmed(_spaced(message))
    header = _IPTC.match(message) or _ANPA.match(message)
    if header is None and not _KEYWORDS.match(message.lstrip("\x02")):
        return RejectedItem(place, Rejected(Reason.MALFORMED, "the message has no wire header"))
    head, ended, trailer = _parted(message[header.end() :] if header else message)
    paragraphs = paragraphs_of(head.text)
    evidence = _evidence(header, head, trailer)
    headline = next(iter(evidence.values(Field.HEADLINE)), None)
    paragraphs, inside = signed(without_headline(paragraphs, headline), evidence)
    if not paragraphs:
        detail = "there is no text in the message: only its header"
        return RejectedItem(place, Rejected(Reason.NO_ARTICLE, detail))
    cut = () if ended else ("no end of text (ETX): the message may have broken off",)
    told = (*(f"edNote: {note[:300]}" for note in head.notes), *inside)
    return RawItem(
        body=paragraphs,
        body_source="wire text",
        claims=evidence.ordered(),
        item=place,
        notes=(*notes, *told, *cut),
    )


def _spaced(message: str) -> str:
    """Return a message with spaces for the separators in its header."""
    return _SEPARATORS.sub(" ", message[:_HEADER]) + message[_HEADER:]


def _parted(rest: str) -> tuple[Head, bool, str]:
    """Return head and text of a message, whether its end was told, and what comes after it."""
    begin = rest.find("\x02")
    inside, end, trailer = rest[begin + 1 :].partition("\x03")
    if not end:
        inside, end, trailer = inside.partition("\x04")
    framed = begin >= 0
    if not end:
        # Without control characters the time group is the last line of the text.
        trailer = inside[-200:]
    above = _CONTROLS.sub("", rest[:begin]).strip("\n") if framed else ""
    inside = _CONTROLS.sub("", COLUMNS.sub(" ", inside))
    return _headed(above, inside), bool(end) or not framed, _CONTROLS.sub(" ", trailer)


def _headed(above: str, inside: str) -> Head:
    """Return the head and the text; a keyword line above STX is no headline where there is one."""
    head = read_head(inside)
    if not above:
        return head
    if "\n" in above or head.headline is None:
        return read_head(f"{above}\n{inside}")
    return replace(head, slug=head.slug or above)


def _evidence(header: re.Match[str] | None, head: Head, trailer: str) -> Evidence:
    """Return what the header, the lines above the text and the time group claim."""
    told, evidence = header.groupdict() if header else {}, Evidence()
    evidence.add(Field.HEADLINE, head.headline, "wire headline", 1.0)
    evidence.add(Field.SLUGLINE, head.slug or told.get("slug"), "wire keyword line", 0.9)
    evidence.every(Field.AUTHOR, head.authors, "wire byline", 1.0)
    evidence.add(Field.SECTION, told.get("category"), "wire header category", 0.3)
    more = told.get("more") or ""
    sender = AGENCIES.fullmatch(told.get("source") or "")
    if agency := _NAMED.search(more) or sender:
        evidence.add(Field.SOURCE, agency[0], "wire header", 0.4)
    elif desk := re.match(r"[A-Za-z]{2,}", more):  # or an agency: a dateline outdoes it
        evidence.add(Field.SOURCE, desk[0], "wire header", 0.25)
    elif (told.get("source") or "").isupper() and len(told["source"] or "") > 1:
        evidence.add(Field.SOURCE, told["source"], "wire header", 0.3)
    signed = ANPA_TIME.search(trailer) or ANPA_TIME.search(head.text[-300:])
    if signed is not None:
        agency_name, month, day, year, hour, minute, zone = signed.groups()
        evidence.add(Field.SOURCE, agency_name, "wire signature", 0.5)
        moment = f"{_full_year(year)}-{month}-{day} {hour}:{minute} {zone or ''}"
        evidence.add(Field.PUBLISHED, moment.strip(), "wire signature", 0.9)
    if (group := TIME_GROUP.search(trailer)) is not None:
        evidence.add(Field.PUBLISHED, _moment(group), "wire time group", 0.9)
    return evidence


def _moment(group: re.Match[str]) -> str | None:
    """Return the time group `DDHHMM Mon YY` as ISO 8601; mostly its zone is not told."""
    day, hour, minute, zone, word, year = group.groups()
    name = word.casefold()
    month = _MONTHS.index(name) + 1 if name in _MONTHS else _LOCAL_MONTHS.get(name)
    if month is None:
        return None
    return f"{_full_year(year)}-{month:02}-{day}T{hour}:{minute}{'+00:00' if zone else ''}"


def _full_year(year: str) -> int:
    """Return the year of two digits: from 70 on it is of the last century."""
    return int(year) + (1900 if int(year) >= _CENTURY_TURN else 2000)
