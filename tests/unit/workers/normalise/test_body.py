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


def test_what_stands_behind_a_line_that_went_is_looked_at_again() -> None:
    """Read a second time, nothing more would go: the date hid the line of rights above it."""
    body = ("The tide was late.", "©1", "0000/0/0")
    assert tidy(body, "Tide", (), None) == ("The tide was late.",)
    twice = ("Reported by Ada Brook", "By Ada Brook", "By Ada Brook", "The tide was late.", "Tide")
    once = tidy(twice, "Tide", (), None)
    assert tidy(once, "Tide", (), None) == once


def test_the_headline_behind_its_label_is_not_repeated() -> None:
    """As texts made for programs begin; a sentence that speaks of it stays."""
    for label in ("Title: ", "제목: ", "标题："):  # noqa: RUF001 - its own colon
        body = (f"{label}Ferry late", "The tide was late.")
        assert tidy(body, "Ferry late", (), None) == ("The tide was late.",)
    stopped = ("Title: The ferry is late.", "The tide was late.")
    assert tidy(stopped, "The ferry is late.", (), None) == ("The tide was late.",)
    asked = ("Council: Ferry late again", "The tide was late.")
    assert tidy(asked, "Ferry late", (), None) == asked


def test_a_headline_alone_is_not_repeated_where_a_rule_parted_it() -> None:
    """A flash that stands twice, with a rule between, is its one line."""
    assert tidy(("Ferry late", "***", "Ferry late"), "Ferry late", (), None) == ("Ferry late",)
