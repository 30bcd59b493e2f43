"""Web pages that lie whole in JSON, in tables and in Markdown are read as pages."""

from __future__ import annotations

import json

import pytest

from shared.domain.article import Field
from shared.errors import Reason
from tests.unit.workers.parsers.one_parser import one, parse, values
from workers.parsers.base import RejectedItem
from workers.parsers.html.whole_pages import is_html_page, is_markdown_page, is_printed
from workers.parsers.light_markup.markdown import Markdown
from workers.parsers.paragraphs.markdown import to_html
from workers.parsers.records.json_lines import JsonLines
from workers.parsers.text.printers.fences import page_of, without_fences
from workers.parsers.text.printers.grids import without_grids
from workers.parsers.text.printers.programs import unbroken

STORY = (
    "The lighthouse on the Ness was lit on Monday evening for the first time since 1984.",
    "Some two hundred people stood on the mole when the button was pressed at nine o'clock.",
    "The lamp is driven by the sun, needs no keeper and can be seen from twelve miles away.",
)
MENU = ("News", "Sport", "Ferries", "Opinion", "Culture", "Jobs", "Contact", "Search")
HTML = (
    "<!doctype html><html><head><title>Lighthouse shines again | Coast Daily</title></head>"
    "<body><nav>"
    + "".join(f'<li><a href="/{name}">{name}</a></li>' for name in MENU)
    + "</nav><article><h1>Lighthouse shines again</h1>"
    + "".join(f"<p>{text}</p>" for text in STORY)
    + "</article><footer>Coast Daily, all rights reserved</footer></body></html>"
)
MENU_LINES = "\n".join(f"*   [{name}](https://coast.example/{name})" for name in MENU)
PRINTED = "\n\n".join((MENU_LINES, "# Lighthouse shines again", *STORY))
ARTICLE = "\n\n".join(("## Why it was dark", *STORY, "See [the plan](https://coast.example/plan)."))


@pytest.mark.parametrize("key", ["html", "raw_html", "content", "body", "anything_else"])
@pytest.mark.parametrize(
    "page", [HTML, f"\n <?xml version='1.0'?>\n{HTML}", f"<!-- kept -->{HTML}"]
)
def test_a_page_in_a_record_is_read_as_a_page_whatever_its_key(key: str, page: str) -> None:
    """A crawler's dump: the address and the whole page."""
    item = one(JsonLines(), json.dumps({"url": "https://coast.example/1", key: page}))
    assert item.body == STORY
    assert item.body_source == f"blocks of json key {key}"
    assert values(item, Field.URL)[0] == "https://coast.example/1"
    assert "Lighthouse shines again" in values(item, Field.HEADLINE)


@pytest.mark.parametrize("key", ["markdown", "content", "text"])
def test_markdown_of_a_page_in_a_record_is_read_as_a_page(key: str) -> None:
    """What services that read pages for programs give back."""
    item = one(JsonLines(), json.dumps({"data": {"title": "Lighthouse | Coast", key: PRINTED}}))
    assert item.body == STORY
    assert "Lighthouse shines again" in values(item, Field.HEADLINE)


def test_markdown_of_an_article_in_a_record_loses_its_signs() -> None:
    """Links keep their words; the text is all there."""
    item = one(JsonLines(), json.dumps({"title": "Lighthouse shines again", "text": ARTICLE}))
    assert item.body == ("Why it was dark", *STORY, "See the plan.")


def test_a_text_beside_the_page_is_believed_unless_it_is_all_that_the_page_shows() -> None:
    """One was taken out of the page by somebody; the other is the page without its tags."""
    clean = {"html": HTML, "text": "\n".join(STORY[:2])}
    assert one(JsonLines(), json.dumps(clean)).body == STORY[:2]
    dump = {"html": HTML, "text": "\n".join((*MENU, *STORY, *STORY[::-1], *MENU))}
    assert one(JsonLines(), json.dumps(dump)).body == STORY


def test_a_text_that_is_all_that_a_page_shows_is_read_as_its_dump() -> None:
    """Short lines above and below tell; a list of short lines in an article does not."""
    below = ("Most read", "Ice on the river", "Privacy", "Terms", "Contact")
    dump = "\n".join((*MENU, "Lighthouse shines again", "By Ann Ek", *STORY, *below))
    item = one(JsonLines(), json.dumps({"title": "Lighthouse shines again", "text": dump}))
    assert item.body == STORY
    assert values(item, Field.AUTHOR) == ["Ann Ek"]
    winners = (*(f"{at}. Team {at}" for at in range(9)), *STORY)
    assert one(JsonLines(), json.dumps({"text": "\n".join(winners)})).body == winners


def test_the_title_beside_a_page_counts_less_than_the_page() -> None:
    """It is the one of the page's head, with the site's name in it."""
    record = {"title": "Lighthouse shines again | Coast Daily", "html": HTML}
    claims = one(JsonLines(), json.dumps(record)).claims[Field.HEADLINE]
    weights = {claim.source: claim.weight for claim in claims}
    assert weights["json key title"] < weights["h1"]


def test_a_page_without_an_article_is_refused_and_the_next_line_goes_on() -> None:
    """The reason speaks of the page."""
    empty = "<!doctype html><html><body><form><input></form></body></html>"
    lines = "\n".join(
        json.dumps({"url": "https://coast.example", "html": one}) for one in (empty, HTML)
    )
    refused, item = parse(JsonLines(), lines)
    assert isinstance(refused, RejectedItem)
    assert refused.rejected.reason is Reason.NO_ARTICLE
    assert "the page at html holds no running text" in refused.rejected.detail
    assert not isinstance(item, RejectedItem)


