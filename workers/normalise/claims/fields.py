"""How each field's claims are cleaned and compared."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

from shared.domain.article import Claim, Field, PubStatus, RawItem
from workers.normalise import sections, urls
from workers.normalise.body import key
from workers.normalise.bylines.authors import people
from workers.normalise.claims.evidence import Candidate, together, weigh
from workers.normalise.keywords import is_code
from workers.normalise.languages.language import tag
from workers.normalise.publishers import bare
from workers.normalise.text import clean, settled
from workers.normalise.times.moments import Moment, parse
from workers.words.months import MONTHS

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable
    from datetime import date, datetime

    from shared.domain.article import Article

Cleaned: TypeAlias = "Callable[[Claim], tuple[str, Hashable, str | None] | None]"
Split: TypeAlias = "Callable[[list[str]], tuple[str, ...]]"

LONGEST_LINE = 300
LONGEST_GUID = 1000
_MAIL = re.compile(r"\s*[(<\[]?\b[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+[)>\]]?")
_TIME_ALONE = re.compile(r"\d[\dTZ:.,/+ -]*(?:[A-Z]{2,5}(?:[+-]\d\d:?\d\d)?)?")
_WORDS = re.compile(r"[\s,./-]+")
_DASHES = " -–—"  # noqa: RUF001 - dashes are meant
"""Behind a dateline, before the first words."""
_WWW = re.compile(r"www\.(?:[\w-]+\.)+[a-z]{2,}", re.IGNORECASE)
_PROGRAM = re.compile(r"[a-z\d_-]{1,80}[_-](?:crawler|scraper|spider)")
"""What fetched an article, where a record has its name in the place of whose it is."""
_VERSION = re.compile(r"v?(\d{1,16})(?:\.0*)?")
_LAST_VERSION = 2**53 - 1
"""Where JSON keeps whole numbers exactly; who counts by the clock needs fourteen digits."""
_STATUSES = {
    PubStatus.USABLE: "usable published publish live public ok correction corrected updated",
    PubStatus.WITHHELD: "withheld hold held embargoed draft pending unpublished private",
    PubStatus.CANCELED: "canceled cancelled cancel kill killed withdrawn withdraw retracted "
    "retract deleted delete removed mandatory-kill trash recalled",
}
_STATUS = {word: status for status, words in _STATUSES.items() for word in words.split()}


def line(claim: Claim) -> tuple[str, str, None] | None:
    """Clean a field of one line (slugline)."""
    text = clean(clean(claim.value[: 4 * LONGEST_LINE])[:LONGEST_LINE])
    return (text, text.casefold(), None) if text else None


def dateline(claim: Claim) -> tuple[str, str, None] | None:
    """Clean a dateline; a time or a day alone, as programs fill it in, is no place."""
    found = line(claim)
    text = found[0].rstrip(_DASHES) if found else ""
    return (text, text.casefold(), None) if text and not _is_moment(text) else None


def _is_moment(text: str) -> bool:
    """Return whether a line is no more than a time, or a day: `January 21`, `3.6.2024 EEST`."""
    words = [word for word in _WORDS.split(text) if word]
    named = [word for word in words if not word.isdecimal()]
    month = len(named) == 1 < len(words) and named[0].casefold() in MONTHS
    return month or _TIME_ALONE.fullmatch(text) is not None


def section(claim: Claim) -> tuple[str, str, None] | None:
    """Clean a section's name."""
    found = line(claim)
    name = settled(sections.section, found[0]) if found else None
    return (name, name.casefold(), None) if name else None


def source(claim: Claim) -> tuple[str, str, None] | None:
    """Clean a publisher's name; of an address the host is the name."""
    return _source(claim.value[: 4 * LONGEST_LINE])


@lru_cache(maxsize=512)  # texts that come together come of few publishers
def _source(value: str) -> tuple[str, str, None] | None:
    found = line(Claim(value, ""))
    told = found[0] if found else ""
    name = settled(_without_mail, told)
    if "//" in told:
        written = map(urls.canonical, (told, bare(told), name))
        if address := next(filter(None, written), None):
            host = urls.host_of(address)
            return host, host, None
    if _PROGRAM.fullmatch(name) or is_code(name):
        return None
    while _WWW.fullmatch(name):
        name = name[4:].lower()
    return (name, name.casefold(), None) if key(name) else None


def _without_mail(name: str) -> str:
    """Return a name without the address of a mailbox, and without what would stand beside it."""
    return bare(_MAIL.sub(" ", name).strip() or name)


def url(claim: Claim) -> tuple[str, str, None] | None:
    """Bring an address into its one spelling."""
    address = urls.canonical(claim.value)
    return (address, address, None) if address else None


def guid(claim: Claim) -> tuple[str, str, None] | None:
    """Clean an identity: it is compared as it is written."""
    text = clean(clean(claim.value[: 2 * LONGEST_GUID])[:LONGEST_GUID])
    return (text, text, None) if text else None


