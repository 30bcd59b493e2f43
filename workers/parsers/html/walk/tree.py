"""Text to blocks, under limits: what no page needs is refused before it costs anything."""

from __future__ import annotations

import re
import threading
from typing import TYPE_CHECKING, cast

from lxml import etree

from shared.errors import Reason, Rejected
from workers.parsers.html.walk import pictures
from workers.parsers.html.walk.blocks import Walk
from workers.parsers.html.walk.page import EnoughError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import ParserTarget

    from workers.parsers.html.walk.page import Page

LONGEST_ATTRIBUTE = 1_000_000
"""Characters; embedded pictures (`data:`) are taken out before and do not count."""
MOST_ATTRIBUTES = 20_000
"""In one tag: the parser compares each with all others, a second for so many."""
MOST_TAGS = 400_000
"""The longest pages seen have some 30,000."""
_LONG = re.compile(rf"<[A-Za-z/!][^<>]{{{LONGEST_ATTRIBUTE},}}")
"""It begins at a tag only, so that the search stays linear and scripts do not count."""
_LADEN = re.compile(rf"<[A-Za-z][^<>]{{{4 * MOST_ATTRIBUTES},}}")
"""A tag with room for so many attributes."""
_SOFT_HYPHEN, _SOFT_ENTITY = "\xad".encode(), re.compile(rb"&(?:shy|#173|#x[Aa][Dd]);")
_INSIDE_WORD = re.compile(rb"(?:%s|%s)(?!\s)" % (_SOFT_HYPHEN, _SOFT_ENTITY.pattern))
"""Where a word may be broken: whoever looks for words finds parts of them around it."""
_kept = threading.local()
"""The walk and the parser of this thread's last page."""
_PICTURES = 200_000
"""Only a page longer than this is searched for embedded pictures."""


def parse(text: str, utf8: bytes | None = None) -> Page:
    """
    Return the page of a text, which may come as its UTF-8 too.

    Raises `Rejected`: `too_large` (an attribute of a million characters, 400,000 tags), `too_deep`
    and `malformed` or `no_article` (not one element in it).
    """
    content = text.encode("utf-8", "replace") if utf8 is None else utf8
    # What can be asked of bytes costs a fifth of what it costs of characters beyond Latin.
    if len(text) > _PICTURES:
        shorter = pictures.without(content)
        if len(shorter) < len(content):
            content = shorter
            text = content.decode("utf-8")
    _check(text, content)
    if _has_soft_hyphens(content):
        content = _INSIDE_WORD.sub(b"", content)
    return _walked(content)


def _has_soft_hyphens(content: bytes) -> bool:
    # to look for one byte, or by a pattern that begins with one, takes a third of the look for more
    held = _SOFT_HYPHEN[-1:] in content and _SOFT_HYPHEN in content
    return held or _SOFT_ENTITY.search(content) is not None


def _walked(content: bytes) -> Page:
    """
    Return the page that a walk through its tags makes.

    The parser of the last page is taken again: it costs a tenth of a millisecond to make, most of
    it to look at what it is to call. One that was interrupted is left to the garbage collector.
    """
    walk, parser = getattr(_kept, "reader", None) or _reader()
    _kept.reader = None
    try:
        etree.fromstring(content, parser)
    except EnoughError:
        return walk.taken()  # `close` was called all the same: what was read is the page
    except etree.LxmlError as error:
        raise Rejected(Reason.MALFORMED, f"the page cannot be read as HTML: {error}") from error
    page = walk.taken()
    _kept.reader = walk, parser
    return page


def _reader() -> tuple[Walk, etree.HTMLParser]:
    """Return a walk and the parser that calls it."""
    walk = Walk()
    target = cast("ParserTarget", walk)  # its tags are text: the bytes are UTF-8
    return walk, etree.HTMLParser(encoding="utf-8", recover=True, huge_tree=True, target=target)


def _check(text: str, content: bytes) -> None:
    """Refuse what is hostile or broken beyond use, by looking at the text alone."""
    for long in _giants(text, _LONG, LONGEST_ATTRIBUTE):
        size = (long.end() - long.start()) / 1e6
        raise Rejected(
            Reason.TOO_LARGE,
            f"a single tag of the page has {size:.1f} million characters (a giant attribute); "
            f"the limit is {LONGEST_ATTRIBUTE / 1e6:.0f} million",
        )
    for laden in _giants(text, _LADEN, 4 * MOST_ATTRIBUTES):
        attributes = laden[0].count("=")
        if attributes > MOST_ATTRIBUTES:
            raise Rejected(
                Reason.TOO_LARGE,
                f"a single tag of the page has {attributes:,} attributes; the limit is "
                f"{MOST_ATTRIBUTES:,}",
            )
    tags = content.count(b"<") if len(content) > MOST_TAGS else 0
    if tags > MOST_TAGS:
        raise Rejected(Reason.TOO_LARGE, f"the page has {tags:,} tags; the limit is {MOST_TAGS:,}")


def _giants(text: str, tag: re.Pattern[str], least: int) -> Iterator[re.Match[str]]:
    """
    Yield the tags of a pattern that have at least so many characters and no other `<` in them.

    Such a tag holds a whole window of half its length, wherever the windows begin: a page without
    one is seen by a glance into each window.
    """
    half = least // 2
    inside = True
    for at in range(0, len(text) - half + 1, half):
        empty = text.find("<", at, at + half) < 0
        if empty and not inside:
            found = tag.match(text, text.rfind("<", 0, at))
            if found is not None:
                yield found
        inside = empty
