"""What a person is shown of a pair."""

from __future__ import annotations

from dataclasses import replace

import pytest

from shared.domain.article import Article
from tests.unit.workers.dedup.builders import FLOOD
from workers.dedup.explain import explain

ARTICLE = Article(headline="River floods the old town", body=FLOOD, provider="wire")


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
