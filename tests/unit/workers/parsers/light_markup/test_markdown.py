"""Markdown articles, with front matter or a heading alone."""

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
    until_refused,
    values,
)
from workers.parsers.light_markup.markdown import Markdown

MARKDOWN = Markdown()
GOLDEN = Path(__file__).parents[4] / "golden" / "markdown"


@pytest.mark.parametrize(
    ("line", "field", "read"),
    [
        ("title: Tide", Field.HEADLINE, ["Tide"]),
        ("author: Ann Ek", Field.AUTHOR, ["Ann Ek"]),
        ("authors: [Ann, Bo]", Field.AUTHOR, ["Ann", "Bo"]),
        ("date: 2024-03-05", Field.PUBLISHED, ["2024-03-05"]),
        ("lastmod: 2024-03-06", Field.UPDATED, ["2024-03-06"]),
        ("tags: [sea, moon]", Field.KEYWORD, ["sea", "moon"]),
        ("draft: true", Field.PUB_STATUS, ["withheld"]),
        ("draft: false", Field.PUB_STATUS, []),
        ("lang: sv", Field.LANGUAGE, ["sv"]),
    ],
)
def test_a_field_above_the_text_is_a_claim(line: str, field: Field, read: list[str]) -> None:
    """By the keys of site generators."""
    found = one(MARKDOWN, f"---\n{line}\n---\n\nThe tide was late.\n")
    assert values(found, field) == read
    assert all(source.startswith("front matter ") for source in sources(found, field))


def test_the_first_heading_is_the_headline_and_no_text() -> None:
    """In both of its forms."""
    for source in ("# The *tide*\n\nLate.", "The *tide*\n=====\n\nLate."):
        found = one(MARKDOWN, source)
        assert (values(found, Field.HEADLINE), found.body) == (["The tide"], ("Late.",))


def test_a_byline_below_the_heading_is_a_claim() -> None:
    """As in any text."""
    assert values(one(MARKDOWN, "# Tide\n\n*By Ann Ek*\n\nLate."), Field.AUTHOR) == ["Ann Ek"]


def test_the_marks_of_markdown_are_gone_from_the_text() -> None:
    """Links keep their words, pictures go, list items and rows are paragraphs."""
    source = (
        "One **two** [three](https://x.example) `four`\nfive.\n\n![Boat](b.jpg)\n\n> Six\n\n"
        "* Seven\n* Eight\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\n## Nine\n\n<p>Ten</p>\n"
    )
    assert one(MARKDOWN, source).body == (
        "One two three four five.", "Six", "Seven", "Eight", "A B", "1 2", "Nine", "Ten",
    )  # fmt: skip


@pytest.mark.parametrize("source", ["---\ntitle: Tide\n---\n", "# Tide\n", "![Boat](b.jpg)\n"])
def test_a_text_without_paragraphs_is_no_article(source: str) -> None:
    """A title alone is none."""
    with pytest.raises(Rejected) as caught:
        parse(MARKDOWN, source)
    assert caught.value.reason is Reason.NO_ARTICLE


def test_a_text_above_the_limit_is_too_large() -> None:
    """Before it is read."""
    with pytest.raises(Rejected) as caught:
        parse(MARKDOWN, "Text.", file_bytes=2)
    assert caught.value.reason is Reason.TOO_LARGE


@pytest.mark.parametrize(
    ("source", "name", "expected"),
    [
        ("---\ntitle: Tide\n---\nText.", "a.txt", 0.85),
        ('+++\ntitle = "Tide"\n+++\nText.', "a", 0.85),
        ("Text.", "a.md", 0.8),
        ("# Tide\n\nSee [here](x).", "a.txt", 0.5),
        ("# Tide\n\nText.", "a.txt", 0),
        ("---\nA rule and no fields\n---\nText.", "a.txt", 0),
        ("\x89PNG\r\n", "a.md", 0),
    ],
)
def test_the_score_follows_the_signs(source: str, name: str, expected: float) -> None:
    """Front matter, the name, or a heading with other marks."""
    assert score(MARKDOWN, source.encode("latin-1"), name) == expected


def test_deep_and_hostile_markdown_is_read_soon() -> None:
    """Nesting is bounded, and openers without an end cost no more than their length."""
    for source in ("> " * 5_000 + "x", "[" * 5_000 + "x", "*a " * 5_000, "- " * 5_000 + "x"):
        _, reason = until_refused(MARKDOWN, source + "\n\nEnd of it.")
        assert reason in {None, Reason.NO_ARTICLE}


@pytest.mark.parametrize("case", ["front_matter_yaml", "front_matter_toml", "heading_alone"])
def test_a_damaged_text_is_read_or_refused(case: str) -> None:
    """Cut anywhere or with any byte changed: no other exception, no item without a body."""
    (path,) = (GOLDEN / case).glob("input.*")
    assert_survives(MARKDOWN, path.read_bytes())


@pytest.mark.parametrize(
    "line", ["*By Ann Ek*", "By Ann Ek | 3 May 2024", "**Ann Ek** - May 3, 2024"]
)
def test_a_byline_below_the_heading_is_a_claim_and_no_text(line: str) -> None:
    """With its time, should it tell one."""
    found = one(MARKDOWN, f"# Tide\n\n{line}\n\nThe tide was late.\n")
    assert values(found, Field.AUTHOR) == ["Ann Ek"]
    assert bool(values(found, Field.PUBLISHED)) == ("2024" in line)
    assert found.body == ("The tide was late.",)


def test_footnotes_and_what_a_generator_fills_in_are_no_text() -> None:
    """The mark goes with its note."""
    text = '# Tide\n\n{{< figure src="a.jpg" >}}\n\nThe tide[^1] was late.\n\n'
    text += "[^1]: By a minute.\n    Or two.\n"
    assert one(MARKDOWN, text).body == ("The tide was late.",)


def test_a_line_of_prose_that_begins_as_a_program_s_does_is_text() -> None:
    """Lines are broken anywhere: before `import` and `export` too."""
    said = "It holds\nimport duties on fish from Norby,\nthe\nexport rules as they are;\nno more."
    assert one(MARKDOWN, f"# Tide\n\n{said}\n").body == (" ".join(said.split()),)
    program = (
        "import Tide from './tide'\nimport 'sea';\nexport const a = 1;\nexport { a };\n\nLate."
    )
    assert one(MARKDOWN, f"# Tide\n\n{program}\n").body == ("Late.",)


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("draft: true", ["withheld"]),
        ("published: false", ["withheld"]),
        ("status: draft", ["withheld"]),
        ("status: published", []),
        ("published: 2024-03-05", []),
    ],
)
def test_what_a_generator_does_not_publish_is_withheld(line: str, status: list[str]) -> None:
    """Hugo, Jekyll and Pelican each say it in words of their own."""
    found = one(MARKDOWN, f"---\ntitle: Tide\n{line}\n---\nThe tide was late.")
    assert values(found, Field.PUB_STATUS) == status


@pytest.mark.parametrize(
    ("name", "days"),
    [
        ("2024-03-05-tide.md", ["2024-03-05"]),
        ("posts/2024-03-05_tide.md", ["2024-03-05"]),
        ("2024-13-05-tide.md", []),
        ("tide-2024-03-05.md", []),
    ],
)
def test_a_day_in_front_of_a_files_name_is_weak_evidence(name: str, days: list[str]) -> None:
    """Jekyll has it there and nowhere else."""
    (found,) = parse(MARKDOWN, "# Tide\n\nThe tide was late.", name)
    assert values(found, Field.PUBLISHED) == days
