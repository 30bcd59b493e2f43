"""Bylines, notes and sign-offs inside the text of a wire story."""

from __future__ import annotations

import pytest

from shared.domain.article import Field
from workers.parsers.bylines.wire_copy import signed
from workers.parsers.claims.evidence import Evidence

STORY = "ROTTERDAM, May 4 (Wire) - The tide was late on Monday, the harbour office said."


def test_a_byline_above_the_dateline_is_a_claim_and_no_text() -> None:
    """Notes and bullets may stand above it."""
    evidence = Evidence()
    body, notes = signed(("(Adds details)", "* Tide late", "By Ann Ek", STORY), evidence)
    assert body == ("* Tide late", STORY)
    assert notes == ("edNote: Adds details",)
    assert evidence.values(Field.AUTHOR) == ["Ann Ek"]
    assert evidence.values(Field.DATELINE) == ["ROTTERDAM, May 4 (Wire)"]
    assert evidence.values(Field.SOURCE) == ["Wire"]


def test_a_name_below_the_dateline_is_text() -> None:
    """There a line that begins with `By` is what somebody said."""
    body, _ = signed((STORY, "By Ann Ek", "He was right."), Evidence())
    assert body == (STORY, "By Ann Ek", "He was right.")


@pytest.mark.parametrize(
    "last",
    [
        "ends",
        "(END)",
        "###",
        "gr/bp",
        "nex grj rmo",
        "AEX RTV ar",
        "WS ja/mb",
        "DJN/abc",
        "Photo via Gull",
        "Foto: NWB / Ann Ek",
        "jm/cl/rl",
        "/ritzau/",
        "(ANSA).",
        "==Kyodo",
        "51 77 03 CRO01 1113 APE4800 GEST GEST03",
        "AAP RTV",
        "\u00a9 Harbour Wire. All rights reserved.",
    ],
)
def test_a_sign_off_is_no_text(last: str) -> None:
    """The word for the end, and the initials of the desk."""
    assert signed((STORY, last), Evidence())[0] == (STORY,)


@pytest.mark.parametrize(
    "last",
    [
        "So it is",
        "to be or not",
        "He left.",
        "Rain fell",
        "Amen",
        "LIV 38 30 3 5 93",
        "LH400 BA117 AF022",
        "Photos by Wegener stayed behind.",
        "Pictures: why do they matter to us?",
        "I do not know. ((laughs together))",
    ],
)
def test_a_short_last_line_can_be_text(last: str) -> None:
    """Words of prose, a capital, a full stop; rows of a table, or of flights."""
    assert signed((STORY, last), Evidence())[0] == (STORY, last)


def test_a_source_that_only_the_dateline_names_signs_off_too() -> None:
    """Whatever it is called; another name in brackets is text."""
    story = "NORTHBY, March 5 (HarborDesk) - The ferry sailed."
    assert signed((story, "(HarborDesk)"), Evidence())[0] == (story,)
    assert signed((story, "(Northby)"), Evidence())[0] == (story, "(Northby)")


def test_an_agency_behind_the_last_sentence_is_no_text() -> None:
    """Inside a sentence it is."""
    assert signed((STORY, "It sailed. (ANSA)."), Evidence())[0] == (STORY, "It sailed.")
    told = "It sailed, said (ANSA)."
    assert signed((STORY, told), Evidence())[0] == (STORY, told)


def test_a_closing_credit_names_writers_and_editors() -> None:
    """The credit itself stays: whose lines are dropped is known to normalising."""
    evidence = Evidence()
    signed((STORY, "(Reporting by Ann Ek; Editing by Bo Li)"), evidence)
    assert evidence.values(Field.AUTHOR) == ["Ann Ek"]
    assert evidence.values(Field.EDITOR) == ["Bo Li"]


def test_a_sign_off_alone_stays() -> None:
    """What has no other text keeps the one it has."""
    assert signed(("ends",), Evidence())[0] == ("ends",)


def test_the_source_behind_the_last_sentence_is_no_text() -> None:
    """An agency that no list has is known by what the item says of itself."""
    evidence = Evidence()
    evidence.add(Field.SOURCE, "Corsa", "provider", 0.8)
    body, _ = signed((STORY, "It will be early on Tuesday. (Corsa)."), evidence)
    assert body == (STORY, "It will be early on Tuesday.")
    body, _ = signed((STORY, "It will be early on Tuesday. (Harbour)."), evidence)
    assert body[-1].endswith("(Harbour).")


@pytest.mark.parametrize(
    ("last", "left"),
    [
        ("It will be early, the office said (Corsa).", "It will be early, the office said."),
        ("It will be early, the office said (Corsa)", "It will be early, the office said"),
        ("So said the Coastal Organ Service (COS).", "So said the Coastal Organ Service (COS)."),
        ("So said the harbour (Gull).", "So said the harbour (Gull)."),
    ],
)
def test_the_source_inside_the_last_sentence_is_no_text(last: str, left: str) -> None:
    """But what shortens the name before it is, and so is who is not the item's source."""
    evidence = Evidence()
    evidence.every(Field.SOURCE, ("Corsa", "COS"), "provider", 0.8)
    assert signed((STORY, last), evidence)[0] == (STORY, left)


def test_an_agency_alone_before_the_text_is_the_source() -> None:
    """It is no dateline, for it tells of no place."""
    evidence = Evidence()
    signed(("(dpa) - Der Hafen ist zu.", "Er bleibt es."), evidence)
    assert evidence.values(Field.DATELINE) == []
    assert evidence.values(Field.SOURCE) == ["dpa"]


@pytest.mark.parametrize(
    "note",
    [
        "N i e u w bericht, vervangt: Getij te laat",
        "Nieuw bericht, vervangt eerder bericht over het getij",
        "(Ersetzt die Meldung von 14.30 Uhr)",
        "Neue Meldung - ersetzt: Flut zu spät",
        "(Annule et remplace la dépêche précédente)",
        "Sustituye la noticia anterior",
        "Replaces earlier story",
    ],
)
def test_which_message_one_replaces_is_a_note(note: str) -> None:
    """Desks of many languages say so above the text, and stress it with spaced letters."""
    body, notes = signed((note, STORY), Evidence())
    assert body == (STORY,)
    assert notes == (f"edNote: {note.strip('()')}",)


@pytest.mark.parametrize(
    "text",
    ["Replaces the lead pipe in the cellar", "Vervangt de minister", "Remplace Ann Ek au but"],
)
def test_what_is_replaced_in_a_story_is_text(text: str) -> None:
    """Only a message takes the place of a message."""
    assert signed((text, STORY), Evidence())[0] == (text, STORY)


def test_what_desks_need_below_a_text_is_no_text() -> None:
    """Whom to ask stands in two brackets, the keywords in capitals below."""
    evidence = Evidence()
    credit = "(Reporting by Ann Ek; Editing by Bo Li) ((ann@wire.example; +47 22 93 69 66))"
    body, _ = signed((STORY, credit, "Keywords: TIDE NORTHBY/ (UPDATE 1)"), evidence)
    assert body == (STORY, "(Reporting by Ann Ek; Editing by Bo Li)")
    assert evidence.values(Field.SLUGLINE) == ["TIDE NORTHBY/ (UPDATE 1)"]
    assert evidence.values(Field.EDITOR) == ["Bo Li"]
