"""
Label lines: `Source: Agency`, several on one line, or the value on the line below.

A label word alone proves nothing (a menu has `Date` and `Topics` too): its value must look like
one, and a label without a colon needs a second one beside it, or a value that cannot be mistaken.
"""

# ruff: noqa: RUF001 - the signs of many scripts are meant

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from shared.domain.article import Field
from workers.parsers.bylines.east_labels import fields_of, first_label, labels_of
from workers.parsers.text.label_rows import LONGEST_ROW, MOMENT_FIELDS, Labelled, row_of, supported
from workers.parsers.text.label_words import COLON_ONLY, LABELS, SECOND_MEANING
from workers.parsers.text.moments import WEEKDAY_BEFORE, is_moment_line, moments
from workers.parsers.text.never_headline import never_headline

if TYPE_CHECKING:
    from workers.parsers.text.typesetting.lines import Passage

COLONS = (":", "：")
_COLON = re.compile(r"\s*[:：՝]\s*")
_SEPARATOR = re.compile(r"[\s|｜(（\[【·•,;/、　]+")
_LONGEST_LABEL = max(map(len, LABELS))
_LONGEST = {
    Field.HEADLINE: 300, Field.URL: 2000, Field.KEYWORD: 400, Field.SECTION: 120, Field.GUID: 200,
}  # fmt: skip
_LONGEST_NAME, _LONGEST_MOMENT, _LONGEST_LINE = 100, 60, 2500
_LABEL_REACH = 40
"""The first label's colon stands within so many signs, or the line begins with none."""
_SENTENCE = re.compile(r"[.!?。！？](?:(?<=[。！？])\S|(?<=[a-zß-ÿа-я]{2}[.!?])\s+\S)")
_ORDER = re.compile(
    r"\W*(?:please|pls|note|see|kill|withdraw|disregard|do not|delete|correct|bitte|achtung|merci"
    r"|prière|veuillez|por favor|favor de|请|請)\b",
    re.IGNORECASE,
)
"""What is said to editors (`EDITORS: please kill …`) is no editor's name."""
_NAMED = (Field.AUTHOR, Field.EDITOR, Field.SOURCE)
_MOST_NAME_WORDS, _MOST_SECTION_WORDS, _LETTERS = 12, 4, re.compile(r"[^\W\d_]{2}")
_ENDINGS = ("in ", "innen")
"""Of a word for people of any gender, whose colon is no label's."""
_EPOCH = re.compile(r"1\d{9}(?:\d{3})?")
_DAY_AND_YEAR = re.compile(r"(?<!\d)(?:\d{1,2}\D{1,20}\d{4}|\d{4}\D{1,20}\d{1,2})(?!\d)")
"""A moment in words that are not known here: normalising knows more."""
_BESIDE_NAMES = re.compile(r"\s(?:\||//|~|»|\d+\s[^\W\d]+$)")
"""What stands behind the names on their line: `gnaddrig | Filed under: …`, `Ann Ek 2 comments`."""
_BESIDE_DAY = " ,;|·•–—-(["
_BEFORE_DAY = frozenset({"am", "on", "of", "at", "vom", "den", "le", "el", "il", "em", "op", "dne"})
"""What stands between names and a day."""
_TRIM = " \t|｜·•,;/()（）[]【】、　"


def labelled(passages: list[Passage]) -> list[Labelled]:
    """Return all labels with believable values, in order."""
    found: list[Labelled] = []
    bare: list[Labelled] = []
    rows: list[Labelled] = []
    at = 0
    while at < len(passages):
        text = passages[at].text
        if same_line := _on_one_line(text, at):
            found += same_line
        elif len(text) > LONGEST_ROW and text[-1] not in ":： ":
            pass  # a paragraph
        elif pair := _on_two_lines(passages, at):
            (found if text[-1] in ":：" else bare).append(pair)
            at += 1
        else:
            rows += _in_row(text, at)
        at += 1
    found += supported(bare, rows, found, passages)
    return sorted(found, key=lambda one: one.first)


def _in_row(text: str, at: int) -> list[Labelled]:
    """Return the label of a line that has no colon behind it, or other signs around it."""
    if (row := row_of(text)) is None:
        return []
    word, value = row
    name = _meant(word, value)
    told = name is not None and (name not in _NAMED or any(map(str.isalpha, value)))
    return _with_day(name, value, at) if name is not None and told else []


def fields_on_line(text: str) -> list[tuple[Field, str]]:
    """Return the fields of a line that begins with a label, or with a moment and then one."""
    return [(one.name, one.value) for one in _on_one_line(text, 0)]


def _on_one_line(text: str, at: int) -> list[Labelled]:
    """Return the labels of a line that begins with one, or with a moment; else none."""
    head = text[: _LABEL_REACH + _LONGEST_LABEL]
    if len(text) > _LONGEST_LINE or not (":" in head or "：" in head or "՝" in head):
        return []
    places = _places(text)
    if not places or places[0][0] > 1:
        run = _in_one_run(text, at)
        if run or not places:
            return run
    found: list[Labelled] = []
    if (begin := places[0][0]) > 1:
        if not is_moment_line(text[:begin]):
            return []
        found += [Labelled(name, moment, at, at) for name, moment in moments(text[:begin])]
    ends = [start for start, _, _ in places[1:]] + [len(text)]
    for (_, after, word), end in zip(places, ends, strict=True):
        value = text[after:end].strip(_TRIM)
        if (name := _meant(word, value)) is not None:
            found += _with_day(name, value, at)
    return _named_apart(found, text, at)


