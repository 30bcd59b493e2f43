"""Claims of two places on one item, put together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.domain.article import Field

if TYPE_CHECKING:
    from collections.abc import Mapping

    from shared.domain.article import Claim

    Claims = Mapping[Field, tuple[Claim, ...]]


def both(first: Claims, second: Claims) -> dict[Field, tuple[Claim, ...]]:
    """Return the claims of both for each field, those of the first before the others."""
    told = {name: (*first.get(name, ()), *second.get(name, ())) for name in Field}
    return {name: claims for name, claims in told.items() if claims}
