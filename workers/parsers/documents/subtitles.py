"""
Subtitles as transcripts: SubRip (SRT), WebVTT, and YouTube's SBV.

What is said, in paragraphs; times, positions and markup are none of it. WebVTT is read by its
specification (https://www.w3.org/TR/webvtt1/), SubRip by its habits: there is no standard.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from shared.domain.article import Claim, Field, RawItem
from shared.errors import Reason, Rejected
from workers.parsers.charset.decoding import decode
from workers.parsers.lines.stops import UNSPACED, ends_sentence
from workers.parsers.unpacking.inner import too_large
from workers.words.entities import unescaped
from workers.words.mending import MENDED, mend_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from workers.parsers.base import ParseContext, Parsed, RawFile

_CLOCK = r"(?:(\d{1,3}):)?(\d{1,2}):(\d\d)[.,](\d{1,3})"
_TIMING = re.compile(rf"\s*{_CLOCK}\s*(?:-->|,)\s*{_CLOCK}(?:\s.*)?")
_OPENING = re.compile(
    rb"\s*+(?:WEBVTT(?>(?:[ \t][^\r\n]*+)?)[\r\n]|(?:\d{1,6}+[ \t]*+[\r\n]\s*+)?"
    rb"\d{1,3}:\d\d:\d\d[.,]\d{1,3}\s*(?:-->|,)\s*\d{1,3}:\d\d:\d\d[.,]\d{1,3})"
)
_LANGUAGE = re.compile(r"^Language:[ \t]*([\w-]{2,20})[ \t]*$", re.MULTILINE)
_TITLE = re.compile(r"^(?:WEBVTT[ \t]++(?:-[ \t]*+)?|Title:[ \t]*+)(\S[^\n]*)$", re.MULTILINE)
_BLANK = re.compile(r"\n[ \t]*\n\s*")
_VOICE = re.compile(r"<v(?:\.[^\s>]{1,80})?[ \t]+([^>\n]{1,80})>")
_MARKUP = re.compile(r"</?[a-zA-Z][^<>\n]{0,200}>|<\d[\d:.]{0,20}>|\{\\[^{}\n]{0,80}\}")
_SOUND = re.compile(r"[♪♫].*|\[[^\[\]\n]{1,80}\]|\([^()\n]{1,80}\)")
"""A line that tells of music or a sound, and of nothing that is said."""
_TURN = re.compile(r"^\s*(?:[-\u2010-\u2015]\s*|>{2,3}\s*)(?=\S)")
"""What opens the line of another speaker."""
_WIDE_SCRIPT = re.compile(rf"(?<={UNSPACED}) (?={UNSPACED})")
"""A space between two lines of a script that has none."""
_STAYS_SECONDS = 0.1
"""A line that is shown again after less is still the same."""
_ROLLED = 20
"""Lines that are shown again at the most: a screen has room for fewer."""
_PAUSE_SECONDS = 1.5
"""After a sentence so long a silence begins a paragraph."""
_LONG = 500
"""Characters after which the end of a sentence does."""


@dataclass(frozen=True, slots=True)
class _Cue:
    """Lines that are shown together."""

    start: float
    """Seconds from the beginning."""
    end: float
    lines: tuple[str, ...]
    voice: str | None


class Subtitles:
    """Reads one transcript."""

    name = "subtitles"
    version = 1
    opens = b"W0123456789"

    def score(self, file: RawFile) -> float:
        """Return .95 for WebVTT's signature, and for a timing at the start."""
        # in UTF-16 there is a NUL beside each sign
        head = file.head[:4096].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe")
        return 0.95 if _OPENING.match(head) is not None else 0.0

    def parse(self, file: RawFile, context: ParseContext) -> Iterator[Parsed]:
        """Yield the transcript, or raise `Rejected` where nothing is said."""
        if len(file.data) > context.limits.file_bytes:
            raise too_large(context.limits.file_bytes)
        decoded = decode(file.data, context.charset)
        text = mend_lines(decoded.text)
        blocks = _BLANK.split(text.replace("\r\n", "\n").replace("\r", "\n").strip())
        body = tuple(_paragraphs(_rolled_up(_cues(blocks))))
        if not body:
            raise Rejected(Reason.NO_ARTICLE, "nothing is said in these subtitles")
        yield RawItem(
            body=body,
            body_source="cues",
            claims=_claims(blocks[0]),
            notes=decoded.notes if text == decoded.text else (*decoded.notes, MENDED),
        )


