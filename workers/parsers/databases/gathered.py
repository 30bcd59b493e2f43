"""One article of an export as it is gathered: what its labels claim, and its text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from shared.domain.article import Claim, Field, RawItem
from shared.errors import Reason, Rejected
from workers.parsers.base import RejectedItem
from workers.parsers.paragraphs.markup import without_headline
from workers.parsers.paragraphs.typeset import wrapped_paragraphs

if TYPE_CHECKING:
    from workers.parsers.base import Parsed

_SURE = 0.9


@dataclass(slots=True)
class Found:
    """What was read of one article."""

    claims: dict[Field, list[Claim]] = field(default_factory=dict)
    text: list[str] = field(default_factory=list)
    """The lines of its text."""

    def add(self, name: Field, value: str, source: str) -> None:
        """Add a claim, unless it says nothing."""
        line = " ".join(value.split())
        if line:
            self.claims.setdefault(name, []).append(Claim(line, source, _SURE))

    def item(self, number: int, source: str, notes: tuple[str, ...]) -> Parsed:
        """Return the item, named by its place in the export; refused where it has no text."""
        headlines = self.claims.get(Field.HEADLINE)
        body = wrapped_paragraphs("\n".join(self.text))
        body = without_headline(body, headlines[0].value if headlines else None)
        if not body:
            told = Rejected(Reason.NO_ARTICLE, "the export holds no text of this article")
            return RejectedItem(str(number), told)
        claims = {name: tuple(self.claims[name]) for name in Field if name in self.claims}
        return RawItem(body=body, body_source=source, claims=claims, item=str(number), notes=notes)
