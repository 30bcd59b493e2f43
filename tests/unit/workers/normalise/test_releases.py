"""What services for companies' news write below each text is no text."""

from __future__ import annotations

import pytest

from workers.normalise.releases import without_form

TOLD = "Tolvik Ferries will keep its winter ferry running for another three years, it said today."
SAID = "The company will add two departures a day from April."
WIRED = f"TOLVIK, Norway--(BUSINESS WIRE)--{TOLD}"
ABOUT = "About Tolvik Ferries"
FIRM = "Tolvik Ferries runs eleven boats between the islands of the north."
VIEW = "View source version on businesswire.com: https://www.example/news/home/20240305005123/en/"
BLOCK = ["Media Contact:", "Ada Holm", "Tolvik Ferries", "+47 555 0123", "press@ferries.example"]


@pytest.mark.parametrize(
    "form",
    [
        [VIEW],
        [VIEW, "Contacts", *BLOCK, "Investor Contact:", "Bo Ek", "ir@ferries.example"],
        ["Contacts", "Ada Holm Tolvik Ferries +47 555 0123", VIEW],
        ["CONTACT: Ada Holm, +47 555 0123, press@ferries.example", "SOURCE Tolvik Ferries ASA"],
        ["SOURCE: Tolvik Ferries Inc.", "View the original press release on accesswire.com"],
        ["A photo accompanying this announcement is available at https://x.example/1234", "###"],
        ["Pressekontakt:", "Ada Holm", "press@ferries.example", "Original-Content von: Tolvik"],
    ],
)
def test_addresses_contacts_and_the_sender_are_left_out(form: list[str]) -> None:
    """In any order, at the end alone; what the firm says of itself stays."""
    text = [WIRED, SAID, ABOUT, FIRM]
    assert without_form([*text, *form]) == text
    assert without_form(text) == text


def test_contacts_stay_where_no_service_is_named() -> None:
    """An article may end in whom to ask."""
    text = [TOLD, SAID, "Contact:", "Ada Holm", "press@ferries.example"]
    assert without_form(text) == text


def test_a_block_is_contacts_only_to_its_end() -> None:
    """Sentences below it, and one that only begins like it, are text."""
    text = [WIRED, *BLOCK, SAID]
    assert without_form(text) == text
    text = [WIRED, "Contact with the islands was lost on Monday, and ships could not land there."]
    assert without_form(text) == text


def test_something_stays() -> None:
    """A text that is nothing else is kept to its first paragraph."""
    assert without_form([VIEW, "SOURCE Tolvik Ferries ASA"]) == [VIEW]


@pytest.mark.parametrize(
    "line",
    [
        "© 2024 Tolvik Herald",
        "Copyright 2024 Tolvik Herald. All rights reserved. No part of it may be used elsewhere.",
        "© 2024 Le Courrier de Tolvik. Tous droits réservés.",
    ],
)
def test_whose_a_text_is_is_no_text_below_it(line: str) -> None:
    """In whatever format it comes."""
    assert without_form([TOLD, SAID, line]) == [TOLD, SAID]


@pytest.mark.parametrize(
    "line",
    [
        "The information was distributed by rebels over the radio, the ministry said.",
        "The announcement was issued through the army's press office late on Monday.",
        "A video accompanying this message shows the bridge on fire.",
        "(c) all fees of 2019 are repealed.",
        "Copyright by then had run out, and the song is free.",
    ],
)
def test_a_last_sentence_that_only_begins_like_a_notice_is_text(line: str) -> None:
    """Who distributed what, in somebody's story; the third item of a list."""
    assert without_form([TOLD, SAID, line]) == [TOLD, SAID, line]


def test_whose_a_text_is_names_no_service() -> None:
    """Whom to ask is text above it."""
    text = [TOLD, SAID, "Contact: press@ferries.example"]
    assert without_form([*text, "© 2024 Tolvik Herald"]) == text


def test_a_sentence_on_copyright_is_text() -> None:
    """It only begins so."""
    text = [TOLD, "Copyright law was changed on Tuesday. The council did not say why."]
    assert without_form(text) == text
