"""
What stands above a headline inside its own heading: a kicker, a folder, a badge.

`<h1><span class="kicker">Climate</span>: Bore until it gets hot</h1>` shows two lines, of which the
second is the headline; titles join them. The walk makes the first a block of its own.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from workers.parsers.html.walk.runs import LINK
from workers.parsers.html.walk.tags import INLINE, KINDS
from workers.parsers.html.walk.titled import weighs

if TYPE_CHECKING:
    from workers.parsers.html.walk.nodes import Block, Node
    from workers.parsers.html.walk.runs import Piece

_NAMES = re.compile(
    r"(?:kicker|dach-?zeile|(?:over|roof|top)-?line|(?:top|super|pre|over|vor|ante|ober)-?tite?l"
    r"|title-?header|eyebrow|spitzmarke|ante-?t[ií]tulo|volanta|sur-?titre|occhiello"
    r"|sopra-?titolo|cintillo|pre-?head(?:ing|line)?|supra-?heading)"
    r"|sub-?(?:title|head)|small(?![a-z]|-?caps)"
    r"|(?<![a-z])(?:label|badge|category|section|rubrik|rubric|rubrique|topic)(?![a-z])",
    re.IGNORECASE,
)
"""Classes that sites of many languages give to such a line."""
_BELOW = re.compile(r"sub-?(?:title|head|line)|(?<![a-z])(?:unter|onder)tit", re.IGNORECASE)
"""… and to one behind the headline."""
_SIGNS = " \t\r\n\xa0:–—-|·•/"  # noqa: RUF001 - what parts it from the headline
_SHORTEST = 12
"""Letters of a headline; less beside a longer text is a mark behind it: `(Video)`."""
_PUNCTUATION = re.compile(r"[,;.!?)…]|['’]\w{1,2}\b")  # noqa: RUF001 - two apostrophes
"""What goes on without a space: `Harbour's ferry`."""
_ARTICLES = frozenset(
    {"the", "an", "der", "die", "das", "ein", "eine", "le", "la", "les", "un", "une", "el", "los"}
    | {"las", "una", "il", "lo", "gli", "de", "het", "een", "os", "as", "um", "uma", "den", "det"}
)


def opens(tag: str, names: str | None, *, behind: bool) -> bool:
    """
    Return whether an element of a heading holds a kicker, by its tag and classes.

    One `behind` the headline holds what is told below it.
    """
    if tag == "small":
        return True
    return names is not None and (_BELOW.search(names) is not None if behind else _is_named(names))


@lru_cache(maxsize=1024)
def _is_named(names: str) -> bool:
    return _NAMES.search(names[:200]) is not None


def is_kicker(block: Block, asked: Node | None = None) -> bool:
    """Return whether a block is a heading's kicker, to others than the element that is `asked`."""
    node, parent = block.node, block.node.parent
    inside = parent is not None and parent.tag == "h1" and node is not asked
    return inside and KINDS.get(node.tag, INLINE) == INLINE


def settle(blocks: list[Block], heading: Node | None) -> None:
    """
    Make one block the heading's own, of those that a heading ends with.

    What was taken for a kicker is the headline where hardly anything follows it (`(Video)`), and
    what stands in an element of its own where it is all that the heading has beside one.
    """
    if heading is None or not (inside := _inside(blocks, heading)):
        return
    last = inside[-1]
    if sum(block.node is heading for block in inside) > 1:
        inside[0].text = " ".join(block.text for block in inside)
        inside[0].node = heading
        del blocks[1 - len(inside) :]
    elif last.node is heading and weighs(last.text) < _SHORTEST and len(inside) > 1:
        before = inside[-2]
        if before.node is not heading and weighs(before.text) >= _SHORTEST:
            before.text = f"{before.text} {last.text}"
            before.node = heading
            del blocks[-1]
    elif all(block.node is not heading for block in inside):
        titles = [block for block in inside if not _is_named(block.node.signature)]
        if len(titles) == 1:
            titles[0].node = heading
        elif not titles:
            _unite(blocks, inside, heading)


def _inside(blocks: list[Block], heading: Node) -> list[Block]:
    """Return the last blocks that stand in a heading, in order."""
    at = len(blocks)
    while at and heading in (blocks[at - 1].node, blocks[at - 1].node.parent):
        at -= 1
    return blocks[at:]


def _unite(blocks: list[Block], inside: list[Block], heading: Node) -> None:
    """Make the last of several kickers the headline, with those before it that are made alike."""
    title = next((block for block in reversed(inside) if block.node.tag != "small"), inside[-1])
    first = inside.index(title)
    while first and inside[first - 1].node.signature == title.node.signature:
        first -= 1
    alike = inside[first : inside.index(title) + 1]
    alike[0].text = " ".join(block.text for block in alike)
    alike[0].node = heading
    if title is inside[-1] and len(alike) > 1:
        del blocks[1 - len(alike) :]


def begin(blocks: list[Block], heading: Node, pieces: list[Piece]) -> None:
    """
    Take off the start of a heading's text what parts it from its kicker.

    Where no sign parts the two and the text goes on as a sentence does, there was no kicker: a
    link begins the headline (`Harbour's ferry`), or a capital in another size.
    """
    if not blocks or blocks[-1].node.parent is not heading or not is_kicker(blocks[-1]):
        return
    at = next((at for at, (text, _) in enumerate(pieces) if text.strip(_SIGNS)), len(pieces))
    signs = "".join(text for text, _ in pieces[:at])
    del pieces[:at]
    if not pieces:
        return
    first, style = pieces[0]
    text = first.lstrip(_SIGNS)
    signs += first[: len(first) - len(text)]
    if not signs.strip() and _goes_on(blocks[-1].text, text):
        kicker = blocks.pop()
        one = len(kicker.text) == 1 and not signs
        apart = "" if one or _PUNCTUATION.match(text) else " "
        pieces[:1] = [(kicker.text + apart, LINK if kicker.link_chars else 0), (text, style)]
    else:
        pieces[0] = (text, style)


def _goes_on(before: str, text: str) -> bool:
    """Return whether a text goes on with the sentence that another one begins."""
    word = text.split(maxsplit=1)[0]
    return (
        word.islower()
        or len(before) == 1
        or before.isdecimal()
        or before.casefold() in _ARTICLES
        or _PUNCTUATION.match(text) is not None
    )
