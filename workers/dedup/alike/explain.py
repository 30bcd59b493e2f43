"""Why two articles are, or are not, one story: all that the decision looks at, for a person."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from shared.domain.story import Link
from workers.dedup.alike.explanation import Explanation
from workers.dedup.alike.reasons import why
from workers.dedup.alike.rule import BIAS, contributions, decided_by, says_yes, score
from workers.dedup.alike.similarity import Comparable, compare, measure
from workers.dedup.items.aims import speaks_of
from workers.dedup.items.versions import is_one_item

if TYPE_CHECKING:
    from shared.domain.filing import Filing


def explain(left: Filing, right: Filing) -> Explanation:
    """Compare two articles as a batch of both would."""
    entries = left.entry, right.entry
    prints = left.fingerprint, right.fingerprint
    one, other = map(_comparable, (left, right))
    found = measure(one, other)
    rule = decided_by(found)
    keys = len(set(prints[0].keys) & set(prints[1].keys))
    notices = any(entry.is_notice for entry in entries)
    near = says_yes(rule) and not notices
    link = Link(entries[0].article_id, entries[1].article_id, compare(one, other)[1])
    noticed = speaks_of(*entries) or speaks_of(*reversed(entries))
    explanation = Explanation(
        why="",
        one_item=noticed or is_one_item(*entries, link if near and keys else None),
        noticed=noticed,
        same_text=prints[0].text_hash == prints[1].text_hash,
        shared_keys=keys,
        near=near,
        rule=rule,
        measures=found,
        contributions={**contributions(found), "bias": BIAS},
        score=score(found),
    )
    return replace(explanation, why=why(explanation, *entries))


def _comparable(filing: Filing) -> Comparable:
    entry = filing.entry
    return Comparable(
        features=filing.fingerprint.features,
        title=entry.title,
        published_at=entry.published_at,
        length=entry.length,
        marked=entry.reissue is not None,
    )
