"""
What a passage looks like, as a handful of named marks.

A mark says nothing about meaning: how long a passage is, how it ends, how it is written, whether
it holds the words of furniture, and how its neighbours look. The weights of the marks are learned
(`weights.json`), so each of them can be read and doubted.
"""

# ruff: noqa: RUF001 - the signs of many scripts are meant

from __future__ import annotations

import re
from bisect import bisect
from collections import Counter
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from workers.parsers.text.bylines import author_of, dateline_of, looks_like_person
from workers.parsers.text.lexicon import (
    FUNCTION_WORDS,
    FURNITURE,
    FURNITURE_SIGNS,
    MONTHS,
    PROFESSION,
    YOU,
)
from workers.parsers.text.topic import GAP, LONGEST, Topic, core

if TYPE_CHECKING:
    from workers.parsers.text.lines import Passage

LOOK = 1200
"""Characters of a passage that are looked at: a longer one looks no different."""
_LENGTHS = (1, 2, 3, 5, 8, 12, 18, 26, 40, 60, 90)
"""Words, or a third of the signs where words have no spaces."""
_STEPS = (1, 2, 3, 5, 8, 12, 20, 40)
_TOPIC = (0.1, 0.2, 0.3, 0.45, 0.6, 0.8)
_HERALD = (1, 2, 3, 4, 6)
_SHARES = (0.05, 0.15, 0.25, 0.35, 0.45, 0.55)

_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\u0e00-\u0e7f]")
_WORD = re.compile(r"[^\W\d_][\w'’-]*|\d[\d.,:/-]*|©")
_STOP = re.compile(r"[.!?。！？؟۔।][\"'”’»」』）)\]]*$")
_INNER_STOP = re.compile(r"[.!?؟۔।][\"'”’»)\]]*\s+[\"'“‘«(\[]*\w|[。！？]")
_ELLIPSIS = re.compile(r"(?:\.\.\.|…)[\"'”’»)\]]*$")
_ADDRESS = re.compile(r"https?://|www\.|\S@\w|\w\.(?:com|org|net|co|de|fr|uk|info)\b|(?:^|\s)@\w")
_CLOCK = re.compile(r"\b\d{1,2}[:.h]\d{2}\b|\b\d{1,2}\s?[ap]\.?m\b", re.IGNORECASE)
_YEAR = re.compile(r"(?:\b|_)(?:19|20)\d\d(?:\b|_|年)")
_GLUE = re.compile(r"[a-zß-ÿ][A-ZÀ-Þ]")
_QUOTE = re.compile(r"[\"“”„«»「」]")
_SOCIAL = re.compile(r"\b(?:ago|vor|il y a|hace)\b", re.IGNORECASE)


def marks(passages: list[Passage]) -> list[list[str]]:
    """Return the marks of each passage: its own, its neighbours', its place and its topic."""
    own = [_own(passage) for passage in passages]
    seen = Counter(passage.text for passage in passages)
    sizes = [_prose(passage, names) for passage, names in zip(passages, own, strict=True)]
    topic = Topic(passages, core([size - GAP if size < GAP else size for size in sizes]))
    heralds = [_herald(passages, own, topic, at) for at in range(len(passages))]
    sums = list(accumulate(sizes, initial=0))
    found: list[list[str]] = []
    for at, passage in enumerate(passages):
        names = list(own[at])
        if seen[passage.text] > 1:
            names.append("repeated long" if len(passage.text) > 100 else "repeated")  # noqa: PLR2004
        names += _around(own, at)
        names += _place(passages, sums, at)
        names += _stand(topic, heralds, at)
        found.append(names)
    return found


def _prose(passage: Passage, names: list[str]) -> int:
    """Return how many characters of sentences a passage has, up to `LONGEST`."""
    size = len(passage.text)
    sentence = names[1] in ("end stop", "end quote", "end ellipsis") and size > 60  # noqa: PLR2004
    return min(size, LONGEST) if sentence and "bullet" not in names else 0


def _herald(passages: list[Passage], own: list[list[str]], topic: Topic, at: int) -> float:
    """Return how many words a line shares with those below; 0 for what cannot be a headline."""
    size = len(passages[at].text)
    if "bullet" in own[at] or not 4 <= size <= 260 or ("end stop" in own[at] and size > 130):  # noqa: PLR2004
        return 0.0
    return topic.heralds(at)


@dataclass(frozen=True, slots=True)
class _Frame:
    """What is known of the whole page: where times stand, how much prose, the author's names."""

    times: list[int]
    sums: list[int]
    best: float
    seen: Counter[str]


