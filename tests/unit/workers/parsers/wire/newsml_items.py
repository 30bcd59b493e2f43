"""NewsML-G2 items to test with."""

from __future__ import annotations

SPACE = 'xmlns="http://iptc.org/std/nar/2006-10-01/"'
TEXT = '<inlineData contenttype="text/plain">The tide was late.</inlineData>'


def item(meta: str = "", content: str = "", contents: str = TEXT, more: str = "") -> str:
    return (
        f'<newsItem {SPACE} guid="urn:x:1" version="2" xml:lang="en"><itemMeta>{meta}</itemMeta>'
        f"<contentMeta><headline>Tide</headline>{content}</contentMeta>{more}"
        f"<contentSet>{contents}</contentSet></newsItem>"
    )
