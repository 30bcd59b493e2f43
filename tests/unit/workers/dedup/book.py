"""
A store in memory: the look-ups that SQL does, in plain Python, for tests of the decisions.

It keeps what a decision says and nothing else, so that two books can be compared for equality.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from shared.domain.article import PubStatus
from shared.domain.story import Entry, Link, Neighbourhood, Standing, Verdict
from workers.dedup.verdict import decide

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from uuid import UUID

    from shared.domain.story import Decision, Fingerprint


@dataclass(slots=True)
class Book:
    """Stored articles, texts, keys, links and standings."""

    entries: dict[UUID, Entry] = field(default_factory=dict)
    features: dict[bytes, bytes] = field(default_factory=dict)
    texts_by_key: dict[int, set[bytes]] = field(default_factory=dict)
    links: dict[tuple[UUID, UUID], Link] = field(default_factory=dict)
    standings: dict[UUID, Standing] = field(default_factory=dict)
    verdicts: dict[UUID, Verdict] = field(default_factory=dict)
    merged: dict[UUID, UUID] = field(default_factory=dict)

    def add(self, batch: Sequence[tuple[Entry, Fingerprint]]) -> Decision:
        """Look up, decide, write: one transaction."""
        entries = [entry for entry, _ in batch]
        prints = {entry.article_id: print_ for entry, print_ in batch}
        decision = decide(entries, prints, self.neighbourhood(entries, prints))
        self.write(batch, decision)
        return decision

    def write(self, batch: Iterable[tuple[Entry, Fingerprint]], decision: Decision) -> None:
        """Store a batch as it was decided."""
        for entry, print_ in batch:
            story = decision.stories[entry.article_id]
            self.entries[entry.article_id] = replace(entry, story_id=story)
            self.features[entry.text_hash] = print_.features
            for key in print_.keys:
                self.texts_by_key.setdefault(key, set()).add(entry.text_hash)
        self._merge(decision.merges)
        self.verdicts |= decision.verdicts
        for standing in decision.standings:
            self.standings[standing.article_id] = standing
            stored = self.entries[standing.article_id]
            self.entries[standing.article_id] = replace(stored, item_id=standing.item_id)
        for link in decision.links:
            assert (link.left, link.right) not in self.links, "a link is found once"
            self.links[link.left, link.right] = link

    def _merge(self, merges: Mapping[UUID, UUID]) -> None:
        self.merged |= merges
        for article_id, entry in self.entries.items() if merges else ():
            assert entry.story_id is not None
            story = merges.get(entry.story_id, entry.story_id)
            self.entries[article_id] = replace(entry, story_id=story)

    def neighbourhood(
        self, batch: Iterable[Entry], prints: Mapping[UUID, Fingerprint]
    ) -> Neighbourhood:
        """Return all that is stored and could bear on a batch."""
        batch = list(batch)
        candidates = {
            entry.text_hash: frozenset(
                text
                for key in prints[entry.article_id].keys
                for text in self.texts_by_key.get(key, ())
                if text != entry.text_hash
            )
            for entry in batch
        }
        texts = {text for found in candidates.values() for text in found}
        texts |= {entry.text_hash for entry in batch} & self.features.keys()
        identities = {entry.identity for entry in batch} - {None}
        first = [
            entry
            for entry in self.entries.values()
            if entry.text_hash in texts or entry.identity in identities or _called(entry, batch)
        ]
        known = {entry.article_id for entry in first}
        first += [e for e in self._noticed(batch) if e.article_id not in known]
        items = {entry.item_id for entry in first} - {None}
        ids = {entry.article_id for entry in first}
        near = tuple(
            entry
            for entry in self.entries.values()
            if entry.article_id in ids or entry.item_id in items
        )
        return Neighbourhood(
            entries=near,
            features={text: self.features[text] for text in texts},
            candidates=candidates,
            founders={e.story_id: self.entries[e.story_id] for e in near if e.story_id},
        )

    def _noticed(self, batch: Iterable[Entry]) -> list[Entry]:
        """Return notices that speak of a batch, and what its notices speak of, with its copies."""
        batch = list(batch)
        headlines = {entry.headline for entry in batch} - {None}
        aims = {entry.aim for entry in batch} - {None}
        texts = {entry.text_hash for entry in self.entries.values() if entry.headline in aims}
        return [
            entry
            for entry in self.entries.values()
            if entry.aim in headlines or entry.text_hash in texts
        ]

    @property
    def lasting(self) -> tuple[object, ...]:
        """All that must not depend on the order of arrival."""
        stories = {article_id: entry.story_id for article_id, entry in self.entries.items()}
        return stories, self.links, self.standings


def _called(stored: Entry, batch: Iterable[Entry]) -> bool:
    """Tell whether a small name alone could bind a stored article to one of a batch."""
    canceled = PubStatus.CANCELED
    return any(
        stored.local_id == entry.local_id
        and (stored.pub_status is canceled or stored.version or entry.pub_status is canceled)
        for entry in batch
        if entry.local_id is not None
    )


def stories(*built: tuple[Entry, Fingerprint]) -> int:
    """Count the stories of articles that come one by one."""
    book = Book()
    for one in built:
        book.add([one])
    return len({entry.story_id for entry in book.entries.values()})
