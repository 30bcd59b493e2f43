"""The text of a NewsML item, in whichever way it is written inside: NITF, XHTML, HTML, plain."""

from __future__ import annotations

import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from shared.domain.article import Field
from workers.parsers.paragraphs.markup import element_paragraphs, html_paragraphs, looks_like_html
from workers.parsers.paragraphs.typeset import wrapped_paragraphs
from workers.parsers.wire import nitf
from workers.parsers.wire.vocabulary import own_paragraphs
from workers.parsers.xml_formats.safe import child, local, namespace, text

if TYPE_CHECKING:
    from workers.parsers.claims.evidence import Evidence

_RICH, _MARKED, _PLAIN = 3, 2, 1
"""How much of the text's structure a kind of content keeps."""
_KNOWN = ("iptc.org", "xhtml", "w3.org")
"""Parts of the namespaces of what is read by the names of its elements."""
_FIGURES = frozenset({"sports-content", "events", "event"})
"""What holds results or dates, and no text but that of an article in NITF inside."""
_ASIDE = ("{*}header", "{*}footer")
"""The frame of an XHTML page: it repeats what the metadata say."""


@dataclass(frozen=True, slots=True)
class Rendition:
    """One rendition of a text: its paragraphs, where they stood, what to say, how rich it is."""

    paragraphs: tuple[str, ...] = ()
    source: str = ""
    notes: tuple[str, ...] = ()
    rank: int = 0

    @property
    def size(self) -> tuple[int, int]:
        """How it compares with the others of an item: first by its structure, then by length."""
        return (self.rank if self.paragraphs else 0, sum(map(len, self.paragraphs)))


def rendition(content: etree._Element, source: str, evidence: Evidence) -> Rendition:
    """Return what one element of content holds; NITF inside adds its own claims."""
    kind = (content.get("contenttype") or "").lower()
    root = next((one for one in content if local(one)), None)
    if root is None:
        inside = content.text or ""
        if "html" in kind or looks_like_html(inside):
            return Rendition(html_paragraphs(inside), f"{source} html", (), _MARKED)
        return Rendition(wrapped_paragraphs(inside), source, (), _PLAIN)
    if local(root) in _FIGURES:
        root = next(root.iter("{*}nitf"), None)
    if root is None:
        return Rendition()
    if local(root) == "nitf":
        nitf.gather(root, evidence)
        paragraphs, where, told = nitf.body(root)
        return Rendition(paragraphs, f"{source} {where}", told, _RICH)
    if (kind.endswith("+xml") and "html" not in kind) or _is_own(root):
        return Rendition(own_paragraphs(root, evidence), f"{source} {local(root)}", (), _RICH)
    if local(root) == "html":
        for name, weight in (("h1", 0.6), ("title", 0.55)):
            evidence.add(Field.HEADLINE, _only(root, name), f"{source} xhtml {name}", weight)
    return Rendition(_xhtml(content, root), f"{source} xhtml", (), _RICH)


def _is_own(root: etree._Element) -> bool:
    """Return whether an element is in a namespace that neither HTML nor the IPTC has."""
    name = namespace(root)
    return bool(name) and not any(known in name for known in _KNOWN)


def _only(root: etree._Element, name: str) -> str:
    """Return the text of the one element of a name; empty where there is none, or several."""
    found = list(root.iter(f"{{*}}{name}"))
    return text(found[0]) if len(found) == 1 else ""


def _xhtml(content: etree._Element, root: etree._Element) -> tuple[str, ...]:
    """Return the paragraphs of inline XHTML without its frame, unless it holds all the text."""
    page = child(root, "body") if local(root) == "html" else content
    if page is None:
        return ()
    bare = copy.deepcopy(page)
    etree.strip_elements(bare, *_ASIDE, with_tail=False)
    return element_paragraphs([bare]) or element_paragraphs([page])
