"""
One sign over and over, where a headline, a byline, a paragraph or a line stands.

Rules of line and square, and scripts that part no words, are the plain reasons for it; a pattern
that tries each way to cut such a run takes hours for what a person sees at a glance.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

SIGNS: Final[Mapping[str, str]] = {
    "newline": "\n", "space": " ", "tab": "\t", "dot": ".", "dash": "-", "thai": "\u0e01",
    "hindi with a year": "\u0915" * 60 + " 2024 ", "digit": "1", "clock": "1:1 ", "comma": "a, ",
    "star": "*", "bracket": "[", "chinese": "\u4e2d",
}  # fmt: skip
_SENTENCES: Final = "The council met on Monday. It voted for the bridge, and then went home. " * 3


def _page(run: str) -> str:
    known, shown = run[:3_000], escape(run)
    return (
        f"<html><head><title>{escape(known)}</title></head><body><h1>{escape(known)}</h1>"
        f"<div class=byline>{escape(known)}</div><time>{escape(known)}</time>"
        f"<article><p>{_SENTENCES}</p><p>{shown}</p><p>{_SENTENCES}</p></article></body></html>"
    )


def _dump(run: str) -> str:
    return f"The council votes\n\nBy {run[:150]}\n{run[:3_000]}\n\n{_SENTENCES}\n\n{run}\n"


def _labels(run: str) -> str:
    return f"Title: {run[:3_000]}\nAuthor: {run[:3_000]}\nDate: {run[:3_000]}\n\n{_SENTENCES}\n"


MAKERS: Final[Mapping[str, Callable[[str], str]]] = {
    "page.html": _page, "dump.txt": _dump, "labels.txt": _labels,
    "text.md": lambda run: f"# {run[:3_000]}\n\n{_SENTENCES}\n\n{run}\n",
}  # fmt: skip


def repeated(sign: str, name: str) -> bytes:
    """Return the file of a name in which a sign stands some 60,000 characters long."""
    run = SIGNS[sign] * (60_000 // len(SIGNS[sign]))
    return MAKERS[name](run).encode()