def _with_day(name: Field, value: str, at: int) -> list[Labelled]:
    """Return a label's field, and the day that stands behind the names of authors."""
    told = moments(value) if name is Field.AUTHOR else []
    if not told:
        return [Labelled(name, _found(name, value), at, at)]
    names = value[: value.find(told[0][1])].rstrip(_BESIDE_DAY)
    bare = WEEKDAY_BEFORE.sub("", names).rstrip(_BESIDE_DAY)
    names = bare if " " in bare or not bare.istitle() else names  # `Joe Friday` is called so
    kept, _, last = names.rpartition(" ")
    names = kept.rstrip(_BESIDE_DAY) if last.casefold() in _BEFORE_DAY else names
    fields = [(name, _found(name, names)), *told] if names else told
    return [Labelled(field, text, at, at) for field, text in fields]


def _in_one_run(text: str, at: int) -> list[Labelled]:
    """Return the fields of a line that opens with a moment, where no space parts the labels."""
    begin = -1 if text.isascii() else first_label(text)
    if begin <= 0 or not is_moment_line(text[:begin]):
        return []
    told = [Labelled(name, moment, at, at) for name, moment in moments(text[:begin])]
    return told + [Labelled(name, value, at, at) for name, value in fields_of(text)]


def _named_apart(found: list[Labelled], text: str, at: int) -> list[Labelled]:
    """Return the fields of a line with its names read by labels that no space parts from them."""
    if text.isascii() or not labels_of(text) or not any(one.name in _NAMED for one in found):
        return found
    others = [one for one in found if one.name not in _NAMED]
    named = [Labelled(name, value, at, at) for name, value in fields_of(text)]
    return others + named or found


def _places(text: str) -> list[tuple[int, int, str]]:
    """Return each label with a colon behind it: where it begins, where its value, the word."""
    found: list[tuple[int, int, str]] = []
    for colon in _COLON.finditer(text):
        least = max(found[-1][1] if found else 0, colon.start() - _LONGEST_LABEL)
        begins = [least] if least == 0 else []
        begins += [gap.end() for gap in _SEPARATOR.finditer(text, least, colon.start())]
        for begin in begins:
            word = text[begin : colon.start()].casefold()
            if word in LABELS:
                found.append((begin, colon.end(), word))
                break
    return found


def _meant(word: str, value: str) -> Field | None:
    """Return the field of a label whose value is like one of it; None where it is not."""
    names = (LABELS[word], SECOND_MEANING.get(word))
    return next((name for name in names if name and believable(name, value)), None)


def _on_two_lines(passages: list[Passage], at: int) -> Labelled | None:
    text = passages[at].text
    word = text.rstrip(":： ")
    # folding makes no text shorter
    if len(word) > _LONGEST_LABEL or (word := word.casefold()) not in LABELS:
        return None
    if at + 1 == len(passages):
        return None
    if text[-1] not in ":：" and word in COLON_ONLY:
        return None
    below = passages[at + 1]
    value = below.text.strip(_TRIM)
    if below.group - passages[at].group > 1 or value.casefold().rstrip(":：") in LABELS:
        return None
    name = _meant(word, value)
    if name is None or (text[-1] not in ":：" and not _is_below(name, value)):
        return None
    return Labelled(name, _found(name, value), at, at + 1)


def believable(name: Field, value: str) -> bool:
    """Whether a value looks like one of its field: a moment, a name, an address, a short text."""
    if not value or len(value) > _LONGEST.get(name, _LONGEST_NAME):
        return False
    test = _TESTS.get(name)
    return test is None or test(value)


def _is_name(value: str) -> bool:
    if f"{value} ".startswith(_ENDINGS) or "__" in value or _LETTERS.search(value) is None:
        return False  # `Autor:innen`, `From: ____`, `Text: A | A`
    told = _SENTENCE.search(value) or _ORDER.match(value) or value[-1] in "?:？："
    return len(value.split()) <= _MOST_NAME_WORDS and not told


def _is_below(name: Field, value: str) -> bool:
    """Whether a value may stand below a word without a colon, which can be an entry of a menu."""
    if name is Field.HEADLINE:  # `标题`, `简介`: where a search is to look
        return not never_headline(value)
    return name is not Field.AUTHOR or _may_sign(value)


def _may_sign(value: str) -> bool:
    """Whether most words of a value may be names: a headline below `Text` has more small ones."""
    words = value.split()
    return 2 * sum(word[0].islower() for word in words) <= len(words)


def _is_address(value: str) -> bool:
    return value.startswith(("http://", "https://", "www."))


def _is_section(value: str) -> bool:
    return len(value.split()) <= _MOST_SECTION_WORDS or any(sign in value for sign in ",/>|")


def _is_moment(value: str) -> bool:
    """Whether a value has a moment, or is short and has a day and a year, or counts seconds."""
    if moments(value):
        return True
    short = len(value) <= _LONGEST_MOMENT and not _SENTENCE.search(value)
    return short and bool(_EPOCH.fullmatch(value) or _DAY_AND_YEAR.search(value))


_TESTS = {
    **dict.fromkeys((Field.AUTHOR, Field.EDITOR, Field.SOURCE), _is_name),
    **dict.fromkeys(MOMENT_FIELDS, _is_moment),
    Field.URL: _is_address,
    Field.GUID: lambda value: " " not in value,
    Field.SECTION: _is_section,
}


def _found(name: Field, value: str) -> str:
    """Return the value: of a longer line that tells a moment, the moment; names without counts."""
    if name is Field.AUTHOR:
        return _BESIDE_NAMES.split(value, maxsplit=1)[0].strip(_TRIM) or value
    if name not in MOMENT_FIELDS or len(value) < _LONGEST_MOMENT:
        return value
    told = moments(value)
    return told[0][1] if told else value
