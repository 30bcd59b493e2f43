"""
Labels of lines in Chinese and Japanese writing, where no space parts a value from the next label.

A day, a source and an author can stand there in one run. Where a value ends tells the next label,
even one whose value nobody wants: how often it was read, how it may be quoted.
"""

# ruff: noqa: RUF001 - the signs of many scripts are meant
from __future__ import annotations

import re
from functools import lru_cache

from shared.domain.article import Field
from workers.parsers.lines.printed_dates import undated
from workers.words.east_asian_names import is_person
from workers.words.east_asian_words import names_no_source, names_nobody

_WORDS = {
    Field.AUTHOR: (
        r"(?:本报|本報|本网|本刊|特约|見習|见习|实习|首席|驻站|新华社)*(?:记者|記者|通讯员|通訊員|撰稿人|特约作者)"
        r"|文章作者|作者|撰文|撰稿|采写|採訪|采访|執筆者?|执笔|著者|文責|ライター|筆者"
    ),
    Field.EDITOR: (
        r"(?:责任|責任|见习|实习|执行|本期|网络|网页|版面|值班|新媒体|文字|本文|首席|助理)*(?:编辑|編輯|編集者?|责编|責編)"
        r"|主编|主編|编审|審核|审核|审校|校对|校對|校閲|監修"
    ),
    Field.SOURCE: (
        r"(?:本文|文章|信息|稿件|新闻|新聞|内容|消息|原文|数据)?(?:来源|來源|稿源)(?:于|自)?|出典|情報源|転載元"
    ),
    None: (
        r"(?:发布|發佈|发表|發表|更新|发稿|刊发|上传|创建|修改|投稿|公開|掲載|配信|最后更新)?(?:时间|時間|日期|日時|于|於|日)"
        r"|(?:图片|圖片|照片|视频|图|写真)(?:来源|來源|提供)?|摄影|攝影|撮影|摄像|制图|设计|策划|出品|监制|供稿|供图|翻译|译者|编译|通联"
        r"|(?:阅读|閱讀|浏览|瀏覽|点击|點擊|访问|查看|评论|評論|播放)(?:次数|次數|量|数|數)?|人气|热度|字号|字體|字体|字数"
        r"|标签|標籤|タグ|关键词|关键字|關鍵字|キーワード|(?:所属)?(?:分类|分類|栏目|欄目|频道)|カテゴリー?|版权声明|版權聲明|声明"
        r"|转载请注明|轉載請註明|分享到?|原?(?:标题|標題)|编号|责任|电话|邮箱|地址|微信号?|公众号|功能介绍|粉丝|简介"
    ),
}
_SHORT_WORDS = {Field.AUTHOR: "文", None: "图|圖|摄|写真"}
"""Labels of one sign: they begin a line, or stand behind what is no letter."""
_BOTH = r"(?:[·・、＝=/&和]\s?(?:图|圖|写真|摄影|摄|照片))?"
"""`文·图：`, `文・写真＝`: one person did both."""
_SIGN = r"\s{0,3}(?:[:：＝|｜丨]|[/／](?!\d))\s{0,3}"
_LABEL = re.compile(
    "|".join(
        rf"(?P<{name}>{words})(?={_BOTH}{_SIGN})"
        for name, words in (
            ("author", rf"{_WORDS[Field.AUTHOR]}|(?<![^\W\d_]){_SHORT_WORDS[Field.AUTHOR]}"),
            ("editor", _WORDS[Field.EDITOR]),
            ("source", _WORDS[Field.SOURCE]),
            ("other", rf"{_WORDS[None]}|(?<![^\W\d_])(?:{_SHORT_WORDS[None]})"),
        )
    )
)
_FIELDS = {
    "author": Field.AUTHOR,
    "editor": Field.EDITOR,
    "source": Field.SOURCE,
    "other": None,
}
_AFTER = re.compile(rf"{_BOTH}{_SIGN}")
_STROKES = re.compile(r"[/／|｜丨]")
_PERSONS = (Field.AUTHOR, Field.EDITOR)
_BESIDE = re.compile(
    rf"(?P<author>{_WORDS[Field.AUTHOR]})\s?(?P<writes>[\u3400-\u9fff·]{{2,4}})"
    rf"|(?P<editor>{_WORDS[Field.EDITOR]})\s?(?P<edits>[\u3400-\u9fff·]{{2,4}})"
    r"|(?P<source>来源|來源)\s?(?P<of>[^\s:：]{2,16})"
)
"""A label without a sign behind it, `作者魏星`: what stands there has to be a name."""
_SEGMENT = re.compile(
    r"\s*[|｜丨]\s*|\s+(?=(?:作者|记者|記者|编辑|責任編輯|责任编辑|责编|校对|校對)\s?[\u3400-\u9fff])"
)
_END = re.compile(r"[)\]）】」|｜丨。；;>»]|\s[-–—]\s")
_BUTTON = re.compile(r"(?<=..)(?:举报|收藏|打印|纠错|分享到?|我要评论|字[号体].*)$")
"""What a page has behind a source to press, and no space between: `新京报举报`."""
_NAME_BREAK = re.compile(r"\s*[、，,&＆;；]\s*|\s+")
_TAIL = re.compile(r"[_＿][A-Z]{0,4}\d{2,}$|[（(].*$")
"""The number of a desk behind a name: `杨倩_NF4425`."""
_OFFICE = re.compile(
    r"(?:记者|記者|作者|编辑|編輯|评论员|評論員|通讯员|通訊員|特派员|主笔|研究员)$"
)
"""How the words before a name end that tell for whom somebody writes."""
_HELPED = re.compile(r"(?:实习|見習|见习|特约)?(?:记者|記者|通讯员|通訊員|实习生|實習生)")
_LONGEST, _LONGEST_NAME, _LONGEST_SOURCE = 300, 12, 24
_MANY = 8
_EAST = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_EDGES = " \t\u3000:：/|"
_NUMBER = re.compile(r"[A-Za-z]{0,4}\d+")

