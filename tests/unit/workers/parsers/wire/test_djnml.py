"""DJNML: stories of Dow Jones Newswires, and orders to replace or delete them."""

from __future__ import annotations

import pytest

from shared.domain.article import Field
from shared.errors import Rejected
from tests.unit.workers.parsers.one_parser import assert_survives, one, parse, score, values
from workers.parsers.base import RejectedItem
from workers.parsers.wire.djnml import Djnml

DJNML = Djnml()
TEXT = "<p>The tide was late.</p><p>It will be early on Friday.</p>"
NAMED = 'publisher="CWN" product="DN" docdate="20240305"'


def story(text: str = TEXT, head: str = "") -> str:
    return (
        f'<doc transmission-date="20240305T101330Z"><djnml {NAMED} seq="7" xml:lang="en-us">'
        f"<head>{head}</head><body><headline>*Tide Late</headline><text>{text}</text></body>"
        "</djnml></doc>"
    )


def orders(*given: str) -> str:
    return (
        f'<doc transmission-date="20240305T101330Z"><djnml {NAMED} seq="9">'
        f"<administration>{''.join(given)}</administration></djnml></doc>"
    )


def test_it_is_known_by_its_own_tag() -> None:
    """`doc` is the first tag of other collections too."""
    assert score(DJNML, story()) > 0.9
    assert score(DJNML, "<doc><text>The tide was late.</text></doc>") == 0


def test_a_story_is_read() -> None:
    """The star before a headline marks it on a screen."""
    data = '<docdata><djn-mdata display-date="20240305T1013Z"/></docdata>'
    read = one(DJNML, story(head=data))
    assert read.body == ("The tide was late.", "It will be early on Friday.")
    assert values(read, Field.HEADLINE) == ["Tide Late"]
    assert values(read, Field.GUID) == ["djnml:CWN:DN:20240305:000007"]
    assert values(read, Field.PUBLISHED)[0] == "20240305T1013Z"
    assert values(read, Field.LANGUAGE) == ["en-us"]


@pytest.mark.parametrize(
    ("below", "field", "told"),
    [
        ("-By Ann Ek, Copy Wire; +47 22 93 69 66", Field.AUTHOR, "Ann Ek"),
        ("Write to Ann Ek at ann.ek@wire.example", Field.AUTHOR, "Ann Ek"),
        ("(END) Copy Wire Newswires", Field.SOURCE, "Copy Wire Newswires"),
    ],
)
def test_what_stands_below_a_text_is_no_text(below: str, field: Field, told: str) -> None:
    """The writer, the wire and when it was sent, each in a paragraph."""
    sent = "<p>March 05, 2024 05:13 ET (10:13 GMT)</p>"
    read = one(
        DJNML, story(f"{TEXT}<p>Contact the author: ann@wire.example</p><p>{below}</p>{sent}")
    )
    assert read.body == ("The tide was late.", "It will be early on Friday.")
    assert values(read, field)[0] == told


def test_a_last_sentence_that_asks_to_write_is_text() -> None:
    """It has no address."""
    last = "Write to Congress, he said, and do it today."
    assert one(DJNML, story(f"{TEXT}<p>{last}</p>")).body[-1] == last


def test_a_text_that_goes_on_elsewhere_says_so() -> None:
    """A long release is sent in takes."""
    read = one(DJNML, story(f"{TEXT}<p>(MORE TO FOLLOW) Copy Wire Newswires</p>"))
    assert read.notes == ("more of the text follows in another document",)


def test_an_order_to_replace_is_a_version_of_the_story_that_it_names() -> None:
    """It has the identity of that story, and when it came."""
    body = f"<modify-replace xpath='djnml/body/text'><text>{TEXT}</text></modify-replace>"
    read = one(DJNML, orders(f'<doc-modify {NAMED} seq="7">{body}</doc-modify>'))
    assert values(read, Field.GUID) == ["djnml:CWN:DN:20240305:000007"]
    assert values(read, Field.UPDATED) == ["20240305T101330Z"]
    assert read.body[0] == "The tide was late."


def test_an_order_to_delete_is_a_kill() -> None:
    """Old stories expire by the hundred: that takes none back."""
    gone = f'<doc-delete {NAMED} seq="000007" reason="{{}}"/>'
    read = one(DJNML, orders(gone.format("correct")))
    assert values(read, Field.GUID) == ["djnml:CWN:DN:20240305:000007"]
    assert values(read, Field.PUB_STATUS) == ["canceled"]
    with pytest.raises(Rejected, match="only says which old ones have expired"):
        parse(DJNML, orders(gone.format("expire")))


def test_documents_stand_one_after_the_other() -> None:
    """An archive has a day in a file; a headline alone costs no other."""
    first, second = parse(DJNML, f"{story('')}\n{story()}")
    assert isinstance(first, RejectedItem)
    assert second.item == "2"


def test_a_broken_story_is_refused_or_read() -> None:
    """Whatever is cut off: no other error than `Rejected`."""
    assert_survives(DJNML, story().encode())
