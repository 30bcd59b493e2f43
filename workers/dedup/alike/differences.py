"""
What two articles do not have in common: names and words of their own, and where a part begins.

Sets and runs of stored tokens are all that is asked, so that the answers are the same on every
machine and in any order of the two.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from workers.dedup.texts.features import cut, pack, unpack
from workers.dedup.texts.hashing import Encoded, hashed
from workers.dedup.texts.sounds import together
from workers.dedup.texts.titles import heard_in, unpack_title
from workers.dedup.texts.tokens import tokens_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from collections.abc import Set as AbstractSet
    from typing import TypeAlias

    from workers.dedup.texts.features import TextFeatures

    Swapped: TypeAlias = "tuple[set[int], set[int]]"
    """Of each headline, what it has for itself."""

_NUMERIC = 1
"""The lowest bit of a token says whether it is a number."""
_COUNTS = (
    "three four five seven eight nine eleven twelve zwei drei vier fünf sechs sieben acht neun"
    " zehn zwölf deux trois quatre cinq sept huit neuf onze douze tres cuatro cinco seis siete ocho"
    " nueve diez once doce quattro cinque sette otto nove dieci dois quatro sete oito doze twee"
    " vijf zeven negen tien elva tolv fyra sedm osiem двое трое четверо четыре пять шесть семь"
    " восемь девять десять"
)
"""Numbers in words, as far as a headline's words count: the toll that rose is no other subject."""
_COUNTED = frozenset(unpack(pack(cut(hashed([Encoded.of(tokens_of(_COUNTS))])))).tolist())
_BEGINNING = 10
"""Runs of a text among which its beginning is looked for in another."""
_OPENING = 5
"""Runs of a text of which the other must know none, for it to begin with something else."""
_TENTH = 10
"""One common run in so many is left away at each end."""


class Own(NamedTuple):
    """What each of two articles has for itself; of each measure, the lesser of the two."""

    names: int
    """Words of the headline that its own text has too, and that sound like none of the other's."""
    share: float
    """The same as a share of the headline's words."""
    frame: int
    """
    Words of the headline that the other has too, where neither has any but these and its own, and
    of its own a name.
    """
    opening: bool
    """Whether both texts begin so."""


def own_parts(titles: tuple[bytes, bytes], texts: tuple[TextFeatures, TextFeatures]) -> Own:
    """Return what each of two articles, of stored headlines, says and the other does not."""
    (left, right), (one, other) = map(unpack_title, titles), texts
    opening = _begins_by_itself(one, other) and _begins_by_itself(other, one)
    swapped = _names(left, one, right, other), _names(right, other, left, one)
    names = _unlike(swapped, titles) if all(swapped) else swapped  # by far the most have none
    if not all(names):
        return Own(names=0, share=0.0, frame=0, opening=opening)
    words = _words(left), _words(right)
    return Own(
        names=min(map(len, names)),
        share=min(len(own) / len(title) for own, title in zip(names, words, strict=True)),
        frame=_frame(*words, swapped) if all(map(_are_names, names, titles)) else 0,
        opening=opening,
    )


def known(title: AbstractSet[int], other_title: AbstractSet[int], text: TextFeatures) -> float:
    """Return the share of a headline's words that the other article has, anywhere."""
    return len((title & text.words) | (title & other_title)) / len(title)


def ahead_of(shorter: TextFeatures, longer: TextFeatures) -> int:
    """Return how many tokens of a text stand before another begins in it; 0: none, or nowhere."""
    if not shorter.shingles.isdisjoint(longer.runs[:_OPENING].tolist()):
        return 0
    for at, run in enumerate(shorter.runs[:_BEGINNING].tolist()):
        if run in longer.shingles:
            return max(int(np.argmax(longer.runs == np.uint64(run))) - at, 0)
    return 0


def spread_of(shorter: TextFeatures, longer: TextFeatures) -> float:
    """
    Return over how much of a text another lies, in lengths of that one.

    A part that stands there as a block lies over its own length at the most, what was shortened
    by a sentence here and there over the whole. A tenth of the common runs at each end is left
    away: any two texts have some by chance.
    """
    common = [at for at, run in enumerate(longer.runs.tolist()) if run in shorter.shingles]
    if not common:
        return 0.0
    apart = len(common) // _TENTH
    return (common[-1 - apart] - common[apart]) / len(shorter.runs)


def _names(
    title: AbstractSet[int],
    text: TextFeatures,
    other_title: AbstractSet[int],
    other: TextFeatures,
) -> set[int]:
    return _words((title & text.words) - other.words - other_title) - _COUNTED


def _unlike(names: Swapped, titles: tuple[bytes, bytes]) -> Swapped:
    """Return the words that are no other spelling of one of the other headline's."""
    left, right = (
        {name: heard[name].sound if name in heard else name for name in own}
        for own, heard in zip(names, map(heard_in, titles), strict=True)
    )
    if together(left.values()) == together(right.values()):
        return set(), set()
    common = set(left.values()) & set(right.values())
    return _other_than(common, left), _other_than(common, right)


def _other_than(sounds: AbstractSet[int], names: Mapping[int, int]) -> set[int]:
    return {name for name, sound in names.items() if sound not in sounds}


def _are_names(words: AbstractSet[int], title: bytes) -> bool:
    """Tell whether one of a headline's words is known to be a name by its capital."""
    heard = heard_in(title)
    return any(word in heard and heard[word].is_name for word in words)


def _frame(
    left: AbstractSet[int],
    right: AbstractSet[int],
    names: tuple[AbstractSet[int], AbstractSet[int]],
) -> int:
    common = left & right
    swapped = left - common == names[0] and right - common == names[1]  # so no toll is among them
    return len(common) if swapped else 0


def _words(tokens: AbstractSet[int]) -> set[int]:
    """Return those that are no numbers: figures are the rule's own matter."""
    return {token for token in tokens if not token & _NUMERIC}


def _begins_by_itself(text: TextFeatures, other: TextFeatures) -> bool:
    return len(text.runs) > 0 and int(text.runs[0]) not in other.shingles
