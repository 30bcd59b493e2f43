"""The language of a text, from the text itself: what a page declares is often its frame's."""

# ruff: noqa: RUF001 - letters and words of many scripts
from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from workers.normalise.language_model import identifier
from workers.normalise.language_words import MARKS, NAMES

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
_SCRIPTS: tuple[tuple[str, int, int], ...] = (
    ("el", 0x370, 0x3FF),
    ("Cyrl", 0x400, 0x52F),
    ("hy", 0x530, 0x58F),
    ("he", 0x590, 0x5FF),
    ("Arab", 0x600, 0x6FF),
    ("Deva", 0x900, 0x97F),
    ("bn", 0x980, 0x9FF),
    ("pa", 0xA00, 0xA7F),
    ("gu", 0xA80, 0xAFF),
    ("or", 0xB00, 0xB7F),
    ("ta", 0xB80, 0xBFF),
    ("te", 0xC00, 0xC7F),
    ("kn", 0xC80, 0xCFF),
    ("ml", 0xD00, 0xD7F),
    ("si", 0xD80, 0xDFF),
    ("th", 0xE00, 0xE7F),
    ("lo", 0xE80, 0xEFF),
    ("my", 0x1000, 0x109F),
    ("ka", 0x10A0, 0x10FF),
    ("ko", 0x1100, 0x11FF),
    ("am", 0x1200, 0x139F),
    ("km", 0x1780, 0x17FF),
    ("el", 0x1F00, 0x1FFF),
    ("ja", 0x3040, 0x30FF),
    ("Hani", 0x3400, 0x9FFF),
    ("ko", 0xAC00, 0xD7AF),
)
_NOT_LATIN = re.compile("[\u0370-\u1fff\u3040-\u9fff\uac00-\ud7af]")
_LETTERS_OF = {
    # Letters that one language of the script has and its neighbours have not.
    "Cyrl": (("kk", "әғқңұһ"), ("be", "ў"), ("uk", "іїєґ"), ("mk", "ѓќѕ"), ("sr", "ђћ")),
    "Arab": (("ur", "ٹڈڑےں"), ("ckb", "ڕێۆڵ"), ("ps", "ټډړښ"), ("fa", "پچژگیک")),
}
_DEVANAGARI_WORDS = {"mr": "आहे आणि या व होते", "ne": "छ र पनि गरेको हो", "hi": "है और के में की से"}


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
    if parts[0] in {"und", "mul", "zxx", "mis"}:
        return None
    if found["script"]:
        parts.append(found["script"].title())
    if found["region"]:
        parts.append(found["region"].upper())
    return "-".join(parts)


def detect(text: str) -> str | None:
    """Return the BCP 47 language of a text by its letters and words; None where there are few."""
    sample = text[:_TELLING]
    foreign = [] if sample.isascii() else _NOT_LATIN.findall(sample)
    if foreign and len(foreign) * 3 > sum(map(str.isalpha, sample)):
        return _by_script(sample, foreign)
    return _by_words(sample) or _by_model(sample)


def choose(text: str, declared: Sequence[str] = ()) -> str | None:
    """
    Return the language of the text: the first declared tag that agrees with it, else its own.

    `declared` are BCP 47 tags, most credible first. A text too short to tell takes the first.
    """
    if declared and len(text) < 3 * SHORT and sum(map(str.isalpha, text)) < SHORT:
        return declared[0]
    found = detect(text)
    if found is None:
        return declared[0] if declared else None
    return next((said for said in declared if _same(said, found)), found)


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
    frozenset({"ru", "bg", "mk", "kk", "ky", "tt", "mn", "tg"}),
    frozenset({"bn", "as"}),
    frozenset({"he", "yi"}),
    frozenset({"am", "ti"}),
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


def _by_script(sample: str, foreign: list[str]) -> str | None:
    """Return the language of a text that is not in Latin letters; None for an unknown script."""
    scripts = Counter[str]()
    for char, times in Counter(foreign).items():
        scripts[_script(ord(char))] += times
    if scripts["ja"] * 20 > scripts["Hani"] and scripts["ja"] >= scripts["ko"]:
        return "ja"
    name = scripts.most_common(1)[0][0]
    if name == "Deva":
        tokens = Counter(sample.split())
        return max(
            _DEVANAGARI_WORDS, key=lambda k: sum(tokens[w] for w in _DEVANAGARI_WORDS[k].split())
        )
    if name in _LETTERS_OF:
        return _by_letters(name, sample.lower(), scripts[name])
    return {"Hani": "zh", "other": None}.get(name, name)


def _script(code: int) -> str:
    """Return the script (or the only language) of a code point."""
    return next((name for name, low, high in _SCRIPTS if low <= code <= high), "other")


def _by_letters(script: str, sample: str, total: int) -> str:
    """Return the language of a script by the letters that only it has."""
    letters = Counter(sample)
    for language, own in _LETTERS_OF[script]:
        if sum(letters[letter] for letter in own) * 200 > total:
            return language
    if script == "Arab":
        return "ar"
    if letters["ј"] * 200 > total:
        words = Counter(sample.split())
        return "mk" if words["во"] + words["со"] > words["у"] + words["је"] else "sr"
    return "ru" if letters["ы"] + letters["э"] >= letters["ъ"] or not letters["ъ"] else "bg"


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
