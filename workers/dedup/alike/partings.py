"""
What no likeness makes one story: forms, other subjects in the same words, parts, captions.

Each clause looks at two articles alone and knows no language. None speaks against what is marked
as a correction or an update, for that says itself of what it is one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workers.dedup.alike.measures import Measures

FORM = "other-figures/1"
SUBJECT = "other-subject/1"
PART = "part-of-many/1"
CAPTION = "other-scene/1"
"""The names of what parts two articles, each with its version."""

FORM_WORDING = 0.85
FORM_FIGURES = 1 / 3
FORM_LENGTH = 40
"""
Least share of common words, least share of figures that differ, and most tokens for each of them,
at which two texts are one form filled in twice: the weather, prices, box scores, lottery numbers.
No nearness in time makes them one story, and no date need be known.
"""
OWN_NAMES = 2
OWN_SHARE = 1 / 3
"""
Least number of words in each headline, and share of it, that its own text has and the other article
lacks, at which two texts are of two subjects: the dividends of two firms, or two releases of a firm
above the same page about it. A copy under a headline of its own has its words in both texts.
"""
FRAME = 2
FRAME_LENGTH = 100
FRAME_WORDS = 3
"""
Least words that two headlines share, and most tokens of the shorter text, at which a single name is
enough: `Fire in a house in Vigo`, `… in Lugo`. In a longer text another spelling of a name, which
papers have their own of, looks the same: there each text must have so many words for itself, such
as who speaks for the one firm and for the other.
"""
PART_SHARE = 0.5
PART_AHEAD = 8
PART_SPREAD = 0.9
PART_KNOWN = 0.75
MOST_KNOWN = 0.25
"""
Most length of the shorter text, of the longer, least tokens that stand there before it, most of its
lengths over which it lies there, and most share of the longer one's headline that it knows, at
which it is one of many stories in the longer. A cut copy begins as the whole does; one that lost a
sentence here and there lies over the whole; a page with its menu above keeps the headline. What is
most of the longer text, up to `MANY_SHARE`, is a part where it knows next to nothing of the
headline: so of two stories that were merged into one, the second does not join the first.
"""
MANY_SHARE = 0.75
"""Most length of the shorter text, of the longer, where the longer's headline says as much."""
CAPTION_LENGTH = 40
CAPTION_SHARE = 0.6
CAPTION_WORDS = 3
"""
Most tokens of a caption, least share of the longer one's length, and least words that each has for
itself, before the place, the day and the photographer that a series shares. A copy has none, or
lacks none.
"""


def parted_by(found: Measures) -> str | None:
    """Return what makes two articles two stories, however like; None where nothing does."""
    if found.marked:
        return None
    for name, parts in _CLAUSES:
        if parts(found):
            return name
    return None


def _is_form(found: Measures) -> bool:
    """Tell whether two texts say the same of other figures."""
    other, figures = found.missing_numbers, found.missing_numbers + found.shared_numbers
    return (
        found.wording >= FORM_WORDING
        and other > 0
        and other >= FORM_FIGURES * figures
        and found.length <= FORM_LENGTH * other
    )


def _is_of_another_subject(found: Measures) -> bool:
    """Tell whether each text has the names in its own headline, and not those in the other's."""
    if found.own_names >= OWN_NAMES and found.own_share >= OWN_SHARE:
        return True
    if not found.own_names or found.frame < FRAME:
        return False
    return found.length <= FRAME_LENGTH or found.own_words >= FRAME_WORDS


def _is_a_part(found: Measures) -> bool:
    """Tell whether the longer text gathers stories of which the shorter is one."""
    if found.of_many:
        return found.share <= MANY_SHARE
    most = PART_KNOWN if found.share <= PART_SHARE else MOST_KNOWN
    return (
        found.share <= MANY_SHARE
        and found.ahead >= PART_AHEAD
        and found.spread <= PART_SPREAD
        and found.known is not None
        and found.known < most
    )


def _is_another_scene(found: Measures) -> bool:
    """Tell whether two short texts begin with something of their own and end alike."""
    return (
        found.length <= CAPTION_LENGTH
        and found.share > CAPTION_SHARE
        and found.own_opening
        and found.own_words >= CAPTION_WORDS
    )


_CLAUSES = (
    (FORM, _is_form),
    (SUBJECT, _is_of_another_subject),
    (PART, _is_a_part),
    (CAPTION, _is_another_scene),
)
