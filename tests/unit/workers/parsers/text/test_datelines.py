"""Where a wire story comes from stands in its first words."""

from __future__ import annotations

import pytest

from workers.parsers.text.datelines import agency_of, dateline_of


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("PORTO, Feb 12 (Meridian) - Bakers walked out.", "PORTO, Feb 12 (Meridian)"),
        ("NEW YORK (AP) — A ship ran aground.", "NEW YORK (AP)"),
        ("PUNTA CLARA, 8 ene (Austral) - El gobierno abrió.", "PUNTA CLARA, 8 ene (Austral)"),
        ("LONDON - The fog lifted.", "LONDON"),
        ("Bern, 4 May 2021 (SDA) - Der Rat hat getagt.", "Bern, 4 May 2021 (SDA)"),
    ],
)
def test_a_dateline_is_read_off_the_first_paragraph(text: str, line: str) -> None:
    """Place in capitals, or place with a day or an agency, before a dash."""
    assert dateline_of(text) == line


@pytest.mark.parametrize(
    "text",
    [
        "The mayor - a baker by trade - laughed.",
        "Rain fell all day.",
        "Tom Adeyemi - the singer - has died.",
    ],
)
def test_a_dash_alone_makes_no_dateline(text: str) -> None:
    """A name before a dash is none without a day, an agency or capitals."""
    assert dateline_of(text) is None


def test_a_dateline_names_its_agency() -> None:
    """In brackets, or as its first word."""
    assert agency_of("ROTTERDAM, March 14 (Reuters)") == "Reuters"
    assert agency_of("新华社北京5月12日电") == "新华社"
    assert agency_of("ROTTERDAM, March 14") is None
