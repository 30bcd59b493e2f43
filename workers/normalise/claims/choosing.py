"""Of each field's claims the best-supported one: chosen, and kept with where it is from."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, TypeVar

from shared.domain.article import Claim, Field, Provenance
from shared.domain.values import dataclass
from workers.normalise.claims import fields
from workers.normalise.claims.changes import doubt_changes
from workers.normalise.claims.evidence import Candidate, provenance, weigh
from workers.normalise.claims.persons import weigh_persons
from workers.normalise.publishers import (
    has_initials,
    has_label,
    is_at_host,
    is_host,
    is_publisher,
    knows_host,
    publisher,
    repeats,
    written_out,
)
from workers.normalise.times import item_zone
from workers.normalise.times.moments import as_written, parse
from workers.normalise.urls import host_of, identity

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from shared.domain.article import RawItem
    from workers.normalise.times.moments import Moment

_Value = TypeVar("_Value")
DEFAULT = "provider default"
"""The source of what the provider's profile says where the item says nothing."""
_DAY_LINE = "date line"
"""How the parser of texts calls a day that stands below the headline."""
_TIMES = (Field.PUBLISHED, Field.UPDATED)
_TWO = 2
_UPDATED_WITHIN = timedelta(days=31)
_DOUBT = 0.5
"""The most doubt about a publisher's name that is the host's."""
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

    def address(self) -> str | None:
        """Choose the address: a front page, as some pages call themselves, is no article's."""
        candidates = weigh(self.claims(Field.URL), fields.url)
        if candidates and identity(candidates[0].value) is None:
            host = host_of(candidates[0].value)
            own = [each for each in candidates if identity(each.value) is not None]
            own = [each for each in own if host_of(each.value) == host]
            candidates = [*own, *(each for each in candidates if each not in own)]
        return self._believed(Field.URL, candidates)

    def source(self, host: str, headline: str = "") -> str | None:
        """
        Choose the publisher: a name that is the host's outdoes one that is a motto or a firm.

        What repeats a headline that is claimed, or the one that was chosen, is none.
        """
        claimed = [claim.value for claim in self.claims(Field.HEADLINE) if host]
        candidates = [
            each
            for each in weigh(self.claims(Field.SOURCE), fields.source)
            if _can_be(publisher(each.value, host), host, claimed, headline)
        ]
        if host and candidates and not knows_host(candidates[0].value, host):
            sure = [each for each in candidates if each.doubt <= _DOUBT]
            named = [each for each in sure if is_host(each.value, host)]
            if not named and not has_label(candidates[0].value, host):
                named = [each for each in sure if is_at_host(each.value, host)]
            candidates = [*named, *(each for each in candidates if each not in named)]
        return self._believed(Field.SOURCE, written_out(candidates, host))

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

    def time(
        self, name: Field, language: str | None, since: datetime | None = None
    ) -> datetime | None:
        """Choose a field that is a time; `since` is when the item was published, if it is known."""
        if not self.claims(name):
            return None
        candidates = self._times(name, language)
        if name is Field.PUBLISHED and len(candidates) > 1:
            changes = [each.value for each in self._times(Field.UPDATED, language)]
            doubt_changes(candidates, changes)
            candidates.sort(key=lambda each: each.doubt)
            _earliest_first(candidates)
        if not candidates:
            return None
        best = candidates[0]
        others = sum(len(self.claims(each)) for each in {*_TIMES, name}) > 1
        if others and item_zone.is_without(best.value):
            since = best.value.at if name is Field.PUBLISHED else since
            self._place(best, language, since)
        written = as_written(best.claim.value, best.value)
        self.provenance[name] = provenance(candidates, written)
        return best.value.at

    def _place(
        self, candidate: Candidate[Moment], language: str | None, since: datetime | None
    ) -> None:
        """Read a clock without a zone in that of the item's other times, where they agree."""
        told = [self._told(name, language) for name in _TIMES]
        candidate.value = item_zone.placed(candidate.value, told, since)
        candidate.assumed = candidate.value.assumed

    def _told(self, name: Field, language: str | None) -> list[Moment]:
        """Return all times that the item claims for a field."""
        claims, zone = self.claims(name), self.profile.zone
        found = (parse(each.value, now=self.now, zone=zone, language=language) for each in claims)
        return [moment for moment in found if moment is not None]

    def _times(self, name: Field, language: str | None) -> list[Candidate[Moment]]:
        """Weigh the claims for a field that is a time."""
        return fields.weigh_times(
            self.claims(name), now=self.now, zone=self.profile.zone, language=language
        )

    def _believed(self, name: Field, candidates: Sequence[Candidate[_Value]]) -> _Value | None:
        """Return the best-supported value, and keep where it and the others are from."""
        if not candidates:
            return None
        self.provenance[name] = provenance(candidates)
        return candidates[0].value


def _can_be(name: str, host: str, claimed: Sequence[str], headline: str) -> bool:
    """Return whether a name can be a publisher's: no kind of page, and no article's headline."""
    if not is_publisher(name):
        return False
    again = repeats(name, *claimed) or repeats(name, headline)
    return not again or (bool(host) and _is_of(name, host))


def _is_of(name: str, host: str) -> bool:
    """Return whether a host says that a name is its own, though the headline has it too."""
    return knows_host(name, host) or has_initials(name, host)


def _earliest_first(candidates: list[Candidate[Moment]]) -> None:
    """
    Move the earlier of two days below a headline to the front, where no word tells them apart.

    An update comes after the publication, whatever the language calls it. More days are those of
    other stories, and so is one told more exactly, or long before.
    """
    best = candidates[0]
    alike = [
        each
        for each in candidates
        if each.claim.source == _DAY_LINE
        and each.sources == best.sources == {_DAY_LINE}
        and each.doubt == best.doubt
    ]
    if len(alike) == _TWO and alike[0].value.precision == alike[1].value.precision:
        first = min(alike, key=lambda each: each.value.at)
        if best.value.at - first.value.at > _UPDATED_WITHIN:
            return
        candidates.remove(first)
        candidates.insert(0, first)
