"""The language of a text, from the text itself: what a page declares is often its frame's."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from workers.normalise.languages.letters import by_script
from workers.normalise.languages.model import identifier
from workers.normalise.languages.neighbours import nearest
from workers.normalise.languages.words import MARKS, NAMES

if TYPE_CHECKING:
    from collections.abc import Sequence

SHORT = 60
"""Letters; below that a declared language is believed before detection."""
_FEWEST = 20
"""Latin letters; with fewer any answer of the model is chance."""
_TELLING = 1500
"""Characters that are looked at: more changes one answer in two hundred."""
_AT_ONCE, _MANY = 500, 12
"""So many small words, twice as many as of any other language, in so many characters settle it."""
_GUESSED = 600
"""… and by the statistical model, which costs half a microsecond for each."""
_WORDED = frozenset(language for languages in MARKS.values() for language in languages)
"""Languages whose small words are known. Others must show prose: names alone look like them."""
_TAG = re.compile(
    r"(?P<language>[A-Za-z]{2,3})(?:-(?P<script>[A-Za-z]{4}))?(?:-(?P<region>[A-Za-z]{2}|\d{3}))?"
    r"(?:-[A-Za-z0-9]{2,8})*"
)
_NOT_LATIN = re.compile("[\u0370-\u1fff\u3040-\u9fff\uac00-\ud7af]")
_CHARSETS = frozenset({"euc", "gbk", "iso", "us"})
"""What the name of a charset begins with, which some programs write in a language's place."""
_NONE = frozenset({"und", "mul", "zxx", "mis"}) | _CHARSETS


@lru_cache(maxsize=512)
def tag(declared: str) -> str | None:
    """Return the BCP 47 tag that a declared language means, or None where it means none."""
    written = declared.strip().split(",")[0].split(";")[0].strip()
    named = NAMES.get(written.casefold().replace(" ", "-"))
    if named:
        return named
    found = _TAG.fullmatch(re.split(r"[.@]", written)[0].replace("_", "-"))
    if found is None:
        return None
    language = found["language"].lower()
    parts = [NAMES.get(language, language)]
    if parts[0] in _NONE:
        return None
    if found["script"]:
        parts.append(found["script"].title())
    if found["region"]:
        parts.append(found["region"].upper())
    return "-".join(parts)


def detect(text: str) -> str | None:
    """Return the BCP 47 language of a text by its letters and words; None where there are few."""
    sample = text[:_TELLING]
    foreign = _foreign(sample, 3)
    if foreign:
        return by_script(sample, foreign)
    found = _by_words(sample) or _by_model(sample)
    return nearest(found, sample) if found else None


def _foreign(sample: str, part: int) -> list[str]:
    """Return the letters that are not Latin, where they are more than such a part of all."""
    found = [] if sample.isascii() else _NOT_LATIN.findall(sample)
    if not found:  # most texts: to count their letters takes as long as to tell their language
        return found
    many = (len(found) + _dense(found)) * part > sum(map(str.isalpha, sample))
    return found if many else []


def _dense(letters: list[str]) -> int:
    """Return how many of the letters are ideographs: each says as much as two letters do."""
    return sum("\u3400" <= letter <= "\u9fff" for letter in letters)


def choose(text: str, declared: Sequence[str] = ()) -> str | None:
    """
    Return the language of the text: the first declared tag that agrees with it, else its own.

    `declared` are BCP 47 tags, most credible first. A text too short to tell takes the first, or
    the first that is written in its letters.
    """
    if declared and len(text) < 3 * SHORT and sum(map(str.isalpha, text)) < SHORT:
        return _believed(text, declared)
    found = detect(text)
    if found is None:
        return declared[0] if declared else None
    return next((said for said in declared if _same(said, found)), found)


def _believed(text: str, declared: Sequence[str]) -> str:
    """Return the first tag that a text of so few letters may be in, else what the letters tell."""
    foreign = _foreign(text, 2)
    if not foreign:
        return declared[0]
    # all languages that are known by small words are written in Latin letters alone
    fitting = (said for said in declared if said.partition("-")[0] not in _WORDED)
    return next(fitting, None) or by_script(text, foreign) or declared[0]


