"""Blocks among the text that are none, as their elements say: captions, share lines, data."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workers.parsers.html.body.elements import HEADINGS
from workers.parsers.html.walk.naming import Hint

if TYPE_CHECKING:
    from workers.parsers.html.walk.nodes import Block, Node

_CAPTION = re.compile(
    r"caption|gallery[-_]?(?:photo|image|item|slide)|(?:photo|image|img|picture)[-_]?credit"
    r"|(?:video|image|photo|picture)[-_]?desc"
    r"|(?<![a-z])legend(?:e|a)?(?![a-z])|bildunterschrift|bildtext"
)
"""Names of elements that hold what is told of a picture or a film."""
_PICTURED = re.compile(
    r"(?:IMAGES?|PHOTOS?|VIDEOS?|PICTURES?|GALLERY|FOTOS?"
    r"|(?:[Pp]hoto|[Ii]mage|[Pp]icture) [Cc]redits?)\s?:\s?\S"
)
"""The label of a line that leads to pictures, or says whose they are."""
_CREDITED = re.compile(
    r"\([^()]{3,80}\s?/\s?"
    r"(?:AP|AFP|EPA|dpa|Reuters|REUTERS|Getty Images|[A-Z][a-z]+\.? \d{1,2}, \d{4})\)[.\s]*$"
)
"""What a caption ends with: `(Ada Brook, Harbour Press / April 28, 2010)`."""
_TAKEN_BY = re.compile(
    r"(?:^|[\s(/|])(?:(?:Fotos?|FOTOS?|Photos?|PHOTOS?|Photograph|Bild|Image|Picture|Credits?)"
    r"\s?:\s?(?:[A-ZÀ-Ý]|picture alliance|dpa|imago|privat)[^.!?:]{1,60}"
    r"|(?:AP|AFP|EPA|Reuters) (?:Photo|Image)s?(?:\s?/\s?[A-Z][^.!?:]{2,40})?)\)?\.?$"
)
"""`Photo: Ada Brook/Harbour Press`, `(Bild: Ada Brook)`, `(AP Photo/Ada Brook)` …"""
_CREDITS = ("oto", "OTO", "Bild", "Image", "Picture", "Credit")
"""… of which each has one of these, which are found sooner."""
_DATA = re.compile(r"[{\[]\s?[{\[]?\s?\"[\w-]{1,40}\"\s?:\s?[\[{\"\d]")
"""How JSON begins."""
_CODE = re.compile(
    r"(?://\s?)?(?:<!\[CDATA\[|\(function\s?\w*\(|window\.\w+\s?=|googletag\.|jQuery\("
    r"|document\.(?:write|getElement|addEvent)|\$\((?:document|window|function|\"|'))"
    r"|(?:PHP )?(?:Strict Standards|Deprecated|Warning|Notice|Fatal error|Parse error)\s?:\s"
    r".{3,400}\bin (?=[/\\\w:.-]*[/\\])\S++(?:\s\S++){0,4}? on line \d+"
)
"""How a script begins that stands in the text by mistake, and what PHP prints of its own."""
_TOLD = 320
"""Characters of a caption that ends so; paragraphs of a text that do are longer."""
_SHARED = 80
_LONGEST = 250
_LONG = 500
_PRINTED = frozenset({"pre", "code", "td", "blockquote"})
"""Elements in which a text shows data."""
_ARTICLE = 0.5
"""Share of the text from which on its captions are the article."""
_PARTS = 2
"""Blocks of a caption: it and whose the picture is. Some sites set headline and lead so."""
_FRAME = 0.3
"""An element with more of the page's prose holds the text, whatever it is called."""


def without_strays(chosen: list[Block]) -> list[Block]:
    """
    Return the blocks of a body without captions, share lines and data of scripts.

    Where captions are a good part of it, pictures with texts below them are the article.
    """
    strays = [block for block in chosen if _is_caption(block)]
    size = sum(len(block.text) for block in strays)
    if size > _ARTICLE * sum(len(block.text) for block in chosen):
        strays = []
    gone = {block.at for block in strays}
    kept = [block for block in chosen if block.at not in gone and not _is_furniture(block)]
    return kept or chosen


def _is_caption(block: Block) -> bool:
    """Return whether a block stands in an element for captions, or ends as they do."""
    text, node = block.text, block.node
    if text[-1] in ")." and len(text) <= _LONG and _CREDITED.search(text):
        return True
    if node.tag in HEADINGS:
        return False
    if len(text) <= _TOLD and any(map(text.__contains__, _CREDITS)) and _TAKEN_BY.search(text):
        return True
    return _holds_caption(node) or (node.parent is not None and _holds_caption(node.parent))


def _holds_caption(node: Node) -> bool:
    """Return whether an element holds a caption; one around most of the text is its frame."""
    if node.prose_share > _FRAME:
        return False
    if node.tag == "figcaption":
        return node.blocks <= _PARTS
    return (
        node.hints >> Hint.PICTURE & 1 > 0 and _CAPTION.search(node.signature.lower()) is not None
    )


def _is_furniture(block: Block) -> bool:
    """Return whether a block is a script's data, a line for sharing or one that leads to films."""
    text, node = block.text, block.node
    if node.tag not in _PRINTED and (_DATA.match(text) or _CODE.match(text)):
        return True
    if _PICTURED.match(text) and len(text) <= _LONGEST:
        return True
    shares = node.hints >> Hint.SHARE & 1 and node.tag not in HEADINGS and node.tag != "blockquote"
    return bool(shares) and not block.prose and len(text) <= _SHARED and text[-1] not in ".!?…"
