"""
One walk over the tree: the page as a row of text blocks, each with the elements around it.

A block is what a reader sees as one paragraph, heading, list item or cell. Everything later (the
body, its trimming, the byline beside it) reads the blocks and not the tree again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from lxml import etree

from shared.errors import Reason, Rejected
from workers.parsers.html.naming import Hint, hints, role_hint
from workers.parsers.html.nodes import Block, Mark, Node, prose_of

if TYPE_CHECKING:
    from lxml.etree import _Element

DEEPEST = 1_000
"""Elements in elements; real pages stay below 100, broken ones (never closed tags) below 500."""
MOST_BLOCKS = 20_000
"""A page with more is cut: no article is that long, and time is bounded."""
_SKIPPED = frozenset(
    {
        "script", "style", "template", "svg", "math", "iframe", "object", "embed", "canvas",
        "audio", "video", "map", "select", "textarea", "head", "noscript", "button", "datalist",
        "option", "progress", "meter", "noembed", "noframes", "applet", "frameset",
    }
)  # fmt: skip
_INLINE = frozenset(
    {
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em",
        "font", "i", "img", "input", "ins", "kbd", "label", "mark",
        "meta", "link", "nobr", "q", "rb", "rp",
        "rt",
        "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u",
        "var", "wbr", "data", "picture", "source", "amp-img", "figure-inline", "o:p",
    }
)  # fmt: skip
_HINTING = frozenset(("span", "small", "em"))
_BOLD = frozenset(("b", "strong"))
_LINK, _STRONG, _BREAK = 1, 2, 4


class Page:
    """The blocks of a page, in order."""

    def __init__(self, root: _Element) -> None:
        """Walk the tree once; `Rejected` (`too_deep`) where it is nested beyond use."""
        self.blocks: list[Block] = []
        self.nodes: list[Node] = []
        self.marks: list[Mark] = []
        # The pieces of text since the last block boundary, with their style.
        self._pieces: list[tuple[str, int]] = []
        self._hinting: list[tuple[int, int]] = []
        self._links = 0
        self._walk(root)
        self._measure()

    def _measure(self) -> None:
        """Sum the blocks up into the elements around them."""
        for block in self.blocks:
            block.prose = prose_of(block)
            node = block.node
            node.blocks += 1
            node.chars += len(block.text)
            node.link_chars += block.link_chars
            node.prose += block.prose
        for node in reversed(self.nodes):  # inner ones come after those around them
            if node.parent is not None:
                node.parent.blocks += node.blocks
                node.parent.chars += node.chars
                node.parent.link_chars += node.link_chars
                node.parent.prose += node.prose
        whole = self.nodes[0].prose or 1.0
        for node in self.nodes:
            node.prose_share = node.prose / whole

    def _walk(self, root: _Element) -> None:  # noqa: C901, PLR0912 - one hot loop
        top = Node("html", None, 0, 0, "html")
        self.nodes.append(top)
        node, style, depth, pieces = top, 0, 0, self._pieces
        stack: list[tuple[Node, int, int]] = []
        walker = etree.iterwalk(root, events=("start", "end"))
        for event, element in walker:
            tag = element.tag
            if event == "start":
                depth += 1
                stack.append((node, style, len(pieces)))
                if tag.__class__ is not str or tag in _SKIPPED:
                    walker.skip_subtree()
                    continue
                if depth > DEEPEST:
                    raise Rejected(
                        Reason.TOO_DEEP, f"elements are nested more than {DEEPEST:,} deep"
                    )
                if tag == "br":
                    pieces.append(("", _BREAK))
                elif tag in _INLINE or (_is_custom(tag) and node.tag in _TEXTUAL):
                    if tag == "a":
                        style |= _LINK
                        self._links += 1
                    elif tag in _BOLD:
                        style |= _STRONG
                    self._mark(element, tag, node)
                else:
                    if pieces:
                        self._flush(node)
                    node = self._enter(element, tag, node)
                text = element.text
                if text:
                    pieces.append((text, style))
            else:
                depth -= 1
                outer, style, before = stack.pop()
                if tag.__class__ is str and tag not in _SKIPPED:
                    if node is not outer:
                        if pieces:
                            self._flush(node)
                        node = outer
                    elif tag in _HINTING:
                        self._hinted(element, before)
                tail = element.tail
                if tail:
                    pieces.append((tail, style))
            if len(self.blocks) > MOST_BLOCKS:
                break
        if pieces:
            self._flush(node)

    def _enter(self, element: _Element, tag: str, parent: Node) -> Node:
        """Return the node of a block-level element."""
        attributes = cast("dict[str, str]", dict(element.items()))
        names, bits, itemprop, hidden = "", 0, "", parent.hidden
        if attributes and tag != "body":
            names = attributes.get("class", "")
            own = attributes.get("id")
            bits = hints(f"{names} {own}" if own else names) if names or own else 0
            role = attributes.get("role")
            if role:
                bits |= role_hint(role)
            itemprop = attributes.get("itemprop", "")
            if bits & _TELLING or itemprop:
                self.marks.append(Mark(element, bits, len(self.blocks), parent))
            hidden = hidden or _is_hidden(attributes)
        node = Node(tag, parent, parent.depth + 1, bits, f"{tag}.{names}", itemprop, hidden)
        node.outer = parent.chain
        node.index = len(self.nodes)
        self.nodes.append(node)
        return node

    def _mark(self, element: _Element, tag: str, node: Node) -> None:
        """Note an inline element that may name the author or a time."""
        attributes = cast("dict[str, str]", dict(element.items()))
        if not attributes and tag != "time":
            return
        names = attributes.get("class")
        bits = hints(names) if names else 0
        if bits & _TELLING or tag == "time" or "itemprop" in attributes or "rel" in attributes:
            self.marks.append(Mark(element, bits, len(self.blocks), node))

    def _hinted(self, element: _Element, before: int) -> None:
        """Note the names of an inline element and how much of the run it holds."""
        names = element.get("class")
        if names and (bits := hints(names)):
            held = sum(len(text) for text, _ in self._pieces[before:])
            self._hinting.append((bits, held))

    def _flush(self, node: Node) -> None:
        """Make blocks of the run: one, or several where two line breaks part it."""
        pieces = self._pieces
        if len(pieces) == 1 and (not pieces[0][0] or pieces[0][0].isspace()):
            pieces.clear()
            return
        part: list[tuple[str, int]] = []
        breaks = 0
        for text, style in pieces:
            if style & _BREAK:
                breaks += 1
                part.append((" ", 0))
            elif breaks > 1 and not text.isspace():
                self._add(part, node)
                part, breaks = [(text, style)], 0
            else:
                breaks = breaks if text.isspace() else 0
                part.append((text, style))
        self._add(part, node)
        pieces.clear()
        self._hinting.clear()
        self._links = 0

    def _add(self, part: list[tuple[str, int]], node: Node) -> None:
        """Append one block, unless nothing in it is a letter or digit."""
        text = " ".join("".join([piece for piece, _ in part]).split())
        if not text or not (text[0].isalnum() or any(map(str.isalnum, text))):
            return
        block = Block(text, node, len(self.blocks), links=self._links)
        for piece, style in part:
            if style:
                size = len(piece.strip())
                if style & _LINK:
                    block.link_chars += size
                if style & _STRONG:
                    block.bold_chars += size
        for bits, held in self._hinting:
            if held * 5 > len(text) * 3:
                block.hints |= bits
        self.blocks.append(block)


_TELLING = 1 << Hint.AUTHOR | 1 << Hint.DATE
_TEXTUAL = frozenset(
    {
        "p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "dt", "dd", "figcaption",
    }
)  # fmt: skip


def _is_custom(tag: str) -> bool:
    return ":" in tag or "-" in tag


def _is_hidden(attributes: dict[str, str]) -> bool:
    """Return whether an element says that it is not shown."""
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return True
    style = attributes.get("style")
    return bool(style) and "display:none" in str(style).replace(" ", "").lower()
