"""
What a batch of new articles is, beside all that is stored: the decision, written by storage.

What lasts (stories, links, standings) is a function of the set of articles and never of the order
in which they came. The word that each new article earns tells what it was on arrival.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.domain.story import (
    Decision,
    ExactDuplicate,
    NearDuplicate,
    New,
    Standing,
)
from workers.dedup.components import stories_of
from workers.dedup.items.arrivals import Arrivals
from workers.dedup.items.standings import lone_standing, runs_of, standings_of
from workers.dedup.items.versions import Items
from workers.dedup.links import verified_links

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from uuid import UUID

    from shared.domain.story import Entry, Fingerprint, Link, Neighbourhood, Verdict


def decide(
    batch: Sequence[Entry], fingerprints: Mapping[UUID, Fingerprint], known: Neighbourhood
) -> Decision:
    """
    Decide a batch of articles that are not stored yet.

    `known` must hold every stored article that shares a text, a name or a candidate key with any of
    them, with all members of the items of all those.
    """
    links = verified_links(batch, fingerprints, known)
    items = Items(known.entries, links)
    verdicts = _verdicts(batch, known, links, items)
    groups = list(items.groups())
    stories, merges = stories_of(batch, known, links, [members for _, members in groups])
    return Decision(
        verdicts=verdicts,
        stories=stories,
        merges=merges,
        standings=_standings(batch, groups),
        links=tuple(links),
    )


def _standings(
    batch: Sequence[Entry], items: Iterable[tuple[UUID | None, Sequence[Entry]]]
) -> tuple[Standing, ...]:
    """Return the standings of all members of every item that the batch adds to."""
    fresh = {entry.article_id for entry in batch}
    standings: list[Standing] = []
    for item_id, members in items:
        if len(members) > 1 and not fresh.isdisjoint(member.article_id for member in members):
            standings += standings_of(runs_of(members), item_id)
        elif members[0].article_id in fresh:  # nearly all are alone
            standings.append(lone_standing(members[0], item_id))
    return tuple(standings)


def _verdicts(
    batch: Sequence[Entry], known: Neighbourhood, links: Iterable[Link], items: Items
) -> dict[UUID, Verdict]:
    """Return each new article's word, as if the batch had come one by one in its order."""
    present = {entry.article_id: entry for entry in known.entries}
    first: dict[bytes, Entry] = {}
    by_article = _links_by_article(links)
    arrivals = Arrivals()
    verdicts: dict[UUID, Verdict] = {}
    for entry in known.entries:
        first[entry.text_hash] = _earlier(entry, first.get(entry.text_hash))
    for entry in batch:
        members = items.admit(entry)
        verdicts[entry.article_id] = (
            arrivals.word_of(entry, members)
            if len(members) > 1
            else _same_text(first.get(entry.text_hash))
            or _nearest(entry, by_article.get(entry.article_id, ()), present)
            or New()
        )
        present[entry.article_id] = entry
        first[entry.text_hash] = _earlier(entry, first.get(entry.text_hash))
    return verdicts


def _earlier(entry: Entry, other: Entry | None) -> Entry:
    """Return the one that founds a story."""
    return entry if other is None or entry.founder_key < other.founder_key else other


def _same_text(first: Entry | None) -> Verdict | None:
    return ExactDuplicate(first.article_id) if first else None


def _nearest(
    entry: Entry, links: Iterable[Link], present: Mapping[UUID, Entry]
) -> NearDuplicate | None:
    """Return the strongest of the links to articles that are there already."""
    found = {link.right if link.left == entry.article_id else link.left: link for link in links}
    there = [(other, link) for other, link in found.items() if other in present]
    if not there:
        return None

    def strength(pair: tuple[UUID, Link]) -> tuple[float, float, tuple[float, int, bytes, int]]:
        evidence = pair[1].evidence
        return (-evidence.jaccard, -evidence.containment, present[pair[0]].founder_key)

    of, link = min(there, key=strength)
    return NearDuplicate(of, link)


def _links_by_article(links: Iterable[Link]) -> dict[UUID, list[Link]]:
    found: dict[UUID, list[Link]] = {}
    for link in links:
        found.setdefault(link.left, []).append(link)
        found.setdefault(link.right, []).append(link)
    return found
