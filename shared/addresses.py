"""Taking addresses apart that strangers wrote: the standard library raises for some of them."""

from __future__ import annotations

from urllib.parse import SplitResult, urlsplit

NOTHING = SplitResult("", "", "", "", "")


def split(address: str) -> SplitResult:
    """Return the parts of an address; all are empty where it is none, such as `http://[`."""
    try:
        return urlsplit(address)
    except ValueError:
        return NOTHING