Labelled = tuple[Field | None, str]


@lru_cache(maxsize=1024)
def labels_of(text: str) -> tuple[Labelled, ...]:
    """Return the labels of a line with their values, in order; of other labels no field."""
    if text.isascii() or len(text) > _LONGEST or _EAST.search(text) is None:
        return ()
    marked = _apart(text, [each for each in _LABEL.finditer(text) if _is_label(text, each)])
    if not marked:
        return tuple(_unsigned(text))
    found: list[Labelled] = []
    ends = [label.start() for label in marked[1:]] + [len(text)]
    for label, end in zip(marked, ends, strict=True):
        field = _FIELDS[str(label.lastgroup)]
        sign = _AFTER.match(text, label.end())
        begin = sign.end() if sign is not None else label.end()
        found.append((field, _value(field, text[begin:end])))
    return tuple(found)


def first_label(text: str) -> int:
    """Return where the first label with a sign behind it begins; -1 where there is none."""
    found = next((each for each in _LABEL.finditer(text) if _is_label(text, each)), None)
    return -1 if found is None else found.start()


def fields_of(text: str) -> list[tuple[Field, str]]:
    """Return the authors, editors and sources that a line names by labels; persons one by one."""
    return [(field, value) for field, value in labels_of(text) if field is not None and value]


def authors_of(text: str) -> str | None:
    """Return the authors that a line names by labels, or None."""
    named = [value for field, value in fields_of(text) if field is Field.AUTHOR]
    return "、".join(dict.fromkeys(named)) or None


def is_labelled(text: str) -> bool:
    """Return whether a line begins with a label: what follows is its value, and no text."""
    opened = text.lstrip(" (（[【<《■●▲★※*·-—–")
    return (
        bool(labels_of(text))
        and ((found := _LABEL.match(opened)) is not None or _BESIDE.match(opened) is not None)
        and (found is None or found.end() < len(opened))
    )


def _is_label(text: str, label: re.Match[str]) -> bool:
    """Return whether a sign makes a label: a stroke stands behind values too (`1164次阅读|`)."""
    sign = _AFTER.match(text, label.end())
    stroke = sign is not None and _STROKES.search(sign[0]) is not None
    return not (stroke and label.start() and text[label.start() - 1].isalnum())


def _apart(text: str, marked: list[re.Match[str]]) -> list[re.Match[str]]:
    """Return labels without those that are a part of the one before it."""
    kept: list[re.Match[str]] = []
    end = 0
    for label in marked:
        if label.start() >= end:
            kept.append(label)
            sign = _AFTER.match(text, label.end())
            end = sign.end() if sign is not None else label.end()
    return kept


def _unsigned(text: str) -> list[Labelled]:
    """Return labels that stand without a sign before a person's name, in segments of a line."""
    found: list[Labelled] = []
    segments = _SEGMENT.split(undated(text))
    for segment in segments:
        told = _BESIDE.fullmatch(segment.strip(" ()（）[]【】"))
        if told is None:
            continue
        if told["source"]:
            if len(segments) > 1 and not names_no_source(told["of"]):
                found.append((Field.SOURCE, told["of"]))
        elif is_person(name := told["writes"] or told["edits"]):
            found.append((Field.AUTHOR if told["author"] else Field.EDITOR, name))
    return found


def _value(field: Field | None, text: str) -> str:
    """Return what stands behind a label, to its end; nothing where that is no name."""
    text = _END.split(undated(text), maxsplit=1)[0].strip(_EDGES)
    if field in _PERSONS:
        return "、".join(_persons(text))
    if field is Field.SOURCE:
        name = _BUTTON.sub("", text.split(" ", 1)[0]) if not text.isascii() else text
        return "" if names_no_source(name) or len(name) > _LONGEST_SOURCE else name
    return text


def _persons(text: str) -> list[str]:
    """Return the names that a value begins with: behind a space only what surely is one."""
    names: list[str] = []
    signs = ["", *_NAME_BREAK.findall(text)]
    for sign, part in zip(signs, _NAME_BREAK.split(text), strict=False):
        name = _TAIL.sub("", part).strip()
        spaced = bool(names) and not sign.strip()
        if not names and _OFFICE.search(name) is not None and name != text:
            continue
        if names and _HELPED.fullmatch(name):
            continue
        if not name or len(name) > _LONGEST_NAME or names_nobody(name):
            break
        if _NUMBER.fullmatch(name):
            break
        if spaced and not is_person(name):
            both = f"{names[-1]} {name}"
            if is_person(both) or (both.isascii() and name[0].isupper()):
                names[-1] = both
                continue
            break
        names.append(name)
    return names[:_MANY]
