"""XML of no standard: elements named as people name fields."""

from __future__ import annotations

from pathlib import Path

import pytest

from shared.domain.article import Field
from shared.errors import Reason, Rejected
from tests.unit.workers.parsers.one_parser import (
    assert_survives,
    one,
    parse,
    score,
    sources,
    values,
)
from workers.parsers import registry
from workers.parsers.base import RawFile, RejectedItem
from workers.parsers.records.xml_records import XmlRecords

XML = XmlRecords()
GOLDEN = Path(__file__).parents[4] / "golden" / "xml_records"
STORY = "<story><title>Tide</title><author>Ann Ek</author><body>The tide was late.</body></story>"


@pytest.mark.parametrize(
    ("content", "least", "most"),
    [
        (STORY, 0.7, 0.7),
        ("<?xml version='1.0'?><urlset><url><loc>x</loc></url></urlset>", 0.3, 0.4),
        ("<meldung><titel>Tide</titel><inhalt>The tide was late.</inhalt></meldung>", 0.7, 0.7),
        ('<a:foo xmlns:a="http://a"><a:bar>x</a:bar></a:foo>', 0.3, 0.4),
        ("<svg><path d='M1 2'/>", 0.3, 0.4),
        ("<html><body><title>Tide</title><content>x</content></body></html>", 0.0, 0.0),
        ("The tide was late.", 0.0, 0.0),
        ("<3 is a heart", 0.0, 0.0),
    ],
)
def test_fields_are_known_by_their_names(content: str, least: float, most: float) -> None:
    """Two names of fields and a text are an article; a declaration alone is XML of some kind."""
    assert least <= score(XML, content) <= most


def test_elements_are_fields() -> None:
    """What stands in an element is claimed with its name as the source."""
    read = one(XML, STORY)
    assert read.body == ("The tide was late.",)
    assert values(read, Field.AUTHOR) == ["Ann Ek"]
    assert sources(read, Field.HEADLINE) == ["xml element title"]


@pytest.mark.parametrize("text", ["main", "body"])
def test_a_text_keeps_its_headings_quotations_and_lists(text: str) -> None:
    """Extractors write them beside its paragraphs, in the words of TEI."""
    inside = (
        "<head rend='h2'>Ebb</head><p>It fell.</p><quote>We ran.</quote>"
        "<list><item>north</item><item>south</item></list><p>It rose.</p>"
    )
    read = one(XML, f"<doc title='Tide' excerpt='Short.'><{text}>{inside}</{text}></doc>")
    assert read.body == ("Ebb", "It fell.", "We ran.", "north", "south", "It rose.")


def test_records_beside_a_paragraph_are_no_list_of_a_text() -> None:
    """An `item` with fields of its own is an article."""
    record = "<item><title>{0}</title><body>{0} at noon.</body></item>"
    file = f"<content><p>News</p>{record.format('Ebb')}{record.format('Tide')}</content>"
    assert [values(item, Field.HEADLINE) for item in parse(XML, file)] == [["Ebb"], ["Tide"]]


def test_an_element_whose_name_is_none_leaves_its_text() -> None:
    """Broken files have `<b:>`, whose prefix stands before nothing."""
    text = "<p>The tide <q:>was</q:> late.</p><p>Boats waited.</p>"
    article = one(XML, f"<story><title>Tide</title><body>{text}</body></story>")
    assert article.body == ("The tide was late.", "Boats waited.")


def test_attributes_are_fields_too() -> None:
    """An element says more than an attribute of the same name."""
    read = one(XML, '<story id="7" title="x"><title>Tide</title><text>It was late.</text></story>')
    assert values(read, Field.GUID) == ["7"]
    assert values(read, Field.HEADLINE) == ["Tide"]


def test_the_name_of_an_element_in_its_document_is_no_identity() -> None:
    """Every file of an archive may have the same."""
    read = one(
        XML, '<story id="root" itemid="7"><title>Tide</title><text>It was late.</text></story>'
    )
    assert values(read, Field.GUID) == ["7"]


