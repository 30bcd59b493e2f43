"""What mail programs and messengers put around a text is taken off, and nothing of other texts."""

from __future__ import annotations

import pytest

from workers.parsers.text.printers.copies import unwrapped, without_pictographs

STORY = (
    "The ferry will run again from Monday, the harbour board said.\n\n"
    "It had been in the yard since the storm of March, when a mast fell on its deck."
)


def test_marks_of_quotation_are_taken_off_where_most_lines_have_them():
    """A line above says why it was passed on; quoted twice, both marks go."""
    for mark in ("> ", ">> ", "> > "):
        quoted = "\n".join(f"{mark}{line}".rstrip() for line in STORY.split("\n"))
        assert unwrapped(f"See below.\n\n{quoted}\n") == f"See below.\n\n{STORY}\n"


def test_a_few_lines_behind_such_marks_stay():
    """They are entries of a list, or a quotation in a longer text."""
    text = f"{STORY}\n{STORY}\n> One\n> Two\n> Three\n"
    assert unwrapped(text) == text


@pytest.mark.parametrize(
    "stamp",
    [
        "[12/03/2024, 14:05:11] Ann Ek: ",
        "\u200e[14:05, 12/03/2024] Ann Ek: ",
        "3/12/24, 2:05\u202fPM - Ann Ek: ",
        "12.03.24, 14:05 - +44 20 7946 0000: ",
    ],
)
def test_of_messages_the_longest_is_the_text_without_when_and_by_whom(stamp: str):
    """What was said to it is no part of it, and its headline stands between stars."""
    text = f"{stamp}*Ferry runs again*\n\n{STORY}\n{stamp}Thanks!\n"
    assert unwrapped(text).strip() == f"Ferry runs again\n\n{STORY}"


def test_a_conversation_stays_as_it_is():
    """No message is most of it."""
    text = "".join(f"[12/03/2024, 14:0{at}:11] Ann Ek: See you at {at}\n" for at in range(9))
    assert unwrapped(text) == text


def test_a_headline_loses_the_pictures_before_it_and_nothing_else():
    """A line of pictures alone stays, and so does one that begins with a word or a bracket."""
    assert without_pictographs("⚡️ Ferry runs again") == "Ferry runs again"
    for line in ("⚡️", "[Ferry] runs again", "2024 in pictures"):
        assert without_pictographs(line) == line
