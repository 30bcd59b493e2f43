"""
Lines of a page that labels open: who edited it, whose text it is, who wrote it.

The words are those of plain text, in all its languages. In writing with capitals an author's label
is read by the byline's own words; in other writing these here are all that tells a name.
"""

# ruff: noqa: RUF001 - the signs of many scripts are meant
from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import decimal

from shared.domain.article import Field
from workers.parsers.bylines import east_labels
from workers.parsers.bylines.persons import names_nobody, names_only
from workers.parsers.text.labels import fields_on_line

_OTHER_SCRIPT = re.compile(r"[\u0370-\u1fff\uac00-\ud7af]")
_YEAR = re.compile(r"(?<!\d)(?:1[34]|19|20|2[45])\d\d(?![\d:])|\d\s?[年년]")
"""Of the common calendar, the Persian and the Thai one; or as East Asia marks it."""
_STOP = re.compile("[。！？]")
"""A sentence ends before the label: `…，远离骗局。（编辑：李明）` is a text's end."""
_LONGEST, _LONGEST_NAME, _MOST_WORDS = 120, 60, 6
_WANTED = (Field.AUTHOR, Field.EDITOR, Field.SOURCE)


@lru_cache(maxsize=256)  # a line is asked for its author and for the others
def label_fields(text: str) -> tuple[tuple[Field, str], ...]:
    """Return the authors, editors and sources that a short line names by labels."""
    plain = text.isascii()
    if not plain and (told := east_labels.fields_of(text[:_LONGEST])):
        return tuple(told)
    if len(text) > _LONGEST or (":" not in text and (plain or "：" not in text)):
        return ()
    other = _OTHER_SCRIPT.search(text) is not None
    return tuple(
        (name, value)
        for name, value in fields_on_line(text)
        if name in _WANTED and (other or name is Field.EDITOR) and _is_name(value, other=other)
    )


def author_label(text: str) -> str | None:
    """Return the authors that a line names by labels in a script of their own, or None."""
    named = [value for name, value in label_fields(text) if name is Field.AUTHOR]
    return "、".join(dict.fromkeys(named)) or None


def labelled_times(text: str) -> list[tuple[Field, str]]:
    """Return the times with a year that a short line tells by labels."""
    if len(text) > _LONGEST or (":" not in text and "：" not in text):
        return []
    times = (Field.PUBLISHED, Field.UPDATED)
    told = [(name, value) for name, value in fields_on_line(text) if name in times]
    return [(name, value) for name, value in told if _has_year(value)]


def _has_year(value: str) -> bool:
    """Return whether a time has the year of any calendar in it, in any digits."""
    plain = "".join(str(decimal(char)) if char.isdecimal() else char for char in value)
    return _YEAR.search(plain) is not None


def is_credit(text: str) -> bool:
    """Return whether a line names an editor by a label, and says nothing else."""
    told = label_fields(text) if len(text) <= _LONGEST else ()
    if not told or told[0][0] is not Field.EDITOR:
        return False
    return _STOP.search(text[: max(east_labels.first_label(text), 0)]) is None


def _is_name(value: str, *, other: bool) -> bool:
    """Return whether a value can be a name: few words, with capitals where the script has some."""
    words = len(value.split())
    if len(value) > _LONGEST_NAME or words > _MOST_WORDS or names_nobody(value):
        return False
    return (other and not value.isascii()) or (words > 1 and names_only(value))
