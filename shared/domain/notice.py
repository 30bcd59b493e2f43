"""What a kill notice says: which headline it takes back, or replaces, and why."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice that names the article it speaks of by its headline, for want of an id."""

    headline: int
    """What the headline is known by; see `Fingerprint.headline`."""
    replaces: bool = False
    """It brings the text that takes the place of the other; else it only takes it back."""
    reason: str | None = None
    """Why, in the notice's own words."""
