"""The words of written times: halves of the day and zones, as many languages have them."""

# ruff: noqa: RUF001 - words are spelled with the letters of their language

from __future__ import annotations

from workers.words.listed import words

CROATIAN_OCTOBER = frozenset({"listopad", "listopada"})
"""October in Croatian, November in Polish and Czech."""
AFTERNOON = frozenset(
    words(
        """
        pm, p.m, p.m., μμ, μ.μ, μ.μ., م, مساء, مساءً, ch, öS, ös, du, ip, nachmittags, abends,
        下午, 晚上, 傍晚, 午後, 오후, บ่าย, ρμ, m.d., pasdite, ከሰዓት, ညနေ, د.ن, ptg, petang, अपराह्न,
        शाम, दोपहर, বিকাল,
        বিকেল, সন্ধ্যা, দুপুর, ب.ظ, ب.ظ., بعدازظهر, عصر, شام, دوپہر, ਬਾ.ਦੁ., ප.ව., tarde, вечера, дня,
        popodne, popoldne, pop., odp., אחה״צ, popołudniu, pēcpusdienā, popiet, ү.х., попл., сл.об.,
        நண்பகல், பிற்பகல்
        """
    )
)
MORNING = frozenset(
    words(
        """
        am, a.m, a.m., πμ, π.μ, π.μ., ص, صباحا, صباحاً, sa, öö, de,
        上午, 凌晨, 早上, 清晨, 午前, 오전, p.d.,
        paradite, ጥዋት, နံနက်, ب.ن, pg, pagi, पूर्वाह्न, सुबह, সকাল, ভোর, ق.ظ, ق.ظ., صبح, ਪੂ.ਦੁ., පෙ.ව.,
        mañana, manhã, утра, morgens, vormittags, prijepodne, dopoldne, dop., לפנה״צ, ү.ө., претпл.,
        пр.об., முற்பகல்
        """
    )
)
NIGHT = frozenset(words("noite, noche, malam, रात, রাত, رات, ночи, gece, nachts"))
"""Before midnight and after it: `রাত ১১:৩০`, `রাত ২:৩০`."""
NOON = frozenset({"中午", "正午"})

OFFSETS = {
    # Hours east of UTC; the names of the two halves of the American and European year.
    "z": 0, "utc": 0, "gmt": 0, "ut": 0, "wet": 0, "bst": 1, "west": 1, "ist": 5.5,
    "cet": 1, "cest": 2, "mez": 1, "mesz": 2, "hnec": 1, "met": 1, "mest": 2, "cetdst": 2,
    "eet": 2, "eest": 3, "msk": 3, "мск": 3, "trt": 3, "sast": 2, "cat": 2, "eat": 3, "wat": 1,
    "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7,
    "akst": -9, "akdt": -8, "hst": -10, "ast": -4, "adt": -3, "nst": -3.5, "ndt": -2.5,
    "brt": -3, "art": -3, "clt": -4, "clst": -3, "cot": -5, "pet": -5, "vet": -4,
    "gst": 4, "pkt": 5, "npt": 5.75, "mmt": 6.5, "ict": 7, "wib": 7, "wita": 8, "wit": 9,
    "sgt": 8, "hkt": 8, "myt": 8, "pht": 8, "jst": 9, "kst": 9, "irst": 3.5, "idt": 3,
    "awst": 8, "acst": 9.5, "acdt": 10.5, "aest": 10, "aedt": 11, "nzst": 12, "nzdt": 13,
}  # fmt: skip
DOUBTFUL = frozenset(
    {"ist", "cst", "bst", "ast", "gst", "est", "wit", "met", "pst"} - {"est", "met", "pst"}
)
"""Abbreviations that other countries use for other zones."""
HOME_OF = {
    # (abbreviation, language) → hours where the language decides a doubtful one.
    ("cst", "zh"): 8, ("ist", "he"): 2, ("ast", "ar"): 3,
}  # fmt: skip
ZONES = {
    "et": "America/New_York", "eastern": "America/New_York", "ct": "America/Chicago",
    "central": "America/Chicago", "mt": "America/Denver", "mountain": "America/Denver",
    "pt": "America/Los_Angeles", "pacific": "America/Los_Angeles", "uk": "Europe/London",
    "北京时间": "Asia/Shanghai", "北京時間": "Asia/Shanghai", "beijing": "Asia/Shanghai",
    "日本時間": "Asia/Tokyo", "한국시간": "Asia/Seoul", "московскому": "Europe/Moscow",
    "moscow": "Europe/Moscow", "london": "Europe/London", "paris": "Europe/Paris",
}  # fmt: skip
"""Words for a zone with summer time → its IANA name."""

ERAS = {
    "明治": 1867,
    "大正": 1911,
    "昭和": 1925,
    "平成": 1988,
    "令和": 2018,
    "民國": 1911,
    "民国": 1911,
}
"""A Japanese era → the year before its first."""
MONTH_FIRST = frozenset({"en", "en-US", "en-PH", "en-CA", "es-US", "fil", "tl"})
"""Languages whose numeric dates put the month first; the rest of the world the day."""
OWN_LANGUAGES = frozenset(
    {
        "en",
        "de",
        "fr",
        "es",
        "it",
        "pt",
        "nl",
        "sv",
        "da",
        "no",
        "nb",
        "nn",
        "fi",
        "et",
        "lv",
        "lt",
        "pl",
    }
    | {
        "cs",
        "sk",
        "sl",
        "hr",
        "bs",
        "sr",
        "mk",
        "bg",
        "ru",
        "uk",
        "be",
        "ro",
        "hu",
        "sq",
        "el",
        "tr",
    }
    | {"ar", "fa", "he", "hi", "bn", "th", "vi", "id", "ms", "zh", "ja", "ko", "ca", "gl", "eu"}
)
"""Languages whose months stand above: what is not read with those is no date."""
