"""What stands below the mark that ends a press release is no text of it."""

# ruff: noqa: RUF001 - dashes are meant

from __future__ import annotations

import pytest

from workers.words.end_marks import above_end

STORY = [
    "Tolvik Ferries has opened its third pier today, two years after the work began.",
    "It will halve the time that people wait, said Ada Holm, who leads the company.",
    "The pier can take four boats at once, and has a hall for three hundred people.",
]
NOTES = ["Notes to editors", "Harbour Works Ltd built the pier.", "Contact: press@ferries.example"]


def kept(texts: list[str]) -> list[str]:
    """Return the paragraphs that stay."""
    return [texts[at] for at in above_end(texts, range(len(texts)))]


@pytest.mark.parametrize(
    "mark",
    ["ENDS", "-ENDS-", "- Ende -", "Ende -", "(ends)", "– FIN –", "*** END ***", "###", "# # #",
     "-30-", "End of release".upper()],
)  # fmt: skip
def test_notes_below_the_mark_are_no_text(mark: str) -> None:
    """Nor is the mark."""
    assert kept([*STORY, mark, *NOTES]) == STORY


@pytest.mark.parametrize(
    "notes",
    [
        ["About Tolvik Ferries", "Tolvik Ferries runs eleven boats."],
        ["For more information, please contact", "Ada Holm"],
        ["Über Tolvik Ferries", "Tolvik hat elf Boote."],
        ["Pressekontakt:", "Ada Holm"],
    ],
)
def test_a_sign_that_also_parts_ends_a_text_above_notes(notes: list[str]) -> None:
    """Newsletters set `###` between their pieces."""
    assert kept([*STORY, "###", *notes]) == STORY
    pieces = [*STORY, "###", "The second piece tells of something else."]
    assert kept(pieces) == pieces


@pytest.mark.parametrize(
    "texts",
    [
        [STORY[0], "ENDS", *STORY[1:]],
        [*STORY, "ENDS", STORY[0], "ENDS", STORY[1]],
        [*STORY, "The end", "He left."],
        [*STORY, "Fin", "He left."],
        ["ENDS", *STORY],
    ],
)
def test_text_below_a_mark_stays(texts: list[str]) -> None:
    """Where most of it follows, where several follow one another, where a word is no mark."""
    assert kept(texts) == texts


def test_a_mark_that_only_the_whole_text_has_ends_the_chosen_places() -> None:
    """A reader of texts may have passed over it."""
    texts = [*STORY, "ENDS", *NOTES]
    assert above_end(texts, [0, 1, 2, 5]) == [0, 1, 2]
