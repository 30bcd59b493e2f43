"""What a person is shown of a pair."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from shared.domain.article import Article
from tests.builders import at, filed
from tests.unit.workers.dedup.builders import FLOOD
from workers.dedup.alike import explain as explaining

if TYPE_CHECKING:
    from workers.dedup.alike.explanation import Explanation

ARTICLE = Article(headline="River floods the old town", body=FLOOD, provider="wire")
KILL = replace(
    ARTICLE,
    headline="KILL NOTICE: 'River floods the old town' is withdrawn",
    body=("The mayor denies it.",),
    published_at=at(60),
)


def explain(left: Article, right: Article) -> Explanation:
    """Explain two articles as they would be filed."""
    return explaining.explain(*(filed(each, delivery_id=uuid4()) for each in (left, right)))


def test_a_copy_is_explained_as_what_the_decision_would_call_it():
    """The terms add up to the score, and the score decided."""
    found = explain(ARTICLE, replace(ARTICLE, body=FLOOD[:3]))
    assert found.near
    assert not found.same_text
    assert found.shared_keys > 0
    assert found.rule == "weighed/1"
    assert sum(found.contributions.values()) == pytest.approx(found.score)
    assert found.score > 0


def test_a_copy_under_another_headline_is_near_by_the_clause_for_whole_texts():
    """The weights alone would have left it apart, and a person can see so."""
    copy = replace(ARTICLE, headline="Cocoa growers meet", body=(*FLOOD, "More follows."))
    found = explain(ARTICLE, copy)
    assert found.near
    assert found.rule == "almost-whole/1"
    assert found.score < 0


def test_another_story_is_explained_as_apart():
    """It shares no key, and would not have passed."""
    found = explain(ARTICLE, replace(ARTICLE, headline="Cocoa rises", body=("Cocoa rose.",)))
    assert not found.near
    assert found.shared_keys == 0
    assert found.rule == "apart/1"


def test_the_same_text_is_said_to_be_so():
    """Whatever the headline."""
    assert explain(ARTICLE, replace(ARTICLE, headline="Quay under water")).same_text


def test_the_answer_is_one_plain_sentence():
    """What decided comes first; what is measured stands below it."""
    assert explain(ARTICLE, replace(ARTICLE, guid="x")).why.startswith("one story: the same text")
    assert explain(ARTICLE, replace(ARTICLE, body=FLOOD[:3])).why.startswith("one story: 100%")
    whole = replace(ARTICLE, headline="Cocoa growers meet", body=(*FLOOD, "More follows."))
    assert explain(ARTICLE, whole).why.startswith("one story: long texts")
    other = replace(ARTICLE, headline="Cocoa rises", body=("Cocoa rose.",))
    assert (
        explain(ARTICLE, other).why == "apart: no key in common, so that they were never compared"
    )


def test_versions_are_explained_by_what_their_provider_said():
    """The same guid, the same small id beside like texts, or a mark."""
    one, two = (replace(ARTICLE, guid="urn:river", body=body) for body in (FLOOD, ("Gone.",)))
    assert explain(one, two).why == "one item: the same guid or address"
    small = replace(ARTICLE, guid="17")
    assert "small id" in explain(small, replace(small, body=FLOOD[:3])).why
    marked = replace(ARTICLE, headline=f"CORRECTED: {ARTICLE.headline}", body=FLOOD[:3])
    assert "marked" in explain(ARTICLE, marked).why


def test_a_form_with_other_figures_is_explained_as_one():
    """How many of the figures differ."""
    form = "Gold closed at {} dollars in London and silver at {} dollars, dealers in the city said."
    one, two = (replace(ARTICLE, body=(form.format(*f),)) for f in ((401, 6), (417, 7)))
    found = explain(one, two)
    assert found.rule == "other-figures/1"
    assert "the same words with other figures (2 of 2 differ)" in found.why


def test_a_notice_is_explained_with_what_it_takes_back():
    """And what parts it from what it leaves alone."""
    dated = replace(ARTICLE, published_at=at(0))
    assert "a notice that takes back the other" in explain(dated, KILL).why
    assert "another headline" in explain(replace(dated, headline="Cocoa"), KILL).why
    assert "came after the notice" in explain(replace(dated, published_at=at(90)), KILL).why
    assert "9 days before" in explain(replace(dated, published_at=at(days=-9)), KILL).why
    assert "another house" in explain(replace(dated, provider="paper"), KILL).why
    again = replace(KILL, headline="Mandatory Kill: Cocoa rises")
    assert "two notices" in explain(KILL, again).why
    new = replace(KILL, headline="ANNULE ET REMPLACE: River floods the old town", body=FLOOD[1:])
    assert "a notice that replaces the other" in explain(dated, new).why


def test_what_parts_two_texts_most_is_named():
    """The measure that takes most away."""
    week = replace(ARTICLE, body=FLOOD[:3], published_at=at(days=30))
    assert "they are 30.0 days apart" in explain(replace(ARTICLE, published_at=at(0)), week).why


def test_what_is_no_copy_however_like_is_explained_as_such():
    """By what shows it."""
    others = tuple(
        f"Another story, the {n}th of them, of {n * 7} words and more." for n in range(40)
    )
    all_of_them = replace(ARTICLE, headline="News in brief", body=(*others, *FLOOD))
    found = explain(ARTICLE, all_of_them)
    assert found.rule == "part-of-many/1"
    assert found.why.startswith("apart: ")
    town = "Firemen put out a fire in a house in {} early on Monday. Nobody was hurt, they said."
    fires = (
        replace(ARTICLE, headline=f"Fire in a house in {name}", body=(town.format(name),))
        for name in ("Harrow", "Ascot")
    )
    assert "two subjects" in explain(*fires).why
