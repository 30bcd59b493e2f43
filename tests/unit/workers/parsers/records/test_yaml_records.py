"""YAML as people and programs write articles down; what it could do besides, it does not."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from shared.domain.article import Field
from shared.errors import Reason, Rejected
from tests.unit.workers.parsers.reading import PARAGRAPHS, assert_only_rejected, read
from workers.parsers.records import yaml_values
from workers.parsers.records.yaml_values import documents

BODY = "\n\n".join(PARAGRAPHS)
LITERAL = "".join(f"  {line}\n" if line else "\n" for line in BODY.split("\n"))
ONE = f"title: Ferry sails again\nauthor: Ann Ek\ndate: 2024-03-05\nbody: |\n{LITERAL}"
_TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp"))
    | st.sampled_from("ab :#-'\"[]{},&*!|>%@`?\n"),
    max_size=60,
).map(lambda text: text.replace("\ufeff", "").replace("\u0085", ""))


def said(value: Any) -> Any:
    """Return a value with its texts as words: where a line was broken does not matter."""
    if isinstance(value, dict):
        return {said(key): said(one) for key, one in value.items()}
    if isinstance(value, list):
        return [said(one) for one in value]
    return " ".join((value or "").split())


@settings(max_examples=400, deadline=None)
@given(
    records=st.lists(
        st.fixed_dictionaries(
            {"title": _TEXTS, "tags": st.lists(_TEXTS, max_size=3), "by": st.just({"name": "A"})}
        ),
        min_size=1,
        max_size=3,
    ),
    style=st.sampled_from([None, '"', "'", "|", ">"]),
    unicode=st.booleans(),
    width=st.sampled_from([20, 80, 1000]),
)
def test_what_programs_write_is_read_in_the_same_words(
    records: list[dict[str, Any]], style: str | None, *, unicode: bool, width: int
) -> None:
    """Documents, lists, objects and texts in each style."""
    written = yaml.safe_dump_all(
        records, default_style=style, allow_unicode=unicode, width=width, default_flow_style=False
    )
    assert said(documents(written)) == said(records)


def test_each_document_is_an_article() -> None:
    """Parted by `---`, with the keys that JSON has, texts in paragraphs."""
    found = read("a.yaml", f"---\n{ONE}---\n{ONE.replace('again', 'late')}...\n".encode())
    assert found.labels == ["1", "2"]
    assert [item.first(Field.HEADLINE) for item in found.items] == [
        "Ferry sails again",
        "Ferry sails late",
    ]
    assert found.items[0].body == PARAGRAPHS
    assert found.items[0].first(Field.AUTHOR) == "Ann Ek"


def test_lists_of_articles_are_items_too() -> None:
    """At the top, or under a key."""
    entry = "".join(f"  {line}\n" if line else "\n" for line in ONE.split("\n")[:-1])
    listed = "- " + entry[2:]
    for text in (listed * 2, "articles:\n" + listed * 2, "publisher: Herald\nnews:\n" + listed * 2):
        found = read("a.yml", text.encode())
        assert found.labels == ["1", "2"], text
        assert found.items[1].body == PARAGRAPHS


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("a: b # said\nc: 'it''s # here' # so", {"a": "b", "c": "it's # here"}),
        ("a: [b, 'c, d', \"e\"]\nf: {g: h, i: 'j'}", {"a": ["b", "c, d", "e"],
                                                     "f": {"g": "h", "i": "j"}}),
        ("a:\n- b\n- c: d\n  e: f\n-\n  - g", {"a": ["b", {"c": "d", "e": "f"}, ["g"]]}),
        ("a: >\n  one\n  two\n\n  three\nb: c", {"a": "one two\nthree\n", "b": "c"}),
        ("a: one\n  two\nb: ~\nc:\nd: https://x.example/1", {
            "a": "one two", "b": None, "c": None, "d": "https://x.example/1"}),
        ('a: "x\\ny \\u00e9 \\x41"', {"a": "x\ny \u00e9 A"}),
        ("%YAML 1.2\n---\na: b", {"a": "b"}),
        ("'a b': c\n\"d\": e", {"a b": "c", "d": "e"}),
        ("a: b\na: c", {"a": "b"}),
        ("a:\n- \u00a0\nb: c", {"a": ["\u00a0"], "b": "c"}),
    ],
)  # fmt: skip
def test_yaml_is_read_as_people_write_it(written: str, value: object) -> None:
    """Comments, quotes, lists and objects in a line, folded and plain texts over several."""
    assert documents(written) == [value]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("a: !!python/object/apply:os.system ['x']", {"a": ["x"]}),
        ("a: &b [x]\nc: *b\nd: [*b, y]", {"a": ["x"], "c": None, "d": [None, "y"]}),
        ("a: !!binary aGk=\nb: !own x", {"a": "aGk=", "b": "x"}),
        ("a: &b {c: d}\ne:\n  <<: *b\n  f: g", {"a": {"c": "d"}, "e": {"<<": None, "f": "g"}}),
        ("a: 2024-03-05\nb: 0o17\nc: yes\nd: 1e3", {
            "a": "2024-03-05", "b": "0o17", "c": "yes", "d": "1e3"}),
        ("? [a, b]\n: c\nd: e", {"d": "e"}),
    ],
)  # fmt: skip
def test_tags_types_and_aliases_mean_nothing(written: str, value: object) -> None:
    """Values are the words as written, an alias says nothing: a file can do or multiply nothing."""
    assert documents(written) == [value]


def test_signs_that_yaml_cannot_hold_are_spaces() -> None:
    """So are breaks that end a line in YAML 1.1 alone: a text with one is no reason to refuse."""
    assert documents("a: b\x0bc\x92d\u2028e\x85f") == [{"a": "b c d e f"}]


def test_documents_that_say_nothing_are_none() -> None:
    """Nor are they counted."""
    assert documents("# a\n---\n---\na: b\n---\n...\n") == [{"a": "b"}]


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("a:\n    b: c\n  d: e\n", Reason.MALFORMED),
        ('a: "open', Reason.MALFORMED),
        ("a: [open", Reason.MALFORMED),
        ("a: b\nno key here\n", Reason.MALFORMED),
        ("a: b\nc: *d e\n", Reason.MALFORMED),
        ("- " * 500 + "a", Reason.TOO_DEEP),
        ("\n".join("  " * at + "a:" for at in range(500)), Reason.TOO_DEEP),
        ("a: " + "[" * 500 + "]" * 500, Reason.TOO_DEEP),
    ],
)
def test_what_is_no_yaml_is_refused_with_its_line(written: str, reason: Reason) -> None:
    """And what is nested without end."""
    with pytest.raises(Rejected) as caught:
        documents(written)
    assert caught.value.reason is reason
    assert reason is Reason.TOO_DEEP or "at line" in caught.value.detail


@pytest.mark.parametrize("loader", [yaml.BaseLoader, yaml.CBaseLoader])
@pytest.mark.parametrize(
    "written",
    [*(one * 5000 for one in ("[", "{", "- ", "? ", "&a ", "! ", "a: ", '"', "[a: b, ", "- - - ")),
     "&" + "a" * 5000, "k" * 5000 + ": a", "- &a b\n- *a\n" * 2000, 'a: "\\UFFFFFFFF"',
     'a: "\\ud800', "%YAML 1." + "1" * 5000 + "\n--- a", "%TAG !a! " + "x" * 5000 + "\n--- !a!b c",
     "a: \ud800", "\x00", "\ufeff--- a"],
)  # fmt: skip
def test_hostile_yaml_is_read_or_rejected(
    written: str, loader: type, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the parser in C and by that in Python, which stands in where there is no other."""
    monkeypatch.setattr(yaml_values, "_LOADER", loader)
    with suppress(Rejected):
        documents(written)


