"""Wire messages with control characters, and such as have lost them."""

from __future__ import annotations

from pathlib import Path

import pytest

from shared.domain.article import Field, RawItem
from shared.errors import Reason, Rejected
from tests.unit.workers.parsers.one_parser import assert_survives, one, parse, score, values
from workers.parsers.base import RejectedItem
from workers.parsers.wire.accents import accented
from workers.parsers.wire.head import read_head
from workers.parsers.wire.iptc7901 import Iptc7901

WIRE = Iptc7901()
GOLDEN = Path(__file__).parents[4] / "golden" / "iptc7901"
HEAD = "abc0123 4 pl 60  abc-int 0012\r\n"
TEXT = "Tide/\r\nTide late =\r\n\r\nNorthby (abc) - The tide was late\r\non Monday.\r\n"


def message(text: str = TEXT, after: str = "051130 Mar 24") -> str:
    return f"\x16\x16\x01{HEAD}\x02{text}\x03{after}\x04\r\n"


@pytest.mark.parametrize(
    ("field", "read"),
    [
        (Field.HEADLINE, ["Tide late"]),
        (Field.SLUGLINE, ["Tide"]),
        (Field.SECTION, ["pl"]),
        (Field.SOURCE, ["abc", "abc"]),  # of the header and of the dateline
        (Field.DATELINE, ["Northby (abc)"]),
        (Field.PUBLISHED, ["2024-03-05T11:30"]),
        (Field.GUID, []),
    ],
)
def test_header_head_and_time_group_are_claims(field: Field, read: list[str]) -> None:
    """A message's number is used again the next day: it is no identity."""
    assert values(one(WIRE, message()), field) == read


def test_wrapped_lines_are_one_paragraph() -> None:
    """Without the head and without control characters."""
    assert one(WIRE, message()).body == ("Northby (abc) - The tide was late on Monday.",)


def test_the_lines_of_a_table_are_text() -> None:
    """ANPA ends each with `<`, as it does the lines of the head; they stand in, those do not."""
    table = "\t   Tides in the north:<\n\t   ;LOW;HIGH<\n\t   Northby;1.2;4.8<\n^END<"
    read = one(WIRE, message(f"^BC-TIDE--TABLE,50<\n{table}"))
    assert read.body == ("Tides in the north:", ";LOW;HIGH", "Northby;1.2;4.8")


def test_the_agency_in_a_header_may_stand_behind_a_code() -> None:
    """The name that is known is the source."""
    read = one(WIRE, "\x01eca062 4 i 211 ccccb   dpa 061\r\n\n\x02" + TEXT + "\x03")
    assert values(read, Field.SOURCE)[0] == "dpa"


def test_what_is_meant_for_desks_is_no_text() -> None:
    """Notes behind a heading or stars, initials, a rule."""
    more = "\r\nMore.\r\n\r\n___\r\n\r\n# Notebook\r\n- Tel\r\n\r\n* * * *\r\nNot for print\r\n"
    assert one(WIRE, message(TEXT + more)).body[1:] == ("More.",)
    assert one(WIRE, message(TEXT + "\r\nMore.\r\n\r\nabc de xy\r\n")).body[1:] == ("More.",)


def test_a_message_without_its_end_says_so() -> None:
    """What came is kept."""
    found = one(WIRE, message().partition("on Monday")[0])
    assert found.body == ("Northby (abc) - The tide was late",)
    assert found.notes == ("no end of text (ETX): the message may have broken off",)


def test_messages_in_a_row_are_items_by_their_places() -> None:
    """One without a header is rejected, the others go on."""
    found = parse(WIRE, message() + "\x01garbage\x02x\x03" + message())
    assert [each.item for each in found] == ["1", "2", "3"]
    assert isinstance(found[1], RejectedItem)
    assert found[1].rejected.reason is Reason.MALFORMED


def test_a_months_name_may_be_of_another_language() -> None:
    """An unknown one gives no time."""
    assert values(one(WIRE, message(after="311845 Dez 23")), Field.PUBLISHED) == [
        "2023-12-31T18:45"
    ]
    assert values(one(WIRE, message(after="311845 Xyz 23")), Field.PUBLISHED) == []


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        (message(""), Reason.NO_ARTICLE),
        ("\x01nothing", Reason.MALFORMED),
        ("\x01 \r\n", Reason.EMPTY),
    ],
)
def test_what_holds_no_message_is_refused(source: str, reason: Reason) -> None:
    """With the reason."""
    with pytest.raises(Rejected) as caught:
        parse(WIRE, source)
    assert caught.value.reason is reason


def test_a_text_above_the_limit_is_too_large() -> None:
    """Before it is read."""
    with pytest.raises(Rejected) as caught:
        parse(WIRE, message(), file_bytes=20)
    assert caught.value.reason is Reason.TOO_LARGE


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (message(), 0.95),
        (HEAD + "\n" + TEXT, 0.85),
        ("z6715-----\nr z BC-TIDE   02-20 0500\n^BC-TIDE,50<\n", 0.85),
        ("\x16\x16\x01z6715-----\r\nr\x1ez\x13BC-TIDE\x12 02-20 0500\r\n\x02^BC-TIDE,50<", 0.95),
        ("\x01\x00\x02\x00binary", 0),
        ("Room 4 is 12 metres long.", 0),
        ("By 2024 4 of 100 had left.", 0),
        ("<html>", 0),
    ],
)
def test_the_score_follows_the_header(source: str, expected: float) -> None:
    """Surest behind SOH; prose with numbers is no header."""
    assert score(WIRE, source) == expected


