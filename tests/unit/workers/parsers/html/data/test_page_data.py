"""Pages that show nothing without their scripts are read out of what they hold."""

from __future__ import annotations

import json
from urllib.parse import quote

import pytest

from shared.domain.article import Field, RawItem
from shared.errors import Reason, Rejected
from workers.parsers.base import ParseContext, RawFile
from workers.parsers.html.data.references import unflattened
from workers.parsers.html.data.unshown import data, opened
from workers.parsers.html.web_page import WebPage

STORY = (
    "The harbour of Lund opens two weeks late this year because the ice has not gone.",
    "Ferries wait outside for a second week, and nobody knows how long it will last.",
    "The harbour master has not seen such ice since 1987, and neither has anybody else.",
)
MARKUP = "".join(f"<p>{text}</p>" for text in STORY)
ARTICLE = {"title": "Harbour opens late", "body": MARKUP, "author": {"name": "Ann Ek"}}
OTHER = {"title": "Storm takes the old pier", "body": MARKUP * 2}
STATE = {"props": {"pageProps": {"related": [OTHER], "article": ARTICLE}}, "page": "/news/[slug]"}
STORE = {
    "ROOT_QUERY": {"article": {"__ref": "Article:1"}},
    "Article:1": {
        **ARTICLE,
        "author": {"__ref": "Person:1"},
        "body": [{"__ref": f"Paragraph:{at}"} for at in range(len(STORY))],
    },
    "Person:1": {"__typename": "Person", "name": "Ann Ek"},
    **{f"Paragraph:{at}": {"type": "paragraph", "text": text} for at, text in enumerate(STORY)},
}
"""Apollo's."""
FLAT = [
    ["Reactive", 1], {"article": 2, "at": 7}, {"title": 3, "body": 4, "author": 5},
    ARTICLE["title"], MARKUP, {"name": 6, "of": 2}, "Ann Ek", ["Date", "2024-03-14"],
]  # fmt: skip
"""What `devalue` makes of a state, whose author names the article again."""
LITERAL = f"{{title: a, body: {json.dumps(MARKUP)}, author: {{name: 'Ann Ek'}}, live: !0}}"
NUXT = f'(function(a){{return {{data: [{LITERAL}]}}}}("Harbour opens late"))'
ASKED = "<noscript>You need to enable JavaScript to run this app.</noscript>"


def page(body: str) -> str:
    return f"<!doctype html><title>Harbour opens late | Coast</title><body>{body}{ASKED}"


def read(text: str) -> RawItem:
    file = RawFile(name="page.html", content=text.encode())
    (item,) = WebPage().parse(file, ParseContext(url="https://coast.example/1"))
    assert isinstance(item, RawItem)
    return item


@pytest.mark.parametrize("key", ["richText", "mainBody", "bodyContent", "htmlBody", "storyHtml"])
def test_a_story_is_read_under_the_names_that_systems_give_its_text(key: str) -> None:
    """`site.storyData = {"headline": …, "richText": "<p>…"}`, as stations of one owner keep it."""
    story = json.dumps({"headline": ARTICLE["title"], key: MARKUP})
    item = read(page(f"<script>site.storyData = {story};</script>"))
    assert item.body == STORY


@pytest.mark.parametrize(
    "script",
    [
        f'<script id="__NEXT_DATA__" type="application/json">{json.dumps(STATE)}</script>',
        f"<script>window.__STATE__ = {json.dumps(STATE)};\nstart();</script>",
        f'<script type="application/json">{json.dumps([{"x": 1}, STATE])}</script>',
        f"<script>var Fusion = Fusion || {{}};Fusion.state={json.dumps(STATE)};go(1);</script>",
        f"<script>self.load({json.dumps(STATE)})</script>",
        f"<script>window.STATE = JSON.parse({json.dumps(json.dumps(STATE))})</script>",
        f"<script>window.STATE=JSON.parse(decodeURIComponent('{quote(json.dumps(STATE))}'))</script>",
        f"<script>window.__NUXT__={NUXT};</script>",
        f"<script>window.__APOLLO_STATE__ = {json.dumps(STORE)};</script>",
        f'<script type="application/json">{json.dumps(FLAT)}</script>',
    ],
)
def test_the_article_in_the_data_of_scripts_is_that_of_the_page_s_title(script: str) -> None:
    """Others that the data holds are longer."""
    item = read(page(f'<div id="app"></div>{script}'))
    assert item.body == STORY
    assert item.first(Field.AUTHOR) == "Ann Ek"
    assert item.first(Field.URL) == "https://coast.example/1"
    assert item.body_source.startswith("script json key ")


