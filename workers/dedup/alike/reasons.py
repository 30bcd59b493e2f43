"""The answer for a pair of articles in one plain sentence."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workers.dedup.alike.partings import CAPTION, FORM, PART, SUBJECT
from workers.dedup.alike.rule import WHOLE, contributions

if TYPE_CHECKING:
    from shared.domain.story import Entry
    from workers.dedup.alike.explanation import Explanation
    from workers.dedup.alike.measures import Measures

_PARTED = {
    SUBJECT: "like words of two subjects: each text has the names in its own headline alone",
    PART: "one gathers many stories, of which the other is a part",
    CAPTION: "two short texts that begin each with something else, and end alike",
}


def why(found: Explanation, left: Entry, right: Entry) -> str:
    """Return why two articles are, or are not, one story by themselves."""
    said = _said_by_their_provider(found, left, right)
    if said:
        return said
    if found.same_text:
        return "one story: the same text, but for case, wrapping and punctuation"
    if left.is_notice or right.is_notice:
        return f"apart: {_why_not_meant(left, right)}"
    if not found.shared_keys:
        return "apart: no key in common, so that they were never compared"
    return _by_the_rule(found)


def _said_by_their_provider(found: Explanation, left: Entry, right: Entry) -> str | None:
    if found.noticed:
        notice = left if left.aim is not None and left.aim == right.headline else right
        does = "takes back" if notice.is_notice else "replaces"
        return f"one item: the one is a notice that {does} the other, whose headline it names"
    if not found.one_item:
        return None
    if left.identity is not None and left.identity == right.identity:
        return "one item: the same guid or address"
    if left.local_id is not None and left.local_id == right.local_id:
        return "one item: the same small id, beside what else they share"
    return "one item: like texts of one provider, one of them marked as its update or correction"


def _why_not_meant(left: Entry, right: Entry) -> str:
    """Return what parts a notice from an article."""
    if left.is_notice and right.is_notice:
        return "two notices are compared by what they name alone"
    notice, entry = (left, right) if left.is_notice else (right, left)
    if notice.aim != entry.headline:
        return "the notice names another headline"
    days = (notice.versioned_at - entry.versioned_at).total_seconds() / 86_400
    if days < 0:
        return "the article came after the notice that names its headline"
    if left.provider == right.provider:
        return f"the article came {days:.0f} days before the notice that names its headline"
    return "the notice names its headline, but is of another house"


def _by_the_rule(found: Explanation) -> str:
    measures = found.measures
    if found.rule == FORM:
        figures = measures.missing_numbers + measures.shared_numbers
        return (
            f"apart: the same words with other figures ({measures.missing_numbers} of {figures}"
            " differ): one form, filled in twice"
        )
    if found.rule in _PARTED:
        return f"apart: {_PARTED[found.rule]}"
    if not found.near:
        return f"apart: {_what_is_missing(measures)}"
    if found.rule == WHOLE:
        return "one story: long texts that are almost the same from end to end"
    share = (
        f"{measures.containment:.0%} of the shorter text's runs of three words are in the longer"
    )
    return f"one story: {share}, and headlines, figures and dates do not speak against it"


def _what_is_missing(measures: Measures) -> str:
    """Return what takes most away from what two copies would have."""
    terms = contributions(measures)
    whole = contributions(replace(measures, containment=1.0, support=1.0))
    days = "an unknown time" if measures.days is None else f"{measures.days:.1f} days"
    part = f"{measures.containment:.0%} of the shorter text's runs of three words"
    lost = {
        f"only {part} are in the longer": whole["containment"] - terms["containment"],
        "one says too little of what the other's headline is about": (
            whole["support"] - terms["support"]
        ),
        f"{measures.missing_numbers} figures of the one are not in the other": (
            -terms["missing numbers"]
        ),
        f"they are {days} apart, and what is short and comes again is another story": (
            -terms["distance"]
        ),
    }
    return max(lost, key=lost.__getitem__)
