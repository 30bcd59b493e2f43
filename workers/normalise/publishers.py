"""A publisher's name without what stands beside it: `World | The Harbour` is The Harbour."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workers.words.letters import letters

if TYPE_CHECKING:
    from collections.abc import Iterable

_BESIDE = re.compile(r"\s+[|\u00bb\u203a>\u00b7\u2022:\u2013\u2014-]+\s+|:\s+")
_EDGES = " \u2013\u2014-|@/*"
"""What stands between a source and a second one, and is left where there is none: `STT\u2013`."""
_NAMED = 6
"""Letters of a host's label that is a name, and no initials."""
_TOP_LEVEL = re.compile(r"(?<=\w)\.[a-z]{2,12}(?:\.[a-z]{2})?$", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:die|der|das|la|le|les|el|il|de|het)\s", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_FEW = 4
"""Words of a name that is compared with the headline: a shorter one can be part of it."""
_LEAST = 3
"""Letters by which a name and a host's label can know each other."""


def publisher(name: str, host: str) -> str:
    """Return the one part of a name that is the host's; the whole where none is, or several are."""
    name = name.strip(_EDGES) or name
    parts = [part.strip() for part in _BESIDE.split(name)]
    if len(parts) == 1:
        return name
    labels = [label.replace("-", "") for label in host.split(".")[:-1] if len(label) >= _LEAST]
    own = [part for part in parts if any(_is_named(part, label) for label in labels)]
    return own[0] if len(own) == 1 else name


_NONE = frozenset(
    {"start", "startseite", "home", "homepage", "accueil", "inicio", "portada", "index", "website"}
    | {"news", "blog", "article", "artikel", "unknown", "untitled", "none", "null", "n/a"}
    | {"pressemitteilung", "press release", "pressrelease", "communiqué de presse", "comunicado"}
)
"""What systems call a page or a text in the place of a name."""


def is_publisher(name: str) -> bool:
    """Return whether a text can be a publisher's name: no `Home`, no `Press release`."""
    return name.strip(_EDGES).casefold() not in _NONE


def is_named(host: str) -> bool:
    """Return whether a host has a name of its own: no number, no machine of a local network."""
    return "." in host and not host.rpartition(".")[2].isdigit()


def is_host(name: str, host: str) -> bool:
    """Return whether a name is that of a host: `The Harbour` of `theharbour.example`."""
    plain = letters(name)
    own = {plain, plain.removeprefix("the")}
    labels = (label.replace("-", "") for label in host.split(".")[:-1])
    return any(len(label) >= _NAMED and label in own for label in labels)


def is_at_host(name: str, host: str) -> bool:
    """Return whether a part of a name is a host, or its own: `Harbour.example - Ships`."""
    return is_host(_TOP_LEVEL.sub("", publisher(name, host)), host)


def has_label(name: str, host: str) -> bool:
    """Return whether a name has a host's in it: `The Harbour-Review` of `harbour.example`."""
    plain = letters(name)
    return any(len(label) >= _NAMED and label in plain for label in host.split(".")[:-1])


def repeats(name: str, headline: str) -> bool:
    """Return whether a name, or most words of a long one, is the headline: it is an article's."""
    if letters(name) == letters(headline):
        return True
    if len(name.split()) < _FEW:
        return False
    words, known = _telling(name), set(_telling(headline))
    shared = sum(word in known for word in words)
    return shared * 2 > max(len(words), len(known))


def _telling(text: str) -> list[str]:
    """Return the words of a text, without small ones."""
    return [word for word in _WORD.findall(text.casefold()) if len(word) > _LEAST]


def knows_host(name: str, host: str) -> bool:
    """Return whether a word of a name stands in a host: `Harbour Media` of `theharbour.example`."""
    plain = host.replace("-", "")
    return any(len(word) > _LEAST and word in plain for word in map(letters, name.split()))


def has_initials(name: str, host: str) -> bool:
    """Return whether a host has a name's initials: `hdr.example`, `The Harbour Day Review`."""
    initials = [letters(word)[0] for word in _WORD.findall(name)]
    labels = [label for label in host.split(".")[:-1] if len(label) >= _LEAST]
    return any(_stand_in(label, initials) for label in labels)


def _stand_in(label: str, initials: Iterable[str]) -> bool:
    """Return whether letters stand among others, in their order."""
    left = iter(initials)
    return all(letter in left for letter in label)


def _is_named(name: str, label: str) -> bool:
    """Return whether a name, with its article or without, begins a host's label, or goes on."""
    return any(
        len(plain) >= _LEAST and (label.startswith(plain) or plain.startswith(label))
        for plain in (letters(name), letters(_ARTICLE.sub("", name)))
    )
