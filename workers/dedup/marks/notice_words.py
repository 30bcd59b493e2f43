"""
How desks take a story back, in the words of wires and papers of some twenty languages.

Three kinds of evidence: a mark (`MANDATORY KILL:`), which stands before a headline; an order to
those who received the story (`please kill`, `nicht verwenden`); a statement that a story is
withdrawn. None of them alone makes a notice, for papers write of kills and withdrawals too.
"""

# ruff: noqa: RUF001 - the signs of many scripts are meant

from __future__ import annotations

import re

_STORY = r"(?:stor(?:y|ies)|articles?|items?|reports?|dispatch(?:es)?|copy|brief|take|picture)"

SURE = (
    r"(?:mandatory|bulletin|story|copy|wire|editors?|news) kill(?: notice| order)?"
    r"|kill (?:notice|advisory|order to editors)|(?:withdrawal|retraction) notice"
    r"|notice of (?:withdrawal|retraction)|(?:story|article|item|dispatch) (?:withdrawn|killed)"
    r"|meldung zurückgezogen|rückzugsmeldung|zurückziehung|rückruf einer meldung"
    r"|annulation de d[ée]p[êe]che|d[ée]p[êe]che annul[ée]e"
    r"|anulación de (?:noticia|nota|despacho)|(?:noticia|nota) anulada|se anula"
    r"|notizia (?:annullata|ritirata)|annullamento (?:di )?notizia|notícia anulada"
    r"|撤稿(?:通知|启事)?|撤销(?:通知|稿件)|撤銷(?:通知|稿件)|取消稿件"
    r"|(?:記事|配信|全文|出稿)の?(?:取り?消し?|取消)|記事削除|전문\s*취소|기사\s*(?:취소|삭제|철회)"
    r"|(?:إلغاء|الغاء|سحب) (?:ال)?خبر|аннулировани[ея](?: сообщения)?|аннулировано|снято с ленты"
)
"""Marks that no headline of an ordinary article begins with."""

LIKELY = (
    r"kill(?:ed)?|withdrawn|withdrawal|retraction|retracted|spiked?|recall(?:ed)?|canceled"
    r"|cancelled"
    r"|zurückgezogen|rückzug|zurückgenommen|storniert|storno"
    r"|annul[ée]e?|annulation|retir[ée]e?|retrait|anulad[oa]|anulación|anulação|retirad[oa]"
    r"|annullat[oa]|annullamento|ritirat[oa]|ingetrokken|vervallen|dras tillbaka|tillbakadragen"
    r"|annull?eret|trukket tilbake|trukket tilbage|wycofane?|anulowan[eoay]|geri çekildi|iptal"
    r"|отозвано|отмена|отменено|سحب|إلغاء|الغاء|撤回|取消|取り?消し|취소|철회"
)
"""Marks that a headline may begin with too: an order or a statement must stand beside them."""

REPLACING = (
    r"annule et remplace|anula y (?:re|sus)tituye|anula y reemplaza|annulla e sostituisce"
    r"|anula e substitui|ersetzt(?: meldung| fassung)?|replaces? and kills?|kills? and replaces?"
    r"|(?:kill|withdraw) and substitute|替换稿|替代稿|差し替え|差替え?|대체"
)
"""Marks of a text that takes the place of another, which it cancels."""

_ORDER = (
    r"\b(?:please|pls|editors|eds|clients|subscribers|must)\b[^.]{0,60}?"
    r"\b(?:kill|withdraw|disregard|retract|delete|remove|spike|discard)\b"
    rf"|^\W*kill (?:the|this|our|all|and)\b[^.]{{0,60}}?\b{_STORY}\b"
    r"|\b(?:do not|don't|should not be|must not be|may not be) (?:use|used|publish|published|run)\b"
    r"|\bkill and (?:do not use|disregard)\b"
    r"|\bbitte\b[^.]{0,80}?\b(?:nicht (?:mehr )?(?:verwenden|veröffentlichen|nutzen)|löschen"
    r"|streichen"
    r"|zurückziehen|entfernen)|\bnicht (?:mehr )?(?:verwenden|veröffentlichen)\b"
    r"|\b(?:prière de|merci de|veuillez)\b[^.]{0,60}?\b(?:ne pas|annuler|supprimer|retirer|détruire"
    r"|ne plus)\b|\bne pas (?:utiliser|publier|diffuser)\b"
    r"|\b(?:por favor|rogamos|se ruega|favor de|sírvanse)\b[^.]{0,80}?\b(?:no |anul|elimin"
    r"|retir|descart)"
    r"|\bno (?:utilizar|publicar|difundir)\b|\b(?:si prega"
    r"|vi preghiamo)\b[^.]{0,60}?\b(?:annull|non"
    r"|cancell|elimin)|\bnão (?:utilizar|publicar|usar)\b|\bniet (?:gebruiken|publiceren)\b"
    r"|请(?:勿|不要|停止|删除|撤)|請(?:勿|不要|停止|刪除|撤)|切勿(?:采用|採用|使用)"
    r"|使用しないで|掲載しないで|取り?消します|削除してください|取り?消しをお願い|使用を(?:中止|控え)"
    r"|사용하지 ?(?:말아|마시)|취소합니다|삭제(?:해|하여) 주|취소하오니"
    r"|(?:يرجى|الرجاء|نرجو)[^.]{0,60}?(?:عدم|إلغاء|الغاء|حذف|سحب|تجاهل)"
    r"|(?:просьба|просим|пожалуйста)[^.]{0,60}?(?:не |аннулир|снять|удалить|отозвать)"
)
ORDER = re.compile(_ORDER, re.IGNORECASE | re.MULTILINE)
"""An order to those who have the story."""

