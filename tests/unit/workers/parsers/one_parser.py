"""What the tests of single parsers share: one parser, one document, its items."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.domain.article import Field, RawItem
from shared.errors import Rejected
from workers.parsers.base import Limits, ParseContext, RawFile, RejectedItem

if TYPE_CHECKING:
    from shared.errors import Reason
    from workers.parsers.base import Parsed, Parser

BILLION_LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a0 "lol">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    + "]>"
)
"""Nine lines whose last entity, `&a9;`, would be three gigabytes."""
FOREIGN = '<!DOCTYPE x [<!ENTITY secret SYSTEM "file:///etc/hostname">]>'
"""Declares an entity that stands for a file of the machine."""


def parse(parser: Parser, content: str | bytes, name: str = "a", **limits: int) -> list[Parsed]:
    """Return all that a parser yields; `Rejected` passes through."""
    data = content.encode() if isinstance(content, str) else content
    context = ParseContext(limits=Limits(**limits))
    return list(parser.parse(RawFile(name=name, content=data), context))


def one(parser: Parser, content: str | bytes) -> RawItem:
    """Return the only item of a document."""
    (item,) = parse(parser, content)
    assert isinstance(item, RawItem), item
    return item


def until_refused(parser: Parser, content: str | bytes) -> tuple[list[Parsed], Reason | None]:
    """Return what was read before a document was refused, and the reason."""
    data = content.encode() if isinstance(content, str) else content
    read: list[Parsed] = []
    try:
        for parsed in parser.parse(RawFile(name="a", content=data), ParseContext()):
            read.append(parsed)  # noqa: PERF402 - what came before the refusal is the point
    except Rejected as rejected:
        return read, rejected.reason
    return read, None


def values(item: Parsed, field: Field) -> list[str]:
    """Return the values that an item claims for a field, heaviest first."""
    assert isinstance(item, RawItem), item
    return [claim.value for claim in item.claims.get(field, ())]


def sources(item: Parsed, field: Field) -> list[str]:
    """Return where the claims for a field stood."""
    assert isinstance(item, RawItem), item
    return [claim.source for claim in item.claims.get(field, ())]


def score(parser: Parser, content: str | bytes, name: str = "a") -> float:
    """Return how surely a parser takes a document for its own."""
    data = content.encode() if isinstance(content, str) else content
    return parser.score(RawFile(name=name, content=data))


def assert_survives(parser: Parser, content: bytes) -> None:
    """Read a document cut at 40 places and with each of 120 bytes changed: only `Rejected`."""
    for part in range(40):
        until_refused(parser, content[: len(content) * part // 40])
    step = max(1, len(content) // 120)
    for place in range(0, len(content), step):
        for mask in (0x01, 0x80, 0x3C):
            damaged = bytearray(content)
            damaged[place] ^= mask
            for parsed in until_refused(parser, bytes(damaged))[0]:
                assert isinstance(parsed, RejectedItem) or parsed.body
