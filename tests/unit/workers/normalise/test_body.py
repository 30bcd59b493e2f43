"""What is left of a body when its rules and repeated fields are gone."""

from __future__ import annotations

from workers.normalise.body import tidy


def test_rules_between_paragraphs_are_dropped() -> None:
    """Three stars or a row of hyphens are no words."""
    body = ("The tide was late.", "***", "Nobody knew why.", "---")
    assert tidy(body, "Tide", (), None) == ("The tide was late.", "Nobody knew why.")


def test_a_body_of_rules_alone_stays() -> None:
    """There is nothing better to show."""
    assert tidy(("***", "---"), "Tide", (), None) == ("***", "---")


def test_paragraphs_that_become_neighbours_are_not_repeated() -> None:
    """To normalise again would find them side by side."""
    assert tidy(("Late.", "* * *", "Late."), "Tide", (), None) == ("Late.",)
