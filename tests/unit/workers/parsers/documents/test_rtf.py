"""RTF as word processors write it."""

from __future__ import annotations

import pytest

from shared.domain.article import Field
from shared.errors import Reason
from tests.unit.workers.parsers.reading import assert_only_rejected, read
from workers.parsers.base import RawFile
from workers.parsers.documents.rtf import Rtf

FIRST = "The ferry to the islands runs again since Monday, three weeks after the storm."
SECOND = "The company had rented a smaller boat, which could take no lorries at all."


def rtf(inside: str = "", head: str = "\\ansi\\ansicpg1252") -> bytes:
    text = (
        f"{{\\rtf1{head}{{\\fonttbl{{\\f0 Times;}}}}\\pard {FIRST}\\par\r\n{inside}\\par {SECOND}}}"
    )
    return text.encode()


def body(inside: str, head: str = "\\ansi\\ansicpg1252") -> str:
    """Return what stands between the first paragraph and the last."""
    return " | ".join(read("a.rtf", rtf(inside, head)).items[0].body[1:-1])


def test_paragraphs_are_read_without_fonts() -> None:
    """The lines of the file mean nothing."""
    assert read("a.rtf", rtf()).items[0].body == (FIRST, SECOND)


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("The \\b bold\\b0  boat.", "The bold boat."),
        ("The bo\r\nat.", "The boat."),
        ("[image: data:image/svg+xml;base64,PHN2]The boat.", "The boat."),
        ("J\\'e4nner \\u8364?5 \\u-10179?\\u-8704?.", "Jänner €5 \U0001f600."),
        ("\\u-10179?x", "\ufffdx"),
        ("{\\*\\unknown dropped}Kept {\\pict 0102}too.", "Kept too."),
        ("\\ldblquote Yes\\rdblquote  \\{x\\} \\emdash  z\\~y", "“Yes” {x} — z y"),
        ("{\\field{\\*\\fldinst HYPERLINK x}{\\fldrslt a link}}", "a link"),
        ("\\uc2\\u8364??x", "€x"),
        ("one\\line two", "one two"),
    ],
)
def test_control_words_are_obeyed(inside: str, text: str) -> None:
    """Signs by code page and by Unicode, groups without text, links, quotes."""
    assert body(f"It said: {inside} And so on, the office told us today.") == (
        f"It said: {text} And so on, the office told us today."
    )


def test_two_bytes_can_be_one_sign() -> None:
    """In the code pages of East Asia."""
    signs = "".join(f"\\'{byte:02x}" for byte in "渡轮恢复通航。".encode("gbk"))
    assert body(signs * 8, "\\ansi\\ansicpg936") == "渡轮恢复通航。" * 8


def test_the_properties_are_weak_evidence() -> None:
    """Title and author of the document."""
    head = "\\ansi{\\info{\\title Tide}{\\author Ann Ek}}"
    claims = read("a.rtf", rtf("", head)).items[0].claims
    assert [each.value for each in claims[Field.AUTHOR]] == ["Ann Ek"]
    assert claims[Field.HEADLINE][0].source == "rtf property title"


def test_groups_without_end_are_too_deep() -> None:
    """They are counted, and not followed by calls."""
    assert read("a.rtf", b"{\\rtf1" + b"{" * 100_000).reason is Reason.TOO_DEEP


def test_the_score_follows_the_first_group() -> None:
    """The name says nothing."""
    assert Rtf().score(RawFile(name="a", content=rtf())) > 0.9
    assert Rtf().score(RawFile(name="a.rtf", content=b"The tide was late.")) == 0


def test_damage_of_any_kind_ends_in_a_reason() -> None:
    """Nothing but `Rejected` leaves the parser."""
    assert_only_rejected("a.rtf", rtf("J\\'e4nner {\\b x} \\u8364?"))


def test_a_font_has_the_charset_of_its_script() -> None:
    """Beside a document of Western Windows; one that names none has the document's."""
    fonts = (
        "\\ansicpg1252{\\fonttbl{\\f1\\fcharset204 A;}{\\f2\\fcharset128 B;}{\\f3\\fcharset0 C;}}"
    )
    said = body("\\f1 \\'cf\\'ee\\f2 \\'83e\\'83X\\f3 \\'e4\\plain  are signs, it said.", fonts)
    assert said == "Поテスä are signs, it said."


def test_a_page_that_is_kept_in_rtf_is_read_as_one() -> None:
    """Its tags in groups of their own; what is for readers of RTF alone is left out."""
    marked = "".join(
        f"{{\\*\\htmltag64 <p>}}{text}\\htmlrtf \\par also\\htmlrtf0 {{\\*\\htmltag72 </p>}}"
        for text in (FIRST, SECOND)
    )
    data = f"{{\\rtf1\\ansi\\fromhtml1{{\\*\\htmltag19 <html>}}{marked}{{\\*\\mhtmltag84 no}}}}"
    (item,) = read("a.rtf", data.encode()).items
    assert item.parser.startswith("web_page/")
    assert item.body == (FIRST, SECOND)
