"""
What YAML's documents say: texts, lists and objects, built from the events of PyYAML's parser.

Values are texts, as they stand: no tag, type, anchor, alias or merge key means anything, so that
nothing in a file can do or multiply anything.
"""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING, Any

import yaml

from shared.errors import Reason, Rejected

if TYPE_CHECKING:
    from collections.abc import Iterator

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""The parser in C where the machine has it: the other says the same, some fifteen times slower."""
_NO_SIGN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
"""What YAML cannot hold, and the breaks that end a line in YAML 1.1 alone."""
_OWN_TAGS = re.compile(r"(?:\A|[\r\n])%TAG[ \t]")
_NOTHING = frozenset({"", "null", "~"})
_DEEPEST = 32
_PLAIN = {
    "mapping values are not allowed": "a value with a colon in it has to stand in quotes",
    "cannot start any token": "a value that begins with a sign, as `@`, has to stand in quotes",
}
"""What people write most often that is no YAML → what to do, in the place of the parser's words."""


def documents(text: str) -> list[Any]:
    """Return the values of a text's documents that say something; `Rejected` for what is no YAML.

    Each use of a tag would hold the words that the file has for its short form, and a long one
    used often is a bomb: files with such forms are refused.
    """
    readable = _NO_SIGN.sub(" ", text)
    if _OWN_TAGS.search(readable):
        raise Rejected(Reason.MALFORMED, "YAML with tags of its own (`%TAG`) is not read")
    events = yaml.parse(readable, Loader=_LOADER)
    try:
        told = [
            _value(next(events), events, 0)
            for event in events
            if isinstance(event, yaml.DocumentStartEvent)
        ]
    except (yaml.YAMLError, ValueError, OverflowError) as error:  # numbers too large for Python
        raise Rejected(Reason.MALFORMED, f"not valid YAML{_said(error)}") from error
    return [value for value in told if value is not None]


def _said(error: Exception) -> str:
    """Return where an error is and what it is, as far as the parser says so."""
    mark = getattr(error, "problem_mark", None)
    place = "" if mark is None else f" at line {mark.line + 1}"
    problem = str(getattr(error, "problem", None) or error)
    remedies = (remedy for words, remedy in _PLAIN.items() if words in problem)
    return f"{place}: {next(remedies, problem)}"


def _value(event: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Any:  # noqa: ANN401 - YAML may hold anything
    """Return the value that begins with an event; None for nothing and for aliases."""
    if depth > _DEEPEST:
        raise Rejected(Reason.TOO_DEEP, "the YAML is nested too deeply to be read")
    if isinstance(event, yaml.ScalarEvent):
        return None if not event.style and event.value in _NOTHING else event.value
    inside = takewhile(_goes_on, events)
    if isinstance(event, yaml.SequenceStartEvent):
        return [_value(one, events, depth + 1) for one in inside]
    if not isinstance(event, yaml.MappingStartEvent):
        return None
    found: dict[str, Any] = {}
    for one in inside:
        key = _value(one, events, depth + 1)
        value = _value(next(events), events, depth + 1)
        if isinstance(key, str):
            found.setdefault(key, value)
    return found


def _goes_on(event: yaml.Event) -> bool:
    return not isinstance(event, yaml.CollectionEndEvent)
