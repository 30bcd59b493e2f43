"""
Names of persons in Chinese, Japanese and Korean writing: known by their family names.

Such a name has no capitals and no spaces to show it, and a menu entry is as short. The family
names here are those that most people bear: of ten Chinese or Korean writers nine have one of them,
of ten Japanese about six.
"""

from __future__ import annotations

import re

_CHINESE = frozenset(
    "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭"
    "梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖萧蕭田董潘袁蔡蒋蔣余于杜叶葉程"
    "魏苏蘇吕呂丁任卢盧姚沈钟鍾姜崔谭譚陆陸范汪廖石金贾賈韦韋夏付傅方"
    "邹鄒熊白孟秦邱江尹薛闫段雷侯龙龍史黎贺賀顾顧毛郝龚龔邵万萬覃武钱"
    "錢戴严嚴莫孔向汤湯温常牛樊葛邢安齐齊易乔喬伍庞龐颜顏倪庄莊聂聶章"
    "鲁魯岳翟申欧歐耿关關兰蘭焦俞左柳甘祝包宁寧尚舒阮柯纪紀梅童毕畢单"
    "單季裴霍涂成苗谷盛曲翁冉骆駱蓝藍路游辛靳管柴蒙鲍鮑华華喻祁房滕屈"
    "饶饒解艾尤阳陽时時穆农農司卓古吉缪繆简簡车車项項连連芦蘆麦麥褚娄"
    "婁窦竇戚岑景党黨宫宮费費卜冷晏席卫衛柏宗瞿"
)
_COMPOUND = ("欧阳", "歐陽", "司马", "司馬", "上官", "诸葛", "諸葛", "司徒", "慕容", "夏侯")
_WORDS = frozenset(
    """
    金融 时政 時政 时事 時事 时尚 時尚 时间 時間 安全 江苏 江西 石油 黄金 方法 农业 農業 农村 关注
    易车 车市 路况 游戏 游戲 游记 成都 宁波 武汉 高考 高清 高端 包装 管理 解读 简介 项目 连载
    周末 周刊 周报 周边 周年 高速 高铁 时代 时评 时报 金价 金牌 成长 成果 任务 任命 方案 方向 江湖
    江南 石化 白领 白酒 万科 华为 华夏 安装 安徽 和谐 应用 关于 关闭 马上 温馨 温度 常见 常规
    路透
    """.split()  # noqa: SIM905 - a hundred words as one text are read more easily
)
"""Words of menus that begin like names."""
_JAPANESE = frozenset(
    """
    佐藤 鈴木 高橋 田中 伊藤 渡辺 渡邊 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村
    斎藤 斉藤 清水 山崎 池田 橋本 阿部 石川 山下 中島 石井 小川 前田 岡田 長谷川 藤田 後藤 近藤
    村上 遠藤 青木 坂本 福田 太田 西村 藤井 岡本 金子 藤原 三浦 中野 中川 原田 松田 竹内 小野
    田村 中山 和田 石田 森田 上田 内田 柴田 酒井 宮崎 横山 高木 安藤 宮本 大野 小島 工藤 谷口
    今井 高田 丸山 増田 杉山 村田 大塚 新井 小山 平野 藤本 河野 上野 野口 武田 松井 千葉 菊地
    岩崎 桜井 木下 野村 松尾 菅原 市川 久保 佐野 島田 水野 高野 小松 大西 浜田 菊池 渡部 熊谷
    小野寺 西田 吉川 山内 古川 川口 北村 矢野 飯田 本田 早川 福島 服部 土屋 荒木 田口 秋山 樋口
    永井 川崎 松岡 岩田 黒田 大島 望月 石原 小池 川村 浅野 中田 大橋 広瀬 鎌田 星野 松下
    """.split()  # noqa: SIM905 - the same
)
_KOREAN = frozenset(
    "김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽"
    "성차주우구민나진지엄채원천방공현함변염"
)
_CHINESE_NAME = re.compile(r"[\u3400-\u9fff]{2,4}")
_JAPANESE_NAME = re.compile(r"[\u3400-\u9fff々]{1,3}[ \u3000]?[\u3040-\u30ff\u3400-\u9fff々]{1,4}")
_KOREAN_NAME = re.compile(r"[\uac00-\ud7a3]{3}")
_LONGEST_CHINESE = 3
_BETWEEN = re.compile(r"[、，,\s]+")  # noqa: RUF001 - the comma of Chinese


def is_chinese(name: str) -> bool:
    """Return whether a text is a Chinese name: a family name of one sign and one or two more."""
    if _CHINESE_NAME.fullmatch(name) is None or name in _WORDS:
        return False
    return name.startswith(_COMPOUND) or (name[0] in _CHINESE and len(name) <= _LONGEST_CHINESE)


def is_japanese(name: str) -> bool:
    """Return whether a text is a Japanese name, with or without a space in it."""
    if _JAPANESE_NAME.fullmatch(name) is None:
        return False
    return any(name[:size] in _JAPANESE and len(name) > size for size in (3, 2))


def is_korean(name: str) -> bool:
    """Return whether a text is a Korean name of three syllables."""
    return _KOREAN_NAME.fullmatch(name) is not None and name[0] in _KOREAN


def is_person(text: str) -> bool:
    """Return whether a text is one name of any of the three, and nothing else."""
    return is_chinese(text) or is_japanese(text) or is_korean(text)


def chinese_names(text: str) -> tuple[str, ...]:
    """
    Return the Chinese names that a text is made of, with signs between them or none; or nothing.

    Programs that print pages lose the space between two: `段彦超廖艳`. Such a run is parted where
    only one way makes names of both halves.
    """
    told: list[str] = []
    for word in filter(None, _BETWEEN.split(text)):
        if is_chinese(word):
            told.append(word)
            continue
        ways = [(word[:at], word[at:]) for at in (2, 3)]
        ways = [way for way in ways if all(map(is_chinese, way))]
        if len(ways) != 1:
            return ()
        told += ways[0]
    return tuple(told)
