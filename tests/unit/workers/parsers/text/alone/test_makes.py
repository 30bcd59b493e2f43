"""The last answer, entry or message of a text is kept as those above it are."""

from __future__ import annotations

import pytest

from workers.parsers.text.alone.own_text import own_text
from workers.parsers.text.reading import read_text
from workers.parsers.text.typesetting.lines import passages, split

HEADLINE = "The ferry is our road"
INTRODUCTION = (
    "The new harbour master of Norrholm spoke to us about the wind, the dark and the ferry, "
    "which was late on eleven days in October."
)
ASKED = ("Why?", "Will it get better?", "When?", "Do you like it here?")
SAID = ("Wind, mostly.", "Yes", "In spring", "More and more.")


def body_of(*lines: str) -> list[str]:
    return list(read_text("\n\n".join((HEADLINE, INTRODUCTION, *lines))).body)[1:]


@pytest.mark.parametrize(
    ("first", "second"),
    [("Post: ", "Berg: "), ("Q: ", "A: "), ("QUESTION: ", "THE MINISTER: "), ("Frage: ", "Berg: ")],
)
def test_an_interview_is_kept_to_its_last_word(first: str, second: str) -> None:
    """Who speaks is named again and again; a label of a page stands there once."""
    lines = [
        line
        for asked, said in zip(ASKED, SAID, strict=True)
        for line in (f"{first}{asked}", f"{second}{said}")
    ]
    assert body_of(*lines) == lines


def test_short_entries_below_the_last_sentence_are_text() -> None:
    """A heading may stand between them, and none need be a sentence."""
    lines = ["Friday", "19.00 Church", "20.00 Film club", "Sunday", "12.00 Boats", "13.00 Soup"]
    assert body_of(*lines)[-1] == lines[-1]


def test_a_last_short_sentence_is_text_and_a_note_of_rights_is_none() -> None:
    body = body_of("- Bread", "- Butter", "- Salt", "Enjoy it!", "© 2026 The Harbour Post")
    assert body[-1] == "Enjoy it!"


def test_a_chat_is_its_messages_and_has_no_headline() -> None:
    """Each begins with its time, which says of none when the text was written."""
    said = ("Bridge is closed", "What happened?", "A barge hit it", "On my way there", "Road shut")
    lines = [
        f"[04/05/2026, 11:4{at}:02] {'Maria' if at % 2 else 'Jonas'}: {each} as far as I can see it"
        for at, each in enumerate(said)
    ]
    assert list(read_text("\n\n".join(lines)).body) == lines


def test_a_page_s_lines_below_its_text_are_none_of_it() -> None:
    """They are many, and the words of menus are among them."""
    menu = ("Home", "News", "Sport", "Weather", "Subscribe", "Sign in", "Contact us", "Search")
    assert body_of("Berg: Twelve.", *menu, "Most read", "© 2026 The Harbour Post") in (
        [],
        ["Berg: Twelve."],
    )


def test_a_page_s_lists_below_the_teasers_of_other_stories_are_none_of_its_text() -> None:
    """They begin alike too; but the sentences between them and the text are not its own."""
    teaser = "Hoping to calm the council of Lowick, the port forecast on Thursday a quiet winter."
    lists = [f"* {each}" for each in ("Comics", "Games", "Advice", "Culture", "Comedy", "Polls")]
    lines = (HEADLINE, INTRODUCTION, INTRODUCTION, "Readers:", teaser, *lists, "Site map")
    parts = passages(split("\n\n".join(lines)))
    assert own_text(parts, 0, [1, 2], ()) == (0, [1, 2])
    assert own_text(parts, 0, [1, 2, 4], ())[1][-1] == len(parts) - 2
