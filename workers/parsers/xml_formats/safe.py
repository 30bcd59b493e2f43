"""
XML that nobody vouches for: no entity is expanded but to a few plain words that the document
declares itself, no file or address opened, no depth unbounded.

The bytes are decoded here, by declaration and evidence, and never by libxml2. What publishers get
wrong most (a bare `&`, `&nbsp;`, control characters) is mended before; a document that still is
not well-formed can be read piece by piece.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.entities import html5
from typing import TYPE_CHECKING

from lxml import etree

from shared.errors import Reason, Rejected
from workers.parsers.charset.decoding import decode
from workers.parsers.xml_formats.entities import declared

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from workers.parsers.base import ParseContext, RawFile

XML = "{http://www.w3.org/XML/1998/namespace}"
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_AMPERSAND = re.compile(
    r"<!\[CDATA\[.*?(?:\]\]>|\Z)|&(?:#(\d{1,9}|x[\da-fA-F]{1,8});|([A-Za-z][\w.-]{0,40});)?",
    re.DOTALL,
)
_DECLARATION = re.compile(r"\A<\?xml\s[^<>]{0,500}\?>")
_OWN = frozenset({"lt", "gt", "amp", "quot", "apos"})
_CODES = etree.ErrorTypes
_LEADING = re.compile(
    rb"(?:\s+|<\?[^>]{0,2000}\?>|<!--.{0,20000}?-->"
    rb"|<!DOCTYPE[^>\[]{0,1000}(?:\[.{0,60000}?\]\s*)?>)",
    re.DOTALL,
)
_ROOT = re.compile(rb"<(?:[\w.-]{1,60}:)?([\w.-]{1,60})((?=[\s/>])[^>]{0,8000})", re.DOTALL)
_HEAD = 64 * 1024
_KEPT = "first tag"


@dataclass(frozen=True, slots=True)
class Root:
    """The first tag of a document: its name without a prefix, and its attributes as they stand."""

    name: str
    attributes: bytes


def sniff(head: bytes) -> Root | None:
    """Return the first tag of an XML document by its first bytes; None where there is none."""
    for mark in (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"):
        head = head.removeprefix(mark)
    if b"\0" in head[:200]:
        head = head.replace(b"\0", b"")
    at = 0
    while (found := _LEADING.match(head, at)) is not None:
        at = found.end()
    root = _ROOT.match(head, at)
    return Root(root[1].decode("ascii", "replace"), root[2]) if root else None


def root_of(file: RawFile) -> Root | None:
    """Return the first tag of a file; looked for once, for a dozen parsers ask."""
    if _KEPT not in file.__dict__:
        file.__dict__[_KEPT] = sniff(file.head)
    found: Root | None = file.__dict__[_KEPT]
    return found


def is_marked(file: RawFile, roots: Collection[str], signs: Iterable[bytes], within: int) -> bool:
    """Return whether a file's first tag is one of some, with a sign in so many of its bytes."""
    root = root_of(file)
    if root is None or root.name not in roots:
        return False
    return any(sign in file.head[:within] for sign in signs)


@dataclass(frozen=True, slots=True)
class Document:
    """Text that is ready for the XML parser, and what was assumed on the way."""

    text: str
    notes: tuple[str, ...]


def prepare(file: RawFile, context: ParseContext) -> Document:
    """Return the decoded text of a file; `Rejected` (`too_large`, `empty`) where it has none."""
    limit = context.limits.file_bytes
    if len(file.data) > limit:
        raise Rejected(
            Reason.TOO_LARGE,
            f"the XML has {len(file.data) / 1e6:.0f} MB; the limit is {limit / 1e6:.0f} MB",
        )
    decoded = decode(file.data, context.charset, html=True)
    # What the declaration says of the charset is done; of a name of its own libxml2 would stumble.
    text = _DECLARATION.sub("", _ILLEGAL.sub("", decoded.text).lstrip())
    if not text:
        raise Rejected(Reason.EMPTY, "the file holds white space only: nothing to read")
    return Document(_mended(text), decoded.notes)


