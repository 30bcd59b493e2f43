"""
Half a character in what a parser read: JSON can hold one, and neither UTF-8 nor a database can.

What was claimed is kept beside what is believed, so it is not enough to clean what is believed.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from workers.words.mending import whole

if TYPE_CHECKING:
    from shared.domain.article import RawItem


def encodable(item: RawItem) -> RawItem:
    """Return an item without lone surrogates; nearly all items have none, and are returned."""
    claimed = [claim.value for claim in chain.from_iterable(item.claims.values())]
    told = "".join((*item.body, *claimed, item.item, *item.notes))
    if whole(told) is told:
        return item
    return replace(
        item,
        body=tuple(map(whole, item.body)),
        claims={
            name: tuple(replace(claim, value=whole(claim.value)) for claim in claims)
            for name, claims in item.claims.items()
        },
        item=whole(item.item),
        notes=tuple(map(whole, item.notes)),
    )
