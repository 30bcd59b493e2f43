"""
Versions of one item: which text came before which, and which is the one to read.

A function of the set of members alone, never of the order in which they arrived.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING

from shared.domain.article import PubStatus
from shared.domain.reissue import ReissueKind
from shared.domain.story import Standing

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from uuid import UUID

    from shared.domain.story import Entry


@dataclass(slots=True)
class Run:
    """One version: the members of an item that say the same, one after the other."""

    number: int
    """The provider's number of this version; see `_numbers`."""
    members: list[Entry] = field(default_factory=list)

    @property
    def face(self) -> Entry:
        """The member that stands for the version: its first."""
        return self.members[0]

    @property
    def killed(self) -> bool:
        """Whether this version takes the item back."""
        return self.face.pub_status is PubStatus.CANCELED


def runs_of(members: Sequence[Entry]) -> list[Run]:
    """
    Return the versions of an item, first to last.

    Neighbours with the same content and the same right to be published are copies of one version.
    What was said before a kill and comes again after it, without a higher number of the
    provider's own, is a late redelivery: it joins the version that it repeats.
    """
    runs: list[Run] = []
    buried: dict[bytes, Run] = {}
    kill = 0
    for number, entry in _ordered(members):
        grave = buried.get(entry.content_hash)
        if runs and _same(runs[-1].face, entry):
            runs[-1].members.append(entry)
        elif grave and number <= kill and entry.pub_status is not PubStatus.CANCELED:
            grave.members.append(entry)
        else:
            runs.append(Run(number, [entry]))
        if runs[-1].killed:
            kill = max(kill, runs[-1].number)
            buried |= {run.face.content_hash: run for run in runs if not run.killed}
    return runs


def standings_of(runs: Sequence[Run], item_id: UUID | None = None) -> list[Standing]:
    """Return where each member stands; none is current where the last version is a kill."""
    standings = []
    for ordinal, run in enumerate(runs, start=1):
        before = runs[ordinal - 2].face.article_id if ordinal > 1 else None
        last = ordinal == len(runs) and not run.killed
        standings += [
            Standing(
                article_id=member.article_id,
                item_id=item_id,
                ordinal=ordinal,
                supersedes=before,
                current=last and member is run.face,
            )
            for member in run.members
        ]
    return standings


def lone_standing(entry: Entry, item_id: UUID | None) -> Standing:
    """Return where the only member of an item stands."""
    current = entry.pub_status is not PubStatus.CANCELED
    return Standing(article_id=entry.article_id, item_id=item_id, current=current)


def _same(left: Entry, right: Entry) -> bool:
    if (left.content_hash, left.pub_status) != (right.content_hash, right.pub_status):
        return False
    # an embargo is lifted or moved by sending the same text again; one that a profile puts on
    # each receipt must not begin anew with each copy, so that a moved one needs a number
    if left.embargoed_until is None or right.embargoed_until is None:
        return left.embargoed_until is right.embargoed_until
    return left.version == right.version or left.embargoed_until == right.embargoed_until


def _ordered(members: Sequence[Entry]) -> list[tuple[int, Entry]]:
    """
    Return the members with their numbers, in order.

    Many a correction has the time of what it corrects. At the same time what is marked comes after
    what is not, a kill after all that it kills, and of two texts the longer, for texts grow.
    """
    numbers = _numbers(members)

    def key(member: Entry) -> tuple[int, datetime, bool, int, int, bytes, int]:
        canceled = member.pub_status is PubStatus.CANCELED
        number = numbers[member.article_id.int]
        same_time = (member.length, member.content_hash, member.article_id.int)
        return (number, member.versioned_at, canceled, _says(member), *same_time)

    return [(numbers[m.article_id.int], m) for m in sorted(members, key=key)]


def _says(member: Entry) -> int:
    if member.reissue is None:
        return 0
    return 2 if member.reissue.kind is ReissueKind.CORRECTION else 1


def _numbers(members: Sequence[Entry]) -> dict[int, int]:
    """
    Return the number of each member, by article.

    The provider's own; where no member has one, that of its mark: `UPDATE 2` is the second whatever
    its time. A member without a number (kills often come so) has the highest that was out by its
    time. Where marks or notices speak and a member tells no time either, it stands first; marked,
    or a kill, last.
    """
    marked = any(m.reissue for m in members) and all(m.version is None for m in members)
    noticed = any(m.is_notice for m in members)
    own = {m.article_id.int: _marks_number(m) if marked else m.version for m in members}
    numbered = sorted(
        (m.versioned_at, number) for m in members if (number := own[m.article_id.int]) is not None
    )
    times = [time for time, _ in numbered]
    highest = [0, *accumulate((number for _, number in numbered), max)]
    numbers = {}
    for m in members:
        number = own[m.article_id.int]
        if number is None and m.published_at is None and (marked or noticed):
            number = _undated_number(m, highest[-1], noticed=noticed)
        if number is None:
            number = highest[bisect_right(times, m.versioned_at)]
        numbers[m.article_id.int] = number
    return numbers


def _undated_number(member: Entry, highest: int, *, noticed: bool) -> int | None:
    """Return the place of a member that tells no time; None: that of its receipt."""
    if member.reissue is not None:
        return highest + 1
    if member.pub_status is PubStatus.CANCELED:
        return None if noticed else highest + 1
    return -1


def _marks_number(entry: Entry) -> int | None:
    return entry.reissue.number if entry.reissue else None
