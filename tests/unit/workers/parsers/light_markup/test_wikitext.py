"""What MediaWiki keeps for a page, as its readers see it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workers.parsers.light_markup.wikitext import is_redirect, read


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("The '''tide''' was ''late''.", ["The tide was late."]),
        ("The [[Tide|tides]] of [[Norrholm]].", ["The tides of Norrholm."]),
        ("[[:File:A.jpg]] shows [https://x.example/ it] all.", ["File:A.jpg shows it all."]),
        ("{{Infobox|a={{b|c}}|d=[[e]]}}The tide.", ["The tide."]),
        ("{{w|Norrholm (town)|Norrholm}} is {{lang|sv|en ö}}.", ["Norrholm is en ö."]),
        ("{|\n| a || b\n{|\n| c\n|}\n|}\nThe tide.", ["The tide."]),
        ("A<ref>B</ref> c<ref name=d /> e<!-- f -->.", ["A c e."]),
        ("A<ref>B<math>c</math></Ref > d.<ref>\n\nE.</math>", ["A d.", "E."]),
        ("One.\n\nTwo\nlines.\n* Three.\n# Four.", ["One.", "Two lines.", "Three.", "Four."]),
        ("One.<br>Two.", ["One.", "Two."]),
        (
            "A.\n== B ==\nC.\n== Sources ==\nD.\n=== E ===\nF.\n== G ==\nH.",
            ["A.", "B", "C.", "G", "H."],
        ),
        ("A.\n== B ==\n=== C ===\n{{d}}", ["A."]),
        ("__NOTOC__\nThe tide.\n----\n[[fr:Marée]]", ["The tide."]),
        ("[[Image:A.jpg|thumb|A [[tide]] table]]The tide.", ["The tide."]),
        ("[[Bild:A.jpg|mini|Tafel]]The tide.", ["The tide."]),
        ("R&amp;D costs &euro;5.", ["R&D costs €5."]),
        ("An {{open template and a ]] bracket.", ["An open template and a  bracket."]),
    ],
)
def test_a_text_is_read_as_it_is_shown(text: str, shown: list[str]) -> None:
    """Without templates, tables, pictures and notes; links by their labels."""
    assert list(read(text).paragraphs) == [" ".join(one.split()) for one in shown]


def test_categories_and_days_are_told_apart_from_the_text() -> None:
    """In the wiki's own language."""
    found = read("{{byline|date=5 mars 2024|location=Paris}}Texte.[[Catégorie:Mer]]", ["Catégorie"])
    assert (found.paragraphs, found.categories, found.dates) == (
        ("Texte.",),
        ["Mer"],
        ["5 mars 2024"],
    )


@pytest.mark.parametrize("text", ["#REDIRECT [[A]]", "#redirect: [[A]]", " #WEITERLEITUNG [[A]]"])
def test_a_redirect_is_one_in_any_language(text: str) -> None:
    """It is no text."""
    assert is_redirect(text)
    assert not is_redirect(f"Text. {text}")


@pytest.mark.parametrize("sign", ["{{", "[[", "{|\n", "[http://a ", "}}", "]]", "{{a]]", "<ref>"])
def test_brackets_without_end_cost_no_more_than_their_length(sign: str) -> None:
    """A hundred thousand of them, never closed or never opened."""
    found = read(sign * 100_000 + "\n\nThe tide.").paragraphs
    assert found[-1:] in {("The tide.",), ()}


@pytest.mark.parametrize("line", [f"== a{' ' * 100_000}b", "=" * 100_000 + "b", "= a" * 100_000])
def test_a_heading_without_end_costs_no_more_than_its_length(line: str) -> None:
    """However its blanks and signs might be shared out."""
    assert read(f"{line}\n\nThe tide.").paragraphs[-1] == "The tide."


@given(st.text(alphabet="{}[]|=<>'*#:\n !-ab\0&;", max_size=120))
def test_whatever_stands_there_is_read(text: str) -> None:
    """No paragraph is blank."""
    assert all(one.strip() for one in read(text).paragraphs)
