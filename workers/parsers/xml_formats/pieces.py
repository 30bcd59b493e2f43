"""
XML that is not well-formed, read all the same.

Of many items a bad one costs no other, and a break only the last.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from shared.errors import Reason, Rejected
from workers.parsers.base import RejectedItem
from workers.parsers.xml_formats.safe import local, parse, prepare

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from lxml import etree

    from shared.domain.article import RawItem
    from workers.parsers.base import ParseContext, Parsed, RawFile

MENDED = "broken markup mended"
"""The note for an item whose own markup was not well-formed."""
_NAMESPACE = re.compile(r"\s(xmlns(?::[\w.-]+)?|xml:lang|xml:base)\s*=\s*(\"[^\"<]*\"|'[^'<]*')")
_TEXT = re.compile(
    r"(<((?:[\w.-]{1,60}:)?(?:title|description|encoded|summary|content))(?:\s[^<>]*)?(?<!/)>)"
    r"((?:(?!\]\]>|<!\[CDATA\[|<\2[\s>]).)*?)(</\2\s*>)",
    re.DOTALL,
)
"""A text with HTML in it that should have been escaped: `<br>` and the like are no XML."""
_HEAD = 64 * 1024
"""Where namespaces are declared: on the root, or soon after."""


def whole(text: str, *names: str) -> tuple[etree._Element, bool]:
    """
    Return the root of a document and whether it had to be mended.

    What is not well-formed is mended where its end is there; where it breaks off, or `names` has
    not the root's name, `Rejected` (`malformed`) says so.
    """
    try:
        return parse(text), False
    except Rejected as rejected:
        if rejected.reason is not Reason.MALFORMED or not is_ended(text, *names):
            raise
        return parse(text, recover=True), True


def opened(
    file: RawFile, context: ParseContext, *names: str
) -> tuple[etree._Element, tuple[str, ...]]:
    """Return the root of a file, mended where it must be, and the notes for its items."""
    document = prepare(file, context)
    root, mended = whole(document.text, *names)
    return root, document.notes + ((MENDED,) if mended else ())


def is_ended(text: str, *names: str) -> bool:
    """Return whether a text ends with the closing tag of one of these elements."""
    closing = rf"</(?:[\w.-]{{1,60}}:)?(?:{'|'.join(map(re.escape, names))})\s*>\s*\Z"
    return re.search(closing, text[-1000:]) is not None


def documents(text: str, name: str) -> Iterator[tuple[etree._Element, bool]] | None:
    """
    Return the elements of a name that stand one after the other, with no root around them.

    None where there is but one, as XML has it. Each is read alone, as `pieces` are.
    """
    closed = re.search(rf"</{re.escape(name)}\s*>\s*(?=<{re.escape(name)}[\s>])", text)
    return pieces(text, frozenset({name})) if name and closed else None


def pieces(text: str, names: frozenset[str]) -> Iterator[tuple[etree._Element, bool]]:
    """
    Yield the elements of these names that are whole, out of a text that is not well-formed.

    Each is read alone, so that a mistake in one does not touch the others; the flag says that it
    had to be mended. What the text broke off in is not yielded.
    """
    head = text[:_HEAD]
    spaces = dict(reversed([(name, value) for name, value in _NAMESPACE.findall(head)]))
    opening = f"<piece {' '.join(f'{name}={value}' for name, value in spaces.items())}>"
    for start, end in _spans(text, names):
        source = f"{opening}{text[start:end]}</piece>"
        root, mended = _read(source)
        found = next((one for one in root.iter() if local(one) in names), None)
        if found is not None:
            yield found, mended


def _read(source: str) -> tuple[etree._Element, bool]:
    """Return one piece: as it is, with its texts quoted, or with what libxml2 makes of it."""
    try:
        return parse(source), False
    except Rejected as rejected:
        if rejected.reason is not Reason.MALFORMED:
            raise
    try:
        return parse(_TEXT.sub(r"\1<![CDATA[\3]]>\4", source)), True
    except Rejected:
        return parse(source, recover=True), True


def _spans(text: str, names: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yield where the elements of these names begin and end, outermost and in order."""
    words = "|".join(map(re.escape, sorted(names)))
    token = re.compile(
        rf"<!\[CDATA\[.*?(?:\]\]>|\Z)|<(/?)(?:[\w.-]{{1,60}}:)?(?:{words})(?=[\s/>])", re.DOTALL
    )
    start = None
    for found in token.finditer(text):
        if found[1] is None:
            continue
        if found[1] == "":
            # An opening inside an open one: the first was never closed, or is no item at all.
            start = found.start()
        elif start is not None:
            end = text.find(">", found.end())
            if end > 0:
                yield start, end + 1
            start = None


def by_place(
    elements: Iterable[etree._Element], item: Callable[[etree._Element, str], RawItem]
) -> Iterator[Parsed]:
    """Yield the item of each element, named by its place; one that is refused costs no other."""
    for place, element in enumerate(elements, 1):
        try:
            yield item(element, str(place))
        except Rejected as rejected:
            yield RejectedItem(str(place), rejected)
