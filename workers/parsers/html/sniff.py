"""Whether bytes are a web page: by their first tags; the name only tips the balance."""

from __future__ import annotations

import re

_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_LEADING = re.compile(
    rb"(?:\s+|<\?xml[^>]{0,300}\?>|<\?[^>]{0,1000}\?>|<!--.{0,20000}?-->)", re.DOTALL
)
_DOCTYPE = re.compile(rb"<!doctype\s+([a-z:]+)[^>\[]{0,500}(?:\[.{0,5000}?\]\s*)?>", re.IGNORECASE)
_FIRST = re.compile(rb"<([a-z][a-z0-9:-]*)(?=[\s/>])", re.IGNORECASE)
_PAGE = frozenset((b"html", b"head", b"body"))
_FRAGMENT = frozenset(
    b"meta title link script style base div p article section main header h1 h2 h3 h4 span table"
    b" center font a img ul ol blockquote br hr nav form b i em strong figure noscript".split()
)
_ANY = re.compile(
    rb"</?(?:html|head|body|div|p|article|section|main|h[1-6]|br|a|span|table|ul|li)(?=[\s/>])",
    re.IGNORECASE,
)
_CLOSING = re.compile(rb"</(?:p|div|h[1-6]|article|section|span|table|ul|body)>", re.IGNORECASE)
_RECORD = re.compile(
    rb"<article(?:\s[^>]{0,2000})?>\s*<(?:\w{1,20}:)?(?:title|headline|author|authors|byline|date"
    rb"|pubdate|info|articleinfo|front|id|guid|url|source|language|body|head|metadata|text)[\s/>]",
    re.IGNORECASE,
)
"""An article of somebody's own XML: in HTML none of these may stand in `article`."""
_SUFFIXES = frozenset({".html", ".htm", ".xhtml", ".xht", ".shtml", ".php", ".asp", ".aspx"})
_SOME = 3
"""Tags in a fragment that make it a page and not a text with a sign in it."""


def html_score(head: bytes, suffix: str) -> float:
    """Return how surely the first bytes of a file are HTML or XHTML, 0 to 1."""
    start = _start(_narrow(head))
    named = suffix in _SUFFIXES
    doctype = _DOCTYPE.match(start)
    if doctype is not None:
        if doctype[1].lower() != b"html":
            return 0.0
        start = _start(start[doctype.end() :])
    first = _FIRST.match(start)
    if first is not None and first[1].lower() in _PAGE:
        return 0.95
    if doctype is not None:
        return 0.9
    if _RECORD.match(start):
        return 0.0
    if first is not None and first[1].lower() in _FRAGMENT:
        enough = len(_CLOSING.findall(start)) >= _SOME
        return 0.8 if named else 0.6 if enough else 0.2
    # Text or an unknown tag comes first: only the name can make a page of it.
    return 0.5 if named and len(_ANY.findall(start)) >= _SOME and not _is_xml(head) else 0.0


def _narrow(head: bytes) -> bytes:
    """Return the bytes without a mark and with UTF-16 made narrow: tags are ASCII."""
    for mark in _BOMS:
        head = head.removeprefix(mark)
    return head.replace(b"\0", b"") if b"\0" in head[:200] else head


def _start(head: bytes) -> bytes:
    """Return the bytes from the first that is no white space, comment or XML declaration."""
    at = 0
    while (found := _LEADING.match(head, at)) is not None:
        at = found.end()
    return head[at:]


def _is_xml(head: bytes) -> bool:
    """Return whether the bytes begin as XML of another kind, or as JSON."""
    return head.lstrip()[:5] in {b"<?xml", b"<rss "} or head.lstrip()[:1] in {b"{", b"["}
