"""Mail: which of a message's lines are its text."""

from __future__ import annotations

from typing import Any

import pytest

from shared.domain.article import Field
from tests.unit.workers.parsers.mail.mail_messages import BODY, mail
from tests.unit.workers.parsers.reading import PARAGRAPHS, read
from workers.parsers.mail.quotes import own_words


@pytest.mark.parametrize(
    "line",
    [
        "You receive this because you subscribed. Unsubscribe",
        "Den Newsletter können Sie hier jederzeit abbestellen.",
        "Pour vous désabonner, cliquez ici",
        "如不想再收到本邮件请点击退订",
        "Thanks for reading Harbour Notes! Subscribe for free to receive new posts.",
    ],
)
def test_how_to_leave_a_newsletter_is_no_part_of_its_text(line: str) -> None:
    """A letter from a person may speak of it."""
    letter = "".join(f"<p>{text}</p>" for text in (*PARAGRAPHS, line))
    (item,) = read("a.eml", mail(None, letter, List_Unsubscribe="<https://n.example/u>")).items
    assert item.body == PARAGRAPHS
    (item,) = read("a.eml", mail(None, letter)).items
    assert item.body[-1] == line


def test_a_signature_is_no_part_of_the_text() -> None:
    """It stands below two dashes and a blank."""
    packed = mail(BODY + "-- \nIda Holm, Harbour Street 5\n")
    assert read("a.eml", packed).items[0].body == PARAGRAPHS


def test_a_first_sentence_alone_in_its_line_is_text() -> None:
    """A mail has its headline in the subject; a short message may begin with one sentence."""
    text = "The ferry is late.\n\nIt will come at noon, the harbour office said on Monday.\n"
    found = read("a.eml", f"From: a@b.example\nMIME-Version: 1.0\nSubject: Tide\n\n{text}".encode())
    assert found.items[0].body[0] == "The ferry is late."


OTHER = "From: Olof Brandt <olof@ferry.example>\nSent: Monday, March 9, 2026 5:12 PM\n"

TOLD = "The ferry sails again, its owner said on Monday.\n"


@pytest.mark.parametrize(
    ("quoted", "headers"),
    [
        (
            "On Monday, March 9, 2026, Olof <olof@ferry.example>\nwrote:\n> Does it?\n>\n> Olof\n",
            {},
        ),
        ("> Does it?\n", {"In-Reply-To": "<a@b.example>"}),
        (f"-----Original Message-----\n{OTHER}To: Ida\nSubject: Ferry\n\nDoes it?\n", {}),
        (f"{OTHER.replace('From', 'Von').replace('Sent', 'Gesendet')}Betreff: Ferry\n\nJa?\n", {}),
    ],
)
def test_what_a_message_answers_is_no_part_of_its_text(
    quoted: str, headers: dict[str, Any]
) -> None:
    """Quoted line by line, or whole with its headers; a page beside it repeats it too."""
    text = f"{TOLD}\n{quoted}"
    (item,) = read("a.eml", mail(text, f"<p>{text}</p>", Subject="Re: Ferry", **headers)).items
    assert item.body == (TOLD.strip(),)


@pytest.mark.parametrize(
    "list_", ["> Ferry sails\n> Harbour opens\n", ">From the pier people waved.\n"]
)
def test_lines_behind_a_sign_are_kept_where_nothing_is_answered(list_: str) -> None:
    """Newsletters begin the entries of their lists so, and mailboxes mark a line so."""
    assert ">" in "".join(read("a.eml", mail(f"{TOLD}\n{list_}")).items[0].body)


@pytest.mark.parametrize(
    "letter",
    [
        "In its answer of 12 May the club says:\n\n> We are sorry for all that happened there.\n",
        f"A letter that was found reads:\n\n{OTHER}Subject: Costs\n\nWe will tell nobody yet.\n",
    ],
)
def test_a_letter_that_an_article_prints_is_part_of_it(letter: str) -> None:
    """Where the message answers none, and no program says whose words they are."""
    assert own_words(f"{BODY}\n{letter}\n{TOLD}".encode(), "utf-8", "Ferry") is None


