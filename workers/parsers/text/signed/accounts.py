"""One word beside a line's day, below the headline: an account, a given name, the newsroom."""

# ruff: noqa: RUF001 - dashes are meant

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workers.parsers.bylines.not_persons import is_thing
from workers.parsers.bylines.persons import names_nobody
from workers.parsers.lines.ago import unaged
from workers.parsers.lines.lexicon import FUNCTION_WORDS, FURNITURE
from workers.parsers.lines.printed_dates import without_date
from workers.parsers.text.moments import WEEKDAY_BEFORE
from workers.words.given_names import is_given_name

if TYPE_CHECKING:
    from workers.parsers.text.signed.around import Head

UNDER = 3
"""So many lines below the headline a name needs no time beside it."""
_ACCOUNTS = 6
"""So many lines below the headline one word beside a day is looked for."""
_ACCOUNT = re.compile(r"[^\W\d_][\w.-]{2,24}(?<!\.)")
_FILE = re.compile(r"\.(?:jpe?g|png|gif|webp|svg|pdf|html?|mp[34])$", re.IGNORECASE)
_FIRST = re.compile(r"\s[·•|~–—]\s")
_NEWSROOM = re.compile(
    r"(?i:redaktion|redaction|rédaction|redacción|redação|redazione|redactie|redakcja|redakce"
    r"|redaksi|redaksjonen|redaktionen)"
)
_WORDS = frozenset(
    (  # noqa: SIM905 - a list would be a page long
        "ausland binnenland buitenland date deutsch downloads economie ekonomi exklusiv gestern "
        "gesundheit gospodarka heute indland inland inrikes kotimaa kultura likes lokales monde "
        "nieuws notizie nyheter opinions politikk politique polityka premium reise samfunn spor "
        "talous technik today udland ulkomaat update utrikes uutiset views welt words yesterday"
    ).split()
)
"""What else stands beside a day in small letters: sections, and what is counted."""
AN_ACCOUNT = 0.3
"""How much one word beside a day is believed."""


def account(head: Head, at: int, text: str, *, timed: bool) -> str | None:
    """Return the one word beside a line's day: what somebody calls himself, or the newsroom."""
    if head.headline is None or not 0 < at - head.headline <= _ACCOUNTS:
        return None
    name = _FIRST.split(without_date(unaged(text)), maxsplit=1)[0]
    if not _ACCOUNT.fullmatch(name) or name.casefold() in head.title or _FILE.search(name):
        return None
    if _NEWSROOM.fullmatch(name) or is_given_name(name):
        return name
    chosen = timed and at - head.headline <= UNDER and _is_chosen(name)
    return name if chosen and not head.listed[name] else None  # sections stand in menus as well


def _is_chosen(name: str) -> bool:
    """
    Return whether a word is what somebody calls himself: no town, which has a capital.

    Hardly a site lets its readers call themselves anything but ASCII.
    """
    if name.istitle() or name.isupper() or not name.isascii():
        return False
    if name.casefold() in FUNCTION_WORDS | FURNITURE | _WORDS:
        return False
    return not (names_nobody(name) or is_thing(name) or WEEKDAY_BEFORE.search(f" {name}"))
