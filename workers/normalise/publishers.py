"""A publisher's name without what stands beside it: `World | The Harbour` is The Harbour."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workers.normalise.text import clean, settled
from workers.words.letters import letters, letters_and_digits
from workers.words.spelled import is_bare, is_one_word, is_same, without_form

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workers.normalise.claims.evidence import Candidate

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
_SENTENCE = 8
"""… and of one that is hardly a site's."""
_TITLE = "title"
"""How the parser of pages calls what stands behind the headline in `<title>`."""
_LEAST = 3
"""Letters by which a name and a host's label can know each other."""


def publisher(name: str, host: str) -> str:
    """Return the one part of a name that is the host's; the whole where none is, or several are."""
    name = bare(name)
    cut = _BESIDE.split(name) if host else ()
    if len(cut) <= 1:
        return name
    parts = [settled(bare, clean(part)) for part in cut]
    labels = [letters(label) for label in host.split(".")[:-1] if len(label) >= _LEAST]
    own = [part for part in parts if any(_is_named(part, label) for label in labels)]
    return own[0] if len(own) == 1 else name


def bare(name: str) -> str:
    """Return a name without the signs at its ends."""
    return name.strip(_EDGES) or name


_NONE = frozenset(
    {"start", "startseite", "home", "homepage", "accueil", "inicio", "portada", "index", "website"}
    | {"news", "blog", "article", "artikel", "unknown", "untitled", "none", "null", "n/a"}
    | {"pressemitteilung", "press release", "pressrelease", "communiqué de presse", "comunicado"}
)
"""What systems call a page or a text in the place of a name."""


def is_publisher(name: str) -> bool:
    """Return whether a text can be a publisher's name: no `Home`, no `Press release`."""
    return bare(name).casefold() not in _NONE


def is_named(host: str) -> bool:
    """Return whether a host has a name of its own: no number, no machine of a local network."""
    return "." in host and not host.rpartition(".")[2].isdigit()


def is_host(name: str, host: str) -> bool:
    """Return whether a name is that of a host: `The Harbour` of `theharbour.example`."""
    plain = letters(name)
    own = {plain, plain.removeprefix("the")}
    labels = (label.replace("-", "") for label in host.split(".")[:-1])
    return any(len(label) >= _NAMED and letters(label) in own for label in labels)


def is_at_host(name: str, host: str) -> bool:
    """Return whether a part of a name is a host, or its own: `Harbour.example - Ships`."""
    return is_host(_TOP_LEVEL.sub("", publisher(name, host)), host)


def has_label(name: str, host: str) -> bool:
    """Return whether a name has a host's in it: `The Harbour-Review` of `harbour.example`."""
    plain = letters(name)
    return any(len(label) >= _NAMED and label in plain for label in host.split(".")[:-1])


def repeats(name: str, headline: str = "", *others: str) -> bool:
    """
    Return whether a name, or most words of a long one, is the headline: it is an article's.

    So is one with a sentence's words that is one of the `others`, which can be the site's name.
    """
    plain = letters(name)
    if plain == letters(headline):
        return True
    if len(name.split()) < _FEW:
        return False
    if len(name.split()) >= _SENTENCE and any(plain == letters(other) for other in others):
        return True
    words, known = _telling(name), set(_telling(headline))
    shared = sum(word in known for word in words)
    return shared * 2 > max(len(words), len(known))


def _telling(text: str) -> list[str]:
    """Return the words of a text, without small ones."""
    return [word for word in _WORD.findall(text.casefold()) if len(word) > _LEAST]


def written_out(candidates: list[Candidate[str]], host: str) -> list[Candidate[str]]:
    """
    Move a name as people write it before the same one as systems do, or with a firm's form.

    `Harbour Weekly` before `harbourweekly.example` and `Harbour Weekly GmbH`. A firm that is called
    as its host, or as an address that is claimed, is named without its form.
    """
    plain = without_form(candidates[0].value) if candidates else ""
    is_firm = bool(candidates) and plain != candidates[0].value
    if not is_firm and not is_bare(plain):
        return candidates
    same = [each for each in candidates[1:] if is_same(each.value, plain)]
    better = [each for each in same if not is_bare(each.value)]
    if not better and not is_firm and is_one_word(plain):  # a title has its ending
        better = [each for each in same if each.claim.source == _TITLE]
    if better:
        return [better[0], *(each for each in candidates if each is not better[0])]
    if is_firm and (same or any(is_same(plain, label) for label in host.split(".")[:-1])):
        candidates[0].value = plain
    return candidates


def knows_host(name: str, host: str) -> bool:
    """Return whether a word of a name stands in a host: `Harbour Media` of `theharbour.example`."""
    plain = host.replace("-", "")
    return any(len(word) > _LEAST and word in plain for word in map(_as_in_host, name.split()))


def _as_in_host(word: str) -> str:
    """Return a word as it can stand in a host: one with a digit without its ending."""
    if not any(map(str.isdigit, word)):
        return letters(word)
    return letters_and_digits(_TOP_LEVEL.sub("", word)).casefold()


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
