"""The headline alone: without the name of the site that pages put beside it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workers.normalise.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterable

_END = re.compile(r"\s*(?:\s[-–—|·•:»«/~]+\s|\|+|\s*[|│｜]\s*|::|»)\s*(?P<name>[^|│｜»]{1,60})$")  # noqa: RUF001 - separators
_START = re.compile(r"^(?P<name>[^|│｜»]{2,40}?)\s*(?:\s[-–—|·»:]\s|[|│｜»]|:\s)\s*(?=\S)")  # noqa: RUF001 - separators
_PIPE = re.compile(r"^(?P<rest>[^|│｜]{20,}\S)\s+[|│｜]\s+(?P<name>[^|│｜]{2,30})$")  # noqa: RUF001 - separators
_NOT_WORD = re.compile(r"[\W_]+")
_TOP_LEVEL = {"com", "co", "org", "net", "gov", "edu", "ac", "info", "news"}
_PIPE_WORDS = 4
"""A site's name is hardly longer; a second headline part is."""
_MAX_LENGTH = 500


def clean_headline(raw: str, names: Iterable[str] = (), host: str = "") -> str:
    """
    Return a headline in one clean line, without a known site name at its end or start.

    `names` are names of the source; `host` is the page's, whose labels are names too. A short
    last part after `|` goes even if unknown. Markers (CORRECTED, UPDATE 2, BREAKING) stay.
    """
    text = clean(raw)[:_MAX_LENGTH].strip()
    known = {key for name in names if (key := _key(name))} | _host_names(host)
    while (shorter := _shorten(text, known)) != text:
        text = shorter
    return text


def _shorten(text: str, known: set[str]) -> str:
    """Take one site name away, if there is one."""
    end = _END.search(text)
    if end and end.start() and _key(end["name"]) in known:
        return text[: end.start()].rstrip()
    start = _START.match(text)
    if start and _key(start["name"]) in known:
        return text[start.end() :]
    pipe = _PIPE.match(text)
    if pipe and _looks_like_name(pipe["name"]):
        return pipe["rest"]
    return text


def _looks_like_name(text: str) -> bool:
    """Return whether a last part could be a site's name: few words, none of them a small one."""
    words = text.split()
    return len(words) <= _PIPE_WORDS and all(word[:1].isupper() or "." in word for word in words)


def _host_names(host: str) -> set[str]:
    """Return the names that a host spells: `www.daily-news.co.uk` → its labels and all of it."""
    labels = [label for label in host.lower().split(".") if label != "www"]
    long = {label for label in labels[:-1] if label not in _TOP_LEVEL and len(label) > 2}  # noqa: PLR2004 - shorter ones are countries and editions
    return {key for name in (*long, ".".join(labels)) if (key := _key(name))}


def _key(name: str) -> str:
    """Return a name as it is compared: letters and digits in lower case."""
    return _NOT_WORD.sub("", name.casefold())
