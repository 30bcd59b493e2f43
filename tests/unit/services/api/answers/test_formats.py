"""In which format an article is written, and how."""

from __future__ import annotations

from uuid import UUID
from xml.etree import ElementTree as ET

import jsonschema
import pytest

from services.api.answers.atom import feed_of
from services.api.answers.formats import Format, chosen
from services.api.answers.ninjs import ninjs_of
from services.api.answers.schemas import Article, ArticlePage
from shared.config import Settings
from tests.builders import at
from tests.unit.services.api.answers.ninjs_schema import NINJS_3_0
from workers.parsers.base import Limits, ParseContext, RawFile
from workers.parsers.wire.ninjs import Ninjs


def written(**given: object) -> Article:
    values: dict[str, object] = {
        "file": "wire/forest.txt",
        "headline": "City buys old forest",
        "body": "One.\n\nTwo.",
        "authors": ["Ida Holm", "Jon Vik"],
        "source": "The Wire",
        "published_at": at(0),
        "language": "en",
        "keywords": ["forests"],
        "id": UUID(int=1),
        "delivery_id": UUID(int=2),
        "item_id": UUID(int=4),
        "outcome": "new",
        "story_id": UUID(int=3),
        "canonical": True,
        "version": 2,
        "provider": "wire",
        "received_at": at(5),
        "pub_status": "usable",
    }
    return Article.model_validate({**values, **given})


@pytest.mark.parametrize(
    ("asked", "accept", "format_"),
    [
        (None, "", Format.JSON),
        (None, "*/*", Format.JSON),
        (None, "application/x-ndjson", Format.JSONL),
        (None, "application/json;q=0.5, application/x-ndjson", Format.JSONL),
        (None, "application/ninjs+json;q=0.9, */*;q=0.1", Format.NINJS),
        (None, "text/html, application/xhtml+xml", Format.JSON),
        (None, "application/x-ndjson;q=0", Format.JSON),
        (None, "application/x-ndjson;q=much", Format.JSON),
        (Format.NINJS, "application/x-ndjson", Format.NINJS),
    ],
)
def test_the_format_is_what_is_liked_best(
    asked: Format | None, accept: str, format_: Format
) -> None:
    """`format` wins; what asks for nothing that we have gets JSON."""
    assert chosen(asked, accept) is format_


def test_an_item_of_ninjs_tells_editors_of_a_correction() -> None:
    """In its provider's own words, where it has some."""
    noted = ["charset assumed: utf-8", "edNote: Corrects the year in paragraph 2"]
    assert ninjs_of(written(notes=noted))["edNote"] == "Corrects the year in paragraph 2"
    assert ninjs_of(written(reissue="correction 3"))["edNote"] == "Correction."
    assert "edNote" not in ninjs_of(written(reissue="update 2", notes=noted[:1]))


def test_an_item_of_ninjs_has_what_the_article_has() -> None:
    """Under the names of ninjs 3.0, and nothing that is empty."""
    item = ninjs_of(written())
    assert item["standard"]["version"] == "3.0"
    assert item["uri"] == f"urn:uuid:{UUID(int=4)}"
    assert item["bodies"][0]["value"] == "One.\n\nTwo."
    assert (item["by"], item["version"]) == ("Ida Holm, Jon Vik", "2")
    assert (item["firstCreated"], item["pubStatus"]) == ("2026-03-14T12:00:00Z", "usable")
    assert "slugline" not in item
    assert ninjs_of(written(guid="urn:wire:forest"))["uri"] == "urn:wire:forest"
    assert ninjs_of(written(guid="//["))["uri"] == f"urn:uuid:{UUID(int=4)}"
    assert ninjs_of(written(guid="forest 17"))["uri"] == f"urn:uuid:{UUID(int=4)}"


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"headline": "", "authors": [], "source": None, "published_at": None, "language": None},
        {"slugline": "FOREST", "section": "Nature", "dateline": "SANDVÆR", "updated_at": at(9)},
        {"guid": "tag:example.org,2026:17", "pub_status": "withheld", "keywords": ["a", "b"]},
        {"guid": "http://[broken", "body": ""},
    ],
)
def test_an_item_holds_to_the_schema_of_ninjs(given: dict[str, object]) -> None:
    """Names, types, and the words that each may have."""
    item = ninjs_of(written(**given))
    faults = [*jsonschema.Draft202012Validator(NINJS_3_0).iter_errors(item)]
    assert [fault.message for fault in faults] == []


def test_the_schema_refuses_what_is_wrong() -> None:
    """A word, a type and a name that ninjs does not have."""
    item = ninjs_of(written())
    valid = jsonschema.Draft202012Validator(NINJS_3_0).is_valid
    assert valid(item)
    for wrong in ({"representationType": "complete"}, {"version": 2}, {"headline": "Old"}):
        assert not valid(item | wrong)


def test_our_own_parser_reads_what_we_write(tmp_path) -> None:
    """Another Copydesk can take the items of this one."""
    import json  # noqa: PLC0415 - one test needs it

    path = tmp_path / "item.json"
    path.write_text(json.dumps(ninjs_of(written())), encoding="utf-8")
    context = ParseContext(
        provider="wire", url=None, modified_at=None, limits=Limits(Settings().max_file_mb * 2**20)
    )
    file = RawFile(name=path.name, path=str(path))
    assert Ninjs().score(file) > 0.9
    [item] = Ninjs().parse(file, context)
    assert "City buys old forest" in repr(item)
    assert "Two." in repr(item)


def test_a_feed_holds_no_character_that_xml_cannot() -> None:
    """Whatever an article holds, the feed can be read; its entries have an author."""
    article = written(headline="Bell \x07 & <tag>", authors=[], source=None)
    page = ArticlePage(articles=[article], next=UUID(int=9))
    text = feed_of(page, own="http://x/articles.atom", following="http://x/2", base="http://x/")
    root = ET.fromstring(text)
    atom = "{http://www.w3.org/2005/Atom}"
    assert root.findtext(f"{atom}entry/{atom}title") == "Bell  & <tag>"
    assert root.findtext(f"{atom}entry/{atom}author/{atom}name") == "wire"
    following = root.find(f"{atom}link[@rel='next']")
    assert following is not None
    assert following.get("href") == "http://x/2"


def test_an_empty_feed_is_a_feed() -> None:
    """Nothing to show is no error."""
    text = feed_of(ArticlePage(articles=[]), own="http://x/", following=None, base="http://x/")
    assert ET.fromstring(text).find("{http://www.w3.org/2005/Atom}entry") is None
