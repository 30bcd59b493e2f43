"""Lines that tell where on its site a page lies, or lead on, in writing without spaces."""

# ruff: noqa: RUF001 - full-width signs are meant

from __future__ import annotations

import re

_EAST = r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]"
_LONGEST = 60
_PLACE = re.compile(
    r"[\[【]?(?:您|你)?(?:现在|目前|現在)?的?(?:当前|目前|所在|現在|當前)*(?:的)?(?:位置|场所|現在地)(?:是|为)?\s?[：:>＞»]"
)
"""`您的当前位置：新闻中心 > 武汉`."""
_STEPS = re.compile(rf"{_EAST}\s?(?:>{{1,2}}|＞{{1,2}}|»|›)\s?{_EAST}")
"""`澎湃号 > 中国广州发布`, `人民网>>文化`."""
_ON = re.compile(r"(?:>{2}|＞{2}|[»›])\s*$")
"""`点击进入专题>>`."""
_ANY = re.compile("[>＞»›：:]")


def is_trail(text: str) -> bool:
    """Return whether a line of such writing is a path through a site, or leads on."""
    if text.isascii() or len(text) > _LONGEST or _ANY.search(text) is None:
        return False
    east = re.search(_EAST, text) is not None
    return east and bool(_PLACE.match(text) or _STEPS.search(text) or _ON.search(text))
