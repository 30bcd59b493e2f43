"""The paragraphs of a wire text, and the lines that only close it."""

from __future__ import annotations

import re

from workers.parsers.paragraphs.typeset import wrapped_paragraphs

COLUMNS = re.compile("[\x10-\x1f]+")
"""Between the columns of a table, for typesetting machines."""
_LINE_END = re.compile(r"<[ \t]*$", re.MULTILINE)
"""The sign that ANPA ends a line of a table with."""
TIME_GROUP = re.compile(
    r"(\d\d)(\d\d)(\d\d)\s+(?:(?P<zone>GMT|UTC|Z)\s+)?([^\W\d_]{3})[^\W\d_]*\.?\s+(\d\d)\b"
)
ANPA_TIME = re.compile(
    r"([A-Z]{2,5})(?:-[A-Z]{1,3})?-(\d\d)-(\d\d)-(\d\d)\s+(\d\d)(\d\d)\s?([A-Z]{2,4})?\b<?"
)
"""The signature of a message: agency, bureau, month, day, year, clock and mostly its zone."""
_SIGNED = re.compile(rf"^[ \t]*{ANPA_TIME.pattern}[ \t]*\s*\Z", re.MULTILINE)
_CLOSING = re.compile(
    rf"(?:[A-Za-z]{{2,5}} )?{TIME_GROUP.pattern}"
    r"|\(?(?:MORE|more)\)?|\([A-Za-z]{2,12}\)|-{1,3} ?30 ?-{1,3}"
    r"|(?:\([A-Za-z]{2,12}\) )?[A-Za-z]{1,4}(?:/[A-Za-z]{1,4})+"
    r"|\([A-Z]{2,6}[/\\-]{1,2}[a-z]{1,4}(?:[ /][a-z]{1,4}){0,4}\)"
    r"|[A-Z]{2,5}\d{3,5}\s+\d{4}-\d\d-\d\d/\d\d:\d\d"
    r"|={1,3} ?[A-Z][\w ]{1,20}|[A-Z]{2,5}-\d\d:\d\d(?:-\d\d){3}"
)
"""The last line, where it only closes: time group, agency in brackets, `Red/Vik`, `==Kyodo`."""
_BULLET = re.compile(r"\n[ \t]*(?=[*•+-] \S)")
"""A list's entries stand below each other without blank lines."""
_END = re.compile(
    r"^[ \t]*(?:\^END\b.*|~(?=[ \t]*\n[ \t]*Rückfrage)|\*{3} ?OTS-ORIGINALTEXT.*"
    r"|(?:\*[ ]?){4,}|#{1,3} \S.*|_{3,}[ \t]*\Z)[ \t]*$",
    re.MULTILINE,
)
"""Where notes to desks begin: four stars or more (three part a text), or a heading."""
_SIGN_OFF = re.compile(r"(?>(?:[a-z]{1,6}+\d{0,2}+[ /-]?+){1,8})")
"""The desk's initials below a text, or the word `ends`."""
_MARKED = re.compile(r"^\^(.*?)[=<]?$", re.MULTILINE)
"""A heading inside an ANPA text: `^Saturday's Games=`."""
_RULE = re.compile(r"^[ \t]*_{3,}=?$", re.MULTILINE)
"""A rule of its own line, between the parts of a text."""


def trimmed(message: str) -> str:
    """Return a message without white space at the ends of its lines: they are blank without it."""
    return "\n".join(line.rstrip(" \t") for line in message.split("\n"))


def paragraphs_of(text: str) -> tuple[str, ...]:
    """Return the paragraphs without desk notes, rules, the time group and initials below them."""
    end = _END.search(text)
    text = _SIGNED.sub("", text[: end.start()] if end else text)
    text = _RULE.sub("\n", _MARKED.sub(r"\n\n\1\n\n", _unclosed(text)))
    text = _LINE_END.sub("", text)
    found = list(wrapped_paragraphs(_BULLET.sub("\n\n", text)))
    while found and (
        TIME_GROUP.fullmatch(found[-1])
        or ANPA_TIME.fullmatch(found[-1])
        or _SIGN_OFF.fullmatch(found[-1])
    ):
        found.pop()
    return tuple(_signs(one) for one in found if one.strip("_ -*<^="))


def _unclosed(text: str) -> str:
    """Return the text without the lines at its end that only close: looked at once, each."""
    lines = text.split("\n")
    while lines and (not (last := lines[-1].strip()) or _CLOSING.fullmatch(last)):
        lines.pop()
    return "\n".join(lines)


def _signs(text: str) -> str:
    """Return the text with the quotes and dashes that a 7-bit wire writes with other signs."""
    return text.replace("``", "\u201c").replace("''", "\u201d").replace(" _ ", " \u2014 ")
