"""Empty lines below every line part nothing where sentences go on below them."""

from __future__ import annotations

from workers.parsers.text.reading import read_text
from workers.parsers.text.typesetting.lines import split
from workers.parsers.text.typesetting.spacing import closed_up

PARAGRAPHS = [
    [
        "The harbour board of the town said on Monday that the ferry",
        "will run again from the first of May, after it had been in",
        "the yard for longer than anybody on the board had thought",
        "that it would be, and for more money than the town had put",
        "aside for it in the spring.",
    ],
    [
        "A mast had fallen on its deck in the storm of March, which",
        "also took the roof of the fish hall and most of the small",
        "boats that lay at the northern quay, whose owners are still",
        "waiting for a letter from those who had insured them and who",
        "say that the storm was none.",
    ],
    [
        "The chair of the board, Ann Ek, told the paper that the first",
        "crossing would be free for everybody who had waited for it on",
        "the island, where the shop had to be served by a fishing boat",
        "and the school by a doctor who owns a dinghy, so that all of",
        "them can come to the mainland and see what is new there, and",
        "go home again before the evening.",
    ],
]


def test_lines_with_an_empty_one_below_each_become_paragraphs():
    """A paragraph ends where its last line is short."""
    spread = "\n\n".join(line for lines in PARAGRAPHS for line in lines)
    assert read_text(spread).body == tuple(" ".join(lines) for lines in PARAGRAPHS)


def test_a_headline_stays_apart_though_it_is_as_wide_as_the_text():
    """What stands below it begins with a capital: no sentence goes on there."""
    headline = "Ferry of the town runs again from the first day of the May"
    reading = read_text("\n\n".join([headline, *(one for lines in PARAGRAPHS for one in lines)]))
    assert reading.body[0] == " ".join(PARAGRAPHS[0])


def test_two_empty_lines_part_still():
    """One of them is the habit, the other is meant."""
    lines = closed_up(split("\n\n\n".join("\n\n".join(lines) for lines in PARAGRAPHS)))
    assert [line.text for line in lines].count("") == len(PARAGRAPHS) - 1


def test_paragraphs_with_an_empty_line_between_them_stay_apart():
    """Each is a sentence: none goes on below."""
    lines = split("\n\n".join(f"The ferry of pier {at} runs again." for at in range(40)))
    assert closed_up(lines) == lines
