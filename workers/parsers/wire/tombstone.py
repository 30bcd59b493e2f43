"""
A kill or a hold often comes without a text: it must become an item all the same.

Later stages need a paragraph, so that the item can supersede the one that it withdraws.
"""

from __future__ import annotations


def stand_in(
    status: str | None, headline: str | None, note: str | None
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """
    Return the one paragraph for an item without a text, and the note that says so.

    `status` is the publication status as written; for what is `usable` (or says nothing) there is
    no paragraph: an item without text is then no article.
    """
    word = (status or "").rpartition(":")[2].rpartition("/")[2].strip().casefold()
    if word in {"", "usable"}:
        return (), ()
    for text, name in ((headline, "headline"), (note, "editor's note")):
        if text and text.strip():
            return (text.strip(),), (f"{word}, without a text: the {name} stands for it",)
    return (f"This item is {word}.",), (f"{word}, without a text, a headline or a note",)
