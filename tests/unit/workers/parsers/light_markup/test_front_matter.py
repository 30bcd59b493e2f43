"""The fields above a Markdown text, as people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workers.parsers.light_markup.front_matter import split


@pytest.mark.parametrize(
    ("inside", "fields"),
    [
        ("title: Tide", {"title": "Tide"}),
        ("title: 'It''s: late'", {"title": "It's: late"}),
        ('title: "A \\"b\\": c"', {"title": 'A "b": c'}),
        ("title: Tide: late # draft", {"title": "Tide: late"}),
        ("url: https://x.example/#a", {"url": "https://x.example/#a"}),
        ("tags: [sea, 'a, b', \"c\"]", {"tags": ["sea", "a, b", "c"]}),
        ("tags:\n  - sea\n  - moon", {"tags": ["sea", "moon"]}),
        ("tags:\n- sea\n- moon\nid: 1", {"tags": ["sea", "moon"], "id": "1"}),
        ("author:\n  name: Ann\n  mail: a@x", {"author": {"name": "Ann", "mail": "a@x"}}),
        ("authors:\n  - name: Ann\n    role: x\n  - Bo", {"authors": [{"name": "Ann", "role": "x"},
                                                              "Bo"]}),
        ("text: >\n  one\n  two\nid: 1", {"text": "one two", "id": "1"}),
        ("title: One\n  goes on", {"title": "One goes on"}),
        ("# note\ntitle: Tide\nnone: ~", {"title": "Tide", "none": ""}),
        ("title: !!python/object:os.system x", {"title": "!!python/object:os.system x"}),
    ],
)  # fmt: skip
def test_yaml_is_read_as_people_write_it(inside: str, fields: dict[str, object]) -> None:
    """Texts, lists, one level of objects; a tag is only text."""
    assert split(f"---\n{inside}\n---\nText.") == (fields, "Text.")


def test_toml_is_read_with_its_times_as_text() -> None:
    """They are what later stages know how to read."""
    source = '+++\ntitle = "Tide"\ndate = 2024-03-05T10:00:00Z\ntags = ["a"]\n+++\nText.'
    fields = {"title": "Tide", "date": "2024-03-05 10:00:00+00:00", "tags": ["a"]}
    assert split(source) == (fields, "Text.")


@pytest.mark.parametrize(
    "text",
    [
        "Text.",
        "---\nA rule, and a text.\n---\nMore.",
        "---\ntitle: no end",
        "+++\nnot = = toml\n+++\n",
    ],
)
def test_a_text_without_such_a_block_is_untouched(text: str) -> None:
    """A rule above a paragraph is no front matter."""
    assert split(text) == ({}, text)


def test_fields_without_a_fence_end_at_the_first_blank_line() -> None:
    """As MultiMarkdown has them; what stands in goes on with the value above it."""
    text = "Title: Tide: late\nDate: 2024-03-05\nTags:\nSummary: It was\n    late.\n\nText."
    fields, rest = split(text.replace("\n", "\r\n"))
    assert fields == {
        "Title": "Tide: late",
        "Date": "2024-03-05",
        "Tags": {},
        "Summary": "It was late.",
    }
    assert rest.strip() == "Text."


@pytest.mark.parametrize(
    "text",
    [
        "title: Tide\ndate: 2024-03-05\n---\nText.",
        "title: Tide\ndate: 2024-03-05\n...\nText.",
        '{"title": "Tide", "date": "2024-03-05"}\nText.',
    ],
)
def test_fields_may_end_at_a_fence_or_be_json(text: str) -> None:
    """As Hexo and Hugo take them."""
    fields, rest = split(text)
    assert (fields, rest.strip()) == ({"title": "Tide", "date": "2024-03-05"}, "Text.")


def test_a_list_may_stand_in_such_fields() -> None:
    """Entry by entry, at the beginning of their lines."""
    fields, rest = split("title: Tide\ntags:\n- sea\n- moon\n---\nText.")
    assert (fields, rest.strip()) == ({"title": "Tide", "tags": ["sea", "moon"]}, "Text.")


@pytest.mark.parametrize(
    "text", ['{"a": 1}\nText.', "{broken\nText.", "{" * 9_000, "{{< a >}}\nText."]
)
def test_a_text_that_begins_with_a_bracket_is_untouched(text: str) -> None:
    """Where it is no JSON, or none with a known key."""
    assert split(text) == ({}, text)


@pytest.mark.parametrize(
    "text",
    [
        "Update: the tide was late.\n\nMore.",
        "Note: this and that\nfollows here.\n\nMore.",
        "Tide: late\nMoon: full\n\nMore.",
        "Title: Tide\nThe tide was late.\n\nMore.",
    ],
)
def test_a_paragraph_with_a_colon_is_no_field(text: str) -> None:
    """Unless all lines are fields, and a title or two others are known."""
    assert split(text) == ({}, text)


@given(st.text(alphabet="-+ :#'\"[]{},|>\n\\ab1\té", max_size=200))
def test_nothing_that_stands_there_breaks_the_reader(inside: str) -> None:
    """Whatever the characters; the text behind the block stays the end of the text."""
    for fence in ("---", "+++"):
        _, text = split(f"{fence}\n{inside}\n{fence}\nEnd.")
        assert text.endswith("End.")
