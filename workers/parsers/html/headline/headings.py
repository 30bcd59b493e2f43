"""Which heading of the page is the headline: by its place, and by what the head says of it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from shared.domain.article import Field
from workers.parsers.html.headline import address_headings
from workers.parsers.html.headline.badges import without_badge
from workers.parsers.html.walk.titled import above_day, above_text, completed, low_heading, titled
from workers.parsers.lines.printed_dates import DATE
from workers.words.letters import letters_and_digits

if TYPE_CHECKING:
    from workers.parsers.claims.evidence import Evidence
    from workers.parsers.html.walk.nodes import Block
    from workers.parsers.html.walk.page import Page

_WORD = re.compile(r"\w+")
_UNPARTED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
"""Letters of scripts that write words without spaces between."""
_PARTED = re.compile(r"\s[|–—-]\s|[｜|]")  # noqa: RUF001 - of many scripts
_MOST = 12
_SHORTEST_LABEL, _SHORTEST_HEADLINE = 5, 8
"""Letters of a host's label that is compared, and of what a title has beside the site's name."""
_TITLE = 0.3
"""The weight of `<title>`, which has the site's name beside the headline; heavier claims do not."""
_SPELLED = 0.9
"""The weight of a heading that the page's address spells, where no first one is."""
_LOW = 0.4
"""The weight of a heading of a low level with the day below it, where nothing is like the title."""
_TOLD = 4
"""Words of a headline in a title: `Harbour Association` and `News - Ferries` have fewer."""
_SHARE = 0.5
_ALIKE = 0.6
"""Share of its words that the head must know for a heading to be the headline beyond doubt."""


def gather(page: Page, evidence: Evidence, first: int, url: str | None = None) -> None:
    """
    Add the headings as claims: level one, or level two where the page has no other.

    `first` is the place of the body's first block. A heading that the head of the page repeats
    (as a part of `<title>` or `og:title`) outweighs those; the site's name in a heading is none:
    one that the page's address has too, beside something else in its title.
    """
    told = evidence.values(Field.HEADLINE)
    spelled = address_headings.spelled(page, [url or "", *evidence.values(Field.URL)], first)
    if spelled is not None:
        evidence.add(Field.HEADLINE, spelled.text, spelled.node.tag, _SPELLED)
        return
    headings, source = _headings(page, evidence, told, url)
    if not any(_is_stated(block, told) for block in headings):
        _plain(page, evidence, first, headings, url)
    nearest = _nearest(headings, first)
    stated = [
        claim.value for claim in evidence.claims.get(Field.HEADLINE, ()) if claim.weight > _TITLE
    ]
    for block in headings:
        short = [] if _is_titled(block.text, page.head.titles) else told
        weight = _weight(block, told, short, alone=len(headings) == 1, nearest=block is nearest)
        if source != "h1" and _is_part(block.text, stated):
            weight = 0.4
        whole = completed(block.text, told, page, first)
        text = without_badge(whole, told, evidence.values(Field.SOURCE))
        evidence.add(Field.HEADLINE, text, source, weight)


def _is_stated(block: Block, told: list[str]) -> bool:
    """Return whether the head has a heading too, or its own markup says that it is the headline."""
    return block.node.itemprop == "headline" or _likeness(block.text, told) >= _ALIKE


def _plain(
    page: Page, evidence: Evidence, first: int, headings: list[Block], url: str | None
) -> None:
    """Add the line that is a headline without being called so: it stands below all headings."""
    names = {_key(name) for name in evidence.values(Field.SOURCE)}
    line = titled(page, first)
    early = any(block.at <= first for block in headings)
    if line is not None and _key(line.text) in names:
        line = None
    if line is not None and all(block.at < line.at for block in headings):
        evidence.add(Field.HEADLINE, line.text, "line of the title", _SPELLED)
    elif not headings and (low := low_heading(page, first)) is not None:
        evidence.add(Field.HEADLINE, low.text, low.node.tag, _LOW)
    elif (
        (low := above_text(page, first)) is not None
        and not early
        and _key(low.text) not in names
        and not _is_telling(page.head.titles, [url or "", *evidence.values(Field.URL)])
    ):
        headings.clear()
        evidence.add(Field.HEADLINE, low.text, low.node.tag, _LOW)
    elif not headings and names.issuperset(map(_key, evidence.values(Field.HEADLINE))):
        above = above_day(page, first)
        evidence.add(Field.HEADLINE, above and above.text, "line above the day", _SPELLED)


def _is_telling(titles: list[str], addresses: list[str]) -> bool:
    """
    Return whether a title has a headline: words enough before its last part, or in its only one.

    The last part is the site's or a section's, and so is one that a host's name stands in. The
    heading above the text is that of its first part then.
    """
    labels = _labels(" ".join(addresses))
    parts = [part for title in titles[:1] for part in _PARTED.split(title)]
    return any(
        len(part.split()) >= _TOLD and not any(label in _key(part) for label in labels)
        for part in parts[:-1] or parts
    )


