"""How a passage is set on the page is told by the lines that it was joined of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from workers.parsers.text.marks import layout
from workers.parsers.text.marks.page import study
from workers.parsers.text.typesetting.lines import HOLDER, PICTURE, passages, split

if TYPE_CHECKING:
    from workers.parsers.text.typesetting.lines import Passage

PAGE = f"""\
Harbour opens late

   The old harbour opens three weeks late, since the cranes have yet to be tried
   by the port, as its master said on Monday in a room full of fishermen who had
   come to hear when they might bring in what they caught, and who went away with
   nothing but that.

{PICTURE}
   Cranes stand idle.


     {HOLDER}Ferries will run on one timetable
"""


def _parts() -> list[Passage]:
    return [part for part in passages(split(PAGE)) if part.text]


def _column(name: str) -> list[float]:
    table = layout.settings(_parts())
    sure = np.array([False, True, False, False])
    return [float(one) for one in layout.set_beside(table, sure)[layout.NAMES.index(name)]]


def test_a_passage_knows_its_column_and_the_lines_that_it_was_joined_of() -> None:
    """The reach of a passage of one line says nothing."""
    assert _column("indent") == [0, 3, 3, 5]
    assert _column("rows") == [1, 4, 1, 1]
    assert _column("reach") == [0, 81, 0, 0]


def test_blank_lines_above_are_counted() -> None:
    """The line of a picture is one of them."""
    assert _column("blank") == [0, 1, 2, 2]
    assert _column("blank below") == [1, 2, 2, 9]


def test_a_line_is_set_beside_what_is_surely_text() -> None:
    """Deeper is more, nearer to the edge is less."""
    assert _column("indent to usual") == [-3, 0, 0, 2]


def test_a_picture_and_a_link_are_known_by_what_was_taken_out() -> None:
    """A picture stands above its line; a link begins its own."""
    assert _column("pictured") == [0, 0, 1, 0]
    assert _column("since picture") == [20, 20, 0, 1]
    assert _column("to picture") == [2, 1, 20, 20]
    assert _column("led") == [0, 0, 0, 1]
    assert _column("links") == [0, 0, 0, 1]


def test_marks_tell_what_is_set_otherwise_than_prose() -> None:
    """A paragraph as most are has none."""
    heading, prose, caption, link = study(_parts()).settings
    assert heading == ["set nearer"]
    assert prose == []
    assert caption == ["blank 1", "pictured"]
    assert link[:3] == ["blank 1", "set further", "led"]


def test_text_without_prose_has_no_usual_column() -> None:
    """Nothing is said then of how far in a line stands."""
    table = layout.settings(_parts())
    told = layout.set_beside(table, np.zeros(4, dtype=bool))
    assert set(told[layout.NAMES.index("indent to usual")]) == {-99.0}
