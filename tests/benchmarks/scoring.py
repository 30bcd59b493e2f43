"""How readings are scored against the truth: body by shingles, the other fields by equality."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

SHINGLE = 4
"""Tokens in a shingle."""
_TOKEN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|[^\W_\u3040-\u30ff\u3400-\u9fff]+")
"""A word, or one ideograph or kana: those languages have no spaces."""
_NOT_WORD = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and their harmonic mean, 0 to 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Hits:
    """What of one page was found, was too much and is missing, each divided by their sum."""

    right: float
    extra: float
    missing: float


def tokens(text: str) -> list[str]:
    """Return the word tokens of a text in lower case; CJK by character."""
    return _TOKEN.findall(unicodedata.normalize("NFKC", text).lower())


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """Return the 4-gram shingles of a text; a shorter text is one shingle."""
    words = tokens(text)
    if not words:
        return Counter()
    last = max(len(words) - SHINGLE, 0)
    return Counter(tuple(words[at : at + SHINGLE]) for at in range(last + 1))


def body_hits(read: str, truth: str, optional: Sequence[str] = ()) -> Hits:
    """
    Compare one body with its truth.

    Shingles of `optional` paragraphs count neither as extra nor as missing.
    """
    got, want = shingles(read), shingles(truth)
    free = sum((shingles(text) for text in optional), Counter[tuple[str, ...]]())
    right = (got & want).total()
    extra = ((got - want) - free).total()
    missing = ((want - got) - free).total()
    total = right + extra + missing
    return Hits(right / total, extra / total, missing / total) if total else Hits(0, 0, 0)


def body_score(pages: Iterable[Hits]) -> Score:
    """Return precision and recall over the sums of all pages."""
    every = list(pages)
    right = sum(page.right for page in every)
    got = right + sum(page.extra for page in every)
    want = right + sum(page.missing for page in every)
    return Score(right / got if got else 0.0, right / want if want else 0.0)


def phrase_score(pages: Iterable[tuple[str, Sequence[str], Sequence[str]]]) -> Score:
    """Score (body, phrases that must be in it, phrases that must not) over all pages."""
    right = extra = missing = 0
    for body, wanted, unwanted in pages:
        flat = flattened(body)
        found = sum(flattened(phrase) in flat for phrase in wanted)
        right += found
        missing += len(wanted) - found
        extra += sum(flattened(phrase) in flat for phrase in unwanted)
    got, want = right + extra, right + missing
    return Score(right / got if got else 0.0, right / want if want else 0.0)


def flattened(text: str) -> str:
    """Return a text in NFKC with single spaces: phrases are looked for as they are printed."""
    return " ".join(unicodedata.normalize("NFKC", text).split())


def folded(text: str | None) -> str:
    """Return a value as fields are compared: NFKC, lower case, no white space or punctuation."""
    return _NOT_WORD.sub(" ", unicodedata.normalize("NFKC", text or "").lower()).strip()


def same_people(read: Iterable[str], truth: Iterable[str]) -> bool:
    """Return whether two sets of names are equal."""
    return {folded(name) for name in read} == {folded(name) for name in truth}
