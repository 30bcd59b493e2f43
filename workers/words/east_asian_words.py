"""What stands where a name should in Chinese, Japanese and Korean pages, and names nobody."""

# ruff: noqa: RUF001 - the signs of many scripts are meant
from __future__ import annotations

import re

from workers.words.east_asian_names import is_person

_NOBODY = re.compile(
    r"未知|不详|不詳|佚名|匿名|无名|無名|网络|網路|網絡|互联网|互聯網|网友|網友|本站|本网|原创|原創|转载|轉載|综合|綜合|整理"
    r"|(?:网络|本站|综合|互联网|編輯部|网站)?(?:整理|综合|转载|采编|编译|原创|报道|發布|发布)|小编|小編|管理员|管理員|系统管理员|超级管理员"
    r"|责编|责任编辑|编辑|編輯|作者|记者|記者|特约记者|通讯员|名無し|不明|관리자|운영자|익명|편집자|기자|無|无|空|暂无"
    r"|我已授权|已授权|授权|关注|加关注|已关注|收藏|分享|举报|打印|评论|字号|字体|超大|标准|登录|注册|更多|首页|正文|返回|上一篇|下一篇"
    r"|发布于|發布於|发表于|發表於|来源于|更新于|(?:发布|发表|更新)(?:时间|日期)"
    r"|(?:相关|相關|推荐|推薦|热门|熱門|更多|最新|全部|其他)(?:文章|阅读|閱讀|新闻|新聞|推荐|推薦|内容|內容|作品)"
    r"|フォロー(?:する)?|記者一覧|関連記事|구독|더보기|관련\s?기사"
    r"|(?:更新|配信|公開|掲載|発行|投稿|作成|登録|时间|時間|日期)(?:日時?)?"
)
_NO_SOURCE = re.compile(
    r"(?:本站|本网|本網|原创|原創|网络|網路|網絡|互联网|互聯網|转载|轉載|未知|综合|綜合|整理|网友|其他|其它|佚名|不详|网上|投稿|来稿|自编|编辑|作者|时间)+"
)
_PROFILE = re.compile(
    r"(?:标签|標籤|微信号|公众号|公眾號|功能介绍|功能介紹|简介|簡介|个人简介|粉丝|作品|文章数|阅读|閱讀|浏览|点击|评论|タグ|プロフィール|フォロワー)"
    r"(?:$|[\s:：\d])"
)
_BEHIND = re.compile(
    r"^(?:\+?(?:加|已)?关注|關注|\+?\s?订阅|訂閱|企鹅号|百家号|搜狐号|头条号|网易号|澎湃号|大鱼号|公众号|作者|原创|原創|字号|字體|字体|分享|收藏|举报|阅读"
    r"|评论|点赞|认证|优质原创作者|特约作者|フォロー(?:する)?|구독(?:하기)?|기자\s?구독)\S{0,4}$"
)


def names_nobody(name: str) -> bool:
    """Return whether a text is a word for nobody, an office of a site or an entry of a menu."""
    return _NOBODY.fullmatch(name) is not None


def names_no_source(name: str) -> bool:
    """Return whether what stands behind a source's label names no publisher: `本站原创`, `网络`."""
    return not name or _NO_SOURCE.fullmatch(name) is not None


def is_profile(text: str) -> bool:
    """Return whether a line of a profile tells a label's value and no name: `微信号 abc`."""
    return _PROFILE.match(text) is not None


def is_behind_name(word: str) -> bool:
    """Return whether a word stands behind the names of writers, and is none: `关注`, `字号`."""
    return _BEHIND.match(word) is not None


_NEVER_NAMES = re.compile(
    r"[\u3040-\u30ff\u3400-\u9fff\w·-]{1,30}(?:网|網|报|報|新闻|新聞|频道|頻道|公司|集团|集團|大学|大學|杂志|雜誌|周刊|週刊|财经|財經|科技|在线|发布"
    r"|發布|消息|电视台|電視台|通讯社|通信社|出版社|编辑部|編集部|新聞社|オンライン|ニュース|委员会|办公室|研究院|研究所|支部|协会|協会|学会|中心)"
)
_OFFICES = re.compile(
    r"[\u3400-\u9fff]{2,30}(?:社|台|局|部|厅|廳|处|處|所|科|室|组|組|团|会|署|院|馆|队)"
)
_LONG = re.compile(r"[\u3400-\u9fff]{9,}")


def is_organisation(name: str) -> bool:
    """Return whether a name in ideographs is a paper's, an office's or a company's, by its end."""
    if name.isascii():
        return False
    if _NEVER_NAMES.fullmatch(name) or _LONG.fullmatch(name):
        return True
    return _OFFICES.fullmatch(name) is not None and not is_person(name)
