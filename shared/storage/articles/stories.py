"""Stories after a batch: merges, members, and which article each story shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from shared.domain.article import PubStatus
from shared.domain.change import ChangeKind
from shared.domain.story import BRIEF_LENGTH
from shared.domain.values import dataclass
from shared.storage.database.repository import Repository
from shared.storage.feed.changes import Change
from shared.storage.tables import articles, story_heads

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import datetime
    from uuid import UUID

    from shared.domain.story import Decision, Entry, Standing

_ENDED, _INTO = sa.bindparam("ended", type_=sa.Uuid()), sa.bindparam("into", type_=sa.Uuid())

MOVE_MEMBERS = articles.update().where(articles.c.story_id == _ENDED).values(story_id=_INTO)

MOVE_HEADS = (
    story_heads.update()
    .where((story_heads.c.id == _ENDED) | (story_heads.c.merged_into == _ENDED))
    .values(merged_into=_INTO, canonical_id=None, members=0)
)
"""Of the story that ended, and of those that had become it before."""

_BEGUN = sa.func.min(articles.c.published_at).over(
    partition_by=(articles.c.story_id, sa.func.coalesce(articles.c.item_id, articles.c.id))
)
"""When the first version of an article's item was published."""


@dataclass(frozen=True, slots=True)
class Head:
    """What a story shows."""

    members: int
    canonical: UUID | None


@dataclass(frozen=True, slots=True)
class Face:
    """The first of a story's full texts, or of its briefs."""

    article_id: UUID
    waits: bool
    """Whether it is under embargo for longer than others need to print it."""


class Stories(Repository):
    """The rows of `story_heads`, inside one transaction that holds the store lock."""

    def settle(self, decision: Decision, batch: Sequence[Entry]) -> list[Change]:
        """
        Carry out the merges, then count and choose anew for each story that was touched.

        The articles of the batch must be written already.
        """
        self._move(decision.merges)
        changes = [
            Change(kind=ChangeKind.STORY_MERGED, story_id=ended, detail={"into": str(into)})
            for ended, into in decision.merges.items()
        ]
        touched = set(decision.stories.values()) | set(decision.merges.values())
        begun = {entry.article_id for entry in batch} & touched - set(decision.merges.values())
        return (
            changes + self._begin(heads_of(begun, decision, batch)) + self._choose(touched - begun)
        )

    def _move(self, merges: Mapping[UUID, UUID]) -> None:
        """Give the members of stories that ended to those that they became, in this order."""
        if merges:
            rows = [{"ended": ended, "into": into} for ended, into in merges.items()]
            self._connection.execute(MOVE_MEMBERS, rows)
            self._connection.execute(MOVE_HEADS, rows)

    def _begin(self, heads: Mapping[UUID, Head]) -> list[Change]:
        """Write the heads of stories that the batch began: most of them, with one member."""
        self._insert_rows(
            story_heads,
            [
                {"id": story, "members": head.members, "canonical_id": head.canonical}
                for story, head in heads.items()
            ],
        )
        return [_shows(story, head) for story, head in heads.items()]

    def _choose(self, stories: Collection[UUID]) -> list[Change]:
        """Write the heads of stories that were there: size, and canonical by content alone."""
        if not stories:
            return []
        sizes, canonical = self._sizes(stories), self._canonical(stories)
        known = self._connection.execute(
            sa.select(story_heads).where(self._among(story_heads.c.id, stories))
        )
        before = {row.id: Head(row.members, row.canonical_id) for row in known}
        after = {story: Head(sizes[story], canonical.get(story)) for story in sorted(stories)}
        changed = {story: head for story, head in after.items() if head != before.get(story)}
        changes = self._begin({s: head for s, head in changed.items() if s not in before})
        rows = [
            {"story": story, "members": head.members, "canonical_id": head.canonical}
            for story, head in changed.items()
            if story in before
        ]
        if rows:
            which = story_heads.c.id == sa.bindparam("story")
            self._connection.execute(story_heads.update().where(which), rows)
        return changes + [
            _shows(story, head)
            for story, head in changed.items()
            if story in before and before[story].canonical != head.canonical
        ]

    def _sizes(self, stories: Collection[UUID]) -> dict[UUID, int]:
        counted = self._connection.execute(
            sa.select(articles.c.story_id, sa.func.count())
            .where(self._among(articles.c.story_id, stories))
            .group_by(articles.c.story_id)
        )
        return {story: count for story, count in counted}  # noqa: C416 - rows, not tuples

    def _canonical(self, stories: Collection[UUID]) -> dict[UUID, UUID]:
        """Choose among current, usable articles, as `Entry.face_key` does: earliest, longest …"""
        every = (
            sa.select(
                *articles.c["story_id", "id", "current", "pub_status", "embargoed_until"],
                *articles.c["length", "content_hash"],
                (articles.c.length < BRIEF_LENGTH).label("brief"),
                _BEGUN.label("begun"),
            )
            .where(self._among(articles.c.story_id, stories))
            .subquery()
        )
        ranked = (
            sa.select(
                *every.c["story_id", "id", "brief"],
                _waits(every).label("waits"),
                _rank(every).label("rank"),
            )
            .where(every.c.current, every.c.pub_status == PubStatus.USABLE)
            .subquery()
        )
        first = sa.select(*ranked.c["story_id", "id", "brief", "waits"]).where(ranked.c.rank == 1)
        faces: dict[UUID, dict[bool, Face]] = {}
        for row in self._connection.execute(first):
            faces.setdefault(row.story_id, {})[bool(row.brief)] = Face(row.id, bool(row.waits))
        return {story: shown_of(found) for story, found in faces.items()}