def _claims(header: str) -> dict[Field, tuple[Claim, ...]]:
    """Return what the header of WebVTT says; nothing of another file's first cue."""
    if not header.startswith("WEBVTT"):
        return {}
    told = {
        Field.HEADLINE: (_TITLE.search(header), "header title", 0.5),
        Field.LANGUAGE: (_LANGUAGE.search(header), "header language", 0.4),
    }
    return {
        name: (Claim(found[1].strip(), source, weight),)
        for name, (found, source, weight) in told.items()
        if found is not None
    }


def _cues(blocks: Iterable[str]) -> Iterator[_Cue]:
    """Yield the cues; comments, styles and regions have no timing and are passed over."""
    for block in blocks:
        lines = block.split("\n")
        at = next((at for at, line in enumerate(lines[:2]) if _TIMING.fullmatch(line)), None)
        if at is None:
            continue
        timing = _TIMING.fullmatch(lines[at])
        assert timing is not None
        voice = _VOICE.search(block)
        said = tuple(filter(None, map(_said, lines[at + 1 :])))
        start, end = _seconds(*timing.groups()[:4]), _seconds(*timing.groups()[4:])
        yield _Cue(start, end, said, voice[1].strip() if voice else None)


def _said(line: str) -> str:
    """Return what is said in a line: nothing for music and sounds."""
    plain = unescaped(_MARKUP.sub("", line)).strip()
    return "" if _SOUND.fullmatch(plain) else plain


def _seconds(hours: str | None, minutes: str, seconds: str, part: str) -> float:
    return int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds) + float(f"0.{part}")


def _rolled_up(cues: Iterable[_Cue]) -> list[_Cue]:
    """Leave out lines that stay as the next ones come below them, and cues without any."""
    kept: list[_Cue] = []
    shown: tuple[str, ...] = ()
    end = 0.0
    for cue in cues:
        if cue.start - end >= _STAYS_SECONDS:
            shown = ()
        sizes = range(min(len(shown), _ROLLED), 0, -1)
        again = next((size for size in sizes if shown[-size:] == cue.lines[:size]), 0)
        shown, end = cue.lines or shown, cue.end
        if fresh := cue.lines[again:]:
            kept.append(_Cue(cue.start, cue.end, fresh, cue.voice))
    return kept


def _paragraphs(cues: list[_Cue]) -> Iterator[str]:
    """Yield paragraphs: what one speaker says, broken at pauses after a sentence."""
    parts: list[str] = []
    for before, cue in pairwise([None, *cues]):
        assert cue is not None
        changed = before is None or cue.voice != before.voice
        if before is not None and parts and (changed or _is_pause(parts, before, cue)):
            yield _joined(parts)
            parts = []
        if cue.voice and changed:
            parts.append(f"{cue.voice}:")
        for line in cue.lines:
            if _TURN.match(line) and parts and ends_sentence(parts[-1]):
                yield _joined(parts)
                parts = []
            parts.append(_TURN.sub("", line))
    if parts:
        yield _joined(parts)


def _joined(parts: list[str]) -> str:
    return _WIDE_SCRIPT.sub("", " ".join(parts))


def _is_pause(parts: list[str], before: _Cue, cue: _Cue) -> bool:
    """Return whether a paragraph ends between two cues."""
    if not ends_sentence(parts[-1]):
        return False
    return cue.start - before.end >= _PAUSE_SECONDS or sum(map(len, parts)) >= _LONG
