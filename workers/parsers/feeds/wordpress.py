"""
WordPress exports: RSS with the posts as their editor keeps them, before the site prints them.

Paragraphs are parted by blank lines, short codes stand for what the site fills in, authors are
accounts that the channel names, and attachments and drafts are among the posts.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from shared.domain.article import Field
from workers.parsers.xml_formats.safe import child, local, namespace, text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lxml import etree

    from workers.parsers.claims.evidence import Evidence

_SPACE = "wordpress.org/export"
_NO_TEXT = frozenset({"attachment", "nav_menu_item", "revision", "custom_css", "wp_global_styles",
                      "wp_navigation", "wp_template", "wp_template_part", "wp_block",
                      "customize_changeset", "oembed_cache", "acf-field",
                      "acf-field-group"})  # fmt: skip
"""Kinds of posts that have no text of their own."""
_HELD = frozenset({"draft", "pending", "private", "future", "auto-draft"})
_GONE = frozenset({"trash"})
_CAPTION = re.compile(
    r"\[(caption|gallery|embed|video|audio)\b[^\[\]]*\].{0,2000}?\[/\1\]", re.DOTALL
)
_CODE = re.compile(r"\[/?[a-z][\w-]{2,30}(?:\s[^\[\]]{0,1000})?/?\]")
_BLANK = re.compile(r"\n[ \t\r]*\n")


def is_export(entry: etree._Element) -> bool:
    """Return whether an entry is of an export: it says which kind of post it is."""
    return _said(entry, "post_type") is not None


def is_text(entry: etree._Element) -> bool:
    """Return whether an exported post can have a text."""
    return _said(entry, "post_type") not in _NO_TEXT


def gather(entry: etree._Element, frame: Iterable[etree._Element], evidence: Evidence) -> None:
    """Add what an exported post says besides: its author's name, its status, its time in UTC."""
    names = accounts(frame)
    for one in entry:
        if local(one) == "creator" and (name := names.get(text(one))):
            evidence.add(Field.AUTHOR, name, "wp:author_display_name", 1.0)
    evidence.add(Field.PUB_STATUS, status(entry), "wp:status", 1.0)
    for one in entry:
        if local(one) == "category" and one.get("domain") == "category":
            evidence.add(Field.SECTION, text(one), "rss category (domain category)", 0.9)
    for name, field in (("post_date_gmt", Field.PUBLISHED), ("post_modified_gmt", Field.UPDATED)):
        moment = _said(entry, name) or ""
        if moment[:1] in "12" and moment:
            evidence.add(field, f"{moment}Z", f"wp:{name}", 0.95)


def status(entry: etree._Element) -> str | None:
    """Return the publication status of an exported post in IPTC's words; None for a public one."""
    said = _said(entry, "status")
    return "withheld" if said in _HELD else "canceled" if said in _GONE else None


def accounts(frame: Iterable[etree._Element]) -> Mapping[str, str]:
    """Return the names that a channel gives to the accounts of its authors."""
    found = (one for one in frame if local(one) == "author" and _SPACE in namespace(one))
    pairs = (
        (text(child(one, "author_login")), text(child(one, "author_display_name"))) for one in found
    )
    return {login: name for login, name in pairs if login and name}


def printed(markup: str) -> str:
    """Return a post's text as its site would print it: paragraphs parted, short codes filled."""
    bare = _CODE.sub("", _CAPTION.sub("", markup.replace("\r\n", "\n")))
    return _BLANK.sub("<br><br>", bare)


def _said(entry: etree._Element, name: str) -> str | None:
    return next(
        (text(one) for one in entry if local(one) == name and _SPACE in namespace(one)), None
    )
