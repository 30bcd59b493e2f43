"""
Who signs a line by a word for it: `By Ada Brook`, `Autorin: Maren Oakes`, `记者 陆青禾`.

Only enough to tell a name from a label or a sentence; the normaliser splits and cleans names.
"""

# ruff: noqa: RUF001 - the patterns hold the letters of many languages
from __future__ import annotations

import re
from functools import lru_cache

from workers.parsers.bylines import eastern, worded
from workers.parsers.bylines.called import called, signed_so
from workers.parsers.bylines.employed import employed, signed_before
from workers.parsers.bylines.offices import before_paper, behind_office, is_section
from workers.parsers.bylines.persons import AND, NAME_WORD, NAMES, names_nobody
from workers.parsers.bylines.pictures import without_pictures
from workers.parsers.bylines.ungluing import unglued
from workers.parsers.bylines.words import (
    AUTHOR_LABEL,
    BESIDE_NAME,
    BY,
    END_OF_NAMES,
    MAIL,
    OPENER,
    PICTURED,
    SEGMENT,
    TEXT_LABEL,
)
from workers.parsers.lines.lexicon import FURNITURE
from workers.parsers.lines.printed_dates import EDGES, undated
from workers.words.months import MONTHS

_BY = re.compile(rf"(?<![^\s|•·,:*~/–—-]){BY}(?:\b\s?[:՝]?\s+|\s?[:：]\s?)")
_AROUND_DATE = re.compile(r"\b(?:am|um|on|at|le|el|il|uhr|h)\b", re.IGNORECASE)
"""Small words beside a date and a clock."""
_LABEL = re.compile(rf"(?:^|[\s|•·,;–—-])(?:{AUTHOR_LABEL}|{TEXT_LABEL})\s?[:՝]\s?({NAMES})")
_LABEL_ALONE = re.compile(
    rf"(?:{AUTHOR_LABEL}|written by|作者|記者|记者)\s?[:：]?|{TEXT_LABEL}\s?[:：]", re.IGNORECASE
)
INNER = re.compile(
    r"(?<=[a-zß-ÿ])(?=[A-Z]{3,}[a-z]*$|(?:Staff|Senior|Chief|Special|Contributing|Reporter|Editor|Writer"
    r"|Correspondent|Columnist|Redakteur|Korrespondent|Autor|Journalist|Redaktion)(?:in)?\b)"
)
"""`Ann EkFOXBusiness`: an office that stood in an element of its own."""
_ACCOUNT = re.compile(
    r"[^\W_][\w.-]{2,29}"
    r"(?=\s*$|\s?[/,|(·•–—]|\s-\s|\s\d|\s(?:am|on|in|le|el|um|at|il|op|em)(?:\s|$))"
)
"""The name that somebody has with a site, and no more than a day behind it."""
_BEHIND = re.compile(
    r"(?:\s?[,/(]\s?[\w./-]{2,12}\)?)?\s*|,(?:\s[^\s.!?;]+){1,6}"
    r"|\s(?:à|in|aus|from)(?:\s[^\s.!?;]+){1,3}"
)
"""`, dpa`, `/afp`, `, Health Correspondent`, `in Oslo`: what may stand behind names."""
_NEXT = re.compile(r"\s+(?:[|•·–—-]|/)\s+|\s{2,}|\s*[|•·]\s*")
_ENDED = re.compile(
    rf"$|[A-Z]|\s?[^\w\s]|{AND}|\s(?:à|aus|le|el|il|op|em|h)\s|{END_OF_NAMES.pattern}|{BESIDE_NAME.pattern}"
)
_NAMES = re.compile(rf"{NAMES}(?:\s{NAME_WORD}){{0,2}}")
"""Behind a `By` an office's name may follow that of its writer."""
_AND = re.compile(AND)
_NOUN = re.compile(r"(?i:aut|text|words|redakt|reporter)[^:]*$")
_OFFICE = re.compile(r"(?i:\b(?:news|post)\b)")
"""Words of menus that names of papers have too: `By Ada Brook Harbour News`."""
_CREDIT = re.compile(r"(?i:report|writ|edit)ing\b")
"""What opens an agency's credit, which stands below the text and belongs to it."""
_PREPOSITION = re.compile(r"(?i:di|da|av|af|door|par|por)\s*")
"""What opens other lines too: before one word there has to be a day besides."""
_DAY = re.compile(r"\s([^\W\d_]{3,10})\.?\s\d{1,2}(?!\d)")
_DIGIT, _CLOCK = re.compile(r"\d"), re.compile(r"\d{1,2}\s?[h:.]\s?\d{2}")
_LONGEST, _LONGEST_LABEL, _FEW = 160, 16, 3


@lru_cache(maxsize=4096)  # what stands around a text stands around the site's other texts too
def byline_in(text: str, *, anywhere: bool = False) -> str | None:
    """
    Return the names after `By` and its like in a short line; None without them.

    Before it stands nothing, a date, or what opens bylines: after other words `by` is one of a
    sentence (`Works by Ada Brook on show`) or names who took a picture. `anywhere` lets any words
    stand there: those of an element that is named for its author.
    """
    if (names := worded.byline(text)) is not None:
        return names
    if not text.isascii() and (names := eastern.byline(text) or eastern.byline_inside(text)):
        return None if names_nobody(names) else names
    line = unglued(undated(text))
    dated = _DIGIT.search(text) is not None
    if (names := behind_office(line) or signed_before(line)) is not None:
        return names
    signed = list(_BY.finditer(line))
    if len(signed) > 1:
        signed.sort(key=lambda found: not _is_alone(line, found.start()))
    for found in signed:
        before = line[: found.start()]
        if not anywhere and PICTURED.search(before) is not None:
            return None
        opening = SEGMENT.split(before)[-1].strip(EDGES)
        opening = "" if _CLOCK.fullmatch(opening) else opening
        section = dated and is_section(opening, line[found.end() :])
        if (not opening or anywhere or section or _opens(opening, found[0])) and (
            names := _signers(line, found, opening, dated=dated)
        ):
            return names
    return None


