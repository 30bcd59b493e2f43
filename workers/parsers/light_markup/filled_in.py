"""
What light markups fill in for a name: AsciiDoc's attributes, reStructuredText's substitutions.

A long text behind a short name, said over and over, would grow without end.
"""

from __future__ import annotations

from dataclasses import dataclass, field

_MOST = 100_000
"""Characters that are filled in, in all: some hundred times a phrase or a name."""


@dataclass(slots=True)
class FilledIn:
    """Names and what stands for them."""

    texts: dict[str, str] = field(default_factory=dict)
    _left: int = _MOST

    def of(self, name: str, otherwise: str) -> str:
        """Return what stands for a name; `otherwise` where nothing does, or too much did."""
        text = self.texts.get(name)
        if text is None or len(text) > self._left:
            return otherwise
        self._left -= len(text)
        return text