@pytest.mark.parametrize(
    "repeated",
    [
        "> a\n\n",
        "From: x\n" + (" " * 26 + "a:\n") * 4,
        "From: x\n" + (" " * 23 + ":b\n") * 4,
        "From: x\n" + " a:\n" * 9,
    ],
)
def test_what_looks_like_another_message_costs_no_more_than_its_length(repeated: str) -> None:
    """However its lines might be told apart."""
    text = TOLD + repeated * (200_000 // len(repeated))
    said = own_words(text.encode(), "utf-8", "Ferry", answers=True)
    assert said is None or TOLD.strip() in said.text


@pytest.mark.parametrize("subject", ["Fwd: Ferry sails", "WG: Ferry sails", "Ferry sails"])
def test_a_message_that_was_passed_on_keeps_its_sender_and_time(subject: str) -> None:
    """A word above it is left out where the subject says so; alone it needs no such subject."""
    above = "Please run this at noon.\n\n" if ":" in subject else ""
    head = "---------- Forwarded message ---------\n"
    told = f"{above}{head}{OTHER}Subject: Ferry sails\nTo: Ida\n\n{BODY}"
    (item,) = read("a.eml", mail(told, Subject=subject)).items
    assert item.body == PARAGRAPHS
    assert [claim.value for claim in item.claims[Field.AUTHOR]][:1] == ["Olof Brandt"]
    assert item.claims[Field.PUBLISHED][0].value == "Monday, March 9, 2026 5:12 PM"
    assert item.claims[Field.HEADLINE][0].value == "Ferry sails"


def test_what_was_passed_on_is_told_from_what_is_answered_by_its_rule() -> None:
    """Under a subject of its own, too; an answer quotes, and what is longer above is the text."""
    told = f"---------- Forwarded message ---------\n{OTHER}Subject: Ferry sails\n\n{{}}"
    passed = f"For you.\n\n{told.format(BODY)}"
    (item,) = read("a.eml", mail(passed, Subject="For today")).items
    assert item.body == PARAGRAPHS
    (item,) = read("a.eml", mail(passed, Subject="Re: For today")).items
    assert item.body == ("For you.",)
    (item,) = read("a.eml", mail(f"{BODY}\n{told.format('We sail.')}", Subject="Ferry")).items
    assert item.body == PARAGRAPHS


def test_a_sentence_that_was_broken_below_its_first_line_is_whole() -> None:
    """The line is no headline: a mail has its own."""
    text = "The ferry sails again on Monday at noon, and it\nwill take cars, its owner said.\n"
    (item,) = read("a.eml", mail(text)).items
    assert item.body == (" ".join(text.split()),)


LISTED = (
    "This release\nhas a new parser, which needs a tenth less\nof the memory.\n\n"
    + "".join(
        f"* part {n}\n\n  - `--size' of part {n} and `size'\n    added\n\n" for n in range(12)
    )
    + "Thanks to all.\n"
)


def test_what_stands_between_a_messages_sentences_is_its_writers_own() -> None:
    """Lists, entry by entry, and lines that pages have in their menus."""
    body = read("a.eml", mail(LISTED)).items[0].body
    assert body[:3] == (
        "This release has a new parser, which needs a tenth less of the memory.",
        "part 0",
        "`--size' of part 0 and `size' added",
    )
    assert body[-1] == "Thanks to all."


@pytest.mark.parametrize("begins", ["12. of May", "- as all do -", "\u2013 as all do \u2013"])
def test_a_wrapped_line_may_begin_like_an_entry(begins: str) -> None:
    """It is one where the line above ends a sentence, is short or is an entry of the same kind."""
    text = f"The harbour of Norrholm opened again with music on the\n{begins} with forty people,\n"
    body = read("a.eml", mail(f"{text}and cows.\n\n{LISTED}")).items[0].body
    assert body[0] == f"{' '.join(text.split())} and cows."


def test_a_text_full_of_addresses_is_read_as_a_page_is() -> None:
    """A newsletter is: its menus and teasers are left out."""
    links = "".join(f"News {n}\nhttps://x.example/{n}\n\n" for n in range(25))
    told = read("a.eml", mail(f"{links}{BODY}\n{links}")).items[0].body
    assert "News 3" not in told
    assert set(PARAGRAPHS) <= set(told)


TABLES = """The spring regatta on the bay ended on Sunday with a home win in the big boats.

Results, 12 feet:
1. Maja Holm, Westerby, 12 points
2. Ole Brandt, Sandvik, 15

Markets

Mill Street: Mondays
Old Harbour: Tuesdays and Fridays
Station Square: Saturdays

Ida Holm
Desk for boats
"""


def test_lists_below_the_only_sentence_stay() -> None:
    """Entries and lines of a table each for itself, with their headings; a signature is none."""
    assert read("a.eml", mail(TABLES)).items[0].body == (
        "The spring regatta on the bay ended on Sunday with a home win in the big boats.",
        "Results, 12 feet:",
        "1. Maja Holm, Westerby, 12 points",
        "2. Ole Brandt, Sandvik, 15",
        "Markets",
        "Mill Street: Mondays",
        "Old Harbour: Tuesdays and Fridays",
        "Station Square: Saturdays",
    )


@pytest.mark.parametrize("mark", ["", "> "])
def test_what_was_passed_on_may_stand_behind_signs(mark: str) -> None:
    """Apple's program marks it as a quotation, Thunderbird's begins with the subject."""
    head = f"Begin forwarded message:\n\n{OTHER}Subject: Ferry\nTo: Ida\n\n"
    if not mark:
        head = f"-------- Forwarded Message --------\nSubject: Ferry\nTo: Ida\n{OTHER}\n"
    told = "".join(f"{mark}{line}\n" for line in f"{head}{BODY}".splitlines())
    (item,) = read("a.eml", mail(f"For you\n\n{told}", Subject="Fwd: Ferry")).items
    assert item.body == PARAGRAPHS
    assert item.claims[Field.AUTHOR][0].value == "Olof Brandt"


@pytest.mark.parametrize(
    ("subject", "heads"), [("News of today", True), ("Fares from May: FERRY FARES", False)]
)
def test_the_line_above_a_table_is_kept(subject: str, heads: bool) -> None:  # noqa: FBT001 - a case
    """The subject is the headline; the line that heads a table would be nowhere."""
    rows = (
        "Vik to Sand: 12.50, now 13.00",
        "Sand to Ost: 9.00, now 9.50",
        "Ost to Vik: 4.00, now 5.00",
    )
    text = "\n\n".join(["Ferry fares", "\n".join(rows), *PARAGRAPHS])
    (item,) = read("a.eml", mail(text, Subject=subject)).items
    assert item.body == (*(["Ferry fares"] if heads else []), *rows, *PARAGRAPHS)
