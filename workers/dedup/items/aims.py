"""
What a notice aims at: articles of its house under the headline that it names.

A house is a provider, or an agency that both name as their source. A kill takes back what came in
the week before it, and every copy of that, whenever it came; what has an own text and came after it
is left alone. A text that replaces another takes the place of what was there before it. Each
answer depends on the articles alone, never on which of them came first.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from typing import TYPE_CHECKING

from shared.domain.article import PubStatus
from shared.domain.filing import AIM_DAYS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shared.domain.story import Entry

LONGEST = timedelta(days=AIM_DAYS)


class Aims:
    """Articles by headline and notices by aim, among those that are there."""

    def __init__(self) -> None:
        """Begin with none."""
        self._articles: dict[int, list[Entry]] = defaultdict(list)
        self._notices: dict[int, list[Entry]] = defaultdict(list)

    def enter(self, entry: Entry) -> None:
        """Take note of an article."""
        if entry.aim is not None:
            self._notices[entry.aim].append(entry)
        if entry.headline is not None and not entry.is_notice:
            self._articles[entry.headline].append(entry)

    def bound(self, entry: Entry) -> Iterator[Entry]:
        """Yield those that are of one item with an article that is there, because of a notice."""
        if entry.aim is not None:
            yield from self._hit(entry)
        if entry.headline is None or entry.is_notice:
            return
        for notice in self._notices.get(entry.headline, ()):
            hit = list(self._hit(notice)) if notice is not entry else []
            if entry in hit:
                yield notice
                yield from hit

    def _hit(self, notice: Entry) -> Iterator[Entry]:
        """Yield what a notice aims at, with the copies of what it kills."""
        assert notice.aim is not None
        near = [
            each
            for each in self._articles.get(notice.aim, ())
            if each is not notice and _one_house(each, notice)
        ]
        meant = [each for each in near if _is_meant(each, notice)]
        if not notice.is_notice:
            yield from meant
            return
        said = {each.content_hash for each in meant}
        yield from (each for each in near if each.content_hash in said)


def speaks_of(notice: Entry, entry: Entry) -> bool:
    """Tell whether a notice means an article: by its headline, its house and its time."""
    named = notice.aim is not None and notice.aim == entry.headline
    return named and _one_house(notice, entry) and _is_meant(entry, notice)


def _one_house(one: Entry, other: Entry) -> bool:
    return one.provider == other.provider or (one.source is not None and one.source == other.source)


def _is_meant(entry: Entry, notice: Entry) -> bool:
    """Tell whether an article was there when a notice spoke of its headline."""
    if entry.pub_status is PubStatus.CANCELED:
        return False
    age = notice.versioned_at - entry.versioned_at
    if entry.published_at is None:
        # when it came proves nothing: it may have come late; what is marked speaks of another
        return abs(age) <= LONGEST and entry.reissue is None
    return timedelta(0) <= age <= LONGEST
