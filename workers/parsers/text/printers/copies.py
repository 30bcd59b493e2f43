"""
What programs put around a text that somebody passes on: marks of quotation, a message's stamp.

Mail programs write `>` before each line, messengers write when and by whom above a message, and
stars around what stands in bold type. All that is taken off before the text is read as any other.
"""

from __future__ import annotations

import re

MOST = 0.6
"""Of the characters of a text, so many are quoted, or of one message, where that is passed on."""
FEWEST = 3
"""So many quoted lines are no accident."""
_HEAD = 400
"""Characters in which the first message begins, and its headline."""
_MARK = re.compile(r"[ \t]{0,3}(?>(?:>[ \t]?){1,1000})")
_DAY = r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\.?"
_CLOCK = r"\d{1,2}[:.]\d\d(?::\d\d)?(?:[\s\u202f]?[ap]\.?[\s\u202f]?m\.?)?"
_STAMP = re.compile(
    rf"^[\u200e\u200f]*(?:\[(?:{_DAY},?[ ]{_CLOCK}|{_CLOCK},?[ ]{_DAY})\][ ]"
    rf"|{_DAY},?[ ]{_CLOCK}[ ]-[ ])"
    r"[^:\n]{1,60}:(?:[ ]|$)",
    re.MULTILINE | re.IGNORECASE,
)
"""`[12/03/2024, 14:05:11] Ann Ek: ` or `3/12/24, 2:05 PM - Ann Ek: `, as WhatsApp copies it."""
_BOLD = re.compile(r"^(\*{1,2}|__)(?=[^\s*_])([^*\n]{1,300})(?<=[^\s*_])\1[ \t]*$", re.MULTILINE)
"""A line in bold type, as messengers and forums write it."""
_BOLD_BEGINS = re.compile(r"\n(?:\*{1,2}|__)[^\s*_]")
"""What such a line begins with, and no entry of a list: found in an eighth of the time."""
_PICTOGRAPHS = re.compile(
    r"(?>(?:[\u231a-\u23ff\u2600-\u27bf\u2b05-\u2b55\U0001f1e6-\U0001faff\ufe0f\u200d\u20e3]"
    r"[ \t]*){1,1000})"
)


def unwrapped(text: str) -> str:
    """Return the text that was passed on, without what programs put around it; else as it is."""
    if ">" in text:
        text = _unquoted(text)
    head = text[:_HEAD]
    if ":" in head and ("] " in head or " - " in head) and _STAMP.search(head):
        text = _longest_message(text)
    begin = f"\n{text[:_HEAD]}"
    starred = ("*" in begin and "\n*" in begin) or ("_" in begin and "\n__" in begin)
    return _BOLD.sub(r"\2", text) if starred and _BOLD_BEGINS.search(f"\n{text}") else text


def without_pictographs(line: str) -> str:
    """Return a headline without the pictures that a channel puts before it."""
    if line[:1].isalnum() or not (found := _PICTOGRAPHS.match(line)):
        return line
    return line[found.end() :] or line


def _unquoted(text: str) -> str:
    """Return a text without the marks before its lines, where most of it stands behind such."""
    lines = text.split("\n")
    quoted = [line for line in lines if line.lstrip()[:1] == ">"]
    if len(quoted) < FEWEST or sum(map(len, quoted)) < MOST * len(text):
        return text
    return "\n".join(_MARK.sub("", line, count=1) for line in lines)


def _longest_message(text: str) -> str:
    """Return the longest of the messages that were copied, where it is most of the text."""
    begins = [(found.start(), found.end()) for found in _STAMP.finditer(text)]
    ends = [start for start, _ in begins[1:]] + [len(text)]
    messages = [text[begin:end] for (_, begin), end in zip(begins, ends, strict=True)]
    longest = max(messages, key=len)
    return longest if len(longest) >= MOST * len(text) else text
