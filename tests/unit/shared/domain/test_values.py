"""Values are compared and hashed by their fields, and the type checker holds them unchanged."""

from __future__ import annotations

from shared.domain.values import dataclass


@dataclass(frozen=True, slots=True)
class Pair:
    """A value."""

    left: str
    right: int = 0


@dataclass(slots=True)
class Count:
    """What counts on."""

    number: int = 0


def test_values_of_the_same_fields_are_one_key() -> None:
    assert Pair("a") == Pair("a", 0) != Pair("a", 1)
    assert len({Pair("a"), Pair("a", 0), Pair("b")}) == 2


def test_what_is_not_frozen_changes_and_is_no_key() -> None:
    count = Count()
    count.number += 1
    assert count == Count(1)
    assert Count.__hash__ is None
