"""What a version changed, as marked lines."""

from __future__ import annotations

from datetime import UTC, datetime

from services.cli.tracing.difference import MOST_PASSAGES, lines, summary
from shared.domain.difference import FIELDS, difference


def row(body, **given):
    return dict.fromkeys(FIELDS) | {"headline": "Ship aground", "body": body} | given


def shown(before, after):
    return [line.plain for line in lines(difference(before, after))]


def test_changes_are_marked_in_their_sentence():
    """Plain marks, that a pipe keeps."""
    assert shown(row("Five sailors drowned."), row("Six sailors drowned.")) == [
        "[-Five-]{+Six+} sailors drowned."
    ]


def test_of_long_kept_words_those_at_the_change_are_shown():
    """A correction in a long paragraph is one line."""
    kept = "word " * 100
    [line] = shown(row(f"{kept}five {kept}"), row(f"{kept}six {kept}"))
    assert len(line) < 150
    assert "[-five-] {+six+}" in line


def test_fields_and_the_headline_come_first():
    """With both values; a dash for none."""
    at = datetime(2026, 3, 14, 12, tzinfo=UTC)
    after = row("Text.", headline="Ship afloat", authors=["Ida Holm"], updated_at=at)
    assert shown(row("Text.", authors=[]), after) == [
        "headline: Ship [-aground-] {+afloat+}",
        "authors: - → Ida Holm",
        "updated: - → 2026-03-14 12:00:00 UTC",
    ]


def test_many_paragraphs_end_in_their_count():
    """The API has all."""
    many = [f"Paragraph {word}." for word in "abcdefghijkl"]
    found = shown(row("Begin."), row("\n\n".join(["Begin.", *many])))
    assert len(found) == MOST_PASSAGES + 1
    assert found[-1] == "and 4 paragraphs more"


def test_the_summary_counts_words():
    """Or says that there was nothing to count."""
    assert summary(difference(row("One two."), row("One three four."))) == (
        "2 words added, 1 removed"
    )
    assert summary(difference(row("One."), row("One."))) == "the same words"
