"""What two articles have in common and what parts them, as numbers: all that the rule looks at."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """What two articles have in common. Shares are 0 to 1."""

    jaccard: float
    """Of the 3-token shingles: shared / all. Not weighed: a cut copy would suffer by it."""
    containment: float
    """Of the 3-token shingles of the text that has fewer: the share that the other has."""
    title: float | None
    """
    Share of the shorter headline's words in the longer; None where one has no headline. Not
    weighed: papers give a story headlines of their own, and `support` sees through them.
    """
    support: float | None
    """How far each article speaks of what the other's headline says; None likewise."""
    shared_numbers: int
    """Distinct numbers that both texts have."""
    missing_numbers: int
    """Distinct numbers of the text that has fewer, which the other lacks."""
    length: int
    """Tokens of the shorter text."""
    days: float | None
    """Distance in time of publication; None where one has no date."""
    wording: float = 0.0
    """Of the distinct words that are no numbers: shared / all. Not weighed."""
    marked: bool = False
    """Whether one is marked as a correction or an update: then figures may differ."""
    share: float = 1.0
    """Length of the shorter text, of the longer."""
    ahead: int = 0
    """Tokens of the longer text before the shorter one begins there; 0 where both begin alike."""
    spread: float = 0.0
    """Over how much of the longer text the shorter one lies, in its own lengths; 0 likewise."""
    known: float | None = None
    """How far the article with the shorter text speaks of what the other's headline says."""
    of_many: bool = False
    """Whether one headline, and not the other, is one of a text that gathers many stories."""
    own_names: int = 0
    """Words of each headline that stand in its own text and nowhere in the other; the fewer."""
    own_share: float = 0.0
    """The same as a share of each headline's words; the lesser."""
    frame: int = 0
    """Words that both headlines have, where all the others are own ones in that sense; else 0."""
    own_words: int = 0
    """Distinct words of each text, no numbers, that the other lacks; the fewer."""
    own_opening: bool = False
    """Whether each text begins with a run of words that the other lacks."""

    @property
    def numbers(self) -> float:
        """Share of the numbers that could be shared which are; 1 where there are none."""
        possible = self.shared_numbers + self.missing_numbers
        return self.shared_numbers / possible if possible else 1.0
