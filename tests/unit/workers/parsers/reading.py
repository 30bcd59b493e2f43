"""What the tests of the container formats share: reading bytes by the registry, and a text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from shared.errors import Reason, Rejected
from workers.parsers import registry
from workers.parsers.base import Limits, ParseContext, RawFile, RejectedItem

if TYPE_CHECKING:
    from shared.domain.article import RawItem

PARAGRAPHS = (
    "The ferry to the northern islands will sail again on Monday, the harbour office said.",
    "Its engine had failed in the storm of last week, and 140 passengers had to wait a night.",
    "A second ship is to be hired for the summer, at a cost of 2.3 million.",
)
TEXT = "Ferry to the islands sails again\n\n" + "\n\n".join(PARAGRAPHS) + "\n"
"""A plain text that the registry reads as one article."""
PAGE = (
    "<!DOCTYPE html><html lang='en'><head><title>Ferry to the islands sails again</title></head>"
    "<body><article><h1>Ferry to the islands sails again</h1>"
    + "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    + "</article></body></html>"
)
"""The same as a web page."""


@dataclass(frozen=True, slots=True)
class Read:
    """All that came of a file."""

    items: list[RawItem]
    refused: dict[str, Reason]
    """The items that were not taken, by their label."""
    rejected: Rejected | None
    """Why the file was not read, or not to its end."""

    @property
    def reason(self) -> Reason | None:
        """The reason of the whole file."""
        return self.rejected.reason if self.rejected else None

    @property
    def labels(self) -> list[str]:
        """The labels of the articles, in order."""
        return [item.item for item in self.items]


def read(name: str, content: bytes, limits: Limits | None = None) -> Read:
    """Read bytes by the registry to the end or to the refusal."""
    context = ParseContext(limits=limits or Limits())
    items: list[RawItem] = []
    refused: dict[str, Reason] = {}
    try:
        for parsed in registry.read(RawFile(name=name, content=content), context):
            if isinstance(parsed, RejectedItem):
                refused[parsed.item] = parsed.rejected.reason
            else:
                items.append(parsed)
    except Rejected as rejected:
        return Read(items, refused, rejected)
    return Read(items, refused, None)


def assert_only_rejected(name: str, content: bytes) -> None:
    """Read every kind of damage of a file: cut at each tenth, each 7th of 60 places flipped."""
    for tenth in range(10):
        read(name, content[: len(content) * tenth // 10])
    step = max(1, len(content) // 60)
    for place in range(0, len(content), step):
        damaged = bytearray(content)
        damaged[place] ^= 0xFF
        read(name, bytes(damaged))
        damaged[place] ^= 0xF7
        read(name, bytes(damaged))
