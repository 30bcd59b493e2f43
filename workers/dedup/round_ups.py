"""
Tells by its headline what gathers many stories: briefs, newsletters, live blogs, press reviews.

Such a text holds other stories whole, so that it is like each of them and a copy of none. The
headlines are standing ones, in the words of their trade, or name three topics and more in a row.
"""

from __future__ import annotations

import re

_GATHERS = re.compile(
    r"\b(?:(?:news|world|business|sports?|local|national|regional|court|crime|police|tech)"
    r" (?:in brief|briefs?|round-?up|digest|bulletin|summary|highlights)"
    r"|(?:morning|daily|evening|weekly|weekend|your \w+) (?:briefing|brief|digest|round-?up|recap)"
    r"|newsletter(?=\s*:)|(?:press|news) (?:digest|review)|top (?:news|stories)|and more$"
    r"|(?:today|day|week|month)['\u2019]?s (?:news|headlines|(?:top )?stories)"
    r"|(?:best|news|stories|headlines) of the (?:day|week|month|year)|(?:this|the) week in"
    r"|what you need to know (?:today|this)|\w+ things (?:you need )?to know"
    r"|live ?(?:updates|blog|coverage)|as it happened|newsticker|live-?ticker"
    r"|kurz (?:und knapp|gemeldet|notiert|berichtet)|kurz(?:nachrichten|meldungen)"
    r"|nachrichten(?:überblick| am (?:morgen|mittag|abend))|morgenlage|presseschau|wochenrückblick"
    r"|was heute wichtig|polizeiberichte"
    r"|en bref|brèves|revue de presse|l['\u2019]essentiel (?:de l|du jour|de la)|en direct"
    r"|en breve|resumen de (?:noticias|prensa|la (?:jornada|semana))|minuto a minuto|en directo"
    r"|noticias del día|in breve|rassegna stampa|le notizie (?:di oggi|del giorno)"
    r"|giro de notícias|resumo (?:do dia|da semana)|ao vivo"
    r"|kort nieuws|nieuwsoverzicht|in het kort|i korthet|kort nyt|korte nyheter"
    r"|дайджест|главное (?:за|к)|главные (?:новости|события)|обзор (?:прессы|новостей)"
    r"|итоги (?:дня|недели)|موجز|نشرة|أبرز (?:الأخبار|العناوين)|عناوين الصحف)(?!\w)"
    r"|^\W*(?:\w+ ){0,2}newsletter\W*$|^\W*live\b\W*[:\u2013\u2014|-]|[:\u2013\u2014-]\s*live\W*$"
    r"|简讯|簡訊|要闻|要聞|速览|速覽|早报|早報|早知道|汇总|彙總|文字直播|ニュース(?:まとめ|一覧)"
    r"|今日の主なニュース|단신|간추린|뉴스 ?요약",
    re.IGNORECASE,
)
_ASCII_STEMS = (
    *("brief", "round", "digest", "bulletin", "summary", "highlights", "recap", "newsletter"),
    *(
        "review",
        "top ",
        "more",
        "news",
        "headlines",
        "stories",
        "week in",
        "of the",
        "know",
        "live",
    ),
    *("it happened", "ticker", "kurz", "nachrichten", "morgenlage", "presseschau", "was heute"),
    *("polizeiberichte", "en bref", "en dire", "revue", "l'essentiel", "resumen", "resumo"),
    *("minuto", " breve", "noticias", "rassegna", "notizie", "ao vivo", "kort", ";", "+++"),
)
_STEMS = (
    *_ASCII_STEMS,
    *("überblick", "rückblick", "brèves", "essentiel", "notícias", "дайджест", "главн", "обзор"),
    *("итоги", "موجز", "نشرة", "أبرز", "عناوين", "讯", "訊", "要", "速", "早", "汇", "彙", "直播"),
    *("ニュース", "단신", "간추린", "뉴스", "\uff1b"),
)
"""One of them is in all that the pattern finds: most headlines hold none, and cost little."""
_TOPICS = re.compile(r"[^;\uff1b]{8,}[;\uff1b][^;\uff1b]{8,}[;\uff1b]|\+\+\+[^+]+\+\+\+[^+]+")
"""Three topics, parted as in a list: one semicolon parts the two halves of many a headline."""


def gathers(headline: str) -> bool:
    """Tell whether a headline is one of a text that gathers many stories."""
    folded = headline.lower()
    stems = _ASCII_STEMS if folded.isascii() else _STEMS
    if not any(stem in folded for stem in stems):
        return False
    return _GATHERS.search(headline) is not None or _TOPICS.search(headline) is not None
