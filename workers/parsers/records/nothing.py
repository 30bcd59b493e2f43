"""Why a record of JSON holds no article: what its kind is, or which keys it has."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from shared.errors import Reason, Rejected
from workers.parsers.records.body import pages_of
from workers.parsers.records.words import short

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workers.parsers.records.keys import Spread

_KINDS = ("type", "@type", "kind", "mediatype", "itemtype", "contenttype")
_MEDIA = re.compile(
    r"(?:.*[^a-z])?(?:image|picture|photo|photograph|graphic|infographic|video|audio|podcast"
    r"|gallery|slideshow|animation)s?(?:/[a-z0-9.+-]*)?",
    re.IGNORECASE,
)
_EVENT = re.compile(r"(?:.*[^a-z])?(?:event|calendar|appointment|planning)s?", re.IGNORECASE)
_SERVICE = re.compile(r"(?:channel|group)_\w{2,20}")
"""What a chat's program notes among the messages: who came, what a room is called."""
_OTHER_KIND = re.compile(r"javascript|json|css|octet|^(?:image|font|video|audio)/", re.IGNORECASE)
_LONGEST = 40
"""Characters of the name of a kind."""
_TIMES = frozenset(
    {"start", "end", "startdate", "enddate", "starttime", "endtime", "startsat", "endsat"}
    | {"dtstart", "dtend", "eventstart", "eventend", "eventdate", "dates", "eventtime"}
)
"""Short keys that say when something begins or ends."""
_STARTS = frozenset(one for one in _TIMES if "start" in one) | {"timestart", "datestart"}
_ENDS = frozenset(one for one in _TIMES if "end" in one) | {"timeend", "dateend"}
_OF_CALENDARS = frozenset(
    {"venue", "venuename", "venuedata", "allday", "alldayevent", "isallday", "eventtypes",
     "eventconfirmed", "recurrence", "rrule", "occurrencestatus"}
)  # fmt: skip
"""Short keys that only calendars have: an article has a place, and no hall."""
_AN_ARTICLE = 3
"""Paragraphs of a text that tells more than what an event is about."""
OF_A_CALENDAR = "an event of a calendar, with what it is about: there is no article in it"
EVENT_ALONE = "an event of a calendar, with a title and times alone: there is no article in it"


def refuse_others(record: Spread) -> None:
    """Raise `Rejected` for what a browser fetched beside a page, and keeps in the same list."""
    note = next((str(held.value) for held in record.get("subtype", ())), "")
    if _SERVICE.fullmatch(note):
        raise Rejected(Reason.NO_ARTICLE, f"a note of the chat's program: {note}")
    kind = next((str(held.value) for held in record.get("mimetype", ())), "")
    if _OTHER_KIND.search(kind):
        raise Rejected(Reason.NO_ARTICLE, f"it is of the kind {kind[:60]}, and no page")


def medium(record: Spread) -> str:
    """Return why the text of a record that has only a description is a caption; else nothing."""
    kind = _kind(record, _MEDIA)
    return f"it is of the kind {kind}: what describes it is a caption, and no article" * bool(kind)


def event(record: Spread, paragraphs: int) -> str:
    """Return why a record is an event that somebody plans, whatever it is about; else nothing."""
    times = not _STARTS.isdisjoint(record) and not _ENDS.isdisjoint(record)
    planned = times and not _OF_CALENDARS.isdisjoint(record)
    return OF_A_CALENDAR if planned and paragraphs < _AN_ARTICLE else ""


def nothing(value: Mapping[str, Any], record: Spread) -> str:
    """Return why there is no article in a record."""
    page = next(pages_of(record), None)
    if page is not None:
        return f"the page at {page.path} holds no running text: only menus, links or pictures"
    if kind := _kind(record, _MEDIA):
        return f"it is of the kind {kind}: there is no text in it"
    if _is_event(record) or any(map(_lists_events, value.values())):
        return EVENT_ALONE
    keys = ", ".join(sorted(map(str, value))[:8])
    return f"no key holds the text of an article (keys: {keys})"


def _kind(record: Spread, pattern: re.Pattern[str]) -> str:
    """Return the kind that a record says it is of, where it is one of these."""
    for key in _KINDS:
        for held in record.get(key, ()):
            if isinstance(held.value, str) and pattern.fullmatch(held.value[:_LONGEST]):
                return held.value[:_LONGEST]
    return ""


def _is_event(record: Spread) -> bool:
    return bool(_kind(record, _EVENT)) or not _TIMES.isdisjoint(record)


def _lists_events(value: object) -> bool:
    """Return whether a value is a list of objects that tell when they begin."""
    if not isinstance(value, list) or not value or not isinstance(value[0], dict):
        return False
    return not _TIMES.isdisjoint(map(short, value[0]))
