"""Text of a feed in Base64, as Atom 0.3 has it where an element says `mode="base64"`."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

from workers.parsers.charset.decoding import decode

if TYPE_CHECKING:
    from lxml import etree


def decoded(element: etree._Element) -> str:
    """Return the text of an element without children; empty where its code is none."""
    text = element.text or ""
    if element.get("mode") != "base64":
        return text
    try:
        return decode(base64.b64decode(text)).text
    except ValueError:
        return ""
