"""The headline of a text without furniture: the first short line above the first paragraph."""

# ruff: noqa: RUF001 - the signs of many scripts are meant

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workers.parsers.bylines.marked import byline_of
from workers.parsers.bylines.persons import ONLY_NAMES
from workers.parsers.lines.datelines import dateline_of
from workers.parsers.lines.stops import STOPS_AND_COLONS, ends_sentence, is_closed
from workers.parsers.text.label_words import LABELS
from workers.parsers.text.moments import is_moment_line
from workers.words.east_asian_names import is_person
from workers.words.given_names import is_given_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workers.parsers.text.typesetting.lines import Passage

_NAME_WORDS, _OPENING = 3, 4
ASKED = 120
"""Characters of a headline that ends as a sentence does: `Who pays? Nobody!`"""
LONGEST = 200
"""Characters; a longer first line is a paragraph."""
_ENDS = ".,;:。，：；"
_ASKING, _CLOSING = frozenset("?!？！؟"), "\"'”’»」』）)]"
_HOST = re.compile(r"(?:https?://)?[\w-]{1,63}(?:\.[\w-]{1,63}){0,5}\.[a-z]{2,24}/?", re.IGNORECASE)
"""A site by its name alone: what a browser's reader view writes above the headline …"""
READING_TIME = re.compile(
    r"(?:[^\W\d_]{2,12}:?\s)?\d{1,3}(?:\s?[–-]\s?\d{1,3})?[\s-]?"
    r"(?:min\b|minute|minut|minuto|минут|dakika|分|분|دقي|דקות|मिनट)[^\d]{0,20}",
    re.IGNORECASE,
)
"""… and how long the text takes, which it writes below."""
_SLUG = re.compile(r"(?:BC|AM|PM)-[\w/-]{2,30}|[A-Z]{4,12}[-/][A-Z]{4,12}(?:[-/][A-Z]{2,12})*/?")
"""`BC-Ferries`, `NORWAY-FERRIES/`: what desks call a story, above its headline; `AC/DC` is one."""


_LONGEST_KIND = 32
_KIND = re.compile(
    r"(?:press|news|media)[ -]release|for immediate release"
    r"|(?:presse|medien)(?:mitteilung|information)"
    r"|presseaussendung|communiqué de presse|(?:comunicado|nota) de (?:prensa|imprensa)"
    r"|nota de prensa|comunicato stampa|persbericht|press(?:e)?meddel(?:ande|else)|pressemelding"
    r"|(?:lehdistö|media)tiedote|(?:komunikat|informacja) prasow[ya]|tisková zpráva|tlačová správa"
    r"|sajtóközlemény|comunicat de presă|пресс[ -]?релиз|прес[ -]?реліз|прессъобщение"
    r"|basın (?:bülteni|açıklaması)|δελτίο τύπου|siaran pers|thông cáo báo chí|بيان صحفي"
    r"|הודעה לעיתונות|新闻稿|新聞稿|プレスリリース|報道発表|보도자료",
    re.IGNORECASE,
)
"""What kind of text a line says that it is: the headline stands below."""


def is_kind(text: str) -> bool:
    """Return whether a line says that a text is a press release, and nothing else."""
    return len(text) <= _LONGEST_KIND and _KIND.fullmatch(text.strip(" :-–*•|/")) is not None


def bare_headline(parts: Sequence[Passage], above: Sequence[int]) -> int | None:
    """Return the headline among the places above the first paragraph; None where none is one."""
    able = [at for at in above if is_possible(parts[at])]
    unlike = [at for at in able if parts[at].text[-1] not in _ENDS]
    if len(unlike) > 1 and _SLUG.fullmatch(parts[unlike[0]].text):
        del unlike[0]
    if len(unlike) > 1 and _is_columnist(parts, *unlike[:2]):
        del unlike[0]
    return next(iter(unlike or able), None)


def _is_columnist(parts: Sequence[Passage], first: int, second: int) -> bool:
    """
    Return whether a line is a person's name, above a longer one that can be the headline.

    Whom the text tells of where it begins is no columnist: the name heads a portrait.
    """
    text = parts[first].text
    words = text.split()
    if not 1 < len(words) <= _NAME_WORDS or len(parts[second].text.split()) <= _NAME_WORDS:
        return False
    named = words[-1].casefold()
    opening = parts[second + 1 : second + 1 + _OPENING]
    if any(named in one.text.casefold() and not byline_of(one.text) for one in opening):
        return False
    return ONLY_NAMES.fullmatch(text.title()) is not None and is_given_name(words[0].capitalize())


def is_long_headline(parts: Sequence[Passage], rest: Sequence[int]) -> bool:
    """
    Return whether the first of the places is a headline, though as long as a paragraph.

    No stop ends it, or a byline stands below it; or it asks, or calls, above a longer paragraph.
    """
    if len(rest) < 2:  # noqa: PLR2004 - a line and what it heads
        return False
    part, below = parts[rest[0]], parts[rest[1]]
    if not is_possible(part) or dateline_of(part.text):
        return False
    if rest[1] > rest[0] + 1 or is_moment_line(below.text) or byline_of(below.text):
        return len(part.text) <= ASKED or not _is_ended(part.text)
    if not _is_ended(part.text):
        return is_closed(below.text)
    asked = part.text.rstrip(_CLOSING)[-1:] in _ASKING and len(part.text) <= ASKED
    return asked and below.group > part.group and len(below.text) > len(part.text)


def _is_ended(text: str) -> bool:
    return ends_sentence(text) or is_closed(text, STOPS_AND_COLONS)


def is_possible(part: Passage) -> bool:
    """Whether a line may be a headline: short, no label, no time, nobody's name."""
    text = part.text
    if part.bullet or not 2 <= len(text) <= LONGEST or not any(map(str.isalpha, text)):  # noqa: PLR2004
        return False
    if text.casefold().rstrip(":") in LABELS:
        return False
    if is_kind(text) or _HOST.fullmatch(text) or READING_TIME.fullmatch(text):
        return False
    return not (is_moment_line(text) or byline_of(text) or is_person(text))
