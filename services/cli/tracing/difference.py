"""What a version changed, as `trace` shows it: `[-removed-]` and `{+added+}` in their sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.text import Text

from services.telling.words import counted, moment
from shared.domain.word_difference import BREAK, PieceKind, is_changed

if TYPE_CHECKING:
    from shared.domain.difference import Difference, FieldChange
    from shared.domain.word_difference import Passage

MOST_PASSAGES = 8
"""Changed paragraphs that are shown; `GET /articles/…/versions` has all."""
AROUND = 40
"""Kept characters shown on either side of a change."""
LONGEST = 400
"""Characters shown of one piece that was added or removed."""

_MARKS = {
    PieceKind.KEPT: ("", "", ""),
    PieceKind.REMOVED: ("[-", "-]", "red"),
    PieceKind.ADDED: ("{+", "+}", "green"),
}


def summary(found: Difference) -> str:
    """Return how much changed: `12 words added, 3 removed`."""
    if not found.added and not found.removed:
        return "the same words"
    return f"{counted(found.added, 'word', 'words')} added, {found.removed:,} removed"


def lines(found: Difference) -> list[Text]:
    """Return a line for each field and paragraph that changed."""
    shown = [_field(change) for change in found.fields]
    if is_changed(found.headline):
        shown.insert(0, Text.assemble("headline: ", _passage(found.headline)))
    shown += [_passage(passage) for passage in found.changed[:MOST_PASSAGES]]
    more = len(found.changed) - MOST_PASSAGES
    if more > 0:
        shown.append(Text(f"and {counted(more, 'paragraph', 'paragraphs')} more"))
    return shown


def _field(change: FieldChange) -> Text:
    label = change.field.replace("_at", "").replace("_", " ")
    return Text.assemble(f"{label}: {_value(change.before)} → {_value(change.after)}")


def _value(value: Any) -> str:  # noqa: ANN401 - a text, a time, a list of texts or nothing
    if not value:
        return "-"
    if isinstance(value, list):
        return ", ".join(str(each) for each in value)
    return value if isinstance(value, str) else moment(value)


def _passage(passage: Passage) -> Text:
    """Return a paragraph with its changes marked, and no more of what was kept than places them."""
    text = Text()
    for at, piece in enumerate(passage):
        opened, closed, style = _MARKS[piece.kind]
        words = piece.text.replace(BREAK, " ¶ ")
        if piece.kind is PieceKind.KEPT:
            text.append(_around(words, first=at == 0, last=at == len(passage) - 1))
            continue
        space = words[: len(words) - len(words.lstrip())]
        text.append(space)
        text.append(f"{opened}{_cut(words.strip())}{closed}", style)
    return text


def _around(words: str, *, first: bool, last: bool) -> str:
    """Return the ends of kept words that touch a change."""
    head = "" if first else words[:AROUND]
    tail = "" if last else words[-AROUND:]
    if len(words) <= len(head) + len(tail):
        return words
    return f"{head}…{tail}"


def _cut(words: str) -> str:
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"
