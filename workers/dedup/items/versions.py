"""
Which articles are versions of one item: what their provider says of them, pair by pair.

An item is a connected component, as a story is, of narrower bonds: the same name (guid or address);
a name that says little (`17`) beside like texts; a mark (`CORRECTED`, `UPDATE 2`) on one of two
like texts of one provider; a notice that names the headline of another (`aims.py`). Each bond
depends on its articles alone, so that no order matters.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from shared.domain.article import PubStatus
from workers.dedup.components import Components
from workers.dedup.items.aims import Aims

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from uuid import UUID

    from shared.domain.story import Entry, Link

_SHORT_NAME = 4
LONGEST_REISSUE_DAYS = 7.0
"""An update or a correction comes within a week; after that the like text is another's story."""


class Items:
    """Groups of articles; stored ones are together already, new ones join them one by one."""

    def __init__(self, stored: Iterable[Entry], links: Iterable[Link]) -> None:
        """Take what is stored, with all members of each item, and the links of the batch."""
        self._components = Components()
        self._members: dict[UUID, list[Entry]] = {}
        self._linked: dict[UUID, list[tuple[UUID, Link]]] = defaultdict(list)
        self._names: dict[tuple[str, object], list[Entry]] = defaultdict(list)
        self._present: dict[UUID, Entry] = {}
        self._aims = Aims()
        for link in links:
            self._linked[link.left].append((link.right, link))
            self._linked[link.right].append((link.left, link))
        items: dict[UUID, Entry] = {}
        for entry in stored:
            self._enter(entry)
            if entry.item_id is not None:
                self._join(items.setdefault(entry.item_id, entry), entry)

    def admit(self, entry: Entry) -> list[Entry]:
        """Let a new article join the items that it belongs to; return all members of the item."""
        others = list(self._bound(entry))
        self._enter(entry)
        others += self._aims.bound(entry)
        for other in others:
            self._join(other, entry)
        return self._members[self._components.find(entry.article_id)]

    def groups(self) -> Iterator[tuple[UUID | None, list[Entry]]]:
        """Yield each item with its id; a loner has one only if its provider named it."""
        for members in self._members.values():
            yield _item_id(members), members

    def _enter(self, entry: Entry) -> None:
        self._members[entry.article_id] = [entry]
        self._present[entry.article_id] = entry
        self._aims.enter(entry)
        for name in _names(entry):
            self._names[name].append(entry)

    def _join(self, one: Entry, other: Entry) -> None:
        left, right = (self._components.find(each.article_id) for each in (one, other))
        if left == right:
            return
        self._components.join(left, right)
        root = self._components.find(left)
        gone = right if root == left else left
        self._members[root] += self._members.pop(gone)

    def _bound(self, entry: Entry) -> Iterator[Entry]:
        """
        Yield articles that bind a new one to their items, among those that are there.

        Not all versions of an item, nor all copies of a text: of these there may be thousands.
        """
        text = (entry.provider, entry.text_hash)
        yield from self._names.get(("identity", entry.identity), ())[:1]
        yield from self._names.get(("local text", (entry.local_id, text)), ())[:1]
        for other in self._names.get(("local", entry.local_id), ()):
            if _name_binds(entry, other):
                yield other
        for other in self._names.get(("text" if entry.reissue else "marked text", text), ()):
            if _mark_binds(entry, other):
                yield other
        for other_id, link in self._linked.get(entry.article_id, ()):
            linked = self._present.get(other_id)
            if linked is not None and _link_binds(entry, linked, link):
                yield linked


def is_one_item(one: Entry, other: Entry, link: Link | None) -> bool:
    """Tell whether what their provider says of two articles binds them, notices left aside."""
    if one.identity is not None and one.identity == other.identity:
        return True
    if one.provider == other.provider and one.text_hash == other.text_hash:
        return _text_binds(one, other)
    return (_same_local(one, other) and _name_binds(one, other)) or (
        link is not None and _link_binds(one, other, link)
    )


def _names(entry: Entry) -> Iterator[tuple[str, object]]:
    """Yield what others look for who may be bound to an article."""
    text = (entry.provider, entry.text_hash)
    yield "text", text
    if entry.reissue is not None:
        yield "marked text", text
    if entry.identity is not None:
        yield "identity", entry.identity
    if entry.local_id is not None:
        yield "local", entry.local_id
        yield "local text", (entry.local_id, text)


def _text_binds(one: Entry, other: Entry) -> bool:
    """Tell of the same text of one provider: the same small name binds it, and a mark on one."""
    return _same_local(one, other) or _mark_binds(one, other)


def _mark_binds(one: Entry, other: Entry) -> bool:
    return _takes_place(one, other) or _takes_place(other, one)


def _takes_place(later: Entry, earlier: Entry) -> bool:
    """Tell whether an article's mark speaks of another: of its house's, that was there before."""
    if later.reissue is None or _of_other_houses(later, earlier):
        return False
    dated = later.published_at is not None and earlier.published_at is not None
    return not dated or later.versioned_at >= earlier.versioned_at


def _of_other_houses(one: Entry, other: Entry) -> bool:
    """Tell whether both name a source, and not the same: a folder may hold many papers."""
    if one.source is None or other.source is None:
        return False
    return not (_has_name(one.source, other.source) or _has_name(other.source, one.source))


def _has_name(source: str, name: str) -> bool:
    """Tell whether a source's name has another in it: whole words of it, where that is short."""
    if len(name) > _SHORT_NAME or name not in source:
        return name in source
    return re.search(rf"\b{re.escape(name)}\b", source) is not None  # `ap`: no `japan times`


def _name_binds(one: Entry, other: Entry) -> bool:
    """Tell of the same small name: it binds a kill, which must not miss, and numbered versions."""
    numbered = one.version is not None and other.version is not None
    killed = PubStatus.CANCELED in (one.pub_status, other.pub_status)
    return killed or (numbered and one.version != other.version)


def _link_binds(one: Entry, other: Entry, link: Link) -> bool:
    """Tell of like texts: they bind as the same text does, where they come within a week."""
    if one.provider != other.provider:
        return False
    if _same_local(one, other):
        return True
    days = link.evidence.days
    near = days is None or days <= LONGEST_REISSUE_DAYS
    return near and _mark_binds(one, other)


def _same_local(one: Entry, other: Entry) -> bool:
    return one.local_id is not None and one.local_id == other.local_id


def _item_id(members: Iterable[Entry]) -> UUID | None:
    """Return the smallest name that its provider gave it, else that of its smallest article."""
    members = list(members)
    named = [entry.identity for entry in members if entry.identity is not None]
    if named:
        return min(named)
    return min(entry.article_id for entry in members) if len(members) > 1 else None
