"""The headline stands above its standfirst, and is no picture's line and no path."""

from __future__ import annotations

from workers.parsers.text.headline import above_body, headline_marks
from workers.parsers.text.lines import passages, split
from workers.parsers.text.page import study
from workers.parsers.text.reading import read_text

TEXT = "Home\n\nHarbour opens late\nThe ferries wait outside for a second week, say the towns.\n"


def test_of_two_lines_that_are_as_likely_the_upper_and_shorter_is_the_headline() -> None:
    """The other one is its standfirst."""
    page = study(passages(split(f"{TEXT}\n{'The ice held all night long. ' * 9}")))
    assert above_body(page, {2: 1.0, 3: 1.4}, 4) == 2
    assert above_body(page, {2: 1.0, 3: 3.0}, 4) == 3


def test_a_line_about_a_picture_and_a_path_lose_against_a_likely_line() -> None:
    """They stand nearer to the text than the headline does."""
    text = (
        "Harbour opens late\n\nImage copyright Coast Photos\n\nHome » News » Ports\n\n"
        + "Ice. " * 60
    )
    page = study(passages(split(text)))
    assert above_body(page, {0: 1.0, 1: 2.0, 2: 2.0}, 3) == 0


def test_a_line_that_leads_away_loses_against_any_headline() -> None:
    """`Advertisement` stands nearest to a text, and speaks of it no less than others."""
    page = study(passages(split("Harbour opens late\n\nAdvertisement\n\n" + "Ice. " * 60)))
    assert above_body(page, {0: 0.0, 1: 2.0}, 2) == 0


def test_the_first_line_of_the_body_can_turn_out_to_be_the_headline() -> None:
    """Where no other line is likelier."""
    page = study(passages(split(f"{TEXT}\n{'The ice held all night long. ' * 9}")))
    assert above_body(page, {0: -4.0, 2: 3.0}, 2) == 2


def test_a_label_in_a_menu_names_nobody() -> None:
    """`Authors` above `Podcasts` are two entries; the byline below the headline speaks."""
    menu = "\n".join(f"* {word}" for word in ("Home", "Authors", "Podcasts", "Sections", "Sport"))
    story = "The harbour stayed closed on Monday because the ice had not gone. " * 4
    text = (
        f"{menu}\n" * 4
        + f"\nHarbour opens late\nBy Ann Ek\n3 May 2021\n\n{story}\n\n{story}\n\n{story}"
    )
    reading = read_text(text)
    assert [claim.value for claim in next(iter(reading.claims.values()))] == ["Harbour opens late"]
    assert "Podcasts" not in {c.value for told in reading.claims.values() for c in told}
    assert "Ann Ek" in {c.value for told in reading.claims.values() for c in told}


def test_a_line_that_stands_again_is_marked_by_where_and_by_what_it_tells() -> None:
    """Other stories stand again below the text, the headline's trail and title above it."""
    story = "The harbour opens late because the ice held, and the ferries wait. " * 3
    text = (
        f"Harbour opens late\n\nHarbour opens late\n\nSkip\n\n{story}\n\n{story}\n\n{story}\n\nSkip"
    )
    page = study(passages(split(text)))
    upper, lower, skip = (headline_marks(page, at) for at in range(3))
    assert "again below" in upper
    assert "again above" in lower
    assert [mark for mark in lower if mark.startswith("repeated tells")] == ["repeated tells 3"]
    assert [mark for mark in skip if mark.startswith("repeated tells")] == ["repeated tells 0"]
    assert "foremost" in lower
    assert "foremost" not in skip
