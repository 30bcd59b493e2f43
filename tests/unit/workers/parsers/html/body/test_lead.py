"""The first paragraph belongs to the text, though it is set apart."""

from __future__ import annotations

import numpy as np
import pytest

from tests.unit.workers.parsers.reading import PARAGRAPHS, read
from workers.parsers.html.body.lead import with_dateline, with_leads
from workers.parsers.html.walk.tree import parse

FIRST = "The harbour office said on Monday that it would close the pier for a month."
TEXT = "The council met on Monday, and it voted for the bridge after a long debate."
SURE, DOUBTED, LEFT = 0.9, 0.2, 0.05


def added(first: str, below: str = "text", chance: float = DOUBTED) -> list[str]:
    """Return what is added right above three paragraphs with a class that surely are body."""
    texts = f"<div class='{below}'>{TEXT}</div>" * 3
    page = parse(f"<html><body><main><div>{first}</div>{texts}</main></body></html>")
    chances = np.array([SURE if block.text == TEXT else chance for block in page.blocks])
    body = with_leads(page, chances, chances >= SURE)
    return [block.text for block in page.blocks if body[block.at] and block.text != TEXT]


@pytest.mark.parametrize("classes", ["text", "text speakable"])
def test_the_paragraph_above_a_text_that_has_its_class_opens_it(classes: str) -> None:
    """Whatever element it is; one that is hardly likely is a caption."""
    first = f"<p class='{classes}'>{FIRST}</p>"
    assert added(first) == [FIRST]
    assert added(first, chance=LEFT) == []


@pytest.mark.parametrize(
    ("first", "below"),
    [
        (f"<p>{FIRST}</p>", "text"),
        (f"<p>{FIRST}</p>", ""),
        (f"<p class='text notice'>{FIRST}</p>", "text html"),
        ("<p class=text>Ann Ek</p>", "text"),
        (f"<p class=text><a href=/a>{FIRST}</a></p>", "text"),
    ],
)
def test_what_is_another_class_a_link_or_no_sentence_does_not_open_it(
    first: str, below: str
) -> None:
    """Of several classes all are the same."""
    assert added(first, below) == []


@pytest.mark.parametrize("line", ["Bonn -", "Bergisch Gladbach –", "PARIS, May 4 (AFP) —"])  # noqa: RUF001
def test_a_dateline_alone_begins_the_paragraph_below_it(line: str) -> None:
    assert with_dateline([line, TEXT, FIRST]) == (f"{line} {TEXT}", FIRST)
    assert with_dateline([line]) == (line,)


@pytest.mark.parametrize("line", ["Not this time.", "Nobody knew it -", "Bonn", "Photo -", "-", ""])
def test_another_short_line_is_a_paragraph(line: str) -> None:
    assert with_dateline([line, TEXT]) == (line, TEXT)


def test_a_page_whose_dateline_is_an_element_reads_as_one_text() -> None:
    """As the systems of several papers of a house set it."""
    texts = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    text = f"<article><h1>Ferry</h1><p class=place>Bonn -</p>{texts}</article>"
    whole = f"<html><body>{text}</body></html>"
    (item,) = read("a.html", whole.encode()).items
    assert item.body == (f"Bonn - {PARAGRAPHS[0]}", *PARAGRAPHS[1:])
