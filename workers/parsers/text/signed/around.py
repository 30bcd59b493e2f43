"""A text whose headline and body are known: what stands around them, and which words it has."""

# ruff: noqa: RUF001 - the signs of many scripts are meant

from __future__ import annotations

from collections import Counter
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from shared.domain.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from workers.parsers.text.typesetting.lines import Passage

MOST_TOPS = 3
"""Places of one headline: above a gallery and above the text."""
_PLAIN = str.maketrans("", "", ".,;:!?()\"'’-")


@dataclass(frozen=True)
class Head:
    """The passages of a text and where its headline and its body are."""

    parts: Sequence[Passage]
    headline: int | None
    body: Collection[int]
    taken: Collection[int]

    @cached_property
    def spoken(self) -> frozenset[str]:
        """The words that the text has in small letters: no names."""
        words = set(chain.from_iterable(part.text.split() for part in self.parts))
        return frozenset(word.translate(_PLAIN) for word in words if word.islower())

    @cached_property
    def listed(self) -> Counter[str]:
        """How often each line stands in the text, and as an entry of a list once more."""
        lines = Counter(part.text for part in self.parts)
        return lines + Counter(part.text for part in self.parts if part.bullet)

    @cached_property
    def title(self) -> str:
        """The headline as it is compared; empty where there is none."""
        return "" if self.headline is None else self.parts[self.headline].text.casefold()

    def is_title(self, text: str) -> bool:
        """Whether a line is the headline once more, in full or cut: it names nobody."""
        bare = text.casefold()
        cut = bare.rstrip(" .…")
        return bare == self.title or (cut != bare and self.title.startswith(cut))

    def tops(self) -> list[int]:
        """Return where the headline stands, and where it stands once more; or the first line."""
        if self.headline is None:
            return [min(self.body)]
        line = self.parts[self.headline].text
        again = (at for at, part in enumerate(self.parts) if part.text == line)
        return [self.headline, *(at for at in again if at != self.headline)][:MOST_TOPS]

    def free(self, places: Iterable[int]) -> Iterator[int]:
        """Yield the places that are neither text nor label."""
        return (at for at in places if at not in self.taken and at not in self.body)
