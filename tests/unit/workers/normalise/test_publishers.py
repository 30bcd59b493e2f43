"""The publisher's name among what a page or feed puts beside it."""

from __future__ import annotations

import pytest

from workers.normalise.publishers import (
    has_initials,
    has_label,
    is_at_host,
    is_host,
    is_publisher,
    knows_host,
    publisher,
    repeats,
)


@pytest.mark.parametrize(
    ("name", "host", "found"),
    [
        ("Daily Harbour » News", "dailyharbour.example", "Daily Harbour"),
        ("World news | The Harbour", "theharbour.example.com", "The Harbour"),
        ("Ndt > Sports", "ndtimes.example", "Ndt"),
        ("Blick - Startseite", "www.blick.example", "Blick"),
        ("Hafen-Zeitung: Politik", "hafen-zeitung.example", "Hafen-Zeitung"),
        (
            "Hafen Post - Die Zeitung für Grünau",
            "other.example",
            "Hafen Post - Die Zeitung für Grünau",
        ),
        ("Blick - Blick am Abend", "blick.example", "Blick - Blick am Abend"),
        ("Daily Harbour", "dailyharbour.example", "Daily Harbour"),
        ("Daily Harbour | News", "", "Daily Harbour | News"),
        ("Wire\u2013", "", "Wire"),
        ("@harbour", "harbour.example", "harbour"),
        ("Bridge reopens | Die Hafenpost", "hafenpost.example", "Die Hafenpost"),
        ("Noticias - La Prensa Gris | Al fin", "laprensagris.example", "La Prensa Gris"),
        ("Quays1.example - all of quays", "www.quays1.example", "Quays1.example"),
    ],
)
def test_the_part_that_is_the_hosts_is_the_name(name: str, host: str, found: str) -> None:
    """Where none is, or two are, nothing is cut off."""
    assert publisher(name, host) == found
    assert publisher(found, host) == found


def test_a_name_that_is_the_host_s_outdoes_a_motto_and_a_firm() -> None:
    """Systems have the company or a line of its advertising where a name should stand."""
    assert is_host("The Harbour", "news.theharbour.example")
    assert is_host("Harbour", "www.the-harbour.example") is False
    assert is_host("THE Harbour", "harbour.example") is True
    assert not is_host("FAZ", "faz.example")
    assert knows_host("Harbour Media Inc.", "theharbour.example")
    assert knows_host("Quay1.example Europe", "news.quay1.example")
    assert not knows_host("Hope Comes Back", "theharbour.example")


def test_a_host_s_address_beside_a_motto_outdoes_a_person() -> None:
    """Where the person's or firm's name has nothing of the host's."""
    assert is_at_host("Harbour.example - all ships", "harbour.example")
    assert not is_at_host("Ada Brook", "harbour.example")
    assert has_label("The Harbour-Review", "harbour.example")
    assert not has_label("Ada Brook", "harbour.example")


def test_a_name_that_repeats_the_headline_is_an_article_s() -> None:
    """In full, or most words of a long one; a short name may stand in a headline."""
    assert repeats("Bridge reopens", "Bridge Reopens")
    assert repeats("Funds for the new bridge", "New funds for the bridge")
    assert not repeats("The Bridge", "The bridge reopens")
    assert not repeats("The paper of the harbour", "The bridge of the town reopens")
    assert not repeats(
        "The Harbour Day Review", "Harbour Day Review says how it is sold and printed"
    )


def test_a_host_of_initials_is_its_publisher_s() -> None:
    """Small words may be left out; of two letters it could be anybody's."""
    assert has_initials("The Harbour Day Review", "www.hdr.example")
    assert has_initials("Ministry of Foreign Affairs of the Harbour", "mfa.harbour.example")
    assert not has_initials("Funds for the new bridge", "www.hdr.example")
    assert not has_initials("The Harbour Day Review", "hr.example")


def test_what_a_system_calls_its_pages_is_no_publisher() -> None:
    """Nor is the kind of text."""
    assert not is_publisher("Start")
    assert not is_publisher("Home |")
    assert not is_publisher("Pressemitteilung")
    assert is_publisher("Home News")
