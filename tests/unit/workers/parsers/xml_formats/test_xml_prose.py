"""Articles in DocBook, JATS and DITA: fields, headings and paragraphs, an item for each article."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from shared.domain.article import Field
from shared.errors import Reason, Rejected
from tests.unit.workers.parsers.one_parser import assert_survives, one, parse, values
from workers.parsers import registry
from workers.parsers.base import RawFile, RejectedItem
from workers.parsers.xml_formats.dita import Dita
from workers.parsers.xml_formats.docbook import Docbook
from workers.parsers.xml_formats.jats import Jats

if TYPE_CHECKING:
    from workers.parsers.base import Parser

SEEDS = Path(__file__).parents[5] / "seeds"
SAMPLES: dict[str, Parser] = {
    "jats/tides.xml": Jats(),
    "docbook/harbour.xml": Docbook(),
    "dita/gate.dita": Dita(),
}
INFO = "<articleinfo><title>Tide</title><author><surname>Ek</surname></author></articleinfo>"
META = "<front><article-meta>{}</article-meta></front>"


@pytest.mark.parametrize("sample", SAMPLES)
def test_each_kind_is_known_by_its_signs(sample: str) -> None:
    """Its parser reads it, and survives what is broken of it."""
    content = (SEEDS / sample).read_bytes()
    assert registry.choose(RawFile(name="a.xml", content=content)).name == SAMPLES[sample].name
    assert_survives(SAMPLES[sample], content)


@pytest.mark.parametrize("content", ["<article><h1>a</h1></article>", "<topic/>", "<book>a</book>"])
def test_a_first_tag_alone_is_no_sign(content: str) -> None:
    """Others name their elements so, too."""
    scores = [
        parser.score(RawFile(name="a", content=content.encode())) for parser in SAMPLES.values()
    ]
    assert scores == [0.0, 0.0, 0.0]


def test_sections_are_headings_of_one_article() -> None:
    """And no articles of their own; a table's row is a line."""
    rows = "<row><entry>a</entry><entry><para>b</para></entry></row><row><entry>c</entry></row>"
    sections = (
        "<sect1><title>Ebb</title><para>It <emphasis>fell</emphasis>.<footnote><para>Not much."
        f"</para></footnote></para><table><tgroup><tbody>{rows}</tbody></tgroup></table></sect1>"
    )
    read = one(Docbook(), f"<article>{INFO}<para>It rose.</para>{sections}</article>")
    assert read.body == ("It rose.", "Ebb", "It fell.", "a b", "c")
    assert values(read, Field.HEADLINE) == ["Tide"]
    assert values(read, Field.AUTHOR) == ["Ek"]


def test_a_chapter_of_a_book_is_an_item() -> None:
    """Of the book it has the author, weakly, and its title as a source."""
    empty = "<chapter><title>No</title></chapter>"
    chapters = f"<chapter><title>Ebb</title><para>It fell.</para></chapter>{empty}"
    first, second = parse(Docbook(), f"<book>{INFO.replace('article', 'book')}{chapters}</book>")
    assert values(first, Field.HEADLINE) == ["Ebb"]
    assert values(first, Field.SOURCE) == ["Tide"]
    assert isinstance(second, RejectedItem)


def test_a_chapter_inside_another_is_a_part_of_it() -> None:
    """Its text is there once."""
    inner = "<appendix><title>Gauges</title><para>Of brass.</para></appendix>"
    book = f"<book>{INFO}<article><title>Ebb</title><para>It fell.</para>{inner}</article></book>"
    assert one(Docbook(), book).body == ("It fell.", "Gauges", "Of brass.")


def test_a_paragraph_may_hold_a_list() -> None:
    """What stands around it is not lost."""
    text = "<p>Before <list><list-item><p>one</p></list-item></list> behind.</p>"
    read = one(Jats(), f"<article>{META.format('')}<body>{text}</body></article>")
    assert read.body == ("Before", "one", "behind.")


def test_an_abstract_stands_for_a_missing_body() -> None:
    """And the item says so."""
    told = "<title-group><article-title>Late <i>tides</i></article-title></title-group>"
    day = "<pub-date><year>2026</year><month>3</month></pub-date>"
    meta = META.format(f"{told}{day}<abstract><p>They are late.</p></abstract>")
    read = one(Jats(), f"<article>{meta}</article>")
    assert read.body == ("They are late.",)
    assert read.notes == ("no body: the summary stands for it",)
    assert values(read, Field.HEADLINE) == ["Late tides"]
    assert values(read, Field.PUBLISHED) == ["2026-03"]


def test_a_note_in_a_title_is_no_part_of_it() -> None:
    """Nor is the mark of one."""
    title = (
        "<title-group><article-title>Tide<xref>1</xref><fn>By</fn></article-title></title-group>"
    )
    journal = one(Jats(), f"<article>{META.format(title)}<body><p>It rose.</p></body></article>")
    info = INFO.replace("Tide", "Tide<footnote><para>By</para></footnote>")
    book = one(Docbook(), f"<article>{info}<para>It rose.</para></article>")
    topic = one(Dita(), "<topic><title>Tide<fn>By</fn></title><body><p>It rose.</p></body></topic>")
    for item in (journal, book, topic):
        assert values(item, Field.HEADLINE) == ["Tide"]
        assert item.body == ("It rose.",)


def test_a_break_in_a_title_parts_its_words() -> None:
    """Journals break long titles by hand."""
    title = "<title-group><article-title>Late<break/>tides</article-title></title-group>"
    read = one(Jats(), f"<article>{META.format(title)}<body><p>It rose.</p></body></article>")
    assert values(read, Field.HEADLINE) == ["Late tides"]


def test_topics_in_topics_are_one_text_and_topics_side_by_side_are_several() -> None:
    """As DITA nests them, and as a file of several keeps them."""
    inner = "<topic><title>Ebb</title><body><p>It fell.</p></body></topic>"
    outer = f"<topic><title>Tide</title><shortdesc>It rose.</shortdesc>{inner}</topic>"
    assert one(Dita(), outer).body == ("It rose.", "Ebb", "It fell.")
    assert len(parse(Dita(), f"<dita>{outer}{inner}</dita>")) == 2


@pytest.mark.parametrize("broken", ["jats_without_text.xml", "dita_without_text.dita"])
def test_a_title_alone_is_no_article(broken: str) -> None:
    """Nor is a picture."""
    content = (SEEDS / "broken" / broken).read_bytes()
    parser = registry.choose(RawFile(name=broken, content=content))
    with pytest.raises(Rejected) as refused:
        parse(parser, content)
    assert refused.value.reason is Reason.NO_ARTICLE
