"""What a NewsML 1 item tells in words beside its fields: names of its topics, notes to editors."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workers.parsers.xml_formats.safe import child, children, language, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

_CODES = frozenset({"category", "code", "mnemonic", "abbreviation"})
"""Variants of a topic's description that are signs for machines."""
_TO_EDITORS = re.compile(r"(?:advisory|editor|ednote|correction|embargo).*", re.IGNORECASE)
"""Types of lines that are not for readers. `ProductLine` and the like say nothing to anybody."""
_LONGEST = 300


def topics(item: etree._Element, spoken: str) -> Iterator[str]:
    """
    Yield the names of the topics that an item explains itself, each in its language.

    Its subjects are codes alone (`09003000`); what they mean stands in a set of topics, often in
    several languages. `spoken` is the item's; without a name in it the first one counts.
    """
    base = _base(spoken)
    subjects = {one.get("FormalName") for code in item.iter("{*}SubjectCode") for one in code}
    for topic in item.iter("{*}Topic"):
        if text(child(topic, "FormalName")) not in subjects:
            continue
        names = [
            one
            for one in children(topic, "Description")
            if text(one) and one.get("Variant", "").casefold() not in _CODES
        ]
        own = [one for one in names if _base(language(one)) == base]
        yield from map(text, (own or names)[:1])


def notes_of(item: etree._Element) -> tuple[str, ...]:
    """Return what is said to editors: comments beside a text, and lines of such a type."""
    told: list[str] = []
    for component in item.iter("{*}NewsComponent"):
        told += [text(one) for one in children(component, "Comment")]
        for line in children(child(component, "NewsLines"), "NewsLine"):
            kind = child(line, "NewsLineType")
            if kind is not None and _TO_EDITORS.fullmatch(kind.get("FormalName", "")):
                told += [text(one) for one in children(line, "NewsLineText")]
    return tuple(f"edNote: {one[:_LONGEST]}" for one in dict.fromkeys(told) if one)


def _base(tag: str) -> str:
    return tag.partition("-")[0].casefold()
