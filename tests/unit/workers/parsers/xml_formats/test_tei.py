"""TEI: every text of the body is kept, whatever holds it."""

from __future__ import annotations

from shared.domain.article import Field
from tests.unit.workers.parsers.one_parser import one, values
from workers.parsers.xml_formats.tei import Tei

HEADER = "<teiHeader><fileDesc><titleStmt><title>Tide</title></titleStmt>{}</fileDesc></teiHeader>"


def _body(inside: str) -> tuple[str, ...]:
    return one(Tei(), f"<TEI>{HEADER.format('')}<text><body>{inside}</body></text></TEI>").body


def test_a_quotation_between_paragraphs_is_a_paragraph() -> None:
    """Extractors write `quote` beside `p`; in a sentence it stays where it stands."""
    text = "<div><p>It rose.</p><quote>We ran.</quote><p>He said <quote>run</quote>.</p></div>"
    assert _body(text) == ("It rose.", "We ran.", "He said run.")


def test_a_list_in_a_paragraph_keeps_its_entries_apart() -> None:
    """And an entry with a list in it keeps its own words."""
    inner = "<item>north <list><item>ebb</item></list></item><item>south</item>"
    assert _body(f"<p>Gauges:<list>{inner}</list>are read.</p>") == (
        "Gauges:", "north", "ebb", "south", "are read.",
    )  # fmt: skip


def test_a_text_that_no_paragraph_holds_is_kept() -> None:
    """What is said, who says it, verses, what closes a letter; a row of a table is a line."""
    said = "<sp><speaker>Ann</speaker><p>Rise.</p></sp><div><said>Fall.</said></div>"
    rows = "<table><row><cell>ebb</cell><cell>4</cell></row></table><closer>The mayor</closer>"
    assert _body(said + rows) == ("Ann", "Rise.", "Fall.", "ebb 4", "The mayor")


def test_what_readers_wrote_is_left_out_wherever_it_stands() -> None:
    """So are advertisements, by the type of their part."""
    text = "<p>It rose.</p><div type='comments'><p>So!</p></div><p type='advertisement'>Buy.</p>"
    assert _body(text) == ("It rose.",)


def test_a_break_parts_words_unless_it_says_that_it_stands_in_one() -> None:
    """Digitised newspapers keep the line ends of the print."""
    assert _body("<p>It ran<lb/>high at the har<lb break='no'/>bour.</p>") == (
        "It ran high at the harbour.",
    )


def test_the_host_behind_a_publisher_is_no_part_of_its_name() -> None:
    """Extractors write both."""
    told = "<publicationStmt><publisher>The Courier (courier.example)</publisher></publicationStmt>"
    text = f"<TEI>{HEADER.format(told)}<text><body><p>It rose.</p></body></text></TEI>"
    assert values(one(Tei(), text), Field.SOURCE) == ["The Courier"]
