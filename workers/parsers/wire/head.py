"""
The lines above a wire text: keyword line, headline, byline, notes to editors.

ANPA marks each with `^` at its start and `<` or `=` at its end. IPTC 7901 writes them bare, in one
block above the first blank line, the headline often ended by ` =`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from workers.parsers.bylines.marked import byline_of
from workers.parsers.lines.datelines import dateline_of

_STANDS_IN = re.compile(r"^[ \t]{2,}(?=\S)", re.MULTILINE)
_FEW = 3
_MOST = 6
"""Lines that a bare head may have: more are a paragraph."""
_EDITORS = re.compile(r"(?i)^\(?(?:eds|editors|note to editors|eds note|achtung)\b\s*[:.]?")
_PICTURE = re.compile(r"(?i)\b(?:photo|graphic|foto|picture|video)s?\b")
_SLUG = re.compile(
    r"/?[^\s/]{1,40}(?:[ ][^\s/]{1,30}){0,3}(?:/[^/]{0,40}){1,5}|\w*+-[\w-].*,\s*(?:\d{1,5})?"
    r"|[A-Z]{2}-[A-Z]{2,4}--.{1,60}"
)
_ALONE = re.compile(r"(?i),(?!.*(?:,|\band\b|\bund\b|\bet\b|\by\b|&)).*$")
"""Behind the one comma of a wire's byline stands whom the writer works for."""
_WORDS = re.compile(r"[^\s/,]{2,60}-[^\s/,]{2,60}")
"""A keyword line of one word: below it stands a headline."""
_ASIDE = re.compile(r"=?\([^()]{2,60}\)=?")
_SUBTITLE = re.compile(r"(?i)(?:utl|untertitel|sous-titre|subhead)\b\.?\s?:")
_LONGEST = 140
"""Characters of a headline in one line."""
_STATUS = re.compile(
    r"(?:\d+(?:ST|ND|RD|TH)\s+)?(?:EXTRA|REFILE|URGENT|EIL(?:MELDUNG)?|FLASH|BULLETIN|ALERT|SNAP"
    r"|CORRECT(?:ION|ED)|KORREKTUR|BERICHTIGUNG|LEAD|ADD|ROUNDUP|ADVISORY|UPDATE|ZUSAMMENFASSUNG"
    r"|ANALYS[EI]S?|FEATURE|PREVIEW|VORSCHAU|HINTERGRUND|BACKGROUND|URGENTE|AVANCE|RESUMEN|REPEAT"
    r"|WIEDERHOLUNG|KILL|WITHDRAWN|NET)(?:\s+\d+|\s+LEAD)?\s*[:=]?"
)
"""A line of the head that says which kind of version follows."""
_UNNAMED = re.compile(r"(?:By|Von|Par|Por) [\w.]+(?: [\w.]+){0,3}")
"""A byline that names nobody: `By dpa correspondents`."""
_SENTENCE = re.compile(r"[.!?][\"'\u201d]?$")


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above a text, and the text."""

    headline: str | None
    slug: str | None
    authors: tuple[str, ...]
    notes: tuple[str, ...]
    text: str


def read_head(inside: str) -> Head:
    """Return the head and the text of a message between STX and ETX."""
    inside = inside.strip("\n")
    first = inside.lstrip().partition("\n")[0].rstrip()
    return _marked(inside) if first.startswith("^") or first.endswith("<") else _bare(inside)


def _marked(inside: str) -> Head:
    """Read ANPA's marked lines; what they are shows in their order and their first word."""
    lines = inside.split("\n")
    at = 0
    told: list[str] = []
    while at < len(lines) and _is_marked(lines[at]) and not _STANDS_IN.match(lines[at]):
        told.append(lines[at].strip().removeprefix("^"))
        at += 1
    told = [one for one in told if one.strip("<= ")]
    head, rest = _above_text(told)
    return _sorted(head, "\n".join([*(f"^{one}" for one in rest), *lines[at:]]))


def _is_marked(line: str) -> bool:
    """Return whether a line begins or ends with a sign of ANPA's, or is blank."""
    line = line.strip()
    return not line or line.startswith("^") or line.endswith(("<", "="))