def test_an_attribute_can_name_the_field() -> None:
    """`<field name="title">` is what search engines and exports write."""
    content = (
        "<doc><field name='title'>Tide</field><meta name='author' content='Ann Ek'/>"
        "<field name='content'>The tide was late.</field></doc>"
    )
    read = one(XML, content)
    assert values(read, Field.HEADLINE) == ["Tide"]
    assert values(read, Field.AUTHOR) == ["Ann Ek"]


def test_paragraphs_beside_fields_are_the_text() -> None:
    """Some systems have no element around the text."""
    read = one(
        XML,
        "<story><title>Tide</title><p>One &amp; all.</p><subhead>Then</subhead><p>Two.</p></story>",
    )
    assert read.body == ("One & all.", "Then", "Two.")
    assert values(read, Field.HEADLINE) == ["Tide"]


def test_markup_inside_a_field_keeps_its_paragraphs() -> None:
    """Inline elements belong to their paragraph, sections give theirs."""
    content = (
        "<story><title>The <i>tide</i></title><body><sec><title>Then</title><para>One <b>and</b> "
        "two.</para></sec></body></story>"
    )
    read = one(XML, content)
    assert read.body == ("Then", "One and two.")
    assert values(read, Field.HEADLINE) == ["The <i>tide</i>"]


def test_of_many_records_each_has_its_place() -> None:
    """One without a text costs no other."""
    found = parse(XML, f"<news>{STORY}<story><title>Ebb</title></story>{STORY}</news>")
    assert [each.item for each in found] == ["1", "2", "3"]
    assert isinstance(found[1], RejectedItem)


def test_documents_without_a_root_around_them_are_read_one_by_one() -> None:
    """Research collections are kept so; what is no document of theirs is said by its place."""
    text = "The council voted late on Tuesday to buy the forest."
    documents = "".join(
        f"<DOC id='X{n}'><HEADLINE>Story {n}</HEADLINE><TEXT>{text}</TEXT></DOC>\n" for n in (1, 2)
    )
    *taken, empty = parse(XML, documents + "<DOC id='X3'><TEXT></TEXT></DOC>")
    assert [each.item for each in (*taken, empty)] == ["1", "2", "3"]
    assert [values(each, Field.HEADLINE) for each in taken] == [["Story 1"], ["Story 2"]]
    assert isinstance(empty, RejectedItem)
    assert "`DOC`" in empty.rejected.detail


def test_a_field_in_a_paragraph_of_its_own_is_that_field() -> None:
    """Archives wrap each into one; the tags are none of it."""
    read = one(
        XML, "<story><title><p>Tide</p></title><text><p>The tide was late.</p></text></story>"
    )
    assert values(read, Field.HEADLINE) == ["Tide"]
    assert read.body == ("The tide was late.",)


def test_xml_without_an_article_is_refused_by_its_name() -> None:
    """A drawing is no text with signs in it."""
    with pytest.raises(Rejected) as refused:
        parse(XML, "<?xml version='1.0'?><plist><dict><key>x</key></dict></plist>")
    assert refused.value.reason is Reason.NO_ARTICLE
    assert "`plist`" in refused.value.detail


def test_a_sitemap_is_refused_with_what_to_drop_instead() -> None:
    """It is no settings of a program, and holds headlines alone."""
    news = "<url><loc>https://x.example/1</loc><title>Tide</title></url>"
    with pytest.raises(Rejected, match="a sitemap: it lists where articles are"):
        parse(XML, f"<?xml version='1.0'?><urlset>{news}</urlset>")


def test_any_part_of_a_document_is_survived() -> None:
    """Cut anywhere, it is read or refused."""
    for path in GOLDEN.glob("*/input.*"):
        assert_survives(XML, path.read_bytes())


DESCRIBED = (
    "<name>Gull</name><description>Reads the news of the coast, and keeps them.</description>"
)


