"""Which stories a batch joins: connected components, each named after its founding article."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from uuid import UUID

    from shared.domain.story import Entry, Link, Neighbourhood


class Components:
    """Disjoint sets of ids, joined pair by pair."""

    def __init__(self) -> None:
        """Begin with every id alone."""
        self._parents: dict[UUID, UUID] = {}

    def find(self, node: UUID) -> UUID:
        """Return the id that stands for the set that a node is in."""
        root = node
        while (parent := self._parents.get(root, root)) != root:
            root = parent
        while node != root:
            node, self._parents[node] = self._parents[node], root
        return root

    def join(self, left: UUID, right: UUID) -> None:
        """Make one set of the two that hold these ids."""
        left, right = self.find(left), self.find(right)
        self._parents[right] = left
        self._parents.setdefault(left, left)


def stories_of(
    batch: Sequence[Entry],
    known: Neighbourhood,
    links: Iterable[Link],
    items: Iterable[Sequence[Entry]],
) -> tuple[dict[UUID, UUID], dict[UUID, UUID]]:
    """
    Return the story of each new article, and for each stored story that ends what it became.

    Joined are articles of one item, of one text, and of a link. A story is named after its
    founder: the smallest `founder_key` of all its members, whatever came first.
    """
    places = {entry.article_id: entry.story_id or entry.article_id for entry in known.entries}
    places |= {entry.article_id: entry.article_id for entry in batch}
    components = Components()
    for group in (*items, *_same_text([*known.entries, *batch])):
        for member in group[1:]:
            components.join(places[group[0].article_id], places[member.article_id])
    for link in links:
        components.join(places[link.left], places[link.right])
    founders = _founders(batch, known, components)
    stories = {e.article_id: founders[components.find(e.article_id)].article_id for e in batch}
    merges = {
        story: founders[components.find(story)].article_id
        for story in known.founders
        if founders[components.find(story)].article_id != story
    }
    return stories, merges


def _same_text(entries: Iterable[Entry]) -> list[list[Entry]]:
    """Return the articles that share a text, text by text."""
    groups: dict[bytes, list[Entry]] = {}
    for entry in entries:
        groups.setdefault(entry.text_hash, []).append(entry)
    return list(groups.values())


def _founders(
    batch: Sequence[Entry], known: Neighbourhood, components: Components
) -> Mapping[UUID, Entry]:
    founders: dict[UUID, Entry] = {}
    members = [*known.founders.items(), *((entry.article_id, entry) for entry in batch)]
    for place, entry in members:
        root = components.find(place)
        rival = founders.get(root)
        if rival is None or entry.founder_key < rival.founder_key:
            founders[root] = entry
    return founders
