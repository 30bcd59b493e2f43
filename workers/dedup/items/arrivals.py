"""
The word that a new member of an item earns, beside those that came before it.

A page that is fetched every minute has half a million versions a year, and whoever gives one guid
to all that he sends makes one item of it: so a word must not cost a look at every member.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from typing import TYPE_CHECKING

from shared.domain.article import PubStatus
from shared.domain.story import ExactDuplicate, NewVersion, Stale
from workers.dedup.items.standings import runs_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from uuid import UUID

    from shared.domain.story import Entry, Verdict


class Arrivals:
    """The words of new members, one after the other."""

    def __init__(self) -> None:
        """Begin with no item."""
        self._lines: dict[UUID, list[Entry]] = {}

    def word_of(self, entry: Entry, members: Sequence[Entry]) -> Verdict:
        """
        Return what a new member of an item is.

        All others of its `members` came before it, and the first of them stays the first.
        """
        line = self._line(entry, members)
        return _in_line(entry, line) if line else _among(entry, members)

    def _line(self, entry: Entry, members: Sequence[Entry]) -> list[Entry]:
        """Return the members in order; none where the place of one depends on others."""
        line = self._lines.get(members[0].article_id, [])
        if len(line) == len(members) - 1 and _is_plain(entry):
            insort(line, entry, key=_place)
        else:
            line = sorted(members, key=_place) if all(map(_is_plain, members)) else []
            self._lines[members[0].article_id] = line
        return line


def _is_plain(entry: Entry) -> bool:
    """Tell whether an article says nothing of its place but its time: no number, mark, kill, …"""
    return (
        entry.version is None
        and entry.reissue is None
        and entry.embargoed_until is None
        and entry.pub_status is not PubStatus.CANCELED
    )


def _place(entry: Entry) -> tuple[datetime, int, bytes, int]:
    """Return what orders plain members as `runs_of` does."""
    return (entry.versioned_at, entry.length, entry.content_hash, entry.article_id.int)


def _in_line(entry: Entry, line: Sequence[Entry]) -> Verdict:
    """Return what one of some plain members is, from those that stand beside it."""
    at = bisect_left(line, _place(entry), key=_place)
    begin, end = _begin(line, at), at + 1
    while end < len(line) and _same(line[end], entry):
        end += 1
    if end - begin > 1:
        return ExactDuplicate(line[begin if begin != at else at + 1].article_id)
    if end == len(line):
        return NewVersion(line[_begin(line, at - 1)].article_id)
    return Stale(line[_begin(line, len(line) - 1)].article_id)


def _begin(line: Sequence[Entry], at: int) -> int:
    """Return where the copies of one version begin."""
    while at > 0 and _same(line[at - 1], line[at]):
        at -= 1
    return at


def _same(left: Entry, right: Entry) -> bool:
    return (left.content_hash, left.pub_status) == (right.content_hash, right.pub_status)


def _among(entry: Entry, members: Sequence[Entry]) -> Verdict:
    """Return what any member is, from the versions that all of them make."""
    runs = runs_of(members)
    at = next(at for at, run in enumerate(runs) if entry in run.members)
    copies = [member for member in runs[at].members if member is not entry]
    last = at == len(runs) - 1
    if copies and (last or not runs[-1].killed):
        return ExactDuplicate(copies[0].article_id)
    if last:
        return NewVersion(runs[at - 1].face.article_id)
    return Stale(runs[-1].face.article_id)