def test_a_text_for_readers_without_scripts_is_read_beside_a_few_words_of_the_site() -> None:
    """What is shown says what the page is for, and is no article."""
    about = "<h2>Latest news</h2><p>Here are all the latest news, up to the minute, of Lund.</p>"
    item = read(page(f"{about}<noscript><h1>Harbour opens late</h1>{MARKUP}</noscript>"))
    assert set(STORY) <= set(item.body)
    assert item.first(Field.HEADLINE) == "Harbour opens late"


def test_an_article_of_the_page_s_title_is_read_beside_the_few_words_that_it_shows() -> None:
    """Its summary, and what the site says of itself; a longer one of another title is not."""
    lead = f"<h1>Harbour opens late</h1><p>{STORY[0]}</p>"
    told = "".join(f"<script>window.S = {json.dumps(each)}</script>" for each in (STATE, OTHER))
    assert read(page(lead + told)).body == STORY
    other = f"<script>window.S = {json.dumps(OTHER)}</script>"
    assert read(page(lead + other)).body == STORY[:1]


def test_the_only_text_of_the_data_needs_no_title() -> None:
    """Where two could be meant, none is taken."""
    only = json.dumps({"story": {"headline": "Another", "text": "\n".join(STORY), "id": 7}})
    assert read(page(f"<script>{only}</script>")).body == STORY
    two = json.dumps([OTHER, {"title": "Ice", "body": MARKUP}])
    with pytest.raises(Rejected) as refused:
        read(page(f"<script>{two}</script>"))
    assert refused.value.reason is Reason.NO_ARTICLE


@pytest.mark.parametrize("markup", [False, True])
def test_the_text_in_json_ld_stands_for_what_is_not_shown(markup: bool) -> None:  # noqa: FBT001
    """Though it is short, and as markup too."""
    told = {"@type": "NewsArticle", "articleBody": MARKUP if markup else "\n".join(STORY)}
    item = read(page(f'<script type="application/ld+json">{json.dumps(told)}</script>'))
    assert (item.body, item.body_source) == (STORY, "json-ld articleBody")


@pytest.mark.parametrize("around", ["noscript", "template shadowrootmode=open", "noframes"])
def test_parts_for_readers_without_scripts_are_read_where_nothing_else_is_shown(
    around: str,
) -> None:
    """And what a program that saves pages keeps in a hidden tree."""
    name = around.split(maxsplit=1)[0]
    item = read(page(f"<div><{around}><article>{MARKUP}</article></{name}></div>"))
    assert item.body == STORY


def test_a_page_that_asks_to_allow_scripts_holds_no_article() -> None:
    """The sentence is none."""
    with pytest.raises(Rejected) as refused:
        read(page('<div id="app"></div>'))
    assert refused.value.reason is Reason.NO_ARTICLE


@pytest.mark.parametrize(
    "text",
    [
        "<script>",
        "<script",
        "<script>{",
        "<script>[</script>",
        "<script>a = {</script>",
        f"<script>{'a={b:[' * 9}</script>",
        "<script>a=(function(){return ",
        "<script>a=f([",
    ],
)
def test_broken_scripts_have_no_data_and_take_no_time(text: str) -> None:
    """However often they come."""
    assert list(data(text * 5_000)) == []
    assert opened(text) is None


def test_a_flat_list_whose_places_name_each_other_has_an_end() -> None:
    """Each of forty lists names the next a hundred times."""
    laughs = [[at + 1] * 100 for at in range(40)]
    assert len(unflattened([*laughs, "text"])) == 100


def test_a_longer_text_without_a_headline_is_not_the_page_s() -> None:
    """The terms of use, in the same state."""
    state = {"terms": {"body": MARKUP * 3}, "article": ARTICLE}
    script = f"<script>window.__STATE__ = {json.dumps(state)}</script>"
    assert read(page(f"<p>Loading …</p>{script}")).body == STORY


def test_a_long_list_that_is_named_often_takes_no_more_room_than_it_has() -> None:
    """A hundred thousand lists of a hundred thousand places were made, each empty."""
    found = unflattened([[1] * 100_000, [2] * 100_000, "text"])
    assert len(found) == 100_000
    assert sum(one is not None for one in found) < 3


@pytest.mark.parametrize("begin", ["a={b:[1,", "a=[`${", '"({'])
def test_beginnings_of_values_in_one_script_take_time_by_their_number(begin: str) -> None:
    """For each that was none all lines above it were counted."""
    assert list(data(f"<script>{begin * 200_000}</script>")) == []


@pytest.mark.parametrize("name", ["about", "body"])
def test_a_long_text_that_many_records_name_is_not_read_for_each(name: str) -> None:
    """Of a store: its records are looked at where they stand."""
    many = {f"Note:{at}": {name: {"__ref": "Block:1"}} for at in range(5000)}
    block = {"Block:1": {"text": STORY[0] * 1000, "tags": [1] * 50_000}}
    script = f"<script>window.__STATE__ = {json.dumps({**many, **block, **STORE})}</script>"
    assert read(page(f"<p>Loading …</p>{script}")).body == STORY
