"""
Pages of the world's languages and publishing systems: what is read of their heads and feet.

`world/systems.jsonl` has heads as programs for publishing make them, `world/lines.jsonl` as papers
print them without any names of elements. Between head and foot stand three paragraphs in the page's
language (`world/texts.json`). `expected` says what must be read; of what it leaves out nothing is
asked.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from shared.domain.article import RawItem
from workers.normalise.article import normalise
from workers.normalise.claims.choosing import Profile
from workers.parsers.base import ParseContext, RawFile
from workers.parsers.html.web_page import WebPage

if TYPE_CHECKING:
    from shared.domain.article import Article

WORLD = Path(__file__).parent / "world"
TEXTS: dict[str, list[str]] = json.loads((WORLD / "texts.json").read_text("utf-8"))
NOW = datetime(2025, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Case:
    """A page of the table."""

    name: str
    url: str
    language: str
    expected: dict[str, Any]
    head: str = ""
    above: str = ""
    below: str = ""
    element: str = ""
    """The class of the element around the text."""

    @property
    def page(self) -> str:
        """Its markup."""
        text = "".join(f"<p>{each}</p>" for each in TEXTS[self.language.partition("-")[0]])
        return (
            f'<!doctype html><html lang="{self.language}"><head><meta charset="utf-8">{self.head}'
            '</head><body><nav><a href="/">A</a> <a href="/b">B</a></nav><main><article>'
            f'{self.above}<div class="{self.element}">{text}</div>{self.below}'
            "</article></main><footer><p>© 2024</p></footer></body></html>"
        )


def cases(table: str) -> list[Any]:
    """Return the cases of a table, each under its name."""
    lines = (WORLD / f"{table}.jsonl").read_text("utf-8").splitlines()
    return [pytest.param(Case(**json.loads(line)), id=json.loads(line)["name"]) for line in lines]


LEGACY = {
    "ar": "windows-1256", "bg": "windows-1251", "cs": "windows-1250", "de": "windows-1252",
    "el": "windows-1253", "fr": "iso-8859-1", "he": "windows-1255", "hu": "iso-8859-2",
    "ja": "shift_jis", "ko": "euc-kr", "pl": "iso-8859-2", "ru": "windows-1251",
    "th": "tis-620", "tr": "iso-8859-9", "uk": "windows-1251", "vi": "windows-1258",
    "zh": "gb18030",
}  # fmt: skip
"""A charset of each language from before UTF-8."""


def charset_of(case: Case) -> str:
    """Return the old charset of a page's language; nothing where it has none."""
    return LEGACY.get(case.language.partition("-")[0], "")


def parse(case: Case, content: bytes) -> Article:
    """Return the article that a page in some form is read as."""
    file = RawFile(name="page.html", content=content)
    (item,) = WebPage().parse(file, ParseContext(url=case.url))
    assert isinstance(item, RawItem)
    return normalise(item, Profile(), now=NOW)


def read(case: Case, content: bytes | None = None) -> dict[str, Any]:
    """Return the fields that are read of a page, as JSON has them."""
    article = parse(case, case.page.encode() if content is None else content)
    return {
        "headline": article.headline,
        "authors": list(article.authors),
        "editors": list(article.editors),
        "source": article.source,
        "published": article.published_at and article.published_at.isoformat(),
        "updated": article.updated_at and article.updated_at.isoformat(),
        "section": article.section,
        "language": article.language,
        "keywords": list(article.keywords),
        "url": article.url,
    }


@pytest.mark.parametrize("case", cases("systems"))
def test_the_fields_of_a_publishing_system_s_page_are_read(case: Case) -> None:
    """Headline, persons, both times with their zones, section, keywords, source, address."""
    told = read(case)
    assert {name: told[name] for name in case.expected} == case.expected


@pytest.mark.parametrize("case", cases("lines"))
def test_lines_that_papers_print_above_a_text_are_read_without_names_of_elements(
    case: Case,
) -> None:
    """Who wrote it, when it was published, and when it was changed."""
    told = read(case)
    assert {name: told[name] for name in case.expected} == case.expected


@pytest.mark.parametrize("case", [*cases("systems"), *cases("lines")])
def test_none_of_a_text_is_lost_for_the_lines_around_it(case: Case) -> None:
    """All paragraphs are read, whatever stands above and below."""
    article = parse(case, case.page.encode())
    assert set(article.body) >= set(TEXTS[case.language.partition("-")[0]])


def _spaced(page: str) -> bytes:
    """Return a page as those that indent their tags write it."""
    return re.sub(r">\s*<", ">\n    <", page).encode()


def _in_entities(page: str) -> bytes:
    """Return a page whose letters beyond ASCII are numbers."""
    return page.encode("ascii", "xmlcharrefreplace")


@pytest.mark.parametrize("case", [*cases("systems"), *cases("lines")])
def test_white_space_between_tags_and_letters_as_numbers_change_no_field(case: Case) -> None:
    """Editors indent, and old systems write `&#1055;`."""
    told = read(case)
    assert read(case, _spaced(case.page)) == told
    assert read(case, _in_entities(case.page)) == told


@pytest.mark.parametrize(
    "case", [each for each in [*cases("systems"), *cases("lines")] if charset_of(each.values[0])]
)
def test_the_charset_of_a_page_changes_no_field(case: Case) -> None:
    """Declared in a tag, or by nothing but the bytes."""
    charset = charset_of(case)
    for declared in (
        f'<meta http-equiv="Content-Type" content="text/html; charset={charset}">',
        "",
    ):
        page = case.page.replace('<meta charset="utf-8">', declared)
        assert read(case, page.encode(charset, "xmlcharrefreplace")) == read(case)
