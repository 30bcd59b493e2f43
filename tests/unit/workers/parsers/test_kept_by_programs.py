"""JSON and XML as programs keep it: browsers, databases of documents, notebooks."""

from __future__ import annotations

import json

import pytest

from shared.domain.article import Field
from shared.errors import Reason
from tests.unit.workers.parsers.one_parser import one, values
from tests.unit.workers.parsers.reading import PAGE, PARAGRAPHS, read
from workers.parsers.records.json_lines import JsonLines

URL = "https://news.example/ferry"


def test_an_archive_of_a_browser_gives_its_pages() -> None:
    """HAR: what else a page fetched is refused by its kind, and the page has its address."""

    def entry(url: str, kind: str, text: str) -> dict[str, object]:
        content = {"mimeType": kind, "text": text}
        return {"request": {"url": url}, "response": {"status": 200, "content": content}}

    script = entry(f"{URL}.js", "application/javascript", "var a = 1; // and a good deal more")
    har = {"log": {"version": "1.2", "entries": [script, entry(URL, "text/html", PAGE)]}}
    found = read("visit.har", json.dumps(har).encode())
    (item,) = found.items
    assert item.body[-3:] == PARAGRAPHS
    assert item.first(Field.URL) == URL
    assert found.refused == {"1": Reason.NO_ARTICLE}


@pytest.mark.parametrize(
    ("date", "read_as"),
    [
        ({"$date": "2024-03-05T08:15:00Z"}, "2024-03-05T08:15:00Z"),
        ({"$date": {"$numberLong": "1709626500000"}}, "2024-03-05T08:15:00+00:00"),
        ({"_seconds": 1709626500, "_nanoseconds": 0}, "2024-03-05T08:15:00+00:00"),
    ],
)
def test_times_and_ids_of_databases_are_objects(date: object, read_as: str) -> None:
    """MongoDB and Firestore write the type around the value."""
    record = {"_id": {"$oid": "65e6f4"}, "date": date, "text": "\n".join(PARAGRAPHS)}
    item = one(JsonLines(), json.dumps(record))
    assert values(item, Field.PUBLISHED)[0].replace("Z", "+00:00") == read_as.replace("Z", "+00:00")
    assert values(item, Field.GUID) == ["65e6f4"]


def test_a_list_of_texts_is_a_list_of_articles() -> None:
    """As research groups keep a corpus; markup and plain."""
    plain, marked = "\n".join(PARAGRAPHS), "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    found = read("texts.json", json.dumps([plain, marked]).encode())
    assert [item.body for item in found.items] == [PARAGRAPHS, PARAGRAPHS]


def test_a_note_of_a_notebook_is_an_article() -> None:
    """Evernote: the text is a document of its own, the address an attribute."""
    text = "".join(f"<div>{paragraph}</div>" for paragraph in PARAGRAPHS)
    note = (
        '<?xml version="1.0"?><en-export><note><title>Ferry sails again</title>'
        "<created>20240305T081500Z</created><note-attributes><author>Ann Ek</author>"
        f"<source-url>{URL}</source-url></note-attributes>"
        f'<content><![CDATA[<?xml version="1.0"?><en-note>{text}</en-note>]]></content>'
        "</note></en-export>"
    )
    (item,) = read("notes.enex", note.encode()).items
    assert item.body == PARAGRAPHS
    assert item.first(Field.AUTHOR) == "Ann Ek"
    assert item.first(Field.URL) == URL


@pytest.mark.parametrize("sign", ["openapi", "swagger", "asyncapi", "$schema"])
def test_an_interface_that_describes_itself_is_no_article(sign: str) -> None:
    """However long it does so: its title is that of a program."""
    info = {"title": "The ferry's interface", "description": " ".join(PARAGRAPHS)}
    found = read("api.json", json.dumps({sign: "3.1.0", "info": info, "paths": {}}).encode())
    assert found.reason is Reason.NO_ARTICLE


def test_paragraphs_under_a_loose_key_are_a_text() -> None:
    """As AFP's interface has them; one word there is no text."""
    item = one(JsonLines(), json.dumps({"title": "Ferry", "news": list(PARAGRAPHS)}))
    assert item.body == PARAGRAPHS
    told = {"title": "Ferry", "news": ["sport"], "summary": PARAGRAPHS[0]}
    assert one(JsonLines(), json.dumps(told)).body == PARAGRAPHS[:1]


def test_names_in_capitals_are_names() -> None:
    """Interfaces of the one maker write `Name` where others write `name`."""
    record = {"Title": "Ferry", "Source": {"Id": "9", "Name": "The Herald"}, "Text": PARAGRAPHS[0]}
    assert values(one(JsonLines(), json.dumps(record)), Field.SOURCE) == ["The Herald"]