def headline_marks(passages, own, topic, heralds, frame, at) -> list[str]:
    text = passages[at].text
    value = heralds[at]
    count = len(topic.terms[at]) or 1
    names = list(own[at]) + _around(own, at)
    names.append(f"herald {bisect(_HERALD, value)}")
    names.append(f"herald share {bisect(_TOPIC, value / count)}")
    if value and value >= frame.best * 0.8:
        names.append("herald best")
    after = bisect(frame.times, at)
    gap = frame.times[after] - at if after < len(frame.times) else 99
    names.append(f"time below {bisect((1, 2, 3, 5, 8, 16), gap)}")
    end = len(passages)
    for reach in (4, 12, 30):
        prose = frame.sums[min(end, at + 1 + reach)] - frame.sums[at + 1]
        names.append(f"prose below {reach} {bisect((1, 150, 400, 1000, 2000), prose)}")
    prose = frame.sums[at] - frame.sums[max(0, at - 12)]
    names.append(f"prose above {bisect((1, 150, 400, 1000, 2000), prose)}")
    first, last = topic.span
    names.append(
        f"before core {bisect(_STEPS, first - at)}" if at < first
        else "in core" if at <= last else f"after core {bisect(_STEPS, at - last)}"
    )
    if frame.seen[text] > 1:
        names.append(f"repeated {min(frame.seen[text], 3)}")
    if len(text) > 15 and any(
        text in passages[near].text and len(passages[near].text) > len(text)
        for near in range(max(0, at - 6), min(end, at + 7))
    ):
        names.append("echoed")
    if at + 1 < end and (author_of(passages[at + 1].text)):
        names.append("byline below 1")
    elif any(author_of(passages[near].text) for near in range(at + 1, min(end, at + 6))):
        names.append("byline below 5")
    if looks_like_person(text):
        names.append("person")
    alone = (at == 0 or passages[at - 1].group != passages[at].group) and (
        at + 1 == end or passages[at + 1].group != passages[at].group
    )
    names.append("alone" if alone else "crowded")
    names.append(f"place {min(10, int(10 * frame.sums[at] / (frame.sums[-1] or 1)))}")
    return names


def study(passages):
    own = [_own(passage) for passage in passages]
    sizes = [_prose(passage, names) for passage, names in zip(passages, own, strict=True)]
    topic = Topic(passages, core([size - GAP if size < GAP else size for size in sizes]))
    heralds = [_herald(passages, own, topic, at) for at in range(len(passages))]
    times = [
        at
        for at, names in enumerate(own)
        if ("clock" in names or "year" in names or "ago" in names) and len(passages[at].text) < 120  # noqa: PLR2004
    ]
    sums = list(accumulate(sizes, initial=0))
    frame = _Frame(times, sums, max(heralds, default=0.0), Counter(p.text for p in passages))
    return own, sizes, topic, heralds, frame


def _stand(topic: Topic, heralds: list[float], at: int) -> list[str]:
    """Return where a passage stands to the core, to a headline above, and to the topic."""
    first, last = topic.span
    if at < first:
        names = [f"before core {bisect(_STEPS, first - at)}"]
    elif at > last:
        names = [f"after core {bisect(_STEPS, at - last)}"]
    else:
        names = ["in core"]
    share = topic.share(at)
    if share is not None:
        near = "in" if first <= at <= last else "out"
        names.append(f"topic {bisect(_TOPIC, share)}")
        names.append(f"topic {near} {bisect(_TOPIC, share)}")
    above = max(heralds[max(0, at - 12) : at], default=0.0)
    names.append(f"herald above {bisect(_HERALD, above)}")
    names.append(f"herald {bisect(_HERALD, heralds[at])}")
    return names


def _own(passage: Passage) -> list[str]:
    """Return the marks of a passage by itself; the first three are its length, end and case."""
    text = passage.text[:LOOK]
    words = _WORD.findall(text)
    length = bisect(_LENGTHS, _size(text, words))
    end = _end(text)
    folded = [word.casefold() for word in words]
    case = _case(words)
    names = [f"len {length}", f"end {end}", f"case {case}", f"len {length} end {end}"]
    names.append(f"case {case} len {length}")
    names.append(f"function {bisect(_SHARES, _share(folded, FUNCTION_WORDS))}")
    if passage.bullet:
        names += ["bullet", f"bullet len {length}"]
    names += _lexical(text, folded, length)
    names += _shape(text, words)
    return names


