"""The paragraphs of an article, without what its own fields say already."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workers.normalise.bylines.authors import people
from workers.normalise.releases import without_form
from workers.normalise.times.written import read
from workers.words.end_marks import above_end
from workers.words.letters import letters_and_digits

if TYPE_CHECKING:
    from collections.abc import Sequence

HEADLINE_LENGTH = 120
"""Characters of a headline that is taken from the text."""
_LONGEST_SENTENCE = 500
_TWICE = 16
"""Digits of two days with their clocks, which can have more words beside them."""
_HEAD = 4
"""Paragraphs at the start among which a byline or dateline is looked for."""
_TAIL = 1
"""… and at the end: `(Reporting by Jane Doe)` alone in its line."""
_LONGEST_LINE = 100
_LONGEST_REPEAT = 500
_LINE_WORDS = 6
"""Words beside the names or the date that a byline or dateline line may have."""
_SENTENCE = re.compile(r".+?(?:[.!?…][\"'”’»)\]]*(?=\s)|[。！？][」』”]*)")  # noqa: RUF001 - full stops of many scripts
_ABBREVIATED = re.compile(
    r"(?:\b\w|\b(?:Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov|Prof|No|Nr|vs|Jr|Sr|Nov|Dec|Jan|Feb|Sept?|Oct|Aug|ca|bzw|inkl))\.$"
)
_CREDIT = re.compile(
    r"\s\((?:fot(?:\.|o:?)|ph?oto:?|zdj\.|фото:?|bild:|image:|picture:)\s[^()]{1,40}\)$",
    re.IGNORECASE,
)
"""Whose the picture is, behind the headline that stands below it once more."""
_TITLED = re.compile(
    r"【#?(?!编者|編者|本报|本報|记者|記者)([^】#=＝\n\u3040-\u30ff]{6,60})(?<![讯訊电電])#?】(?=\S)"  # noqa: RUF001
)
"""
A headline before the first words of its text, as Chinese posts and papers set it.

A dateline stands so too, and a note; Japanese papers put a mark there.
"""
_LABELLED = re.compile(r"[^\W\d_]{2,20}\s?[:：]\s*")  # noqa: RUF001 - a colon of East Asia
"""`Title:`, `제목:`: a word before the headline, where a text repeats it for a program to read."""
_BEHIND_PLACE = " .,:;)]=–—-"  # noqa: RUF001 - dashes
_WORD = re.compile(r"[^\W_]")


def key(text: str) -> str:
    """Return a text as headlines and paragraphs are compared: letters and digits, case folded."""
    return letters_and_digits(text).casefold()


def first_sentence(body: Sequence[str], dateline: str | None = None) -> str:
    """Return the first sentence of a text as a headline, cut at a word to 120 characters."""
    text = next(filter(_WORD.search, body), body[0])[:_LONGEST_SENTENCE]
    if titled := _TITLED.match(text):
        return titled[1]
    if dateline and text.startswith(dateline):
        behind = text[len(dateline) :].lstrip(_BEHIND_PLACE)
        text = behind if _WORD.search(behind) else text
    begin = worded.start() if (worded := _WORD.search(text)) else 0
    ends = (
        found.end()
        for found in _SENTENCE.finditer(text)
        if found.end() > begin and not _ABBREVIATED.search(text[: found.end()])
    )
    sentence = text[: next(ends, None)].strip()
    if len(sentence) <= HEADLINE_LENGTH:
        return sentence
    cut = sentence[: HEADLINE_LENGTH + 1]
    return (cut.rpartition(" ")[0] or cut[:HEADLINE_LENGTH]).rstrip(" ,;:-–—")  # noqa: RUF001 - dashes


def tidy(
    body: Sequence[str], headline: str, authors: Sequence[str], dateline: str | None
) -> tuple[str, ...]:
    """
    Return clean paragraphs without the headline, byline and dateline that stand among them again.

    Rules and rows of stars, without a letter or digit, are no paragraphs, nor is what a service
    for companies' news writes below each text.

    Where nothing else would be left they stay: a flash can be its headline alone.
    """
    worded = list(filter(_WORD.search, body))
    kept = _tidied(worded, headline, authors, dateline)
    # what stood behind a line that went is looked at again, so that nothing is left for next time
    while kept and len(kept) < len(worded):
        worded, kept = kept, _tidied(kept, headline, authors, dateline)
    return tuple(kept or _single(worded) or body)


def _tidied(
    body: Sequence[str], headline: str, authors: Sequence[str], dateline: str | None
) -> list[str]:
    """Return paragraphs without what stands at their start and end again; it can be all of them."""
    kept = _without_head(without_form(_above_end(body)), headline, authors, dateline)
    while len(kept) > _TAIL and _is_byline(kept[-1], authors):
        kept.pop()
    return _single(kept)


def _above_end(body: Sequence[str]) -> list[str]:
    """Return the paragraphs above the mark of a release's end."""
    return [body[at] for at in above_end(body, range(len(body)))] if body else []


def _single(body: Sequence[str]) -> list[str]:
    """Return paragraphs without repeats in a row: what stood between two of them may be gone."""
    return [line for at, line in enumerate(body) if at == 0 or body[at - 1] != line]


def _without_head(
    body: Sequence[str], headline: str, authors: Sequence[str], dateline: str | None
) -> list[str]:
    """Drop the lines at the start that repeat a field, until none is left there."""
    kept = list(body)
    same = {key(headline), key(dateline or "")} - {""}
    at = 0
    # Past the first long paragraph the article has begun: a date there is a heading of its own.
    while at < min(_HEAD, len(kept)) and len(line := kept[at]) <= _LONGEST_REPEAT:
        if _repeats(line, same) or _is_byline(line, authors) or _is_date(line):
            del kept[at]
            if 0 < at < len(kept) and kept[at - 1] == kept[at]:
                del kept[at]
            at = 0
        elif len(line) > _LONGEST_LINE:
            break
        else:
            at += 1
    return kept


def _repeats(line: str, same: set[str]) -> bool:
    """Return whether a line is a field again; a sentence with its full stop is text."""
    labelled = _LABELLED.match(line)
    if labelled is not None and key(line[labelled.end() :]) in same:
        return True
    if line[-1] in ".。":
        return False
    return key(line) in same or (line[-1] == ")" and key(_CREDIT.sub("", line)) in same)


def _is_byline(line: str, authors: Sequence[str]) -> bool:
    """Return whether a line only names the authors again."""
    if len(line) > _LONGEST_LINE or not authors:
        return False
    lower = line.casefold()
    if not any(name.casefold() in lower for name in authors):
        return False
    named = people((line,))
    return bool(named) and {key(name) for name in named} <= {key(name) for name in authors}


def _is_date(line: str) -> bool:
    """Return whether a short line is a date and hardly anything else."""
    if len(line) > _LONGEST_LINE or not any(map(str.isdigit, line)):
        return False
    words = [word for word in line.split() if any(map(str.isalpha, word))]
    digits = sum(map(str.isdigit, line))
    few = len(words) <= _LINE_WORDS or len(words) < digits >= _TWICE
    return few and line[-1:] not in ".!?" and read(line) is not None
