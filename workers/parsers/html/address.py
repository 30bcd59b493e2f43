"""What the page's address and the data of its scripts say, where nothing better does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from shared.addresses import split
from shared.domain.article import Field
from workers.parsers.bylines.not_persons import is_thing
from workers.parsers.bylines.persons import is_person_like
from workers.parsers.html.saving import saved_from

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workers.parsers.claims.evidence import Evidence

_URL_YEAR = re.compile(r"[12](?:(?<=1)9|(?<=2)0)\d\d")
"""Without a year there is no day: most addresses are done with this look."""
_URL_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)([/_-]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)")
_URL_DAY_FIRST = re.compile(
    r"(?<!\d)(0[1-9]|[12]\d|3[01])([-_.])(0[1-9]|1[0-2])\2((?:19|20)\d\d)(?!\d)"
)
_URL_DAY_IN_FOLDERS = re.compile(
    r"/((?:19|20)\d\d)/(?:[A-Za-z_.-]{2,20}/)?(0?[1-9]|1[0-2])/(0?[1-9]|[12]\d|3[01])/"
)
"""`/2010/politics/08/13/`, `/2017/7/12/`."""
_DAY_IN_DATA = re.compile(r"-(?<=[\"'](?:19|20)\d\d-)[01]\d-[0-3]\d[^\"'\\<>]{0,24}")
"""Behind its year: to look for hyphens takes a tenth of what it takes to look for quotes."""
_YEAR = 4
_NAMES = (
    r"date_?published|published_?(?:at|time|date|on)|publish(?:ed)?_?date|first_?published(?:_?(?:at|date))?"
    r"|publication_?date|pub_?date|release_?date|created_?(?:at|date)?"
)
_NAMED = re.compile(
    rf"(?:[\"'](?P<quoted>{_NAMES}|date)\\?[\"']|[{{,]\s?(?P<bare>{_NAMES}))\s?:\s?\\?$",
    re.IGNORECASE,
)
_AUTHOR_IN_DATA = re.compile(
    r"(?:(?<=[\"'{,\s])|(?<=[\"'{,\s]article)|(?<=[\"'{,\s]article_))"
    r"(?:authors?(?:_?name)?|byline)\\?[\"']?\s?:\s?(?:\[\s?)?"
    r"(?:\{(?:[^{}]{0,200}?[,{\"'\s])?name\\?[\"']?\s?:\s?)?\\?"
    r"(?:\"(?P<who>[^\"\\<>{}\[\]]{4,60})\\?\"|'(?P<single>[^'\"\\<>{}\[\]]{4,60})\\?')",
    re.IGNORECASE,
)
"""`"author": "Ada Brook"`, `"authors":[{"id":1,"name":"Ada Brook"`."""
_AUTHOR_WORDS = ("author", "byl")
"""What its match begins with: to look for words takes a tenth of what the pattern takes."""
_SECONDS_IN_DATA = re.compile(r"1(?<![\d.]1)\d{9}(?:\d{3})?(?!\d)")
"""A literal to begin with, by which it is found."""
_COUNTED = re.compile(
    r"(?<![\w?&])(?<!&amp;)(?<!&#38;)(?<!&#038;)(publish_?(?:time|date|ed_?at)|(?:ori_?)?create_?(?:time|date)"
    r"|created_?at|pub_?(?:time|date)|ct)[\"']?\s?[:=]\s?[\"']?$",
    re.IGNORECASE,
)
"""
`createTime: 1581517074`, `ct = "1581517074"`: seconds or milliseconds since 1970.

