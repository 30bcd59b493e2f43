"""
Who signs a Chinese text: in brackets behind its last sentence, or in a line beside his house.

`…。（李明 王伟）`, `…。（记者 李明 通讯员王伟）`, `…。（文/图 李明）`, `澎湃新闻记者贺梨萍`
"""

# ruff: noqa: RUF001, RUF002 - full-width signs are meant

from __future__ import annotations

import re

from workers.words.east_asian_names import chinese_names, is_chinese

_LONGEST = 48
"""Characters at the end of a paragraph among which the brackets stand."""
_BRACKETS = re.compile(
    r"(?:^|(?<=[。！？”…」]))[（(【\[](?P<inside>[\u3400-\u9fff、，,;；:：/／·|\s]{2,40})[）)】\]]$"
)
_BOTH = re.compile(r"[文图圖]\s?[/／、·和并]\s?[图圖摄攝文](?:片)?")
"""`文/图`: one word, though a sign parts it."""
_REPORTER = (
    r"(?:记者|記者|通讯员|通訊員|报道员|特派员|实习生|實習生|见习生|作者|评论员|撰稿人|特约撰稿)"
)
_LONGEST_LINE = 24
_TITLED = re.compile(
    rf"[\u3400-\u9fff]{{2,10}}{_REPORTER}"
    r"(?P<who>[\u3400-\u9fff]{2,6}(?:[、\s][\u3400-\u9fff]{2,4}){0,3})"
)
_HOUSED = re.compile(
    r"(?P<who>[\u3400-\u9fff]{2,4}(?:[、\s][\u3400-\u9fff]{2,4}){0,2})\s?[/／]\s?"
    r"[\u3400-\u9fff]{1,10}(?:报|報|社|网|網|台|刊|志|视|新闻|新聞|客户端|财经|观察|在线)"
)
_SIGNS = re.compile(r"[、，,;；:：/／·|\s]+")
_GLUED = re.compile(rf"(?P<before>[\u3400-\u9fff]{{0,12}}?){_REPORTER}(?P<name>[\u3400-\u9fff]*)")
"""`本报记者李明`: for whom somebody reports, that they do, and who."""
_DONE = re.compile(r"(?:摄影|综合|现场|联合)?(?:报道|報道)$")
_WRITES = frozenset(
    """
    文 图文 文图 文字 撰文 撰稿 采写 供稿 来稿 整理 编译 综合 报道 報道 摄影报道 综合报道
    """.split()  # noqa: SIM905 - the words as one text are read more easily
)
_ELSE = frozenset(
    """
    图 圖 图片 摄 攝 摄影 攝影 供图 视频 摄像 制图 制作 剪辑 编辑 編輯 责编 責編 责任编辑 审核 校对
    """.split()  # noqa: SIM905 - the same
)


def signed_in_brackets(paragraph: str) -> tuple[str, ...]:
    """Return who wrote it; nobody where anything but names and tasks stands in the brackets."""
    found = None if paragraph.isascii() else _BRACKETS.search(paragraph[-_LONGEST:])
    if found is None:
        return ()
    words = [one for one in _SIGNS.split(_BOTH.sub(" 图文 ", found["inside"])) if one]
    told = [part for word in words for part in _parts(word)]
    kinds = {kind for kind, _ in told}
    if None in kinds:
        return ()
    if kinds == {"name"}:
        return tuple(name for _, name in told)
    if told[0][0] == "name":
        return _writers(told[::-1])[::-1]
    return _writers(told) if told[-1][0] != "else" else ()  # `记者 李明 摄` signs a picture


def signed_in_line(text: str) -> str | None:
    """Return who signs a line by himself: `澎湃新闻记者贺梨萍`, `石佳/中国青年报`; None without."""
    if text.isascii() or len(text) > _LONGEST_LINE:
        return None
    found = _TITLED.fullmatch(text) or _HOUSED.fullmatch(text)
    return "、".join(chinese_names(found["who"])) or None if found is not None else None


def _parts(word: str) -> list[tuple[str | None, str]]:
    """Return what a word is: a task, a name, or a reporter's title with a name behind it."""
    if word in _WRITES or word in _ELSE:
        return [("writes" if word in _WRITES else "else", word)]
    if (glued := _GLUED.fullmatch(word)) is not None:
        before, name = glued["before"], _DONE.sub("", glued["name"])
        titled = [("name", before)] if is_chinese(before) and not name else []
        named = [(("name" if is_chinese(name) else None), name)] if name else []
        return [*titled, ("writes", word), *named]
    word = _DONE.sub("", word)
    return [("name" if is_chinese(word) else None, word)] if word else []


def _writers(told: list[tuple[str | None, str]]) -> tuple[str, ...]:
    """Return the names behind what tells that they wrote it."""
    task, names = "", []
    for kind, word in told:
        if kind == "name" and task == "writes":
            names.append(word)
        elif kind != "name":
            task = kind or ""
    return tuple(names)
