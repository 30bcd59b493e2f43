"""Lines in writing without spaces that are no headline: paths through a site, menus, buttons."""

# ruff: noqa: RUF001 - full-width signs are meant

from __future__ import annotations

import re

from workers.parsers.lines.furniture_signs import furniture_signs

_EAST = r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
_ANY_EAST = re.compile(_EAST)
_LEAST = 4
"""Signs of the shortest headline: two or three are a button, a folder or a box's name."""
_BUTTON, _LONGEST = 8, 60
_PLACE = re.compile(
    r"[\[【]?[您你]?(?:现在|目前|現在)?的?(?:当前|目前|所在|現在|當前)*(?:的)?(?:位置|场所|現在地)"
    r"(?:是|为)?\s?[：:>＞»]"
)
"""`您的当前位置：新闻中心 > 武汉`."""
_STEPS = re.compile(rf"{_EAST}\s?(?:>{{1,2}}|＞{{1,2}}|»|›)\s?{_EAST}")
"""`澎湃号 > 中国广州发布`, `人民网>>文化`."""
_ON = re.compile(r"(?:>{2}|＞{2}|[»›])\s*$")
"""`点击进入专题>>`."""
_MENU = re.compile(r"(?:[^|｜丨\s]{2,7}\s?[|｜丨]\s?){2,}[^|｜丨\s]{2,7}")
"""`添加收藏夹 | 设为首页 | 关于我们`."""


def never_headline(text: str) -> bool:
    """Return whether a line of such writing is a part of the page, whatever stands below it."""
    if text.isascii() or len(text) > _LONGEST or _ANY_EAST.search(text) is None:
        return False
    if len(text) < _LEAST or (len(text) <= _BUTTON and furniture_signs(text)):
        return True
    told = _PLACE.match(text) or _STEPS.search(text) or _ON.search(text)
    return told is not None or _MENU.fullmatch(text) is not None
