"""What one version changed of the version before it."""

from __future__ import annotations

from uuid import UUID

from shared.domain.difference import FIELDS, FieldChange, difference, predecessors


def row(number=1, version=1, supersedes=None, **given):
    values = dict.fromkeys(FIELDS) | {"authors": [], "editors": [], "keywords": []}
    values |= {"headline": "Ship aground", "body": "A ship ran aground.\n\nNobody was hurt."}
    values |= {"id": UUID(int=number), "version": version, "supersedes": supersedes}
    return values | given


def test_headline_body_and_fields_are_compared():
    """Only what differs is told, and how many words came and went."""
    after = row(
        headline="Ship aground, tugs sent",
        body="A grain ship ran aground.\n\nNobody was hurt.",
        authors=["Ida Holm"],
    )
    found = difference(row(), after)
    assert [len(passage) for passage in found.changed] == [3]
    assert found.fields == (FieldChange("authors", [], ["Ida Holm"]),)
    assert (found.added, found.removed) == (3, 0)


def test_the_same_article_has_no_difference():
    """Nothing is told."""
    found = difference(row(), row())
    assert (found.changed, found.fields, found.added, found.removed) == ((), (), 0, 0)


def test_a_version_is_compared_with_the_one_that_it_supersedes():
    """The first with none."""
    first, second = row(1), row(2, version=2, supersedes=UUID(int=1))
    assert predecessors([first, second]) == {UUID(int=2): first}


def test_where_that_one_may_not_be_seen_the_nearest_before_it_is():
    """A reader learns nothing of a withheld version."""
    first, third = row(1), row(3, version=3, supersedes=UUID(int=2))
    assert predecessors([first, third]) == {UUID(int=3): first}
    assert predecessors([third]) == {}
