"""A publisher's name without what stands beside it: `World | The Harbour` is The Harbour."""

from __future__ import annotations

import re

from workers.normalise.persons import letters

_BESIDE = re.compile(r"\s+[|\u00bb\u203a>\u00b7\u2022:\u2013\u2014-]+\s+|:\s+")
_EDGES = " \u2013\u2014-|"
"""What stands between a source and a second one, and is left where there is none: `STT\u2013`."""
_NAMED = 6
"""Letters of a host's label that is a name, and no initials."""
_LEAST = 3
"""Letters by which a name and a host's label can know each other."""


def publisher(name: str, host: str) -> str:
    """Return the one part of a name that is the host's; the whole where none is, or several are."""
    name = name.strip(_EDGES) or name
    parts = [part.strip() for part in _BESIDE.split(name)]
    if len(parts) == 1:
        return name
    labels = [label.replace("-", "") for label in host.split(".")[:-1] if len(label) >= _LEAST]
    own = [part for part in parts if any(_is_named(letters(part), label) for label in labels)]
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


def knows_host(name: str, host: str) -> bool:
    """Return whether a word of a name stands in a host: `Harbour Media` of `theharbour.example`."""
    plain = host.replace("-", "")
    return any(len(word) > _LEAST and word in plain for word in map(letters, name.split()))


def _is_named(name: str, label: str) -> bool:
    """Return whether a name begins a host's label, or goes on behind it."""
    return len(name) >= _LEAST and (label.startswith(name) or name.startswith(label))
