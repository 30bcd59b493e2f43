"""The claims of one page as they are gathered: a value, where it stood, how far to believe it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from shared.addresses import split
from shared.domain.article import Claim, Field
from workers.parsers.bylines.firms import LEGAL_FORM
from workers.words.east_asian_names import is_person
from workers.words.east_asian_words import is_organisation
from workers.words.letters import letters_and_digits

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

LONGEST = 1_000
"""Characters of one value; what is longer is no headline, name or date."""
MOST = 60
"""Claims for one field: a page that repeats one without end proves nothing."""
_AN_UPDATE = 0.2
"""What is left of the belief in an update's time, as the publication's."""
_DOUBTFUL = 0.1
"""Below it a time is one that is told of."""
_LONG_LABEL = 8
"""Letters of a host's label that is the site's name even inside a longer one."""
BESIDE_DATE = "name beside a date"
"""The source of a name that nothing but its place tells to be one."""
AGENCY_LINE = "agency's line"
"""The source of an agency that signs alone: no site, though a label may call it the source."""
_UNFILLED = re.compile(
    r"\{+\s?[$%#]?[\w.: ]+\s?\}+|\$\{[\w. ]+\}|%%?[A-Za-z_]+%%?|\[object Object\]|undefined|null",
)
"""The place that a page's template had for a value: `{$category}`."""
_IDEOGRAPHS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]+")
_PARTS = re.compile(r"\s+[-–—|·]+\s+|[|_｜]+|--+|^[-–—·]")  # noqa: RUF001 - dashes
_ADDRESS = re.compile(r"https?://|\bwww\.")
_FIRM = re.compile(rf"\s{LEGAL_FORM}\.?\s*(?:$|[,;&|(])")
_SHORT = 3
"""Letters of a word that can stand in any host."""
_HOST = re.compile(r"(?:[\w-]+\.)+(?:com|org|net|[a-z]{2})")


@dataclass(slots=True)
class Evidence:
    """Claims by field, in the order in which they were found."""

    claims: dict[Field, list[Claim]] = field(default_factory=dict)

    def add(self, name: Field, value: object, source: str, weight: float) -> None:
        """Note one claim; blank and overlong values and exact repeats are passed over."""
        if not isinstance(value, str):
            return
        text = " ".join(value.split())
        if not text or len(text) > LONGEST or _UNFILLED.fullmatch(text):
            return
        told = self.claims.setdefault(name, [])
        claim = Claim(text, source, weight)
        if len(told) < MOST and claim not in told:
            told.append(claim)

    def every(self, name: Field, values: Iterable[object], source: str, weight: float) -> None:
        """Note several claims of one source."""
        for value in values:
            self.add(name, value, source, weight)

    def drop(self, name: Field, values: Iterable[str]) -> None:
        """Take back the claims for a field that say one of these, in any case."""
        wrong = {value.casefold() for value in values}
        if name in self.claims:
            kept = [claim for claim in self.claims[name] if claim.value.casefold() not in wrong]
            self.claims[name] = kept

    def values(self, name: Field) -> list[str]:
        """Return the values for a field."""
        return [claim.value for claim in self.claims.get(name, ())]

    def doubt_site_as_author(self, url: str, behind: str = "") -> None:
        """
        Weigh down authors that are the site itself, or its maker: a name with an address.

        A name that only stands there, and is the section's, is nobody's: `Korea` beside the day.
        `behind` is what the title has behind the headline: no author of the head is named there
        in ideographs, but for persons, whose own site it can be.
        """
        sites = {_key(name) for name in self.values(Field.SOURCE)} - {""}
        host = (split(url).hostname or "").removeprefix("www.")
        labels = {_key(label) for label in host.split(".")[:-1]}
        sites |= {_key(host), *labels}
        long = [label for label in labels if len(label) >= _LONG_LABEL]
        parts = _PARTS.split(behind)
        sections = {_key(name) for name in self.values(Field.SECTION)}
        self.claims[Field.AUTHOR] = [
            Claim(claim.value, f"{claim.source} (the site)", min(claim.weight, 0.1))
            if ((name := _key(claim.value)) in sites and claim.source != AGENCY_LINE)
            or _HOST.fullmatch(claim.value)
            or (
                claim.source.startswith("meta")
                and (_ADDRESS.search(claim.value) or any(label in name for label in long))
            )
            else claim
            for claim in self.claims.get(Field.AUTHOR, ())
            if not _made_the_page(claim, host)
            and not (claim.source.startswith("meta") and _is_paper(claim.value, parts, sites))
            and not (claim.source.startswith(BESIDE_DATE) and _key(claim.value) in sections)
        ]

    def take_updates(self) -> None:
        """
        Claim an update's time as the publication's, where a page states no other.

        The article was there by then; its source says what it is.
        """
        told = self.claims.get(Field.PUBLISHED, ())
        if all(claim.weight < _DOUBTFUL for claim in told):
            for claim in self.claims.get(Field.UPDATED, ()):
                source = f"{claim.source} (an update: no other time is stated)"
                self.add(Field.PUBLISHED, claim.value, source, claim.weight * _AN_UPDATE)

    def ordered(self) -> dict[Field, tuple[Claim, ...]]:
        """Return the claims, heaviest first."""
        return {
            name: tuple(sorted(told, key=lambda claim: -claim.weight))
            for name, told in self.claims.items()
            if told
        }


def _is_paper(name: str, parts: Iterable[str], sites: Collection[str]) -> bool:
    """
    Return whether a name in ideographs is the source's, an office's, or begins the site's.

    That stands in the title behind the headline: `江城网` of `江城网财经`.
    """
    if _IDEOGRAPHS.fullmatch(name) is None or (is_person(name) and not is_organisation(name)):
        return False
    if _key(name) in sites and is_organisation(name):
        return True
    return any(part.strip().startswith(name) for part in parts)


def _made_the_page(claim: Claim, host: str) -> bool:
    """Return whether an author of the head built the site: a firm, or with an address elsewhere."""
    if not claim.source.startswith("meta"):
        return False
    if _FIRM.search(claim.value) is not None:
        words = map(_key, claim.value.split())
        return bool(host) and not any(len(word) > _SHORT and word in _key(host) for word in words)
    if _ADDRESS.search(claim.value) is None:
        return False
    there = _ADDRESS.split(claim.value)[-1].partition("/")[0].removeprefix("www.").lower()
    return bool(host) and bool(there) and there not in host and host not in there


def _key(text: str) -> str:
    return letters_and_digits(text).lower()
