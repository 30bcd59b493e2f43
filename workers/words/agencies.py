"""The names of news agencies and broadcasters, for those who look for them and those who read."""

from __future__ import annotations

import re

_NAMES = (
    "reuters", "thomson reuters", "ap", r"a\.p\.", "associated press", "the associated press",
    "australian associated press",
    "afp", "agence france-presse", "agence france presse", "dpa(?:[-/]\\w+)?", "dpa-afx", "sid",
    "epd", "kna", "apa", "sda", "keystone-sda", "ats", "ansa", "efe", "agencia efe",
    "europa press", "lusa", "belga", "anp", "tt", "ntb", "ritzau", "stt", "pap", "čtk", "ctk",
    "tasr", "mti", "tass", "тасс", "риа новости", "интерфакс", "interfax", "ria novosti",
    "xinhua", "新华社", "新华网", "中新社", "中新网", "央视新闻", "人民网", "kyodo", "kyodo news",
    "共同通信", "時事通信", "時事通信社", "jiji", "jiji press", "yonhap", "연합뉴스", "pti",
    "kathpress", "ians", "ani", "anadolu agency", "aa", "iha", "dha", "pa", "pa media",
    "press association",
    "upi", "bloomberg", "bloomberg news", "dow jones", "cnn", "bbc", "bbc news", "bbc sport",
    "npr", "nbc", "nbc news", "abc", "abc news", "cbs", "cbs news", "msnbc", "pbs", "fox news",
    "cnbc", "dw", "ard", "zdf", "orf", "srf", "mdr", "ndr", "wdr", "swr", "rbb", "rtl", "n-tv",
    "rai", "cp", "the canadian press", "aap", "bernama", "antara", "notimex", "telam", "télam",
    "jta", "getty images", "cna", "rfe/rl", "sputnik", "afp-jiji", "dts",
    "dts nachrichtenagentur", "ots", "globe newswire", "globenewswire", "pr newswire",
    "prnewswire", "business wire", "dapd", "wire", "staff", "wires", "agencies", "agenturen",
    "agences", "agencias", "agenzie", "agentur", "ddp", r"red\.?",
)  # fmt: skip
AGENCY = f"(?:{'|'.join(_NAMES)})"
"""A pattern for the name of one, in any case."""
AGENCIES = re.compile(
    rf"{AGENCY}(?:\s*[/+&,]\s*(?:{AGENCY}|[\w.]{{1,20}}))*|\w{{1,5}}\s?/\s?{AGENCY}",
    re.IGNORECASE,
)
"""News agencies, alone or joined by strokes."""
