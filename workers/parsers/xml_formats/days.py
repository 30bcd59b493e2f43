"""Days whose year, month and day are elements of their own, as JATS and PubMed have them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workers.parsers.xml_formats.safe import child, text
from workers.words.months import MONTHS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml import etree


def day_of(moment: etree._Element | None, names: Iterable[str]) -> str:
    """
    Return a date in ISO 8601, as far as it is told: `2026-05`.

    `names` are those of the elements, the year's first. A month may be written as a word.
    """
    told = []
    for name in names:
        part = text(child(moment, name)).casefold().rstrip(".")
        part = str(MONTHS.get(part, part))
        if not part.isdecimal():
            break
        told.append(part.zfill(2))
    return "-".join(told)
