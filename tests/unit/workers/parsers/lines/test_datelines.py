"""Where a wire story comes from stands in its first words."""

# ruff: noqa: RUF001 - letters of many scripts

from __future__ import annotations

import pytest

from workers.parsers.lines.datelines import agency_of, dateline_of, told_by


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("PORTO, Feb 12 (Meridian) - Bakers walked out.", "PORTO, Feb 12 (Meridian)"),
        ("NEW YORK (AP) — A ship ran aground.", "NEW YORK (AP)"),
        ("PUNTA CLARA, 8 ene (Austral) - El gobierno abrió.", "PUNTA CLARA, 8 ene (Austral)"),
        ("LONDON - The fog lifted.", "LONDON"),
        ("Bern, 4 May 2021 (SDA) - Der Rat hat getagt.", "Bern, 4 May 2021 (SDA)"),
        ("OMSK, January 21. /TASS/. The bridge is open.", "OMSK, January 21. /TASS/"),
        ("ОМСК, 5 марта. /ТАСС/. Мост открыт.", "ОМСК, 5 марта. /ТАСС/"),
        ("Pune, Jun 18 (PTI) The mill opened again.", "Pune, Jun 18 (PTI)"),
        ("Genève (ats) Le scandale enfle.", "Genève (ats)"),
        ("KOBE, Japan, Dec. 9 Kyodo - The eight won.", "KOBE, Japan, Dec. 9 Kyodo"),
        ("Bruselas, 16 ene (EFE).- La Unión habló.", "Bruselas, 16 ene (EFE)"),
        ("Vejle /ritzau/: Broen er åben.", "Vejle /ritzau/"),
        ("Oslo (NTB): Broen er åpen.", "Oslo (NTB)"),
        ("(ANSA) - ROME, JUL 11 - The gates closed.", "(ANSA) - ROME, JUL 11"),
        ("نيويورك (أ ف ب) - قال الفنان", "نيويورك (أ ف ب)"),
        ("(서울=연합뉴스) 이영희 기자 = 요금이 오른다.", "서울=연합뉴스"),
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
        "Tom Adeyemi (BBC) The singer has died.",
        "The mayor (AP) Said so.",
        "Saturday, March 14 (ESPN) The cup goes on.",
        "Foto (dpa) Ein Schiff liegt im Hafen.",
        "Paris, May 4 /and later/ The ministers met.",
        "الأهلي (مصر) - الزمالك (مصر) الليلة",
    ],
)
def test_a_dash_alone_makes_no_dateline(text: str) -> None:
    """A name before a dash is none without a day, an agency or capitals."""
    assert dateline_of(text) is None


def test_a_dateline_names_its_agency() -> None:
    """In brackets, or as its first word."""
    assert agency_of("ROTTERDAM, March 14 (Reuters)") == "Reuters"
    assert agency_of("新华社北京5月12日电") == "新华社"
    assert agency_of("OMSK, January 21. /TASS/") == "TASS"
    assert agency_of("KOBE, Japan, Dec. 9 Kyodo") == "Kyodo"
    assert agency_of("(ANSA) - ROME, JUL 11") == "ANSA"
    assert agency_of("서울=연합뉴스") == "연합뉴스"
    assert agency_of("ROTTERDAM, March 14") is None


@pytest.mark.parametrize("agency", ["Reuters", "dpa", "ANSA"])
def test_an_agency_alone_tells_of_no_place(agency: str) -> None:
    """Yet the text begins with it; `(New York) -` is a place, which stays one."""
    line = dateline_of(f"({agency}) - The fog lifted.")
    assert line is not None
    assert told_by(line) == (None, agency)
    assert told_by("New York") == ("New York", None)
