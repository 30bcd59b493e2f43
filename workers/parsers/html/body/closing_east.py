"""Lines that Chinese and Japanese sites set around a body: credits, notices, old titles."""

# ruff: noqa: RUF001 - the signs of many scripts are meant
from __future__ import annotations

import re

from workers.parsers.bylines.east_labels import is_labelled, labels_of
from workers.words.east_asian_names import is_person

_ORIGINAL = re.compile(
    r"[（(【\[]?(?:本文|文章|新闻)?(?:原文?标题|原文?標題|原题|原題|原標題)\s?(?:为|為|是)?\s?[：:《“「]"
)
"""`（原标题：…）`: how another site called it."""
_NOTICE = re.compile(
    r"[（(【\[*※]?\s?(?:特别声明|特別聲明|免责声明|免責聲明|版权声明|版權聲明|郑重声明|重要声明|风险提示|声明|聲明|投资有风险)[】\])）]?\s?[：:，,]"
    r"|.{0,40}未经.{0,12}(?:授权|許可|许可|允许|同意).{0,12}(?:不得|禁止|严禁|請勿|请勿).{0,10}(?:转载|轉載|使用|复制)"
    r"|[（(]?(?:如需|欢迎|歡迎)?(?:转载|轉載)[^。！？]{0,10}(?:请|請)[^。！？]{0,6}(?:注明|註明)[^。！？]{0,60}[。！]?[）)]?$"
    r"|(?:转载|轉載)(?:时|時)?(?:须|須|必须|必須)(?:注明|註明)[^。！？，]{0,12}[。！]?[）)]?$"
    r"|.{0,30}(?:無断|無許可).{0,8}(?:転載|使用|引用)"
    r"|[（(]?(?:以上|本文|部分)?(?:图片|图|资料|信息|素材|文字|内容|图文)?(?:均|皆|部分)?(?:来源|来自|源自|源于|转自|整理自)于?(?:于)?(?:互联网|网络)"
    r"|[（(]?本文(?:仅|只)代表作者"
    r"|[（(]?相关(?:资讯|阅读|新闻|报道|链接|推荐)[^。！？]{0,10}[:：]"
    r"|[（(]?(?:更多|欢迎|敬请)[^。！？]{0,20}(?:关注|下载|扫描)[^。！？]{0,40}$"
)
_POINTER = re.compile(r"[（(]?相关(?:资讯|阅读|新闻|报道|链接|推荐)\s?[:：]?")
_CAPTION = re.compile(
    r".{1,80}(?:(?<!拍)摄|(?<!拍)攝|撮影|供图|供圖|资料图片?|視頻截圖|视频截图|摄影报道)[。]?[）)】\]]?"
    r"|.{1,80}(?:供图|供圖)\s[\u3400-\u9fff]{2,8}发?"
    r"|[▲△↑■（(]{0,2}(?:图片?|圖片|照片|写真|视频截图)\s?(?:来源|來源|来自|提供|出典|源)\s?[：:＝]?[^。！？]{1,24}"
    r"|.{0,60}视觉中国\s?(?:供图|图|资料)?|资料图\s?[：:].{1,60}"
    r"|.{0,80}[\[(/▲△]?\s?(?:사진|그래픽|자료)\s?(?:제공)?\s?[=:].{1,16}"
)
"""
`江边的老茶馆。（刘云摄）`, `…公安分局供图 江城网发`, `图片来源：江城网`,
`…＝山田太郎撮影`, `/사진=항구일보`.
"""
_LONGEST_CAPTION = 100
_CALL = re.compile(
    r"点击|點擊|下载|下載|投票|报名|扫码|掃碼|免费|免費|客户端|ダウンロード|無料|登録"
)
_BACK = re.compile(r"(?<=[。！？…”])\s*(?:返回|点击|點擊|更多|查看)[^。！？]{1,16}[>＞»]{1,3}\s*$")
"""`…仍将持续。返回江城网首页>>`: a link behind the last sentence."""
_LONGEST, _LONGEST_CREDIT, _LONGEST_VALUE = 300, 90, 30
_REPORTER = re.compile(
    r"[（(]?[\u3400-\u9fff]{0,14}(?:记者|記者|通讯员|通訊員)\s(?P<who>[\u3400-\u9fff、\s]{2,30})[)）]?"
)
_HELPED = re.compile(r"(?:实习|见习|特约)?(?:记者|記者|通讯员|通訊員|实习生)|摄影|攝影")
_STOP = re.compile(r"[。！？]")


def is_note(text: str) -> bool:
    """Return whether a line around the body says who made it or what may be done with it."""
    if text.isascii() or len(text) > _LONGEST:
        return False
    return bool(_ORIGINAL.match(text) or _NOTICE.match(text)) or is_credit(text)


def is_before_text(text: str) -> bool:
    """Return whether a line tells how a text was called elsewhere, or points to other ones."""
    return len(text) <= _LONGEST and bool(_ORIGINAL.match(text) or _POINTER.fullmatch(text))


def is_caption(text: str) -> bool:
    """Return whether a short line says who took a picture, or where it is from."""
    return len(text) <= _LONGEST_CAPTION and _CAPTION.fullmatch(text) is not None


def calls(text: str) -> bool:
    """Return whether a line asks to take part, to load a program or to follow somebody."""
    return _CALL.search(text) is not None


def is_credit(text: str) -> bool:
    """Return whether a line is labels and their values, or a reporter's office and name."""
    if len(text) > _LONGEST_CREDIT or _STOP.search(text):
        return False
    if (signed := _REPORTER.fullmatch(text)) is not None:
        words = signed["who"].replace("、", " ").split()
        return all(is_person(word) or _HELPED.fullmatch(word) for word in words)
    return is_labelled(text) and all(len(value) <= _LONGEST_VALUE for _, value in labels_of(text))


def without_way_back(text: str) -> str:
    """Return a paragraph without the link to somewhere else that was set behind its last stop."""
    return text if text.isascii() else _BACK.sub("", text)
