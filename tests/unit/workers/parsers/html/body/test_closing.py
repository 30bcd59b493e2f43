"""Lines of the site at the end of a body."""

from __future__ import annotations

import pytest

from workers.parsers.html.body.closing import is_note, without_end
from workers.parsers.html.walk.tree import parse


@pytest.mark.parametrize(
    "text",
    [
        "© Harbour Media Centre, 13.07.2021. Any further use has to be paid for.",
        "Copyright 2021 Harbour Press",
        "Markieren Sie den Fehler und drücken Sie Ctrl+Enter, um ihn der Redaktion zu melden.",
        "adab@harbour.example (END)",
        "(END)",
        "- THE END -",
        "By leaving a comment, you agree to the privacy policy of the Harbour.",
        "Dieser Beitrag wurde am Samstag, 3. Dezember 2011 unter Hafen abgelegt.",
        "This entry was posted on Saturday and is filed under Harbour.",
        "(Reporting by Ada Brook in Oslo; Editing by Bo Li)",
        "Additional reporting by Maren Oakes",
        "Written by Ada Brook",
        "by Harbour Staff Writer",
        "Brook reported from Bergen, Norway.",
        "Follow Ada Brook on Twitter @adabrook",
        "Ada Brook can be reached at adab@harbour.example",
        "For comments and feedback: desk@harbour.example",
        "Ada Brook is a contributing writer for the Harbour Press.",
        "(This story was refiled to correct a name in the second paragraph)",
        "Source: Harbour Office",
        "To contact the reporters on this story: Ada Brook in Oslo at adab@harbour.example",
        "Write to Ada Brook at ada.brook@harbour.example",
        "Ada Brook can be reached by e-mail or on Signal.",
        "The Harbour Press and Bo Li, in St. Olav, contributed to this report.",
        "The views expressed in this article do not necessarily reflect those of the Harbour.",
        "This column does not necessarily reflect the opinion of the Harbour's editorial board.",
    ],
)
def test_what_a_site_writes_below_every_text_is_a_note(text: str) -> None:
    """Rights, folders, how to comment or to tell of a mistake."""
    assert is_note(text)


@pytest.mark.parametrize(
    "text",
    [
        "Copyright law was last changed in 2021, when the harbour was sold.",
        "“That is the end,” she said.",
        "Ask at adab@harbour.example for a place.",
        "This entry was the last of the day.",
        "By Monday the water had gone. Then they came back.",
        "Reporting is hard by any measure, he said.",
        "She follows the ferry. The captain may be reached by noon, on foot.",
        "Ada Brook is a fisher, and so was her mother.",
        "Sources: none of those who spoke wished to be named. All were there.",
        "He can be a writer of letters.",
        "The fishers contributed to the report of the harbour office: they had kept the lists.",
        "The views of the fishers were heard.",
        "The views expressed in the survey do not differ between the two shores.",
        "More than 200 scientists from 40 countries contributed to the report.",
        "The engineers contributed to this report, the council said.",
        "Like many in the town, she first read of it on Facebook.",
        "Contact with the ferry was lost, the harbour office wrote on Twitter.",
        "The island can be reached by bus from Tolvik twice a day.",
        "(c) all other fees are repealed.",
        "Copyright by then had run out.",
    ],
)
def test_a_sentence_about_such_things_is_text(text: str) -> None:
    """It is not their word alone that makes a note."""
    assert not is_note(text)


def test_a_few_words_far_below_the_text_are_none_of_it() -> None:
    """A vote, a form: they hide the byline below the text, and the note below them hides them."""
    body = [f"The quay is long, and it goes on for {miles} miles to the east." for miles in "345"]
    above = "".join(f"<p>{line}</p>" for line in [*body, "Written by Ada Brook", *["Share"] * 16])
    note = "<p>For any corrections use our form.</p>"

    def kept(word: str) -> list[str]:
        page = parse(f"<html><body>{above}{word}{note}</body></html>")
        chosen = [block for block in page.blocks if block.text != "Share"]
        return [block.text for block in without_end(chosen)]

    assert kept("<form>Professional:</form>") == body
    assert kept("<p>Professional</p>") == [*body, "Professional"]


def test_notes_are_left_out_at_the_end_alone() -> None:
    """A text about a site may begin with its line."""
    lines = ["© 2021 stood on the page.", *["The quay is long."] * 7, "© 2021 Harbour Press"]
    page = parse("<html><body>" + "".join(f"<p>{line}</p>" for line in lines) + "</body></html>")
    assert [block.text for block in without_end(page.blocks)] == lines[:-1]


def test_many_lines_of_the_site_in_other_elements_are_left_out_each_looked_at_once() -> None:
    """More of them than are looked at together, with gaps that the lines left out have made."""
    body = [f"The quay is long, and it goes on for {miles} miles to the east." for miles in "345"]
    rights = "".join(f"<p>© {year} Harbour Press</p>" for year in range(1900, 2025))
    far = "<p>Share</p>" * 16 + "<form>Professional:</form>"
    above = "".join(f"<p>{line}</p>" for line in body)
    page = parse(f"<html><body>{above}{far}{rights}{far}{rights}</body></html>")
    chosen = [block for block in page.blocks if block.text != "Share"]
    assert [block.text for block in without_end(chosen)] == body
