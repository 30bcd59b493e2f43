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
    NewVersion,
    Stale,
    Standing,
)
from workers.dedup.components import stories_of
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
    texts: dict[bytes, list[Entry]] = {}
    by_article = _links_by_article(links)
    verdicts: dict[UUID, Verdict] = {}
    for entry in known.entries:
        texts.setdefault(entry.text_hash, []).append(entry)
    for entry in batch:
        versions = items.admit(entry)
        verdicts[entry.article_id] = (
            _among_versions(entry, versions)
            if versions
            else _same_text(texts.get(entry.text_hash, []))
            or _nearest(entry, by_article.get(entry.article_id, ()), present)
            or New()
        )
        present[entry.article_id] = entry
        texts.setdefault(entry.text_hash, []).append(entry)
    return verdicts


def _among_versions(entry: Entry, others: Sequence[Entry]) -> Verdict:
    """Return what a new member of an item is beside the members that came before it."""
    runs = runs_of([*others, entry])
    at = next(at for at, run in enumerate(runs) if entry in run.members)
    copies = [member for member in runs[at].members if member is not entry]
    last = at == len(runs) - 1
    if copies and (last or not runs[-1].killed):
        return ExactDuplicate(copies[0].article_id)
    if last:
        return NewVersion(runs[at - 1].face.article_id)
    return Stale(runs[-1].face.article_id)


def _same_text(others: Sequence[Entry]) -> Verdict | None:
    if not others:
        return None
    return ExactDuplicate(min(others, key=lambda other: other.founder_key).article_id)


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