def parse(text: str, *, recover: bool = False) -> etree._Element:
    """
    Return the root of a prepared document, without comments, instructions and entity references.

    Raises `Rejected`: `malformed` with the place, `too_deep` (256 elements), `too_large` (10 MB in
    one text or attribute), `expands_too_much` (entities that multiply).
    """
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        recover=recover,
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as error:
        fatal = parser.error_log.filter_from_fatals()
        if not recover and not fatal:
            # Only a prefix that nobody declared: the tree is whole.
            return parse(text, recover=True)
        raise _refusal(error) from error
    if root is None:
        raise Rejected(Reason.MALFORMED, "not well-formed XML: there is no element in it")
    etree.strip_elements(root, etree.Entity, with_tail=False)
    return root


def local(element: etree._Element) -> str:
    """Return an element's name without namespace and prefix; empty for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2].rpartition(":")[2] if isinstance(tag, str) else ""


def namespace(element: etree._Element) -> str:
    """Return the namespace of an element, empty where it has none."""
    tag = element.tag
    return tag[1:].partition("}")[0] if isinstance(tag, str) and tag.startswith("{") else ""


def children(element: etree._Element | None, *names: str) -> list[etree._Element]:
    """Return the children with one of these local names."""
    return [] if element is None else [one for one in element if local(one) in names]


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """Return the first child of a local name, and of that the first of the next, and so on."""
    for name in path:
        found = children(element, name)
        if not found:
            return None
        element = found[0]
    return element


def text(element: etree._Element | None) -> str:
    """Return all text of an element on one line; empty for none."""
    return "" if element is None else " ".join("".join(map(str, element.itertext())).split())


def language(element: etree._Element) -> str:
    """Return the `xml:lang` that holds for an element: its own or its nearest ancestor's."""
    node: etree._Element | None = element
    while node is not None:
        found = node.get(f"{XML}lang")
        if found:
            return found
        node = node.getparent()
    return ""


def _mended(text: str) -> str:
    """Return the text with HTML's entities as numbers and bare ampersands escaped."""
    if "&" not in text:
        return text
    declares, words = "<!ENTITY" in text[:_HEAD], declared(text)
    replaced: Callable[[re.Match[str]], str] = lambda found: _reference(found, declares, words)  # noqa: E731 - one use
    return _AMPERSAND.sub(replaced, text)


def _reference(found: re.Match[str], declares: bool, words: dict[str, str]) -> str:  # noqa: FBT001 - a callback's fact
    """Return a reference as XML knows it, or the words it stands for; others go to the parser."""
    if found[0][0] == "<":
        return found[0]
    number, name = found[1], found[2]
    if number is not None:
        code = int(number[1:], 16) if number[0] == "x" else int(number)
        legal = code < 0x110000 and not _ILLEGAL.match(chr(code))  # noqa: PLR2004 - Unicode's end
        return found[0] if legal else ""
    if name in _OWN:
        return found[0]
    if name in words:
        return words[name]
    value = html5.get(f"{name};") if name else None
    if value is not None:
        return "".join(f"&#{ord(character)};" for character in value)
    return found[0] if name and declares else f"&amp;{found[0][1:]}"


def _refusal(error: etree.XMLSyntaxError) -> Rejected:
    """Return the reason for what libxml2 refused."""
    message, code = " ".join(str(error.msg).split()), getattr(error, "code", 0)
    if "depth" in message:
        return Rejected(Reason.TOO_DEEP, "elements are nested more than 256 deep")
    if "amplification" in message or code == _CODES.ERR_ENTITY_LOOP:
        return Rejected(Reason.EXPANDS_TOO_MUCH, "its entities multiply without bound")
    if code == _CODES.ERR_RESOURCE_LIMIT:
        return Rejected(Reason.TOO_LARGE, "one text or attribute has more than 10 MB")
    return Rejected(Reason.MALFORMED, f"not well-formed XML: {message}")