def test_front_matter_above_a_printed_page_is_evidence_beside_it() -> None:
    """Of its title the site's name goes with less weight than the page's heading."""
    item = one(Markdown(), f"---\ntitle: Lighthouse - Coast\nauthor: Ann Ek\n---\n{PRINTED}\n")
    assert item.body == STORY
    assert values(item, Field.AUTHOR) == ["Ann Ek"]
    weights = {claim.source: claim.weight for claim in item.claims[Field.HEADLINE]}
    assert weights["front matter title"] < weights["markdown heading"]


def test_an_article_with_links_is_no_page() -> None:
    """A table of contents, a list for further reading, pictures and a box do not make one."""
    contents = "\n".join(f"- [Chapter {at}](#chapter-{at})" for at in range(12))
    reading = "\n".join(f"- [Chapter {at}](/chapter/{at})" for at in range(6))
    pictures = "\n\n".join(f"![Harbour {at}](/harbour/{at}.jpg)" for at in range(12))
    box = '\n<div class="note">\n\nA note.\n\n</div>\n'
    lists = f"{contents}\n\n{reading}"
    text = f"{ARTICLE}\n\n{lists}\n\n{pictures}\n\n{box}\n\n::: {{.note}}\nA note.\n:::"
    assert not is_markdown_page(text)
    assert not is_printed(text)
    assert not is_html_page("<p>The page <html> begins</p>")


def test_a_page_that_pandoc_printed_has_the_signs_of_the_page_again() -> None:
    """In its front matter too, where a bar has a backslash before it."""
    head = "---\ntitle: 'Keeper''s lamp -- lit again \\| Coast Daily'\n---\n\n"
    fenced = "\n\n".join(f"::: {{.box}}\n{part}\n:::" for part in (MENU_LINES, *STORY))
    text = f"{head}{MENU_LINES}\n\n# Keeper's lamp -- lit again\n\n{fenced}"
    item = one(Markdown(), text)
    shown = "Keeper’s lamp – lit again"  # noqa: RUF001 - as the page has it
    assert set(values(item, Field.HEADLINE)) == {shown, f"{shown} | Coast Daily"}


def test_fences_of_pandoc_are_taken_off_or_become_tags() -> None:
    """Attributes may hold objects and marks, spans may hold spans, a list a block."""
    data = r'data="{\"k\":{\"n\":[\"\\}\"]}}"'
    line = f'[[Log *in*]{{.b {data}}}]{{.c title="x"}} [Go](/go){{.d}}'
    text = f"- ::: {{#a .menu {data}}}\n  {line}\n  :::\n"
    assert without_fences(text).split() == ["Log", "*in*", "[Go](/go)"]
    words = '<span class="c"><span class="b">Log <em>in</em></span></span> <a href="/go">Go</a>'
    entry = f'<div id="a" class="menu"><p>{words}</p></div>'
    assert page_of(text, to_html).replace("\n", "") == f"<ul><li>{entry}</li></ul>"


def test_blocks_of_a_page_open_and_close_as_they_did_in_it() -> None:
    """With an identity and several names too: what follows a menu is not inside it."""
    boxes = "\n\n".join(f"::: {{#a{at} .menu .wide}}\n[{at}](/{at})\n:::" for at in range(9))
    told = [line.replace("'", "\\'") for line in (*STORY, *STORY[::-1])]
    story = "\n\n".join(told)
    text = f"{boxes}\n\n::: {{#main .article .wide}}\n{story}\n:::\n\n{boxes}"
    assert is_markdown_page(text)
    page = page_of(text, to_html)
    assert page.count("<div ") == page.count("</div>") == 19
    assert one(Markdown(), text).body == (*STORY, *STORY[::-1])


def test_a_heading_whose_link_is_broken_over_lines_is_one_line() -> None:
    """As pandoc breaks tags; what stands in a list stays in it, any other heading as it is."""
    heading = '    ### <a\n    href="/most/read"\n    title="Lamp">The lamp\n    is out</a>\n'
    whole = '    ### <a href="/most/read" title="Lamp">The lamp is out</a>\n'
    assert unbroken(f"-   1\n\n{heading}\nText") == f"-   1\n\n{whole}\nText"
    alone = "# <a>A</a>\n\nWords <a\nhref='/b'>b</a>\n\n# C\n\nWords\n"
    assert unbroken(alone) == alone


def test_tables_that_set_a_page_are_unframed_or_left_out() -> None:
    """A frame of one column holds blocks; of several no line is whole. Rules are no headings."""
    frame = f"+----+\n| {STORY[0]} |\n|      |\n| {STORY[1]}|\n+----+\n"
    columns = "+----+----+\n| The li | was l |\n| ghtho  | it    |\n+----+----+\n"
    rule = f"{'-' * 40}\n  {STORY[2]}\n{'-' * 12} {'-' * 12}\n"
    lines = [line.strip() for line in without_grids(f"{frame}\n{columns}\n{rule}").split("\n")]
    assert [line for line in lines if line] == [*STORY]


@pytest.mark.parametrize(
    "text",
    ["[x]{a", "]{", "::: {", "{{", "# a {#", "* [a](b) ", "<div>\n", '[x]{"', '[x]{"a\\"',
     "::: {}\n", "- ::: a\n", "# <a\n", "# <a x", "+---+\n", "|+", "-- ", "- "],
)  # fmt: skip
def test_signs_over_and_over_take_no_time(text: str) -> None:
    """A hostile text is as quick as any other."""
    much = text * 20_000
    assert is_printed(much) in {True, False}
    assert len(without_fences(much)) >= 0
    assert len(without_grids(much)) >= 0
    assert len(unbroken(much)) > 0


def test_a_page_of_fences_alone_takes_no_time() -> None:
    """Each was looked for among copies of all behind it."""
    assert page_of(":::\n" * 300_000, str.strip).count("</div>") == 300_000