def language(claim: Claim) -> tuple[str, str, None] | None:
    """Bring a declared language into BCP 47."""
    found = tag(claim.value[:LONGEST_LINE])
    return (found, found, None) if found else None


def version(claim: Claim) -> tuple[str, str, None] | None:
    """Read a revision number."""
    found = _VERSION.fullmatch(claim.value[:LONGEST_LINE].strip())
    number = int(found[1]) if found else _LAST_VERSION + 1
    return (str(number), str(number), None) if number <= _LAST_VERSION else None


def status(claim: Claim) -> tuple[str, str, None] | None:
    """Read a publication status: IPTC's words, with or without a prefix, and the wires' own."""
    word = (
        clean(claim.value[:LONGEST_LINE]).casefold().rpartition(":")[2].rpartition("/")[2].strip()
    )
    found = _STATUS.get(word.replace(" ", "-"))
    return (found.value, found.value, None) if found else None


def persons(values: list[str]) -> tuple[str, ...]:
    """Split bylines into persons."""
    return people(values)


def weigh_groups(claims: Iterable[Claim], split: Split) -> list[Candidate[tuple[str, ...]]]:
    """Weigh the sources of a field with several values: the same set from two is support."""
    groups = together(claims)
    values = {id(claim): values for claim, values in groups}

    def cleaned(claim: Claim) -> tuple[tuple[str, ...], Hashable, None] | None:
        found = split(values[id(claim)])
        return (found, frozenset(map(key, found)), None) if found else None

    return weigh([claim for claim, _ in groups], cleaned)


def weigh_times(
    claims: Iterable[Claim], *, now: datetime, zone: str | None, language: str | None
) -> list[Candidate[Moment]]:
    """
    Weigh the claims for a time; one that says more speaks for what others say of it.

    A date alone supports a clock on that day, and a clock without a zone the same with one: the
    fuller moment takes their place. A date whose day and month could change places is the one that
    another claim states beyond doubt.
    """
    told = tuple(claims)
    moments = {
        claim.value: parse(claim.value, now=now, zone=zone, language=language) for claim in told
    }
    days = _sure_days(moments.values())

    def cleaned(claim: Claim) -> tuple[Moment, Hashable, str | None] | None:
        moment = moments[claim.value]
        return None if moment is None else _settled(moment.among(days))

    return sorted(_completed(weigh(told, cleaned)), key=lambda each: each.doubt)


def _sure_days(moments: Iterable[Moment | None]) -> set[date]:
    """Return the days whose day and month cannot change places."""
    return {
        moment.wall.date()
        for moment in moments
        if moment is not None and moment.wall is not None and not moment.is_ordered
    }


def _settled(moment: Moment) -> tuple[Moment, Hashable, str | None]:
    """Return a moment, what it is compared by, and what was assumed for it."""
    # A page prints the minute of a moment that its data has to the second.
    return moment, (moment.minute, moment.precision), moment.assumed


def _completed(candidates: list[Candidate[Moment]]) -> list[Candidate[Moment]]:
    """Return the candidates with each vague moment joined to the fuller one that it is part of."""
    if len(candidates) < 2:  # noqa: PLR2004 - one alone is part of none
        return candidates
    fullest = sorted(candidates, key=lambda each: -each.value.precision)
    for vague in fullest[::-1]:
        fuller = next((each for each in fullest if each.value.completes(vague.value)), None)
        if fuller is not None:
            fuller.join(vague)
            candidates.remove(vague)
            fullest.remove(vague)
    return candidates


def as_item(article: Article) -> RawItem:
    """Return an article's own fields as claims of one source."""
    return RawItem(
        body=article.body,
        body_source="article",
        claims={
            name: tuple(Claim(value, "article") for value in values if value)
            for name, values in _stated(article).items()
        },
        item=article.item,
        parser=article.parser,
        notes=article.notes,
    )


def _stated(article: Article) -> dict[Field, tuple[str | None, ...]]:
    """Return an article's fields as text."""
    return {
        Field.HEADLINE: (article.headline,),
        Field.AUTHOR: article.authors,
        Field.EDITOR: article.editors,
        Field.SOURCE: (article.source,),
        Field.PUBLISHED: (_iso(article.published_at),),
        Field.UPDATED: (_iso(article.updated_at),),
        Field.EMBARGO: (_iso(article.embargoed_until),),
        Field.LANGUAGE: (article.language,),
        Field.URL: (article.url,),
        Field.GUID: (article.guid,),
        Field.VERSION: (None if article.version is None else str(article.version),),
        Field.PUB_STATUS: (article.pub_status.value,),
        Field.DATELINE: (article.dateline,),
        Field.SLUGLINE: (article.slugline,),
        Field.SECTION: (article.section,),
        Field.KEYWORD: article.keywords,
    }


def _iso(moment: datetime | None) -> str | None:
    """Return a time as ISO 8601."""
    return moment.isoformat() if moment else None