_GONE = r"(?:withdrawn|killed|retracted|cancell?ed|recalled|rescinded|spiked)"
STATEMENT = re.compile(
    rf"\b(?:the|this|our|an?) (?:[\w-]+ ){{0,3}}?{_STORY}\b[^.]{{0,20}}?.{{0,250}}?"
    rf"\b(?:is|are|has been|have been|must be) (?:hereby |now |being )?{_GONE}\b(?! by\b)"
    rf"|\bwe (?:hereby |have |are )?(?:withdraw(?:n|ing)?|retract(?:ed|ing)?|kill(?:ed)?)\b"
    r"|\b(?:die|unsere|diese) (?:[\w-]+-)?(?:meldung|nachricht|bericht|geschichte|text"
    r"|zusammenfassung)\b"
    r".{0,250}?\b(?:ist|wird|sind|werden)\b.{0,20}?(?:zurückgezogen|zurückgenommen|hinfällig"
    r"|annulliert)\b"
    r"|\bder (?:[\w-]+-)?(?:bericht|text|beitrag|artikel)\b.{0,250}?\b(?:ist"
    r"|wird)\b.{0,20}?(?:zurückgezogen|zurückgenommen)\b"
    r"|\b(?:wir|\w+) zieh(?:en|t) (?:die|den|das|ihre|unsere)\b.{0,250}?\bzurück\b"
    r"|\b(?:la|notre|cette) (?:dépêche|nouvelle|information|brève)\b.{0,250}?\b(?:est"
    r"|a été) (?:annulée|retirée)"
    r"|\b(?:l'article|le papier|l'information|la dépêche)\b.{0,250}?\b(?:est|a été) (?:annulée?"
    r"|retirée?)"
    r"|\b(?:se|queda|queda(?:n)?) anula(?:da)?\b.{0,60}?\b(?:noticia|nota|despacho|información"
    r"|titulad[oa])"
    r"|\b(?:la|nuestra) (?:noticia|nota|información)\b.{0,250}?\b(?:queda|ha sido"
    r"|está) (?:anulada|retirada)"
    r"|\bla notizia\b.{0,250}?\b(?:è|è stata|viene) (?:annullata|ritirata)"
    r"|\b(?:het|dit) bericht\b.{0,250}?\b(?:is|wordt) (?:ingetrokken|vervallen)"
    r"|(?:稿件|报道|報道|该稿|此稿|新闻|新聞|消息).{0,100}?(?:撤销|撤銷|撤回|取消|作废|作廢|撤稿)"
    r"|(?:撤销|撤銷|撤回|取消|作废).{0,100}?(?:稿件|报道|報道|该稿|此稿|新闻|新聞)"
    r"|記事.{0,100}?(?:取り?消|撤回|削除)|기사.{0,100}?(?:취소|철회|삭제)"
    r"|(?:خبر|الخبر|تقرير|التقرير).{0,150}?(?:لاغ|ملغى|سحب|إلغاء|يلغى|ألغي)"
    r"|(?:إلغاء|الغاء|سحب)\b.{0,60}?(?:خبر|الخبر|تقرير)"
    r"|(?:сообщение|новость|материал)\b.{0,250}?(?:аннулир|отозван|снят)",
    re.IGNORECASE | re.DOTALL,
)
"""A story is said to be withdrawn, in a form that does not tell who withdrew it."""

POLITE = re.compile(
    r"\W*(?:please|pls|bitte|prière de|merci de|veuillez|por favor|favor de|rogamos|se ruega"
    r"|si prega|vi preghiamo|请|請|يرجى|просим|просьба)",
    re.IGNORECASE,
)
"""How an order begins that needs no address."""

ADDRESS = re.compile(
    r"\W*(?:attn|attention|note to|notice to|advisory to|to)?[ :]*(?:all )?"
    r"(?:editors['\u2019]? notes?|eds|editors|news editors|desks|clients|subscribers|an (?:die"
    r"|alle) redaktionen|redaktionen"
    r"|achtung redaktionen|achtung|hinweis|à l'attention des (?:rédactions|abonnés)|a los abonados"
    r"|nota a los (?:editores|abonados)|各媒体|各用户|编辑注意|編集者各位|編集部|внимание"
    r"|تنبيه)(?!\w)\s*(?:[:：,;.–—-]+\s*|$)",
    re.IGNORECASE,
)
"""To whom a notice speaks, before what it says."""

STEMS = (
    *("kill", "withdr", "retract", "spike", "recall", "cancel", "disregard", "replace"),
    *("zurückge", "zurückz", "zieht", "ziehen", "rückzug", "storn", "rückruf", "verwenden"),
    *("ersetzt", "annul", "anul", "retir", "ritir", "ingetrokken", "vervallen", "tillbaka"),
    *("trukket", "wycof", "geri çek", "iptal", "аннул", "отозв", "отмен", "снят", "سحب", "لغ"),
    *(
        "撤",
        "取消",
        "取り消",
        "削除",
        "作废",
        "作廢",
        "취소",
        "철회",
        "삭제",
        "替换",
        "替代",
        "差し替",
        "差替",
        "대체",
    ),
    *(
        "substit",
        "remplace",
        "sostit",
        "sustit",
        "do not use",
        "not be used",
        "utilizar",
        "utiliser",
    ),
)
"""One of them stands, in small letters, in every notice: looked for first, for they cost little."""
ASCII_STEMS = tuple(stem for stem in STEMS if stem.isascii())
