"""reStructuredText: fields, title and paragraphs, without what is no text."""

from __future__ import annotations

import pytest

from shared.domain.article import Field
from shared.errors import Reason
from tests.unit.workers.parsers.one_parser import one, score, values
from tests.unit.workers.parsers.reading import assert_only_rejected, read
from workers.parsers.base import RawFile
from workers.parsers.light_markup.restructured_text import RestructuredText

RST = RestructuredText()
HEAD = "Ferry sails\n===========\n\n"


def body(text: str) -> tuple[str, ...]:
    return one(RST, f"{HEAD}{text}\n").body


@pytest.mark.parametrize(
    ("name", "text", "least", "most"),
    [
        ("a.rst", "Whatever it is.\n", 0.8, 0.8),
        ("a.txt", f"{HEAD}See ``ferry.txt``.\n\n.. note:: Soon.\n", 0.5, 0.5),
        ("a.txt", f"{HEAD}It sails on Monday.\n", 0.0, 0.0),
        ("a.txt", "See ``ferry.txt``.\n\n.. note:: Soon.\n", 0.0, 0.0),
        ("a.rst", "%PDF-1.7\n\0\0\0" + "\0\1\2" * 400, 0.0, 0.0),
    ],
)
def test_it_is_known_by_its_name_or_by_its_signs(
    name: str, text: str, least: float, most: float
) -> None:
    """An underlined title alone is in plain texts too."""
    assert least <= RST.score(RawFile(name=name, content=text.encode())) <= most
    assert score(RST, "") == 0.0


def test_the_title_is_the_headline_and_fields_are_fields() -> None:
    """As Pelican, docutils and people write them."""
    item = one(RST, f"{HEAD}:Author: Ann Ek\n:date: 2026-05-12\n:tags: sea, ship\n\nIt sails.\n")
    assert values(item, Field.HEADLINE) == ["Ferry sails"]
    assert values(item, Field.AUTHOR) == ["Ann Ek"]
    assert values(item, Field.PUBLISHED) == ["2026-05-12"]
    assert values(item, Field.KEYWORD) == ["sea", "ship"]
    assert item.body == ("It sails.",)


def test_fields_may_stand_in_comments_above_the_text() -> None:
    """As Nikola writes them; a draft is withheld."""
    item = one(RST, ".. title: Ferry\n.. author: Ann Ek\n.. status: draft\n\nIt sails again.\n")
    assert values(item, Field.HEADLINE) == ["Ferry"]
    assert values(item, Field.PUB_STATUS) == ["withheld"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("The *old* **ferry** has ``two`` decks.", "The old ferry has two decks."),
        ("See `the plan <https://x.example>`_ and `the map`_.", "See the plan and the map."),
        ("The ferry_ of :ref:`the harbour <h>` [1]_ sails.", "The ferry of the harbour sails."),
        ("It is ``*not* a |sign|``, snake_case and 5 * 3 * 2.",
         "It is *not* a |sign|, snake_case and 5 * 3 * 2."),
        (r"H\ :sub:`2`\ O and \*stars\*.", "H2O and *stars*."),
        ("By |us|.\n\n.. |us| replace:: The Gull", "By The Gull."),
        ("A. Ek waits.", "A. Ek waits."),
    ],
)  # fmt: skip
def test_marks_are_no_text(text: str, shown: str) -> None:
    """Stress, links, roles, footnotes' marks and substitutions; literal text is as it is."""
    assert body(text) == (shown,)


@pytest.mark.parametrize(
    "unseen",
    [
        ".. a comment\n   of two lines",
        ".. _ferry: https://x.example",
        ".. [1] A footnote.",
        ".. image:: a.png\n   :alt: The ferry",
        ".. contents::",
        ".. raw:: html\n\n   <b>no</b>",
        "----",
        "..",
    ],
)
def test_what_a_reader_never_sees_is_left_out(unseen: str) -> None:
    """Comments, targets, footnotes, pictures, lists of contents, raw code, rules."""
    assert body(f"It sails.\n\n{unseen}\n\nIt comes back.") == ("It sails.", "It comes back.")


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("Cars\n----\n\nThey may\ncome.", ("Cars", "They may come.")),
        ("=====\nCars\n=====\n\nThey may.", ("Cars", "They may.")),
        ("* one,\n  still one\n* two\n\n  below two\n", ("one, still one", "two", "below two")),
        ("1. one\n#. two", ("one", "two")),
        ("Deck\n  Where cars stand.", ("Deck", "Where cars stand.")),
        ("He said::\n\n    Wait\n    here.", ("He said:", "Wait here.")),
        (".. note:: Wait\n   here.", ("Wait here.",)),
        (".. topic:: Cars\n\n   They may.", ("Cars", "They may.")),
        ("| Rose is\n| a rose", ("Rose is", "a rose")),
        ("    A quotation.", ("A quotation.",)),
        ("+---+---+\n| a | b |\n|   | c |\n+===+===+\n| d | e |\n+---+---+", ("a b c", "d e")),
        ("+-+-+\n|a|b|\n+-+-+", ("a b",)),
        ("==  ==\na   b\n==  ==\nc   d\n==  ==", ("a b", "c d")),
        (".. list-table::\n\n   * - a\n     - b\n   * - c\n     - d", ("a b", "c d")),
        ('.. csv-table::\n\n   a, "b, c"\n   d, e', ("a b, c", "d e")),
    ],
)  # fmt: skip
def test_blocks_are_paragraphs(text: str, paragraphs: tuple[str, ...]) -> None:
    """Headings, entries, definitions, quotations and the rows of tables, in their order."""
    assert body(text) == paragraphs


def test_headings_alone_are_no_article() -> None:
    """A list of contents has nothing else."""
    assert read("a.rst", HEAD.encode()).reason is Reason.NO_ARTICLE


@pytest.mark.parametrize(
    "text", ["- " * 5000, "* a\n  " * 2000, "`a" * 5_000, ":a: " * 5000, "+--+\n" * 5000]
)
def test_texts_of_nothing_but_marks_are_survived(text: str) -> None:
    """However deep they would nest."""
    assert_only_rejected("a.rst", text.encode())
