"""The headline alone: without the name of the site that pages put beside it."""

# ruff: noqa: RUF001 - the separators of many scripts
from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from workers.normalise.text import clean
from workers.words.letters import letters_and_digits, without_accents

if TYPE_CHECKING:
    from collections.abc import Iterable

_SEPARATOR = re.compile(
    r"\s+(?P<sign>[-–—|·•»«›/~⋆]+|l(?=\s[A-Z]{2,}))\s+|\s*(?P<bar>\|+|[│｜ǀ]|::)\s*|(?P<colon>\s?:)\s"
)
_EAST_ASIAN_SITE = re.compile(
    r"(?<=.{8})\s*(?:[-_–—－|｜]\s*[\w・.]{0,8}(?:网|網|报|報|新闻|新聞|在线|頻道|频道"
    r"|뉴스|신문|일보|데일리|투데이|타임스|닷컴|저널|매일경제|한국경제)"
    r"|[-_–—－|｜：]\s*[\w・.]{0,8}(?:ニュース|オンライン|デジタル))$"
)
"""A site that calls itself news or a paper, behind a headline in ideographs, kana or Hangul."""
_EAST_ASIAN_FOLDER = re.compile(
    r"((?=.*[\u3040-\u30ff\u3400-\u9fff])[^_]{8,}?)\s*"
    r"(?:_+[^_]{1,30}(?:_+[^_]{1,30}){0,3}|--+[^_-]{1,12}(?:--+[^_-]{1,12})?)$"
)
"""Sections and the site behind such a headline, after an underscore each: no headline has one."""
_FRAME = re.compile(r"(?:[*+#=~-]{3,}|>{2,}|\*{2})\s*(?=[^\W_]|[\"'\u201c\u201e\u00ab(\[])")
_FRAME_END = re.compile(r"\s*[*+#=~<-]{2,}$")
_HOUSE = re.compile(r"(?P<house>[A-Z]{2,6})/\s?(?=[^\W_])")
"""The agency that a headline begins with, as `ANSA/` does."""
_ARTICLE = re.compile(r"^(?:the|die|der|das|la|le|les|el|los|il|lo|de|het)\s+", re.IGNORECASE)
_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_TOP_LEVEL = frozenset({"com", "co", "org", "net", "gov", "edu", "ac", "info", "news"})
_BAR_WORDS = 4
"""A site's name after `|` is hardly longer; a second headline part is."""
_BAR_REST = 20
"""Characters that must be left before an unknown name after `|`."""
_SECTION_WORDS = 2
_SHORTEST_PART = 5
"""Letters of a name that is only a part of the host's, or has it as a part."""
_INITIALS = 3
_MAX_LENGTH = 500


def clean_headline(raw: str, names: Iterable[str] = (), host: str = "") -> str:
    """
    Return a headline in one clean line, without a known site name at its end or start.

    `names` are names of the source; `host` is the page's, whose labels are names too. A section
    between headline and site goes with it, and a short last part after `|` goes even if unknown.
    Markers (CORRECTED, UPDATE 2, BREAKING) stay.
    """
    text = clean(clean(raw[: 4 * _MAX_LENGTH])[:_MAX_LENGTH])
    site = _site(tuple(names), host)
    while (cut := _shorten(_without_house(_unframed(text), site), site)) != text:
        before, text = text, clean(cut)
        if text == before:
            break
    return text


def _unframed(text: str) -> str:
    """Return a headline without the signs that a desk draws the eye with: `*** … ***`, `>>>`."""
    if begin := _FRAME.match(text):
        return _FRAME_END.sub("", text[begin.end() :])
    return text.removesuffix(" =")  # how the telegraph ended one


def _without_house(text: str, site: _Site) -> str:
    """Return a headline without the agency at its start, where that is the source."""
    begin = _HOUSE.match(text)
    return text[begin.end() :] if begin and _key(begin["house"]) in site.keys else text


class _Site:
    """What a site may call itself."""

    def __init__(self, names: Iterable[str], host: str) -> None:
        named = [name for name in names if _key(name)]
        hosts = [host, *(name for name in named if "." in name and " " not in name)]
        self.keys = {_key(name) for name in named} | {
            _key(each.lower().removeprefix("www.")) for each in hosts if each
        }
        self.labels = {label for each in hosts for label in _labels(each)}

    def is_named(self, part: str, *, fully: bool) -> bool:
        """Return whether a part of a title is the site's name, in full or as its host has it."""
        key, words = _key(part), part.split()
        if not key or key in self.keys or key in self.labels:
            return bool(key)
        if fully or len(words) > _BAR_WORDS + 1:
            return False
        initials = "".join(_key(word)[:1] for word in _ARTICLE.sub("", part).split())
        return any(
            (len(key) >= _SHORTEST_PART and label.startswith(key))
            or (len(label) >= _SHORTEST_PART and key.startswith(label))
            or _key(words[0]) == label
            or (len(initials) >= _INITIALS and label.startswith(initials))
            for label in self.labels
        )


@lru_cache(maxsize=64)  # a page claims its headline in several places
def _site(names: tuple[str, ...], host: str) -> _Site:
    return _Site(names, host)


def _shorten(text: str, site: _Site) -> str:
    """Take one site name away, if there is one."""
    if not text.isascii() and (paper := _EAST_ASIAN_SITE.search(text)) is not None:
        return text[: paper.start()]
    if not text.isascii() and (folder := _EAST_ASIAN_FOLDER.match(text)) is not None:
        return folder[1]
    breaks = list(_SEPARATOR.finditer(text))
    for at in reversed(range(len(breaks))):
        found = breaks[at]
        # A colon stands inside headlines too often for half a name after it.
        if found.start() and site.is_named(text[found.end() :], fully=bool(found["colon"])):
            return _without_section(text, breaks[: at + 1])
    if breaks and breaks[0].start() and site.is_named(text[: breaks[0].start()], fully=True):
        return text[breaks[0].end() :] or text
    last = breaks[-1] if breaks else None
    if last and last["bar"] is None and last["sign"] != "|":
        last = None
    if last and last.start() >= _BAR_REST and _looks_like_name(text[last.end() :]):
        return text[: last.start()]
    rest, _, name = text.rpartition("- ")
    return rest if rest[-1:].isalpha() and _key(name) in site.keys else text


def _without_section(text: str, breaks: list[re.Match[str]]) -> str:
    """Cut at the last break, and at the one before it where only a section stands between."""
    last = breaks[-1]
    if len(breaks) > 1:
        before = breaks[-2]
        words = text[before.end() : last.start()].split()
        same = before.group().strip() == last.group().strip() != ":"
        if same and len(words) <= _SECTION_WORDS and before.start() >= _BAR_REST:
            return text[: before.start()]
    return text[: last.start()]


def _looks_like_name(text: str) -> bool:
    """Return whether a last part could be a site's name: few words, none of them a small one."""
    words = text.split()
    return 0 < len(words) <= _BAR_WORDS and all(word[:1].isupper() or "." in word for word in words)


def _labels(host: str) -> set[str]:
    """Return the names that a host spells: `www.daily-news.co.uk` → `dailynews`."""
    labels = [label for label in host.lower().split(".") if label != "www"]
    return {
        key
        for label in labels[:-1]
        if label not in _TOP_LEVEL and len(key := _key(label)) >= _INITIALS
    }


def _key(name: str) -> str:
    """Return a name as it is compared: letters and digits, without accents, in lower case."""
    text = name.casefold()
    if not text.isascii():
        text = without_accents(text.translate(_GERMAN))
    return letters_and_digits(text)
