"""What a link says by where it leads: to the page of an author, to a user of a forum."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_AUTHOR_PAGE = re.compile(
    r"/(?:authors?|autor(?:en|es|i|in|a)?|auteurs?|autore|profiles?|staff|contributors?|writers?"
    r"|journalists?)/[^/?#]"
)
"""A folder of persons, with one of them in it."""
_BEGINNINGS = ("/aut", "/profile", "/staff/", "/contributor", "/writer", "/journalist")
"""Most addresses have none of these, and the search costs five times more than to see that."""
_USER = "username"
"""What the programs of forums call the link on a user's name."""


def names_author_page(attributes: Mapping[str, str]) -> bool:
    """Return whether a link leads to an author's page or is called a user's name."""
    address = attributes.get("href", "")
    for beginning in _BEGINNINGS:
        if beginning in address:
            return _AUTHOR_PAGE.search(address) is not None or is_user(attributes)
    return is_user(attributes)


def is_user(attributes: Mapping[str, str]) -> bool:
    """Return whether an element is called a user's name."""
    return _USER in attributes.get("class", "")
