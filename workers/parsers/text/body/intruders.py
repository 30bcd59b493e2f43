"""
What stands inside an article and is plainly not of it: lines said twice, prompts to the reader,
the caption of a picture above a dateline, and what a link whispers to those who cannot see it.

The learned tables judge a passage by its looks and neighbours; a caption printed twice and a form
that asks for an address look like sentences of the article, and are known by other signs.
"""

# ruff: noqa: RUF001 - the signs of many scripts are meant

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workers.parsers.lines.datelines import dateline_of
from workers.parsers.lines.lexicon import PROMPTS
from workers.parsers.lines.stops import ends_sentence
from workers.parsers.text.body.told import TOLD
from workers.parsers.text.sentences import leads_away

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workers.parsers.text.marks.page import Page

TWICE = 70
"""Characters from which a passage is not said twice by chance."""
MANY = 6
"""Where more passages are said twice, a list or a table says them: the article does."""
WHOLE = 3
"""So many passages are an article that the page holds twice."""
ECHOED = 0.3
"""Where more of the body's characters are said twice, the page holds the article twice."""
PROMPT = 300
"""No prompt is longer, in characters."""
ABOVE = 3
"""So many passages above a dateline are a caption or a summary; more are an article."""
CAPTION = 160
"""Characters of a caption with its credit."""
LIST = 12
"""So many entries at the most has a list of links inside an article."""
_PROMPT = re.compile(rf"\b(?:{'|'.join(map(re.escape, PROMPTS))})\b", re.IGNORECASE)
_OTHERS = re.compile(r"subscribe to the\b", re.IGNORECASE)
"""What people do of whom an article tells, too."""
_BEGUN = re.compile(r"(?:^|[.!?:;|–—•]\s*|\bplease )$", re.IGNORECASE)
"""The beginning of a sentence, where a verb bids somebody do something."""
_READER = re.compile(r"\b(?:you|your|our|us|newsletters?|podcasts?|e-?mails?)\b", re.IGNORECASE)
_QUOTED = re.compile(r"[\"“”„«»]")
_WHISPER = re.compile(r"\s*,?\s*\(?\bopens (?:in )?(?:a )?new (?:tab|window)\)?", re.IGNORECASE)


def without_intruders(page: Page, body: Sequence[int]) -> list[int]:
    """Return the body's places from the dateline on, without what is said twice and prompts."""
    body = _below_picture(page, _from_dateline(page, body))
    echoes = {at for at in body[1:] if _echo(page, at)}
    if len(echoes) > MANY or _size(page, echoes) > ECHOED * _size(page, body):
        echoes = _said_before(page, body)
    kept = [
        at
        for at in body
        if at not in echoes
        and not is_prompt(page.passages[at].text)
        and not (page.passages[at].bullet and _led_away(page, at))
    ]
    return kept or list(body)


def _led_away(page: Page, at: int) -> bool:
    """Whether an entry is of a list of links: no sentence is, and `Read more` stands above."""
    for place in range(at, max(-1, at - LIST), -1):
        passage = page.passages[place]
        if not passage.bullet:
            return leads_away(passage.text)
        if ends_sentence(passage.text):
            return False
    return False


def is_prompt(text: str) -> bool:
    """Whether a passage asks its reader for an address, an account or a subscription."""
    if len(text) > PROMPT or not any(map(text.casefold().__contains__, PROMPTS)):
        return False  # the look for the words alone costs a third of the pattern
    return any(map(_asks, _PROMPT.finditer(text))) and not (
        _QUOTED.search(text) or TOLD.search(text)
    )


def _asks(found: re.Match[str]) -> bool:
    """Whether the reader is meant: `investors who subscribe to the fund` are others."""
    if not _OTHERS.match(found[0]):
        return True
    return bool(_BEGUN.search(found.string[: found.start()]) or _READER.search(found.string))


def without_whispers(text: str) -> str:
    """Return a text without the words by which a link tells that it opens another tab."""
    # a look for a word costs next to nothing, the pattern half of what a small text costs
    return _WHISPER.sub("", text) if "pens" in text else text


def _from_dateline(page: Page, body: Sequence[int]) -> Sequence[int]:
    """Leave out what stands above a dateline, but for a list: wire copy begins there."""
    for place, at in enumerate(body[: ABOVE + 1]):
        if page.passages[at].bullet:
            return body
        if _filed(page.passages[at].text):
            return body[place:]
    return body


def _below_picture(page: Page, body: Sequence[int]) -> Sequence[int]:
    """Leave out a first line that ends with whose picture it is: the text begins below it."""
    if len(body) > 1 and "credited" in page.own[body[0]]:
        text = page.passages[body[0]].text
        if len(text) <= CAPTION and not dateline_of(text):
            return body[1:]
    return body


def _filed(text: str) -> bool:
    """Whether a text begins with a dateline that is none by chance: `Smith - who` is no place."""
    line = dateline_of(text)
    if not line:
        return False
    first = line.split()[0].strip(",")
    return (first.isupper() and len(first) > 2) or any(sign in "(0123456789" for sign in line)  # noqa: PLR2004


def _echo(page: Page, at: int) -> bool:
    text = page.passages[at].text
    return len(text) >= TWICE and page.seen[text] > 1


def _said_before(page: Page, body: Sequence[int]) -> set[int]:
    """
    Return the places of what a body has said already: of an article held twice, one is read.

    One or two lines that are said again and again are refrains.
    """
    first: dict[str, int] = {}
    for at in body:
        if _echo(page, at):
            first.setdefault(page.passages[at].text, at)
    again = {at for at in body if first.get(page.passages[at].text, at) != at}
    whole = len({page.passages[at].text for at in again}) >= WHOLE
    return again if whole and _size(page, again) > ECHOED * _size(page, body) else set()


def _size(page: Page, places: Sequence[int] | set[int]) -> int:
    return sum(len(page.passages[at].text) for at in places)