def _size(text: str, words: list[str]) -> float:
    signs = 0 if text.isascii() else len(_CJK.findall(text))
    return signs / 3 if signs * 2 > len(text) else len(words)


def _end(text: str) -> str:
    if _ELLIPSIS.search(text):
        return "ellipsis"
    if _STOP.search(text):
        return "stop"
    last = text[-1:]
    if last in ")）]":
        return "bracket"
    if last in ":：":
        return "colon"
    return "quote" if last in "\"'”’»」』" else "comma" if last in ",;、，" else "none"


def _case(words: list[str]) -> str:
    """Return how a passage is written: like a sentence, like a title, in capitals."""
    letters = [word for word in words if word[0].isalpha()]
    if not letters:
        return "none"
    lower = sum(word[0].islower() for word in letters)
    upper = sum(word.isupper() and len(word) > 1 for word in letters)
    if not lower and not any(word[0].isupper() for word in letters):
        return "uncased"
    if upper == len(letters):
        return "capitals"
    if lower == 0:
        return "title"
    share = lower / len(letters)
    return "sentence" if share > 0.6 else "mixed" if share > 0.35 else "titled"  # noqa: PLR2004


def _share(folded: list[str], lexicon: frozenset[str]) -> float:
    return sum(word in lexicon for word in folded) / len(folded) if folded else 0.0


def _lexical(text: str, folded: list[str], length: int) -> list[str]:
    hits = sum(word in FURNITURE for word in folded)
    if not text.isascii() and len(text) < 80:  # noqa: PLR2004 - signs in a long text say nothing
        hits += sum(sign in text for sign in FURNITURE_SIGNS)
    names: list[str] = []
    if hits:
        dense = hits * 6 >= len(folded)
        names += ["furniture dense" if dense else "furniture thin", f"furniture len {length}"]
        if hits > 2:  # noqa: PLR2004
            names.append("furniture many")
    if any(word in YOU for word in folded):
        names.append(f"you len {length}")
    if any(word in PROFESSION for word in folded):
        names.append("profession")
    if any(word in MONTHS for word in folded):
        names.append("month short" if length < 6 else "month")  # noqa: PLR2004
    return names


def _shape(text: str, words: list[str]) -> list[str]:
    tests = (
        ("address", _ADDRESS), ("clock", _CLOCK), ("year", _YEAR), ("glue", _GLUE),
        ("quote", _QUOTE), ("ago", _SOCIAL),
    )  # fmt: skip
    names = [name for name, pattern in tests if pattern.search(text)]
    names.append(f"sentences {min(3, len(_INNER_STOP.findall(text)))}")
    if "|" in text or "»" in text or "›" in text:
        names.append("bar")
    if "©" in text:
        names.append("copyright")
    if "," in text or "，" in text or "、" in text:
        names.append("comma")
    if sum(word[0].isdigit() for word in words) * 3 > len(words):
        names.append("numbers")
    if text[:1].islower():
        names.append("begins lower")
    if text[:1] in "(（[【":
        names.append("bracketed")
    half = len(text) // 2
    if half > 8 and text[:half].strip() == text[-half:].strip():  # noqa: PLR2004
        names.append("doubled")
    if dateline_of(text):
        names.append("dateline")
    if "{" in text or "};" in text or "__" in text:
        names.append("code")
    return names


def _around(own: list[list[str]], at: int) -> list[str]:
    names: list[str] = []
    for step in (-2, -1, 1, 2):
        other = at + step
        if not 0 <= other < len(own):
            names.append(f"{step:+d} edge")
            continue
        names += [f"{step:+d} {mark}" for mark in own[other][:4]]
        if "bullet" in own[other]:
            names.append(f"{step:+d} bullet")
        if "furniture dense" in own[other]:
            names.append(f"{step:+d} furniture")
    return names


def _place(passages: list[Passage], prose: list[int], at: int) -> list[str]:
    total = prose[-1] or 1
    before = prose[at] / total
    near = prose[min(len(passages), at + 5)] - prose[max(0, at - 4)]
    names = [
        f"place {min(10, int(before * 10))}",
        f"near {bisect((1, 200, 500, 1000, 2000), near)}",
    ]
    if not prose[at]:
        names.append("before all prose")
    if prose[at + 1] == prose[-1]:
        names.append("after all prose")
    group = passages[at].group
    alone = (at == 0 or passages[at - 1].group != group) and (
        at + 1 == len(passages) or passages[at + 1].group != group
    )
    names.append("alone" if alone else "crowded")
    return names
