"""A page of `label  value  remark` lines under a heading; whole lines, also in a pipe."""

from __future__ import annotations

from rich.text import Text

LABEL_WIDTH = 15
"""As wide as the longest label: pages that follow each other are in line."""


class Grid:
    """The lines of one page."""

    def __init__(self, heading: str, remark: str = "", *, indent: int = 0) -> None:
        """Begin with the heading."""
        self._indent = " " * indent
        self.text = Text(f"{self._indent}")
        self.text.append(heading, "bold")
        self.text.append(f"   {remark}\n" if remark else "\n", "dim")

    def add(self, label: str, value: str | Text, remark: str = "") -> None:
        """Add a line."""
        self.text.append(f"{self._indent}  {label:<{LABEL_WIDTH}} ", "dim")
        self.text.append(value)
        self.text.append(f"   {remark}\n" if remark else "\n", "dim")