def shown_of(faces: Mapping[bool, Face]) -> UUID:
    """
    Return which article a story shows, of its first full text (False) and its first brief (True).

    A flash, a feed's teaser or a caption comes before the story that it speaks of, and says less;
    but what waits for the end of an embargo gives way to what is free.
    """
    full, brief = faces.get(False), faces.get(True)
    if full is None or (brief is not None and full.waits and not brief.waits):
        assert brief is not None
        return brief.article_id
    return full.article_id


def heads_of(
    stories: Collection[UUID], decision: Decision, batch: Sequence[Entry]
) -> dict[UUID, Head]:
    """Return the heads of stories whose members are all in the batch."""
    members: dict[UUID, list[Entry]] = {story: [] for story in stories}
    for entry in batch:
        story = decision.stories[entry.article_id]
        if story in members:
            members[story].append(entry)
    standings = {standing.article_id: standing for standing in decision.standings}
    return {
        story: Head(len(entries), _canonical_of(entries, standings))
        for story, entries in members.items()
    }


def _canonical_of(entries: Sequence[Entry], standings: Mapping[UUID, Standing]) -> UUID | None:
    """Choose as `Stories._canonical` does, among entries at hand."""
    begun: dict[UUID, datetime] = {}
    for entry in entries if len(entries) > 1 else ():  # one alone is chosen whatever its time
        if entry.published_at is not None:
            item = standings[entry.article_id].item_id or entry.article_id
            begun[item] = min(entry.published_at, begun.get(item, entry.published_at))

    def begun_of(entry: Entry) -> datetime | None:
        return begun.get(standings[entry.article_id].item_id or entry.article_id)

    def key(entry: Entry) -> tuple[float, float, int, bytes, int]:
        return entry.face_key(begun_of(entry))

    faces: dict[bool, Face] = {}
    for entry in sorted(entries, key=key, reverse=True):
        if standings[entry.article_id].current and entry.pub_status is PubStatus.USABLE:
            faces[entry.is_brief] = Face(entry.article_id, entry.waits(begun_of(entry)))
    return shown_of(faces) if faces else None


def _shows(story: UUID, head: Head) -> Change:
    return Change(kind=ChangeKind.STORY_HEAD, story_id=story, article_id=head.canonical)


def _waits(every: sa.Subquery) -> sa.ColumnElement[bool]:
    """Tell what `Entry.waits` does."""
    late = sa.or_(every.c.begun.is_(None), every.c.embargoed_until > every.c.begun)
    return sa.and_(every.c.embargoed_until.is_not(None), late)


def _rank(every: sa.Subquery) -> sa.ColumnElement[int]:
    """Return the place of each article among its story's full texts, or its briefs."""
    shown_from = sa.case(
        (every.c.embargoed_until > every.c.begun, every.c.embargoed_until), else_=every.c.begun
    )
    return sa.func.row_number().over(
        partition_by=(every.c.story_id, every.c.brief),
        order_by=(
            shown_from.asc().nulls_last(),
            every.c.embargoed_until.asc().nulls_first(),
            every.c.length.desc(),
            every.c.content_hash,
            every.c.id,
        ),
    )
