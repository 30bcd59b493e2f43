"""Org and AsciiDoc: fields, title and paragraphs, without what an export would not show."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from shared.domain.article import Field
from shared.errors import Reason
from tests.unit.workers.parsers.one_parser import one, values
from tests.unit.workers.parsers.reading import assert_only_rejected, read
from workers.parsers.base import RawFile
from workers.parsers.light_markup.asciidoc import Asciidoc
from workers.parsers.light_markup.org_mode import OrgMode
from workers.parsers.registry import choose

if TYPE_CHECKING:
    from shared.domain.article import RawItem

SEEDS = Path(__file__).parents[5] / "seeds"


def org(text: str) -> RawItem:
    return one(OrgMode(), f"#+TITLE: Tide\n\n{text}\n")


def adoc(text: str) -> RawItem:
    return one(Asciidoc(), f"= Tide\nAnn Ek <a@b.example>\n\n{text}\n")


@pytest.mark.parametrize(
    ("name", "parser"),
    [("a.org", "org_mode"), ("a.adoc", "asciidoc"), ("a.txt", "plain_text")],
)
def test_they_are_known_by_their_names(name: str, parser: str) -> None:
    """Of AsciiDoc the marks are those of others."""
    assert choose(RawFile(name=name, content=b"= Tide\n\nThe tide was late.\n")).name == parser


def test_a_title_of_org_is_a_sign_under_any_name() -> None:
    """No other text begins so."""
    assert (
        choose(RawFile(name="a.txt", content=b"#+title: Tide\n\nIt was late.\n")).name == "org_mode"
    )


@pytest.mark.parametrize("seed", ["org_mode/pier.org", "asciidoc/pier.adoc"])
def test_who_when_and_what_are_fields(seed: str) -> None:
    """Title, author, day and keywords, and the text without its marks."""
    (item,) = read(seed, (SEEDS / seed).read_bytes()).items
    assert values(item, Field.HEADLINE) == ["Pier of Norrholm opens again"]
    assert values(item, Field.AUTHOR) == ["Ida Holm"]
    assert values(item, Field.PUBLISHED) == ["2026-04-09"]
    assert values(item, Field.KEYWORD) == ["pier", "harbour"]
    first, *rest = item.body
    assert first.startswith("The pier of Norrholm opens again on Saturday, the harbour office said")
    assert rest == [
        "What is new",
        "Forty lamps stand along it.",
        "The railing is of oak.",
        "See the plan.",
    ]


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("It *rose* to =2= m[fn:1].", ("It rose to 2 m.",)),
        ("* TODO Ebb :later:\n:PROPERTIES:\n:ID: 1\n:END:\nIt fell.", ("Ebb", "It fell.")),
        ("It rose.\n#+BEGIN_SRC sh\nls\n#+END_SRC\nIt fell.", ("It rose.", "It fell.")),
        ("#+begin_quote\nIt rose.\n#+end_quote", ("It rose.",)),
        ("#+BEGIN_SRC\nIt rose, and no end came.", ("It rose, and no end came.",)),
        ("| a | b |\n|---+---|\n| c | d |", ("a b", "c d")),
        ("# a comment\nSCHEDULED: <2026-05-12>\nIt rose.", ("It rose.",)),
        ("1. [X] It rose.\n2. It fell.", ("It rose.", "It fell.")),
        ("It rose [[file:a.png]] so.", ("It rose so.",)),
        (
            "It rose \\\\\nfast.\n-----\n[fn:1] Not\nvery.\n\nIt fell.",
            ("It rose fast.", "It fell."),
        ),
    ],
)
def test_what_an_export_of_org_shows_is_text(text: str, paragraphs: tuple[str, ...]) -> None:
    """Headings, entries, rows and quotations; no drawers, code, comments, plans, notes."""
    assert org(text).body == paragraphs


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("It *rose* to `2` m footnote:[or 3].", ("It rose to 2 m .",)),
        ("== Ebb\n\nIt fell.", ("Ebb", "It fell.")),
        ("Ebb\n---\n\nIt fell.", ("Ebb", "It fell.")),
        ("It rose.\n\n----\nls\n----\n\nIt fell.", ("It rose.", "It fell.")),
        ("----\nIt rose, and no end came.", ("It rose, and no end came.",)),
        ("[quote]\n____\nIt rose.\n____", ("It rose.",)),
        ("|===\n|a |b\n|c |d\n|===", ("a b", "c d")),
        ("// a comment\nimage::a.png[A]\nNOTE: It rose.", ("It rose.",)),
        ("Ebb:: It fell.\nFlood:: It rose.", ("Ebb", "It fell.", "Flood", "It rose.")),
        ("It rose.\n\n'''\n\n<<<\n* * *\n* [x] It fell.", ("It rose.", "It fell.")),
        (":who: She\n\n{who} waited, see <<ebb,the ebb>>.", ("She waited, see the ebb.",)),
    ],
)
def test_what_a_page_of_asciidoc_shows_is_text(text: str, paragraphs: tuple[str, ...]) -> None:
    """Headings, entries, rows and quotations; no code, comments, pictures, notes."""
    assert adoc(text).body == paragraphs


@pytest.mark.parametrize("broken", ["headings_only.org", "headings_only.adoc"])
def test_headings_alone_are_no_article(broken: str) -> None:
    """Nor is code below them."""
    content = (SEEDS / "broken" / broken).read_bytes()
    assert read(broken, content).reason is Reason.NO_ARTICLE


@pytest.mark.parametrize("seed", ["org_mode/pier.org", "asciidoc/pier.adoc"])
def test_damage_is_survived(seed: str) -> None:
    """Wherever it is cut, whatever stands in it."""
    assert_only_rejected(seed, (SEEDS / seed).read_bytes())
