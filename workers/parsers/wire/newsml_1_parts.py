"""
The parts of a NewsML 1 item: its language versions, its lead, and the text itself.

Components nest in components, and only their roles tell what they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from workers.parsers.wire.newsml_1_fields import formal
from workers.parsers.xml_formats.safe import child, children, language, local, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

_NO_TEXT = ("photo", "picture", "image", "graphic", "video", "audio", "animation", "caption",
            "thumbnail", "logo", "icon")  # fmt: skip
"""Ends of roles and media types of components whose text, if any, is not the story's."""
_BESIDE = frozenset({"title", "headline", "subheadline", "stylesheet", "contact", "tweettext"})
"""Roles of texts that stand beside the story."""
_LEADS = frozenset({"lead", "lede", "intro", "chapeau", "chapo", "ingress"})
"""Roles of a first paragraph that stands in a component of its own."""
_DEEPEST = 12
_MOST_LANGUAGES = 60
"""Each looks through all that stands beside it: thousands would cost their square."""


def contents(component: etree._Element, depth: int = 0) -> Iterator[tuple[etree._Element, bool]]:
    """Yield the `DataContent` elements of texts in an item or component, and whether it leads."""
    role = formal(child(component, "Role")).casefold()
    if depth > _DEEPEST or _is_media(role) or role in _BESIDE:
        return
    for one in children(component, "NewsComponent", "ContentItem"):
        if local(one) == "NewsComponent":
            yield from contents(one, depth + 1)
        elif not _is_media(formal(child(one, "MediaType"))):
            for content in children(one, "DataContent"):
                yield content, role in _LEADS


def versions(item: etree._Element) -> dict[str, etree._Element]:
    """
    Return the components that hold an item's text in a language each; empty where it has but one.

    They stand side by side, each with its own headline; the first is that of the item's language.
    """
    for component in children(item, "NewsComponent"):
        found: dict[str, etree._Element] = {}
        for one in children(component, "NewsComponent"):
            spoken = language(one).partition("-")[0].casefold()
            if (
                len(found) < _MOST_LANGUAGES
                and spoken
                and text(child(one, "NewsLines", "HeadLine"))
                and any(contents(one))
            ):
                found.setdefault(spoken, one)
        if len(found) > 1:
            own = language(component).partition("-")[0].casefold()
            return dict(sorted(found.items(), key=lambda pair: pair[0] != own))
    return {}


def _is_media(kind: str) -> bool:
    return kind.casefold().endswith(_NO_TEXT)
