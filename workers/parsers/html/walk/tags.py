"""What each tag is to the row of blocks: a part of a line, a line's end, nothing, or a block."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

INLINE, BREAK, SKIPPED, BLOCK = 1, 2, 3, 4
KINDS = {
    "br": BREAK,
    **dict.fromkeys(
        (
            "script", "style", "svg", "math", "iframe", "object", "embed", "canvas",
            "audio", "video", "map", "select", "textarea", "head", "noscript",
            "datalist", "option", "progress", "meter", "noembed", "noframes", "applet", "frameset",
            "rp", "rt", "rtc",  # how a word is read, in small signs above it
        ),
        SKIPPED,
    ),
    **dict.fromkeys(
        (
            "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em",
            "font", "i", "img", "input", "ins", "kbd", "label", "mark", "meta", "link", "nobr",
            "q", "rb", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub",
            "sup", "time", "tt", "u", "var", "wbr", "data", "picture", "source", "amp-img",
            "figure-inline", "o:p",
        ),
        INLINE,
    ),
    **dict.fromkeys(
        (
            "html", "title", "body", "div", "p", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5",
            "h6", "td", "th", "tr", "tbody", "thead", "table", "dt", "dd", "dl", "section",
            "article", "main", "aside", "header", "footer", "nav", "figure", "figcaption", "form",
            "blockquote", "hr", "pre", "center", "address", "fieldset",
        ),
        BLOCK,
    ),
}  # fmt: skip
"""
Inline elements, line breaks, what is not shown, and the usual blocks.

All others are blocks too, but for those that a page made up: they may be a part of a line.
"""
TEXTUAL = frozenset(
    {"p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "dt", "dd", "figcaption"}
)
"""Elements that are one block, whatever stands in them."""
_OPENED = frozenset({"h2", "h3", "h4", "h5", "h6", "dt"})
"""A button that is all of a heading opens what stands below it: a question's answer."""
_SHADOW = frozenset({"shadowrootmode", "shadowroot"})
"""Attributes of a `template` that is shown in its place: a part of the page of its own style."""


def unusual_kind(tag: str, attributes: Mapping[str, str], around: str, *, begins: bool) -> int:
    """
    Return what an element is that is not in `KINDS`.

    `around` is the block that it stands in, or `begins`.
    """
    if tag == "button":
        return INLINE if begins and around in _OPENED else SKIPPED
    if tag == "template":
        return SKIPPED if _SHADOW.isdisjoint(attributes) else BLOCK
    if tag == "dialog" and "open" not in attributes:
        return SKIPPED
    made_up = not tag.isalnum()  # `x-headline`, `NYT_HEADLINE`, `fb:like`
    if made_up and "datetime" in attributes:
        return INLINE  # `relative-time`, `amp-timeago`
    return INLINE if made_up and around in TEXTUAL else BLOCK
