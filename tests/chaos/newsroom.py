"""A day of news of any size, the same for the same seed: stories, copies, versions, noise."""

from __future__ import annotations

import json
import random
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.builders import at

if TYPE_CHECKING:
    from collections.abc import Iterator

FAMILY = 8
"""Files about one story: versions, a cut, a copy of the bytes, a container; one is hopeless."""


@dataclass(frozen=True, slots=True)
class File:
    """One file as a publisher drops it."""

    name: str
    """Of its own, so that the ledger can be asked for it."""
    content: bytes
    good: bool = True
    """Whether an article comes of it; noise is to be quarantined, and nothing else is."""


def newsroom(files: int, seed: int) -> list[File]:
    """Return so many files in an order of their own; all that matters in them is dated."""
    made = [file for family in range(-(-files // FAMILY)) for file in _family(family, seed)]
    random.Random(seed).shuffle(made)
    return made[:files]


def _family(family: int, seed: int) -> Iterator[File]:
    chosen = random.Random(f"{seed}/{family}")
    words = [f"w{chosen.randrange(10**5)}" for _ in range(160)]
    corrected = [*words[:100], "corrected", *words[101:]]
    headline = " ".join(words[:6])
    guid = f"urn:story:{seed}:{family}"
    texts = (
        _article(family, 0, headline, words, guid),
        _article(family, 1, headline, words[:120]),
        _article(family, 2, headline, words[:60]),
        _article(family, 3, f"CORRECTED {headline}", corrected, guid),
    )
    for number, text in enumerate(texts):
        yield File(f"{family}-{number}.jsonl", text.encode())
    yield File(f"{family}-again.jsonl", texts[0].encode())
    yield File(f"{family}-noise.bin", b"\0\1\2" * 40 + str((seed, family)).encode(), good=False)
    others = [_other(family, number, seed) for number in range(4)]
    yield File(f"{family}-many.jsonl", "\n".join(others).encode())
    yield File(f"{family}-other.jsonl", _other(family, 9, seed).encode())


def _other(family: int, number: int, seed: int) -> str:
    chosen = random.Random(f"{seed}/{family}/{number}")
    words = [f"v{chosen.randrange(10**5)}" for _ in range(80)]
    return _article(family, 10 + number, " ".join(words[:6]), words)


def _article(
    family: int, minute: int, headline: str, words: list[str], guid: str | None = None
) -> str:
    item = {
        "headline": headline,
        "body": " ".join(words),
        "published": at(family * 60 + minute).isoformat(),
    }
    return json.dumps(item | ({"guid": guid} if guid else {}))