@pytest.mark.parametrize(
    "content",
    [
        f"<project><version>1</version>{DESCRIBED}<url>https://x.example</url></project>",
        f"<package><metadata><title>Gull</title><authors>Ann</authors>{DESCRIBED}</metadata></package>",
        f"<svg><title>Gull</title>{DESCRIBED}<text>Gull</text></svg>",
        "<svg><g><title>A</title><text>x</text></g><g><title>B</title><text>y</text></g></svg>",
        f"<widget>{DESCRIBED}</widget>",
        '<resources><string name="title">A</string><string name="text">No.</string></resources>',
    ],
)
def test_what_describes_a_program_is_no_article(content: str) -> None:
    """By its first tag, or because all it has is a name and what that is."""
    with pytest.raises(Rejected, match="settings or data of a program") as refused:
        parse(XML, content)
    assert refused.value.reason is Reason.NO_ARTICLE


def test_a_first_tag_of_settings_may_hold_articles() -> None:
    """Where several stand below it, each with a headline and a text."""
    assert len(parse(XML, f"<resources>{STORY}{STORY}</resources>")) == 2


@pytest.mark.parametrize("tag", ["package", "component", "catalog"])
def test_one_article_in_such_a_tag_has_a_headline_a_time_and_a_text(tag: str) -> None:
    """A description in the place of the text is a program's."""
    said = "<headline>Ferry sails</headline><date>2026-05-12</date><{0}>It sails on Monday.</{0}>"
    assert one(XML, f"<{tag}>{said.format('body')}</{tag}>").body == ("It sails on Monday.",)
    with pytest.raises(Rejected, match="settings or data of a program"):
        parse(XML, f"<{tag}>{said.format('description')}</{tag}>")


def test_dublin_core_names_its_elements_in_an_attribute() -> None:
    """As the archives of wires do (`newsitem`)."""
    core = (
        '<dc element="dc.source" value="Reuters"/>'
        '<dc element="dc.date.published" value="1996-08-20"/>'
    )
    read = one(XML, STORY.replace("<body>", f"<metadata>{core}</metadata><body>"))
    assert values(read, Field.SOURCE) == ["Reuters"]
    assert values(read, Field.PUBLISHED) == ["1996-08-20"]


def test_an_article_that_is_no_pages_is_one_of_fields() -> None:
    """HTML has no `title` or `author` inside its `article`."""
    content = STORY.replace("story>", "article>").encode()
    assert registry.choose(RawFile(name="a.xml", content=content)).name == "xml_records"


def test_two_lines_of_a_document_in_sgml_are_one_sentence() -> None:
    """The first is full, and the second goes on with a small letter."""
    text = "The tide of Norrholm was late on Monday, so the\nferry had to wait for it at its pier."
    assert one(XML, STORY.replace("The tide was late.", text)).body == (text.replace("\n", " "),)


def test_a_few_words_that_nothing_names_are_no_article() -> None:
    """Values of programs are; a sentence may be one."""
    with pytest.raises(Rejected, match="holds an article's text"):
        parse(XML, "<doc><text>Hello, world!</text></doc>")
    assert one(XML, "<doc><text>The tide was late by eleven minutes again.</text></doc>").body


@pytest.mark.parametrize("tag", ["item", "entry", "element", "text"])
def test_an_identity_is_no_field_of_an_element_with_fields(tag: str) -> None:
    """Records side by side were fields of one, called `1` and `2`; a leaf is what its name says."""
    inner = STORY.removeprefix("<story>").removesuffix("</story>")
    told = f'<news><{tag} id="1">{inner}</{tag}><{tag} id="2">{inner}</{tag}></news>'
    assert [item.item for item in parse(XML, told)] == ["1", "2"]
    named = '<doc><field name="title">Tide</field><field name="body">It was late.</field></doc>'
    assert values(one(XML, named), Field.HEADLINE) == ["Tide"]