@pytest.mark.parametrize("loader", [yaml.CBaseLoader, yaml.BaseLoader])
@pytest.mark.parametrize("written", ["title: Ferry: sails\n", "a: b\nby: @harbour\n"])
def test_a_value_that_needs_quotes_is_refused_with_that_remedy(
    written: str, loader: type[yaml.BaseLoader], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(yaml_values, "_LOADER", loader)
    with pytest.raises(Rejected, match="has to stand in quotes"):
        documents(written)


def test_tags_with_forms_of_their_own_are_refused() -> None:
    """Each use would hold the whole of a form, however long: a bomb. In a text it is a text."""
    with pytest.raises(Rejected, match="%TAG"):
        documents("%TAG !a! xxxx\n---\n- !a!b c")
    assert documents("a: |\n  %TAG !a! x\n") == [{"a": "%TAG !a! x\n"}]


def test_settings_are_refused_as_such() -> None:
    """Their keys are not those of articles."""
    found = read("ci.yaml", b"name: ci\non: push\njobs:\n  build:\n    runs-on: linux\n")
    assert found.rejected is not None
    assert "settings" in found.rejected.detail


@pytest.mark.parametrize(
    "text",
    [
        "Abstract: Zusammenfassung\nAuthor: Autor\nDate: Datum\n",
        "title: A schema\ndescription: of it\ntype: object\n",
        f"version: 2\nkeywords: [a]\ndescription: {PARAGRAPHS[0]}\n",
    ],
)
def test_translations_and_schemas_are_refused(text: str) -> None:
    """They share some keys with articles, and say a word or two, or have no title and no time."""
    assert read("a.yaml", text.encode()).reason is Reason.NO_ARTICLE


def test_damage_is_refused_and_nothing_else() -> None:
    """However the file was cut or changed."""
    assert_only_rejected("a.yaml", f"---\n{ONE}---\n{ONE}".encode())