def of_place(language: str, host: str, zone: str | None = None) -> str:
    """
    Return a language as its place writes it: English dates differ by country.

    The country is told by the host's domain, else by the continent of the provider's zone.
    """
    if language.partition("-")[0] != "en":
        return language
    country = host.rpartition(".")[2]
    told = len(country) == 2 and country not in _NO_COUNTRY  # noqa: PLR2004 - a country's domain
    if not told and zone is not None and zone not in _MONTH_FIRST_ZONES:
        told = zone.partition("/")[0] in _DAY_FIRST_CONTINENTS
    return "en-GB" if told else language


_NO_COUNTRY = frozenset(
    {"us", "ca", "ph", "pr", "co", "io", "tv", "me", "ai", "fm", "ly", "gg", "to", "cc", "ws"}
)
"""Domains of two letters that say nothing, or of countries that put the month first."""

_DAY_FIRST_CONTINENTS = frozenset({"Africa", "Asia", "Australia", "Europe", "Indian"})
"""The first part of an IANA zone's name; of America and the Pacific it says nothing."""

_MONTH_FIRST_ZONES = frozenset({"Asia/Manila"})


def warm_up() -> None:
    """Load the statistical model now, not with the first text that needs it."""
    identifier()


def _same(said: str, found: str) -> bool:
    """Return whether a tag names the language that was detected, or one that reads like it."""
    primary, other = said.partition("-")[0], found.partition("-")[0]
    return primary == other or any({primary, other} <= group for group in _ALIKE)


_ALIKE = (
    frozenset({"no", "nb", "nn", "da"}),
    frozenset({"hr", "bs", "sr", "sh", "me"}),
    frozenset({"id", "ms"}),
    frozenset({"zh", "yue", "wuu", "cmn"}),
    frozenset({"tl", "fil"}),
    frozenset({"gl", "pt"}),
    frozenset({"hi", "mr", "ne"}),
    frozenset({"ru", "bg", "mk", "kk", "ky", "tt", "mn", "tg", "uz"}),
    frozenset({"bn", "as"}),
    frozenset({"he", "yi"}),
    frozenset({"am", "ti"}),
    frozenset({"bo", "dz"}),
    frozenset({"fa", "prs", "ps"}),
)
"""Languages that detection takes for each other: here a declaration knows better."""


def _by_words(sample: str) -> str | None:
    """Return the language whose small words stand out; None where none does clearly."""
    first, most, next_most, _ = _ranked(sample[:_AT_ONCE])
    if most >= _MANY and most >= 2 * next_most:
        return first
    first, most, next_most, words = _ranked(sample)
    clear = most >= max(6, words // 12) and most * 3 >= next_most * 4
    return first if clear else None


def _ranked(sample: str) -> tuple[str, int, int, int]:
    """Return the language that most small words are of, how many; of the next one; all words."""
    counts: dict[str, int] = {}
    tokens = sample.casefold().split()
    for word, times in Counter(filter(MARKS.__contains__, tokens)).items():
        # A word counts three times at most: a name like "La La Land" is no Spanish.
        counted = min(times, 3)
        for language in MARKS[word]:
            counts[language] = counts.get(language, 0) + counted
    ranked = sorted(counts, key=counts.__getitem__, reverse=True)[:2]
    first, most = (ranked[0], counts[ranked[0]]) if ranked else ("", 0)
    return first, most, counts[ranked[1]] if len(ranked) > 1 else 0, len(tokens)


def _by_model(sample: str) -> str | None:
    """Return what the statistical model takes the text for; None for hardly any text."""
    if sum(map(str.isalpha, sample)) < _FEWEST:
        return None
    found = tag(str(identifier().classify(sample[:_GUESSED])[0]))
    return found if found in _WORDED or _is_prose(sample) else None


def _is_prose(sample: str) -> bool:
    """Return whether half of the tokens are plain words."""
    tokens = sample.split()
    return sum(token.isalpha() and token.islower() for token in tokens) * 2 >= len(tokens)