def _headings(
    page: Page, evidence: Evidence, told: list[str], url: str | None
) -> tuple[list[Block], str]:
    """Return the headings that may be the headline, and the level that they have."""
    names = {_key(name) for name in evidence.values(Field.SOURCE)}
    labels = _labels(url or "")
    headings = [
        block
        for block in [block for block in page.blocks if block.node.tag == "h1"][:_MOST]
        if _key(block.text) not in names and not _is_site(block.text, labels, told)
    ]
    if any(_likeness(block.text, told) >= _ALIKE for block in headings):
        return headings, "h1"
    second = [block for block in page.blocks if block.node.tag in {"h2", "h3"}][: _MOST * 2]
    like = [block for block in second if _likeness(block.text, told) >= 0.9]  # noqa: PLR2004 - the same but for the site's name
    titles = {_key(one) for one in told}
    whole = [block for block in like if _key(block.text) in titles]  # a folder's name is a part
    if whole or like:
        block = whole[0] if whole else max(like, key=lambda each: len(each.text))
        return [block], block.node.tag
    return headings, "h1"


def _labels(url: str) -> list[str]:
    """Return what an address's hosts spell; an archive has the original's host in its path."""
    hosts = re.findall(r"//([^/:?#]+)", url)
    labels = [_key(label) for host in hosts for label in host.lower().split(".")[:-1]]
    return [label for label in labels if len(label) >= _SHORTEST_LABEL]


def _is_site(text: str, labels: list[str], told: list[str]) -> bool:
    """Return whether a heading is the site's name: its address has it, and titles have more."""
    key = _key(text)
    named = any(key.startswith(label) and len(key) <= 2 * len(label) for label in labels)
    return named and any(
        key in (title := _key(one)) and len(title) - len(key) >= _SHORTEST_HEADLINE for one in told
    )


def _is_titled(text: str, titles: list[str]) -> bool:
    """Return whether a heading is the greater part of the page's title, as it stands there."""
    return any(text in title and len(text) >= _SHARE * len(title) for title in titles)


def _is_part(text: str, stated: list[str]) -> bool:
    """Return whether a heading is only the smaller part of each headline that the head states."""
    key = _key(text)
    around = [len(title) for one in stated if key in (title := _key(one))]
    return bool(around) and len(key) < _SHARE * min(around)


def _weight(
    block: Block, told: list[str], short: list[str], *, alone: bool, nearest: bool
) -> float:
    """
    Return how far to believe a heading.

    `short` are the titles that may have it without a kicker: none where `<title>` has it whole.
    """
    likeness = _likeness(block.text, told)
    if has_kicker(block.text, short) or _has_date(block.text, told):
        return 0.4
    if has_kicker(block.text, [part for one in short for part in _PARTED.split(one)[:1]]):
        return 0.25  # less than `<title>` has, which is without it
    if alone or nearest:
        return (0.8 if alone else 0.7) + 0.17 * likeness
    return 0.2 + 0.3 * likeness


def _nearest(headings: list[Block], first: int) -> Block | None:
    """Return the last heading before the body's first paragraph, else the first of all."""
    before = [block for block in headings if block.at <= first]
    return before[-1] if before else headings[0] if headings else None


def _likeness(text: str, told: list[str]) -> float:
    """Return the share of a heading's words that one of the head's titles has too."""
    words = _words(text)
    if not words:
        return 0.0
    return max((len(words & _words(one)) / len(words) for one in told), default=0)


@lru_cache(maxsize=256)  # each heading is compared with each of the head's titles
def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.lower()))


def has_kicker(text: str, told: list[str]) -> bool:
    """Return whether the head has the heading without the words before it: `Tunisia New rules`."""
    key = _key(text)
    return any(
        key != (short := _key(one))
        and len(short) > len(key) // 2
        and key.endswith(short)
        and _begins_word(text, len(short))
        for one in told
    )


def _begins_word(text: str, letters: int) -> bool:
    """Return whether so many letters at a text's end begin a word, which may be glued to it."""
    at = len(text)
    while at and letters:
        at -= 1
        letters -= text[at].isalnum()
    first = text[at : at + 1]
    return not text[at - 1 : at].isalnum() or first.isupper() or _UNPARTED.match(first) is not None


def _has_date(text: str, told: list[str]) -> bool:
    """Return whether the head has the heading without the date that follows in it."""
    found = DATE.search(text)
    return found is not None and any(text[: found.start()].strip() == one for one in told)


@lru_cache(maxsize=256)  # … by its words and by its letters
def _key(text: str) -> str:
    return letters_and_digits(text).lower()
