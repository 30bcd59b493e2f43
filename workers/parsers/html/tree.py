"""Text to blocks, under limits: what no page needs is refused before it costs anything."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from lxml import etree

from shared.errors import Reason, Rejected
from workers.parsers.html.blocks import EnoughError, Walk

if TYPE_CHECKING:
    from lxml.etree import ParserTarget

    from workers.parsers.html.page import Page

LONGEST_ATTRIBUTE = 1_000_000
"""Characters; embedded pictures (`data:`) are taken out before and do not count."""
MOST_ATTRIBUTES = 20_000
"""In one tag: the parser compares each with all others, a second for so many."""
MOST_TAGS = 400_000
"""The longest pages seen have some 30,000."""
_DATA_URI = re.compile(r"data:[\w/+.-]{3,60};base64,[A-Za-z0-9+/=\s%]{200,}")
_LONG = re.compile(rf"<[A-Za-z/!][^<>]{{{LONGEST_ATTRIBUTE},}}")
"""It begins at a tag only, so that the search stays linear and scripts do not count."""
_LADEN = re.compile(rf"<[A-Za-z][^<>]{{{4 * MOST_ATTRIBUTES},}}")
"""A tag with room for so many attributes."""
_PICTURES = 200_000
"""Only a page longer than this is searched for embedded pictures."""


def parse(text: str) -> Page:
    """
    Return the page of a text.

    Raises `Rejected`: `too_large` (an attribute of a million characters, 400,000 tags), `too_deep`
    and `malformed` or `no_article` (not one element in it).
    """
    if len(text) > _PICTURES and ";base64," in text:
        text = _DATA_URI.sub("", text)
    _check(text)
    walk = Walk()
    target = cast("ParserTarget", walk)  # its tags are text: the bytes are UTF-8
    parser = etree.HTMLParser(encoding="utf-8", recover=True, huge_tree=True, target=target)
    try:
        etree.fromstring(text.encode("utf-8", "replace"), parser)
    except EnoughError:
        pass  # `close` was called all the same: what was read is the page
    except etree.LxmlError as error:
        raise Rejected(Reason.MALFORMED, f"the page cannot be read as HTML: {error}") from error
    return walk.taken()


def _check(text: str) -> None:
    """Refuse what is hostile or broken beyond use, by looking at the text alone."""
    if len(text) >= LONGEST_ATTRIBUTE and (long := _LONG.search(text)) is not None:
        size = (long.end() - long.start()) / 1e6
        raise Rejected(
            Reason.TOO_LARGE,
            f"a single tag of the page has {size:.1f} million characters (a giant attribute); "
            f"the limit is {LONGEST_ATTRIBUTE / 1e6:.0f} million",
        )
    for laden in _LADEN.finditer(text) if text.count("=") > MOST_ATTRIBUTES else ():
        attributes = laden[0].count("=")
        if attributes > MOST_ATTRIBUTES:
            raise Rejected(
                Reason.TOO_LARGE,
                f"a single tag of the page has {attributes:,} attributes; the limit is "
                f"{MOST_ATTRIBUTES:,}",
            )
    tags = text.count("<")
    if tags > MOST_TAGS:
        raise Rejected(Reason.TOO_LARGE, f"the page has {tags:,} tags; the limit is {MOST_TAGS:,}")
