"""Which line is the headline: short, above the body, apart from lists, and about what follows."""

# ruff: noqa: RUF001 - the signs of many scripts are meant

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from workers.parsers.text.bylines import author_of, looks_like_person
from workers.parsers.text.label_words import LABELS
from workers.parsers.text.lexicon import FUNCTION_WORDS, FURNITURE
from workers.parsers.text.moments import is_moment_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workers.parsers.text.lines import Passage

REACH = 40
"""How many passages above the body a headline may stand."""
LONGEST = 260
_TERM = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]{2}|\w{3,}")


def headline_at(passages: Sequence[Passage], start: int, taken: frozenset[int]) -> int | None:
    """Return the place of the headline above `start`, the first passage of the body."""
    terms = _terms(" ".join(passage.text for passage in passages[start : start + 30])[:8000])
    seen = Counter(passage.text for passage in passages)
    best: tuple[float, int] | None = None
    for at in range(max(0, start - REACH), start):
        if at in taken or not _possible(passages[at].text):
            continue
        score = _score(passages, at, start, terms) + (0.5 if seen[passages[at].text] == 2 else 0)  # noqa: PLR2004
        if best is None or score > best[0]:
            best = (score, at)
    return best[1] if best and best[0] > 0 else None


def _possible(text: str) -> bool:
    if not 4 <= len(text) <= LONGEST or text.casefold().rstrip(":：") in LABELS:  # noqa: PLR2004
        return False
    return not (is_moment_line(text) or author_of(text))


def _score(passages: Sequence[Passage], at: int, start: int, terms: Counter[str]) -> float:
    passage = passages[at]
    text = passage.text
    own = [term for term in _terms(text) if term not in FUNCTION_WORDS]
    shared = sum(min(1.0, terms[term] / 2) for term in own)
    score = shared / len(own) * 3 if own else 0.0
    score += min(shared, 4) * 0.5
    size = len(text) if not own or text.isascii() else len(text) * 1.6
    score += 1.0 if 25 <= size <= 130 else 0.0 if size > 130 else -1.0  # noqa: PLR2004
    score -= 2.0 * passage.bullet
    score -= 1.0 * (text[-1] in ".:;,。")
    score -= 1.5 * any(word in FURNITURE for word in text.casefold().split())
    score -= 0.08 * (start - at)
    score += 0.7 * _alone(passages, at)
    score -= 1.0 * looks_like_person(text)
    return score


def _alone(passages: Sequence[Passage], at: int) -> bool:
    group = passages[at].group
    before = at > 0 and passages[at - 1].group == group
    after = at + 1 < len(passages) and passages[at + 1].group == group
    return not before and not after


def _terms(text: str) -> Counter[str]:
    return Counter(_TERM.findall(text.casefold()))
