"""Subtitles are transcripts: what is said, in paragraphs."""

from __future__ import annotations

import pytest

from shared.domain.article import Field
from shared.errors import Reason
from tests.unit.workers.parsers.reading import assert_only_rejected, read
from workers.parsers.base import Limits, RawFile
from workers.parsers.documents.subtitles import Subtitles

SAID = "The ferry sails again."


def cue(lines: str, start: int = 0, end: int | None = None) -> str:
    """Return a cue of SubRip from one second to another."""
    times = (f"00:00:{at:02},000" for at in (start, start + 1 if end is None else end))
    return f"7\n{' --> '.join(times)}\n{lines}\n\n"


def body(text: str) -> tuple[str, ...]:
    """Return the paragraphs of the only transcript."""
    (item,) = read("a.srt", text.encode()).items
    return item.body


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16"])
def test_they_are_known_by_their_first_lines(charset: str) -> None:
    """In any charset, whatever the name; other numbers are none."""
    vtt = "WEBVTT\n\n00:01.000 --> 00:02.000\nYes.\n"
    for text in (cue(SAID), cue(SAID).partition("\n")[2], vtt):
        file = RawFile(name="any.txt", content=text.encode(charset))
        assert Subtitles().score(file) == 0.95
    for text in ("WEBVTTX\n", "7\nA story of one line\n", "00:00:01 the clock\n", "12:30, 14:45"):
        assert Subtitles().score(RawFile(name="a.srt", content=text.encode(charset))) == 0.0


def test_a_sentence_goes_on_in_the_next_cue() -> None:
    """However long nobody speaks meanwhile."""
    assert body(cue("The ferry") + cue("sails again.", 30)) == (SAID,)


def test_a_silence_after_a_sentence_begins_a_paragraph() -> None:
    """A short one does not."""
    assert body(cue(SAID, 0, 2) + cue(SAID, 3)) == (f"{SAID} {SAID}",)
    assert body(cue(SAID, 0, 2) + cue(SAID, 4)) == (SAID, SAID)


def test_long_paragraphs_end_with_a_sentence() -> None:
    """Who speaks without a silence is broken all the same."""
    many = body("".join(cue(f"{SAID[:-1]} on day {at}.", at) for at in range(50)))
    assert len(many) > 2
    assert all(len(one) < 600 for one in many)


def test_another_speaker_begins_a_paragraph() -> None:
    """By a dash or signs in front, and by WebVTT's voices, whose names are told."""
    assert body(cue("- Who pays?\n- The county.")) == ("Who pays?", "The county.")
    assert body(cue(">> Who pays?") + cue(">> The county.", 1)) == ("Who pays?", "The county.")
    voices = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann>Who\n\n00:02.000 --> 00:03.000\n<v.x Bo>Me"
    assert body(voices) == ("Ann: Who", "Bo: Me")


@pytest.mark.parametrize("line", ["[applause]", "(door slams)", "♪ la la ♪", "{\\an8}", "<i></i>"])
def test_sounds_and_markup_are_not_said(line: str) -> None:
    """A bracket inside a sentence is."""
    assert body(cue(f"{line}\n{SAID}")) == (SAID,)
    assert body(cue("He [the mayor] said so.")) == ("He [the mayor] said so.",)


def test_lines_that_are_shown_again_are_said_once() -> None:
    """Live captions roll up: each line stands below, and then above."""
    assert body(cue("one") + cue("one\ntwo", 1) + cue("two\nthree", 2)) == ("one two three",)
    assert body(cue("one") + cue("one", 5)) == ("one one",)
    assert body(cue("No.") + cue("Yes.", 1) + cue("No.", 2)) == ("No. Yes. No.",)


def test_the_header_tells_title_and_language() -> None:
    """Comments and styles are no text."""
    header = "WEBVTT - Ferries\nLanguage: nb\n\nNOTE a\nnote\n\nSTYLE\n::cue {}\n\n"
    (item,) = read("a.vtt", f"{header}1\n00:01.000 --> 00:02.000\nJa.\n".encode()).items
    assert item.body == ("Ja.",)
    assert (item.first(Field.HEADLINE), item.first(Field.LANGUAGE)) == ("Ferries", "nb")


def test_subtitles_in_which_nothing_is_said_have_no_article() -> None:
    """Nor have those that are cut off before the first word."""
    assert read("a.srt", cue("♪").encode()).reason is Reason.NO_ARTICLE
    assert read("a.vtt", b"WEBVTT\n").reason is Reason.NO_ARTICLE


def test_subtitles_above_the_limit_are_too_large() -> None:
    """As other documents are."""
    found = read("a.srt", cue(SAID).encode(), limits=Limits(file_bytes=20))
    assert found.reason is Reason.TOO_LARGE


def test_damage_of_any_kind_ends_in_a_reason() -> None:
    """Never in another error."""
    assert_only_rejected(
        "a.srt", (cue(SAID) + cue("- Who pays?\n- <v Ann>The county.", 4)).encode()
    )
