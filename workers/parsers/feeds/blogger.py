"""Exports of Blogger: Atom, with a blog's settings, comments and drafts among the posts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workers.parsers.xml_formats.safe import child, children, local, namespace, text

if TYPE_CHECKING:
    from lxml import etree

_KINDS = "schemas.google.com/g/2005#kind"
_SPACE = "schemas.google.com/blogger"
_TEXTS = frozenset({"post", "page"})
_HELD = frozenset({"draft", "scheduled", "soft_trashed"})


def is_kind(category: etree._Element) -> bool:
    """Return whether a category says what an entry is, and not what it is about."""
    return (category.get("scheme") or "").endswith(_KINDS)


def is_text(entry: etree._Element) -> bool:
    """Return whether an entry is a post or a page, or says nothing of its kind."""
    kind = next(
        (one.get("term", "") for one in children(entry, "category") if is_kind(one)),
        _said(entry, "type"),
    )
    return not kind or kind.rpartition("#")[2].casefold() in _TEXTS


def status(entry: etree._Element) -> str | None:
    """Return `withheld` for an entry that was not published yet (RFC 5023, 13.1.1)."""
    draft = text(child(entry, "control", "draft")).casefold() == "yes"
    return "withheld" if draft or _said(entry, "status").casefold() in _HELD else None


def _said(entry: etree._Element, name: str) -> str:
    return next((text(one) for one in entry if local(one) == name and _SPACE in namespace(one)), "")
