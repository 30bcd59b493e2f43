"""What pages say of their elements by RDFa, in the words of microdata."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

_SAME: Final[Mapping[str, str]] = {
    **{name.lower(): name for name in ("author", "creator", "name", "headline", "articleBody")},
    **dict.fromkeys(("datepublished", "datecreated", "created", "issued"), "datePublished"),
    **dict.fromkeys(("datemodified", "modified"), "dateModified"),
}
"""Properties of schema.org and Dublin Core, without what stands before their colon."""


def with_itemprop(attributes: Mapping[str, str]) -> Mapping[str, str]:
    """Return attributes with the item property that a known RDFa `property` is."""
    if "itemprop" in attributes:
        return attributes
    told = (each.rpartition(":")[2].lower() for each in attributes["property"].split())
    name = next((_SAME[one] for one in told if one in _SAME), None)
    return attributes if name is None else {**attributes, "itemprop": name}
