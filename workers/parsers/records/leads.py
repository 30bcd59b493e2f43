"""
The lead of a record that its text does not repeat: papers of many countries print it above.

An `ingress`, a `perex`, a `chapo` is the first paragraph of what readers see, and pages have it in
their text. A summary, a description or an abstract is about the text, and none of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from workers.parsers.lines.stops import ENDS
from workers.parsers.records.body import paragraphs
from workers.words.letters import letters_and_digits

if TYPE_CHECKING:
    from workers.parsers.records.keys import Spread

_KEYS = (
    "leadtext", "ingress", "ingressi", "perex", "manchet", "chapo", "vorspann", "entradilla",
    "bajada",
)  # fmt: skip
"""Short keys of what stands above a text in print, and nowhere for a summary."""
_LEAST, _MOST = 40, 1200
"""Characters of a lead; a shorter one is a mark or a kicker."""
_LOOK = 6000
"""Characters of the text among which its lead may stand once more."""
_AGAIN = 0.6
"""The share of a lead's words that the text begins with where it says the same."""
_WORD = 4
"""Letters from which a word says what a text is about."""
_UNSPACED = 15
"""Characters for each space of a text whose writing has none."""


def with_lead(record: Spread, body: tuple[str, ...]) -> tuple[str, ...]:
    """Return the paragraphs of a text behind its lead, where a record has it apart."""
    held = (one for key in _KEYS for one in record.get(key, ()))
    lead = next(filter(None, (paragraphs(one.value) for one in held)), ())
    size = sum(map(len, lead))
    if not _LEAST <= size <= _MOST or lead[-1][-1] not in ENDS:
        return body
    return body if _says_again(" ".join(lead), " ".join(body)[:_LOOK]) else (*lead, *body)


def _says_again(lead: str, text: str) -> bool:
    """Return whether a text holds its lead, or begins with most of its words."""
    if letters_and_digits(lead).casefold() in letters_and_digits(text).casefold():
        return True
    words = _words(lead)
    begins = _words(text[: 3 * len(lead)])
    return not words or len(words & begins) >= _AGAIN * len(words)


def _words(text: str) -> frozenset[str]:
    """Return the longer words of a text, and of one without spaces each pair of its signs."""
    bare = [letters_and_digits(word).casefold() for word in text.split()]
    if len(text) > _UNSPACED * len(bare):
        whole = "".join(bare)
        return frozenset(whole[at : at + 2] for at in range(len(whole) - 1))
    return frozenset(word for word in bare if len(word) >= _WORD)
