"""
Which claim of authors to believe: sets that complete each other, names in full before accounts.

Sources differ in how they fail: a page's data often has the account (`jdoe`, `admin`), the desk or
the first of three authors, while its byline has the names as they are printed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from workers.normalise.bylines.authors import people
from workers.normalise.bylines.parts import is_account, is_organisation
from workers.normalise.bylines.words import PARTICLES
from workers.normalise.claims.evidence import Candidate, together, weigh
from workers.words.letters import letters

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Iterable

    from shared.domain.article import Claim

People = tuple[str, ...]
_FULL, _LONGEST = 2, 5
"""Words of a name in full, and of the longest one."""
_TWO, _INITIALS = 2, 3
"""Letters of a paper's name that is too short to know it by, and of its initials."""
_SURE = 0.45
"""The least belief in a claim of more persons than another one has."""
_OFFICE, _ACCOUNT = 0.3, 0.6
"""What is left of the belief in a claim that names an office, a site or accounts alone."""
_COMPANY = "(organization)"
"""How the parsers end the source of a claim whose data says that it is no person."""


def weigh_persons(claims: Iterable[Claim], sites: Collection[str] = ()) -> list[Candidate[People]]:
    """
    Weigh the sources of authors; one that says more speaks for what others say of it.

    `sites` are the publisher's names: beside others such a name is no person's.
    """
    groups = together(claims)
    values = {id(claim): values for claim, values in groups}
    known = set(map(letters, sites))

    def cleaned(claim: Claim) -> tuple[People, Hashable, None] | None:
        found = people(values[id(claim)])
        found = tuple(_without_site(name, sites) for name in found)
        found = tuple(name for name in found if not _is_site(name, known, sites)) or found
        return (found, frozenset(found), None) if found else None

    candidates = weigh([claim for claim, _ in groups], cleaned)
    for each in candidates:
        each.doubt = 1.0 - (1.0 - each.doubt) * _share(each)
    for vague in sorted(candidates, key=lambda each: sum(map(len, each.value))):
        fuller = next((each for each in candidates if _may_complete(each, vague)), None)
        if fuller is not None:
            fuller.join(vague)
            candidates.remove(vague)
    return sorted(candidates, key=lambda each: each.doubt)


def _without_site(name: str, sites: Collection[str]) -> str:
    """Return a name in full without the paper's behind it: `Ada Brook Harbour News`."""
    for site in sites:
        before = name[: -len(site)].rstrip(" .,|/-\u2013")
        if (
            len(site) > _INITIALS
            and " " in before
            and name.casefold().endswith(f" {site.casefold()}")
        ):
            return before
    return name


def _is_site(name: str, known: Collection[str], sites: Collection[str]) -> bool:
    """Return whether a name is the paper's, or one of its desks: `Harbour Business`."""
    if letters(name) in known:
        return True
    desk = f"{name.casefold()} "
    return any(len(site) > _TWO and desk.startswith(f"{site.casefold()} ") for site in sites)


def _share(candidate: Candidate[People]) -> float:
    """Return what is left of the belief in a claim: persons are what is looked for."""
    if all(map(is_organisation, candidate.value)) or candidate.claim.source.endswith(_COMPANY):
        return _OFFICE
    return _ACCOUNT if all(map(is_account, candidate.value)) else 1.0


def _may_complete(fuller: Candidate[People], vague: Candidate[People]) -> bool:
    sure = fuller.claim.weight >= _SURE or len(fuller.value) == len(vague.value)
    return sure and completes(fuller.value, vague.value)


def completes(names: People, others: People) -> bool:
    """
    Return whether names say all that others say, and more.

    More persons, or the same ones in full: `Nils Pickert` for `Nils`, `Arian Vogt` for `arianvogt`,
    `Robin Vogt` for `Experte Robin Vogt`.
    """
    if names == others or len(names) < len(others):
        return False
    if any(is_organisation(name) for name in names):
        return False
    if len(names) > len(others) and not all(map(_is_full, names)):
        return False
    return all(any(_is_same(name, other) for name in names) for other in others)


def _is_same(name: str, other: str) -> bool:
    """Return whether a name is another one, in full or without what is no part of it."""
    if letters(name) == letters(other):
        return not (is_account(name) and not is_account(other))
    words, fewer = name.split(), other.split()
    if is_account(other) and len(words) >= _FULL and letters(other) in _accounts(words):
        return True
    if len(fewer) == 1:
        return len(words) == _FULL and _is_full(name) and words[0].casefold() == other.casefold()
    return 1 < len(words) < len(fewer) and fewer[-len(words) :] == words


def _accounts(words: list[str]) -> set[str]:
    """Return what people call themselves to log in: `adabrook`, `abrook`, `adab`, `brooka`."""
    first, last = letters(words[0]), letters(words[-1])
    return {first + last, last + first, first[:1] + last, first + last[:1], last + first[:1]}


def _is_full(name: str) -> bool:
    """Return whether a name has a first and a last one, as people write them."""
    words = name.split()
    return (
        1 < len(words) <= _LONGEST
        and all(word[0].isupper() or word in PARTICLES for word in words)
        and sum(len(word) > 2 for word in words) > 1  # noqa: PLR2004 - no initial
    )
