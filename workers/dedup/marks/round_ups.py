"""
Tells by its headline what gathers many stories: briefs, newsletters, live blogs, press reviews.

Such a text holds other stories whole, so that it is like each of them and a copy of none. The
headlines are standing ones, in the words of their trade, or name three topics and more in a row.
"""

from __future__ import annotations

import re

_ANYWHERE = (
    r"newsletter(?=\s*:)|press (?:digest|review)|live ?(?:updates|blog)|newsticker|live-?ticker"
    r"|what you need to know (?:today|this)|was heute wichtig"
    r"|(?:best|news) of the (?:day|week|month|year)"
    r"|\w+ things (?:you need )?to know(?=\W*$| (?:today|for|this|about (?:today|this)))"
    r"|kurz(?:nachrichten|meldungen)|nachrichtenüberblick|morgenlage|presseschau|wochenrückblick"
    r"|polizeiberichte|revue de presse|resumen de (?:noticias|prensa)|minuto a minuto"
    r"|noticias del día|rassegna stampa|le notizie (?:di oggi|del giorno)|giro de notícias"
    r"|nieuwsoverzicht|дайджест|نشرة (?:ال)?أخبار|موجز (?:ال)?(?:أخبار|أنباء)"
    r"|أبرز (?:الأخبار|العناوين)|عناوين الصحف"
)
"""What no headline of one story says."""
_STANDING = (
    r"(?:news|world|business|sports?|local|national|regional|court|crime|police|tech)"
    r" (?:in brief|briefs?|round-?up|digest|bulletin|summary|highlights)"
    r"|(?:morning|daily|evening|weekly|weekend|your \w+) (?:briefing|brief|digest|round-?up|recap)"
    r"|news (?:digest|review)|top (?:news|stories)"
    r"|(?:today|day|week|month)['\u2019]?s (?:news|headlines|(?:top )?stories)"
    r"|(?:stories|headlines) of the (?:day|week|month|year)|live coverage|as it happened"
    r"|kurz (?:und knapp|gemeldet|notiert|berichtet)|nachrichten am (?:morgen|mittag|abend)"
    r"|en bref|brèves|l['\u2019]essentiel|en breve|resumen de la (?:jornada|semana)|in breve"
    r"|resumo (?:do dia|da semana)|kort nieuws|in het kort|i korthet|kort nyt|korte nyheter"
    r"|главное|главные (?:новости|события)|обзор (?:прессы|новостей)|итоги (?:дня|недели)"
)
_AIRED = "en direct|en directo|ao vivo"
"""Said of broadcasts, too, and of who was seen in them."""
_BEGUN = r"(?:^|[:|,;.(\[\u2013\u2014]|\s-\s)\W{0,4}"
_ENDED = r"\W*$|\s*[:|,;)\]\u2013\u2014]|\s*-\s"
_OF_WHEN = (
    r"\s+(?:\d|(?:for|from|de|de l|du|del|di|da|do|dalla|der|des|aus|uit|vom|van|fra|från|за|к"
    r"|of the (?:day|week|month|year))(?!\w))"
)
"""What part of a headline begins with, ends with, or goes on with to say of which day or place."""
_WORD = r"[\w'\u2019]++\s++"
_GATHERS = re.compile(
    rf"(?<!\w)(?:{_ANYWHERE})(?!\w)"
    rf"|{_BEGUN}(?:{_WORD})?(?:(?:{_STANDING})(?={_ENDED}|{_OF_WHEN})|(?:{_AIRED})(?={_ENDED}))"
    rf"|{_BEGUN}(?:{_WORD}){{2,3}}(?:{_STANDING}|{_AIRED})(?=\s*[:|\u2013\u2014])"
    rf"|{_BEGUN}(?:{_WORD}){{2,3}}(?:en bref|i korthet|in het kort)(?=\W*$)"
    rf"|{_BEGUN}(?:this|the) week in(?: \w+){{1,2}}(?=\W*$|\s*[:|\u2013\u2014])"
    r"|^\W*(?:\w+ ){0,2}newsletter\W*$|^\W*live(?:\s*[:\u2013\u2014|]|\s*-\s)"
    r"|[:\u2013\u2014-]\s*live\W*$"
    r"|(?:简讯|簡訊|要[闻聞]|速[览覽]|(?<!联合|聯合)早[报報]|汇总|彙總|단신)(?=\s*(?:$|[]:\uff1a|)】\uff09\d]))"
    r"|早知道|文字直播|ニュース(?:まとめ|一覧)|今日の主なニュース|간추린|뉴스 ?요약",
    re.IGNORECASE,
)
"""
The standing headlines, where they are a part of a headline by themselves: a spokesman's `daily
briefing` and the police that `brief ministers` are none.
"""
_ASCII_STEMS = (
    *("brief", "round", "digest", "bulletin", "summary", "highlights", "recap", "newsletter"),
    *("review", "top ", "news", "headlines", "stories", "week in", "of the", "know", "live"),
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
    if not any(map(folded.__contains__, stems)):
        return False
    return _GATHERS.search(headline) is not None or _TOPICS.search(headline) is not None
