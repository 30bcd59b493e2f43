"""Of each field's claims the best-supported one: chosen, and kept with where it is from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from shared.domain.article import Claim, Field, Provenance
from workers.normalise import fields
from workers.normalise.evidence import Candidate, provenance, weigh
from workers.normalise.persons import weigh_persons

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime, timedelta

    from shared.domain.article import RawItem

_Value = TypeVar("_Value")
_TOP_LEVEL = 3
"""Letters of a host's label that can be one of `co.uk`, and no name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What is known of a provider and its items need not say."""

    provider: str = "default"
    zone: str | None = None
    """IANA name: the zone of clocks without one."""
    language: str | None = None
    source: str | None = None
    """The publisher, where items do not name one."""
    embargo: timedelta | None = None
    """After receipt, where items name none."""


class Choosing:
    """One item on its way: the claims in, the chosen values and their provenance out."""

    def __init__(self, item: RawItem, profile: Profile, now: datetime) -> None:
        self.item = item
        self.profile = profile
        self.now = now
        self.provenance: dict[Field, Provenance] = {}

    def claims(self, name: Field) -> tuple[Claim, ...]:
        """Return what the item claims of a field."""
        return self.item.claims.get(name, ())

    def one(self, name: Field, cleaned: fields.Cleaned) -> str | None:
        """Choose a field with one value."""
        claims = self.claims(name)
        return self._believed(name, weigh(claims, cleaned)) if claims else None

    def many(self, name: Field, split: fields.Split) -> tuple[str, ...]:
        """Choose a field with several values: those of one source stay together."""
        claims = self.claims(name)
        return (self._believed(name, fields.weigh_groups(claims, split)) if claims else None) or ()

    def authors(self, source: str | None, host: str) -> tuple[str, ...]:
        """
        Choose the authors: those of one source, or of one that says more of them.

        The chosen publisher and the host's own name are none beside others.
        """
        sites = [label for label in host.split(".")[:-1] if len(label) > _TOP_LEVEL]
        candidates = weigh_persons(self.claims(Field.AUTHOR), [source or "", *sites, host])
        return self._believed(Field.AUTHOR, candidates) or ()

    def time(self, name: Field, language: str | None) -> datetime | None:
        """Choose a field that is a time."""
        claims = self.claims(name)
        if not claims:
            return None
        candidates = fields.weigh_times(
            claims, now=self.now, zone=self.profile.zone, language=language
        )
        chosen = self._believed(name, candidates)
        return None if chosen is None else chosen.at

    def _believed(self, name: Field, candidates: Sequence[Candidate[_Value]]) -> _Value | None:
        """Return the best-supported value, and keep where it and the others are from."""
        if not candidates:
            return None
        self.provenance[name] = provenance(candidates)
        return candidates[0].value