In an address (`login?v=2&amp;ct=1581517074`) it is when the page was asked for.
"""
_SURE = 0.4
"""A time with this weight makes the search in the scripts needless."""
_LONGEST_NAME = 40
"""Characters before such a time in which its name stands."""
_SEARCHED = 1_500_000
"""Characters of a page that are searched."""


def gather(text: str, url: str | None, evidence: Evidence) -> None:
    """Add the address that was given, the day in it, and a time in the data of scripts."""
    if url:
        _join(evidence, url)
        evidence.add(Field.URL, url, "address given", 0.5)
    if (saved := saved_from(text)) is not None:
        evidence.add(Field.URL, saved, "saved from", 0.45)
    for address in evidence.values(Field.URL):
        path = address.rpartition("://")[2].partition("?")[0]
        if _URL_YEAR.search(path) is None:
            continue
        if (found := _URL_DAY.search(path)) is not None:
            evidence.add(Field.PUBLISHED, f"{found[1]}-{found[3]}-{found[4]}", "url", 0.5)
        elif (found := _URL_DAY_IN_FOLDERS.search(path)) is not None:
            when = f"{found[1]}-{found[2]:0>2}-{found[3]:0>2}"
            evidence.add(Field.PUBLISHED, when, "url", 0.5)
        elif (found := _URL_DAY_FIRST.search(path)) is not None:
            evidence.add(Field.PUBLISHED, f"{found[1]}.{found[3]}.{found[4]}", "url", 0.35)
    claims = evidence.claims.get(Field.PUBLISHED, ())
    if not any(claim.weight >= _SURE for claim in claims):
        _in_data(text, evidence)
    told = evidence.claims.get(Field.AUTHOR, ())
    if not any(claim.weight >= _SURE for claim in told):
        _author_in_data(text, evidence)


def _join(evidence: Evidence, url: str) -> None:
    """
    Add the whole address where the page states its path alone, as `canonical` links may.

    Another path than that of the address is a folder's now and then: of all that lies in it.
    """
    parts = split(url)
    path = parts.path.rstrip("/")
    for claim in list(evidence.claims.get(Field.URL, ()) if parts.netloc else ()):
        if claim.value.startswith("/") and claim.value.rstrip("/") == path:
            whole = parts._replace(path=claim.value, query="", fragment="").geturl()
            evidence.add(Field.URL, whole, claim.source, claim.weight)


def _author_in_data(text: str, evidence: Evidence) -> None:
    """Add the one person whom scripts name for an author: of several some are of other pages."""
    who = set(_told_in_data(text[:_SEARCHED]))
    persons = {name for name in who if is_person_like(name) and not is_thing(name)}
    if len(persons) == 1:
        evidence.add(Field.AUTHOR, persons.pop(), "script author", 0.32)


def _told_in_data(text: str) -> Iterator[str]:
    """Yield what scripts call an author, a byline or the like."""
    small = text.replace("İ", "i").lower()  # of all letters this alone becomes two
    end = 0
    for at in sorted(at for word in _AUTHOR_WORDS for at in _places(small, word)):
        found = _AUTHOR_IN_DATA.match(text, at) if at > end else None
        if found is not None:
            yield (found["who"] or found["single"]).strip()
            end = found.end()


def _places(text: str, word: str) -> Iterator[int]:
    """Yield where a word stands in a text."""
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


def _in_data(text: str, evidence: Evidence) -> None:
    """Add the first time in the data of scripts whose name says that it was published then."""
    for day in _DAY_IN_DATA.finditer(text, 0, _SEARCHED):
        begin = day.start() - _YEAR
        before = text[max(begin - 1 - _LONGEST_NAME, 0) : begin - 1]
        if (name := _NAMED.search(before)) is not None:
            told = name["quoted"] or name["bare"]
            evidence.add(Field.PUBLISHED, text[begin : day.end()], f"script {told}", 0.35)
            return
    for counted in _SECONDS_IN_DATA.finditer(text, 0, _SEARCHED):
        before = text[max(counted.start() - _LONGEST_NAME, 0) : counted.start()]
        if (name := _COUNTED.search(before)) is not None:
            evidence.add(Field.PUBLISHED, counted[0], f"script {name[1]}", 0.35)
            return
