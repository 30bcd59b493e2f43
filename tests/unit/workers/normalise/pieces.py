"""Text as it hurts: what the functions of normalising look for, set side by side without a plan."""

# ruff: noqa: RUF001 - the signs of many scripts are meant
from __future__ import annotations

from typing import Final

from hypothesis import strategies as st

WORDS: Final = (
    "Jane", "Doe", "Ada Brook", "By ", "by ", "von ", "and", " e ", "Engineers warn of a slump",
    "Daily News", "Harbour", "Reuters", "AFP", "ANSA/", "dpa", "Reporter", "Editor", "Staff", "Jr.",
    "PhD", "Berlin", "Germany", "in Paris", "LONDON", "HealthDay", "MAX MUSTER", "McBROOK", "Şahin",
    "İ", "ß", "ǰ", "2020-11-18", "Nov 18, 2020", "12:30", "18.11.20", "令和2年11月18日", "記者",
    "王 红", "李晓明", "기자", "김민수", "ニュース", "新闻", "网",
    "http://x.example/a", "www.x.example", "a@b.co", "@jane",
    "CORRECTED", "Uncategorized", "Home", "/world/middle_east", "arts, culture and media", "###",
    "(Reporting by Jane Doe)", "Photo: X", "SOURCE X", "(BUSINESS WIRE)", "Contact:", "the",
    "2", "²", "٣", "１", "①", "Ⅷ", "EST", "+02:00", "v3", "en", "港口", "渡轮", " GmbH", " S.A.",
)  # fmt: skip
"""What means something to one function or another."""

SIGNS: Final = (
    " ", "  ", " - ", " | ", "|", " – ", ": ", "::", "/", "//", ",", ", ", ";", ".", "!", "\n",
    "\n\n", "\r", "\t", "\f", "\x85", "\xa0", "\u3000", "\u2028", "\u2029", "\u200b", "\u200c",
    "\u200d", "\u2060", "\ufeff", "\xad", "\xad\n", "\u034f", "\u200f", "\u202e", "\u061c", "\x00",
    "\x80", "\x93", "\x1f", "\ud800", "\udc00", "\ud83d", "\ude00", "&amp;", "&amp;amp;", "&lt;",
    "&#38;", "&#128;", "&#xad;", "&#55296;", "&nbsp;", "&shy;", "&", ";", "<b>", "<", "(", ")",
    "((", "[", "]", "（", "）", '"', "'", "’", "“", "«", "*", "#", "~", "=", "_", "-", "--", "·",
    "•", "、", "，", "；", "：", "。", "｜", "…", "【", "】", "\u0301", "\u0308", "\u0345",
    "\u1100", "\u1161", "\u11a8", "\u3164", "\uffa0", "\u2800", "\u180e", "\ufb03", "\u212b",
    "\ufffd", "\ue000", "\ufdd0", "😀", "Ã©", "Ã", "Â", "â€™",
    "â€", "™", "ÃƒÂ©", "РџСЂ", "Рџ", "Ð", "»", "ï»¿", "ÂŸ", "\xe2\x80\x99", "\xe2\x80",
    "@", "%", "%2F", "%00", "?", "www.", "http://",
    "https://web.archive.org/web/2020/", "//l.example/l.php?u=", "?utm_source=x&",
)  # fmt: skip
"""What parts, joins, hides or is mended."""

LINES: Final = st.lists(
    st.one_of(
        st.sampled_from(WORDS), st.sampled_from(SIGNS), st.sampled_from(SIGNS), st.characters()
    ),
    max_size=9,
).map("".join)
"""A line of them."""