def _above_text(told: list[str]) -> tuple[list[str], list[str]]:
    """
    Return the lines of the head, and the marked ones that are headings of the table below it.

    `=` ends what is set in the middle of the column: the first is the headline, where none is ended
    by `<`; below a byline that is the writer's title, but not where it is in capitals.
    """
    head: list[str] = []
    titled = named = False
    for place, one in enumerate(told):
        words = one.strip("<= ")
        centred = one.endswith("=") or one.startswith(" ")
        if named and centred and words.isupper():
            return head, told[place:]
        named = named or byline_of(words) is not None
        if named or not (centred and titled):
            head.append(words)
        titled = titled or not (place == 0 and _SLUG.fullmatch(words))
    return head, []


def _bare(inside: str) -> Head:
    """Read the first blocks as a head where they look like one; else there is none."""
    block, text = _first_block(inside)
    lines = [one.strip() for one in block.split("\n") if one.strip()]
    if not text or len(lines) > _MOST or dateline_of(" ".join(lines)) or _is_prose(lines):
        return Head(None, None, (), (), inside)
    if _SLUG.fullmatch(" ".join(lines)) and (more := _title_block(text)):
        lines.append(more.strip())
        text = text.lstrip("\n")[len(more) :]
    while len(lines) < _MOST and (more := _head_block(text)):
        lines += [one.strip() for one in more.split("\n") if one.strip()]
        text = text.lstrip("\n")[len(more) :]
    lines = [one.rstrip("=+ ") for one in lines]
    said_again = len(lines) > 1 and lines[1].startswith(lines[0])
    return _sorted(lines[1:] if said_again else lines, text)


def _first_block(inside: str) -> tuple[str, str]:
    """Part the first block from the text: at a blank line, or at the first line that stands in."""
    block, _, text = inside.partition("\n\n")
    stands_in = _STANDS_IN.search(block)
    if stands_in and stands_in.start() > 0:
        return inside[: stands_in.start()], inside[stands_in.start() :]
    return block, text


def _head_block(text: str) -> str | None:
    """Return the next block where it is of the head too: marked by `=`, a byline, an aside."""
    block = text.lstrip("\n").partition("\n\n")[0]
    lines = [one.strip() for one in block.split("\n") if one.strip()]
    if not 0 < len(lines) <= _FEW or _STANDS_IN.match(block):
        return None
    marked = any(one.endswith("=") for one in lines)
    told = [byline_of(one) or _ASIDE.fullmatch(one) or one.endswith("=") for one in lines]
    return block if all(told) or (marked and lines[-1].endswith("=")) else None


def _title_block(text: str) -> str | None:
    """Return the line below a keyword line where blank lines part it from all: the headline."""
    block = text.lstrip("\n").partition("\n\n")[0]
    line = block.strip()
    alone = 0 < len(line) <= _LONGEST and "\n" not in line and not _STANDS_IN.match(block)
    return block if alone and not _SENTENCE.search(line) and not dateline_of(line) else None


def _is_prose(lines: list[str]) -> bool:
    """Return whether lines are the first paragraph: they end as a sentence and no head line."""
    ended = _SENTENCE.search(lines[-1]) is not None
    return ended and not any(one.endswith("=") or _SLUG.fullmatch(one) for one in lines)


def _sorted(lines: list[str], text: str) -> Head:
    """Sort the lines of a head by what they are."""
    slug: str | None = None
    headline: list[str] = []
    authors: list[str] = []
    notes: list[str] = []
    ended = False  # a note below it ends the headline; such as say which version follows do not
    for place, one in enumerate(lines):
        names = byline_of(one)
        words = len(lines) > 1 and _WORDS.fullmatch(one)
        if place == 0 and (words or _SLUG.fullmatch(one)):
            slug = re.sub(r",\s*\d{1,5}$", "", one).rstrip("/, ")
        elif _SUBTITLE.match(one):
            ended = True
        elif _EDITORS.match(one) or _ASIDE.fullmatch(one) or _STATUS.fullmatch(one):
            notes.append(one)
            ended = bool(headline)
        elif names:
            authors.append(_ALONE.sub("", names))
        elif headline and place == len(lines) - 1 and _UNNAMED.fullmatch(one):
            continue
        elif authors or ended or _PICTURE.match(one.partition(" ")[2]):
            continue  # the writer's title below the byline, pictures, a summary
        else:
            headline.append(one)
    return Head(" ".join(headline) or None, slug, tuple(authors), tuple(notes), text)