def _is_alone(line: str, at: int) -> bool:
    """Return whether a `By` opens a part of a line: who reviewed it may be named before."""
    return not SEGMENT.split(line[:at])[-1].strip(EDGES)


def byline_of(text: str) -> str | None:
    """Return the names of a line that is a byline from its first word to its last, or None."""
    return _byline(text) if len(text) <= _LONGEST else None


@lru_cache(maxsize=4096)  # each line of a page is asked for from several places
def _byline(text: str) -> str | None:
    if (names := worded.byline(text)) is not None:
        return names
    if not text.isascii() and (names := eastern.byline(text)):
        return names
    line = unglued(undated(text)).strip(EDGES)
    if (names := behind_office(line) or signed_before(line)) is not None:
        return names
    for found in _BY.finditer(line):
        if not _is_opening(line[: found.start()]) or _CREDIT.match(line):
            return None
        rest = _NEXT.split(line[found.end() :], maxsplit=1)[0].strip(EDGES)
        names = signed_so(rest) if line == text else None
        if names is None and (opened := _NAMES.match(bare := BESIDE_NAME.sub("", rest))):
            names = opened[0].strip(EDGES) if _is_whole(bare.strip(EDGES), opened) else None
        names = names or employed(rest)
        if names is not None:
            return names
    return None


def _is_whole(rest: str, names: re.Match[str]) -> bool:
    """Return whether names are all that stands behind a `By`, but for their agency or office."""
    if names_nobody(names[0]) or _BEHIND.fullmatch(rest, names.end()) is None:
        return False
    return " " in names[0] or names[0] == rest


def labelled_in(text: str) -> str | None:
    """Return the names after a label and its colon (`Autorin: Maren Oakes`); None without them."""
    text = without_pictures(text)
    found = _LABEL.search(undated(text)) if ":" in text or "՝" in text else None
    if found is None or " " not in found[1]:
        return None
    if names_nobody(found[1]) and not called(found[1].strip(EDGES), signed=True):
        return None
    return None if PICTURED.search(text[: found.start()]) else found[1].strip(EDGES)


def is_label(text: str) -> bool:
    """Return whether a line is a label alone, whose names stand in the next one."""
    return len(text) <= _LONGEST_LABEL and _LABEL_ALONE.fullmatch(text) is not None


def _is_opening(before: str) -> bool:
    """Return whether a byline may open with so few words: none, or such as `Written`."""
    before = before.strip(EDGES)
    return not before or (len(before.split()) <= _FEW and OPENER.search(before) is not None)


def _signers(line: str, found: re.Match[str], opening: str, *, dated: bool) -> str | None:
    """Return the names behind a `By` that stands behind `opening`: what goes on is no sentence."""
    behind = _parted(before_paper(MAIL.sub("", line[found.end() :])))
    names = (None if dated else signed_so(behind)) or _names_behind(behind)
    opening = " ".join([opening, *found[0].split()[:-1]]).strip()
    if names is None or not (opening or _is_ended(behind, names)):
        return None
    if " " in names:
        return names
    if not dated and _PREPOSITION.fullmatch(found[0]) is not None:
        return None
    beside = f"{line[: found.start()]} {behind}"
    return names if _is_account(beside, names, opening=opening, dated=dated) else None


def _opens(opening: str, word: str) -> bool:
    """Return whether a word for authors may stand behind others: `Interview mit Autorin X` no."""
    return OPENER.search(opening) is not None and _NOUN.search(word) is None


def _names_behind(text: str) -> str | None:
    """Return the names, else the account, that a text behind a `By` begins with; or None."""
    end = END_OF_NAMES.search(text)
    found = _NAMES.match(
        BESIDE_NAME.sub("", INNER.split(text[: end.start()] if end else text, maxsplit=1)[0])
    )
    told = _somebody(found[0]).strip(EDGES) if found is not None else ""
    if " " not in told and (account := _ACCOUNT.match(text)) is not None:
        told = account[0]
        if names_nobody(told.rstrip("0123456789")) or told.casefold() in FURNITURE:
            return None
    return told or None


def _parted(text: str) -> str:
    """Return a line with a stroke before a day that has no year: `Ada Brook March 18 at 3:00`."""
    day = _DAY.search(text)
    if day is None or day[1].lower() not in MONTHS:
        return text
    return f"{text[: day.start()]} |{text[day.start() :]}"


def _somebody(names: str) -> str:
    """Return names up to the first that is nobody's: `Ada Brook, Harbour News, New York`."""
    if not names_nobody(names):
        return names
    end = 0
    for joint in _AND.finditer(names):
        if names_nobody(names[: joint.start()]):
            break
        end = joint.start()
    if end or _OFFICE.search(names) is None:
        return names[:end]
    return names if names.count(" ") > 1 else ""


def _is_ended(text: str, names: str) -> bool:
    """Return whether a line goes on behind its names as no sentence does."""
    return _ENDED.match(text.partition(names)[2]) is not None


def _is_account(beside: str, name: str, *, opening: str, dated: bool) -> bool:
    """Return whether one word behind a `By` is a name: with a date beside it, or little at all."""
    around, _, behind = beside.rpartition(f" {name}")
    if not any(map(str.isalnum, _AROUND_DATE.sub(" ", f"{around} {behind}"))):
        return True
    if len(opening.split()) > _FEW:
        return False
    ended = behind[:2] in ("", " /", "/ ") or END_OF_NAMES.match(behind) is not None
    return ended and (dated or bool(opening))