@pytest.mark.parametrize(
    ("inside", "headline", "slug", "authors", "notes"),
    [
        ("^BC-TIDE--LATE, 2nd Ld,120<\n^Tide late<\n^By ANN EK=\n^Wire Writer=\n\tText.",
         "Tide late", "BC-TIDE--LATE, 2nd Ld", ("ANN EK",), ()),
        ("^Tide late<\n^Eds: ADDS quote.<\n\tText.", "Tide late", None, (),
         ("Eds: ADDS quote.",)),
        ("Sea/Tide/\nTide late,\nagain =\n\nText.", "Tide late, again", "Sea/Tide", (), ()),
        ("Tide late\nBy Ann Ek\n\nText.", "Tide late", None, ("Ann Ek",), ()),
        ("Tide late\nBy Ann Ek, The Herald =\n\nText.", "Tide late", None, ("Ann Ek",), ()),
        ("Tide late\nBy Ann Ek, Bo Ek and Li Ek\n\nText.", "Tide late", None,
         ("Ann Ek, Bo Ek and Li Ek",), ()),
        ("Sea/Tide/\nEXTRA\n1ST LEAD\nTide late\nBy abc correspondents =\n\nText.", "Tide late",
         "Sea/Tide", (), ("EXTRA", "1ST LEAD")),
        ("Sea-tide\n\nTide late =\n\nPar Ann EK\n=(Photo+Video)=\n\n   Text.", "Tide late",
         "Sea-tide", ("Ann EK",), ("=(Photo+Video)",)),
        ("Sea-Tide, 2nd Take,\nTide late\nBy ANN EK\nThe Wire\n   Text.", "Tide late",
         "Sea-Tide, 2nd Take", ("ANN EK",), ()),
        ("The tide was late on Monday.\nIt came at noon.\n\nText.", None, None, (), ()),
        ("NORTHBY, May 4 (AB) - The tide\nwas late\n\nText.", None, None, (), ()),
        ("Text.", None, None, (), ()),
    ],
)  # fmt: skip
def test_the_lines_above_a_text_are_sorted_by_what_they_are(
    inside: str, headline: str | None, slug: str | None, authors: tuple[str, ...],
    notes: tuple[str, ...],
) -> None:  # fmt: skip
    """Marked or bare; where the first block is prose there is no head."""
    head = read_head(inside)
    assert (head.headline, head.slug, head.authors, head.notes) == (headline, slug, authors, notes)
    assert head.text.endswith("Text.")


@pytest.mark.parametrize("case", ["framed", "anpa", "two_messages"])
def test_a_damaged_message_is_read_or_refused(case: str) -> None:
    """Cut anywhere or with any byte changed: no other exception, no item without a body."""
    (path,) = (GOLDEN / case).glob("input.*")
    assert_survives(WIRE, path.read_bytes())


def test_a_keyword_line_above_the_text_is_no_headline_where_there_is_one() -> None:
    """As the standard has it: above STX; a byline that stands in is none of the text."""
    told = "   (Corrects day)\r\n   By Ann Ek\r\n   Northby (abc) - It was late.\r\n"
    text = f"CORRECTED: Tide late\r\n{told}"
    item = one(WIRE, f"\x01{HEAD}Tide CORRECTION\r\n\x02{text}\x03\x04")
    assert values(item, Field.HEADLINE) == ["CORRECTED: Tide late"]
    assert values(item, Field.SLUGLINE) == ["Tide CORRECTION"]
    assert values(item, Field.AUTHOR) == ["Ann Ek"]
    assert item.body == ("Northby (abc) - It was late.",)
    assert item.notes == ("edNote: Corrects day",)
    alone = one(
        WIRE, f"\x01{HEAD}Tide-late\r\n\x02   Northby (abc) - It was late.\r\n   -30-\r\n\x03\x04"
    )
    assert values(alone, Field.HEADLINE) == ["Tide-late"]
    assert alone.body == ("Northby (abc) - It was late.",)


def test_accents_before_their_letters_are_read() -> None:
    """As teletex has them; capitals of another charset above small letters are none."""
    said = "Le conseil a d\u00e9cid\u00e9 apr\u00e8s un d\u00e9bat, le co\u00fbt d'un \u0153uf."
    coded = b"Le conseil a d\xc2ecid\xc2e apr\xc1es un d\xc2ebat, le co\xc3ut d'un \xfauf."
    item = one(WIRE, message("Tide\r\nLate\r\n\r\n@\r\n").encode().replace(b"@", coded))
    assert item.body == (said,)
    assert (
        accented("\u00c4hnlich \u00c4rzte, \u00c7a et \u00c7a, \u00c9t\u00e9".encode("cp1252"))
        is None
    )
    assert accented(b"ab\xc2ec \xc2e \xc1e ab\xc2e ab\xc2e \x81") is None
    assert accented(b"ab\xc2bc ab\xc2bc ab\xc2bc") is None


@pytest.mark.parametrize("closing", ["-30-", "more", "(ABC)", "Red/Vik", "051011 GMT Mar 24"])
def test_lines_that_close_are_left_out_however_many_there_are(closing: str) -> None:
    """Each is looked at once: a file of nothing else took hours."""
    item = one(WIRE, message("Tide\n\nThe tide came late.\n" + f"{closing}\n\n" * 50_000).encode())
    assert item.body == ("The tide came late.",)


def test_a_long_word_at_the_end_is_no_row_of_initials() -> None:
    """It was cut in each way that there is: a second for each of a file's messages."""
    last = "a" * 48
    found = parse(WIRE, message(f"Tide\n\nThe tide came late.\n\n{last}.\n") * 1_000)
    assert {one.body[-1] for one in found if isinstance(one, RawItem)} == {f"{last}."}
