"""
What becomes of a story between newsrooms: changes that make a copy of an article, and their likes.

Each is a function from an article, and others of about the same time, to a pair: of one story in
`COPIES`, of two in `STRANGERS`; None where the article has not got what it takes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from tests.benchmarks.newsroom_words import (
    ABOVE,
    BELOW,
    ELSEWHERE,
    NOTES,
    PLACES,
    SCANNED,
    STYLED,
    TYPES,
)

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

    from shared.domain.article import Article

    Pair = tuple[Article, Article]
    Change = Callable[["Material"], Pair | None]

_SENTENCE = re.compile(r"(?<=[.!?])[\"'\u201d]?\s+(?=[A-Z\"'\u201c])")
_LEAST = 20
"""Words of a page that is worth it."""
_FEW, _SMALL = 4, 3
_HEADLINE = 7
"""Words of a headline that another desk writes."""
_SHORT = 110
"""Words of a text in which a single name may part."""


@dataclass(frozen=True, slots=True)
class Material:
    """What a pair is made of."""

    one: Article
    other: Article
    """A stranger of about the same time."""
    like: Article
    """Of some two hundred strangers the one whose headline is most like that of `one`."""
    chosen: random.Random


def sentences(story: Article) -> list[str]:
    """Return the sentences of a body."""
    return [one for part in story.body for one in _SENTENCE.split(part) if one.strip()]


def later(story: Article, hours: float) -> Article:
    """Return an article as if it had come so much later; undated ones stay so."""
    moment = story.published_at
    return replace(story, published_at=moment and moment + timedelta(hours=hours))


def _headed(story: Article, text: str, chosen: random.Random) -> Article:
    """Put an article under words of a text, in their order, as another desk does."""
    said = [word.strip(".,;:\"'()") for word in text.split()]
    said = [word for word in said if len(word) > _SMALL or word[:1].isupper()] or [text]
    keep = sorted(chosen.sample(range(len(said)), min(_HEADLINE, len(said))))
    return replace(story, headline=" ".join(said[at] for at in keep))


def _rewritten(story: Article, change: Callable[[str], str]) -> Article:
    """Change headline and paragraphs."""
    return replace(story, headline=change(story.headline), body=tuple(map(change, story.body)))


def _second_page(m: Material) -> Pair | None:
    told = sentences(m.one)
    rest = told[len(told) // 2 :]
    enough = len(" ".join(rest).split()) >= _LEAST
    return (m.one, replace(m.one, body=tuple(rest))) if enough else None


def _dressed(story: Article) -> Article:
    return replace(story, body=(ABOVE, *story.body, BELOW))


def _two_sites(m: Material) -> Pair:
    other = replace(m.one, body=(ELSEWHERE[0], *m.one.body, ELSEWHERE[1]))
    return _dressed(m.one), later(other, 2)


def _flash(story: Article) -> Article:
    return replace(story, body=(sentences(story)[0],))


def _update(m: Material) -> Pair:
    """Set the latest above, as long as half of the story, under a headline that says it too."""
    half, new = len(m.one.text.split()) // 2, sentences(m.other)[:0]
    for each in sentences(m.other):
        if len(" ".join(new).split()) < half:
            new.append(each)
    said = _headed(m.one, new[0], m.chosen).headline
    grown = replace(m.one, headline=f"{m.one.headline}: {said}", body=(*new, *m.one.body))
    return m.one, later(grown, 3)


def _half(m: Material) -> Article | None:
    """Leave half of the sentences."""
    told = sentences(m.one)
    if len(told) < _FEW:
        return None
    keep = sorted(m.chosen.sample(range(len(told)), len(told) // 2))
    return later(replace(m.one, body=tuple(told[at] for at in keep)), 5)


def _half_and_whole(m: Material) -> Pair | None:
    cut = _half(m)
    return (m.one, cut) if cut else None


def _half_headed(m: Material) -> Pair | None:
    cut = _half(m)
    return (m.one, _headed(cut, cut.body[0], m.chosen)) if cut else None


def _two_halves(m: Material) -> Pair | None:
    one, other = _half(m), _half(m)
    return (one, other) if one and other else None


def _merged(m: Material) -> Article:
    return later(replace(m.one, body=(*m.one.body, *m.other.body)), 4)


def _set_in_type(text: str) -> str:
    for plain, set_ in TYPES.items():
        text = text.replace(plain, set_)
    text = re.sub(r'"([^"]*)"', "\u201c\\1\u201d", text)
    text = re.sub(r"(\d) (\w)", "\\1\u00a0\\2", text)
    return re.sub(r"(\w{5})(\w{4})", "\\1\u00ad\\2", text)


def _in_house_style(text: str) -> str:
    text = re.sub(r"\b\w+\b", lambda word: STYLED.get(word[0], word[0]), text)
    return re.sub(r"(?<=\d),(?=\d{3}\b)", "", text)


def _scanned(share: float) -> Change:
    """Return a change that takes letters for others, as scanners do."""

    def change(m: Material) -> Pair:
        def read(text: str) -> str:
            return "".join(
                SCANNED.get(sign, sign) if m.chosen.random() < share else sign for sign in text
            )

        return m.one, _rewritten(m.one, read)

    return change


def _of_another_house(m: Material) -> Pair:
    """Put another headline and another author above, days later."""
    body = ("By our correspondent Jo Ek, Gazette staff", *m.one.body)
    copy = _headed(replace(m.one, body=body), sentences(m.one)[-1], m.chosen)
    return m.one, later(copy, m.chosen.choice([10, 40, 90]))


def _noted(m: Material) -> Pair:
    note, above = m.chosen.choice(NOTES), m.chosen.random() < 1 / 2
    body = (note, *m.one.body) if above else (*m.one.body, note)
    return m.one, later(replace(m.one, body=body), 20)


def _strangers_noted(m: Material) -> Pair:
    note = m.chosen.choice(NOTES)
    return replace(m.one, body=(note, *m.one.body)), replace(m.like, body=(note, *m.like.body))


def _a_year_later(m: Material) -> Pair:
    again = replace(m.one, body=("This story was first published a year ago.", *m.one.body))
    return m.one, later(again, 365 * 24)


def _placed(m: Material, most: int, *, same: bool) -> Pair | None:
    """Put a place for a name of headline and text: in the other another name of it, or another."""
    known = {word.strip(".,;:<>\"'()").lower() for word in m.one.headline.split()}
    named = set(re.findall(r"(?<=[a-z,] )[A-Z][a-z]{3,}", m.one.text))
    names = {each for each in named if each.lower() in known}
    if not names or len(m.one.text.split()) > most:
        return None
    name = re.compile(rf"\b{m.chosen.choice(sorted(names))}\b", re.IGNORECASE)
    one, other = (each.split() for each in m.chosen.sample(PLACES.split(","), 2))
    second = one[1] if same else other[1]
    return (
        _rewritten(m.one, lambda text: name.sub(one[0], text)),
        _rewritten(m.one, lambda text: name.sub(second, text)),
    )


COPIES: dict[str, Change] = {
    "page 2 of 2": _second_page,
    "a site's dress": lambda m: (m.one, later(_dressed(m.one), 2)),
    "two sites' dress": _two_sites,
    "flash": lambda m: (_flash(m.one), later(m.one, 0.3)),
    "flash, other headline": lambda m: (
        _headed(_flash(m.one), sentences(m.one)[0], m.chosen),
        later(m.one, 0.3),
    ),
    "half as much set above": _update,
    "half of the sentences": _half_and_whole,
    "half, other headline": _half_headed,
    "two halves": _two_halves,
    "merged, and the first": lambda m: (m.one, _merged(m)),
    "set in type": lambda m: (m.one, _rewritten(m.one, _set_in_type)),
    "house style": lambda m: (m.one, later(_rewritten(m.one, _in_house_style), 1)),
    "scanned, 1 % wrong": _scanned(0.01),
    "scanned, 4 % wrong": _scanned(0.04),
    "other headline, author, day": _of_another_house,
    "a correction's note": _noted,
    "a year later": _a_year_later,
    "another name of the place": lambda m: _placed(m, _SHORT, same=True),
}
STRANGERS: dict[str, Change] = {
    "in one site's dress": lambda m: (_dressed(m.one), _dressed(m.other)),
    "the same, like headlines": lambda m: (_dressed(m.one), _dressed(m.like)),
    "flash, and another's story": lambda m: (_flash(m.one), later(m.like, 0.3)),
    "merged, and the second": lambda m: (m.other, _merged(m)),
    "below one correction's note": _strangers_noted,
    "like headlines": lambda m: (m.one, m.like),
    "another place": lambda m: _placed(m, _SHORT, same=False),
}
