"""What came of a delivery in one sentence, the same in the terminal, on the desk and in the log."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from services.telling.words import counted, plain
from shared.domain.delivery import OutcomeWord

if TYPE_CHECKING:
    from collections.abc import Mapping

NOT_TAKEN: Final = frozenset({OutcomeWord.QUARANTINED, OutcomeWord.DISCARDED})
"""Outcomes whose reason is that of the whole file; beside any other it is that of a part."""


def is_part(outcome: str | None, reason: str | None) -> bool:
    """Tell whether a reason is that of a part: the file was taken, and something in it was not."""
    return bool(reason) and outcome is not None and outcome not in NOT_TAKEN


def items_told(items: Mapping[str, int], reason: str | None = None) -> str:
    """Return `2 new, 1 item not taken: malformed`; `reason` is that of a part."""
    told = [_items(n, plain(word)) for word, n in items.items() if word not in NOT_TAKEN]
    left = items.get(OutcomeWord.QUARANTINED, 0)
    if left:
        told.append(f"{counted(left, 'item', 'items')} not taken")
    elif reason:
        told.append("the rest not taken")
    return ", ".join(told) + (f": {plain(reason)}" if reason else "")


def _items(count: int, word: str) -> str:
    return counted(count, word, f"{word}s" if word.endswith(("duplicate", "version")) else word)
