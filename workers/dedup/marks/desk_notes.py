"""
What a note beside a text says of its coming again: `(Adds details)`, `Editor's note: An earlier …`.

Wires set such notes in brackets above a text or beside its headline, and into a field of their own;
papers set theirs above the text or below. A note speaks of the text that it stands in, so that it
begins with what was done to a text (`Corrects spelling …`, `Adds quotes`; a salad `Adds crunch`)
or names the text itself (`an earlier version of this story`): else a story about a correction, or
about an earlier version of a law, would be one.
"""

# ruff: noqa: RUF001 - the signs of many scripts are meant

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from shared.domain.reissue import ReissueKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

LONGEST = 500
"""Characters of a note; more is a part of the text."""
_ABOVE, _BELOW = 2, 3
"""Paragraphs at either end among which a note stands: beside it may be a byline, or rights."""

_CORRECTS = (
    r"correct(?:s|ed|ing|ion)|refil(?:es|ed|ing)|clarif(?:ies|ied|ying|ication)|fix(?:es|ed|ing)"
    r"|remov(?:es|ed|ing)|korrigierte?|korrektur|berichtigte?|berichtigung|richtigstellung"
    r"|stellt klar"
    r"|corrig(?:e|é|ée)|rectifi(?:e|é|ée|cation)|rectificatif|erratum|corregid[oa]|correcci[óo]n"
    r"|rectifica(?:ci[óo]n)?|corregge|correzione|rettifica|corre[çc][ãa]o|retifica|corrigid[oa]"
    r"|correctie|rectificatie|rättelse|rättar|rettelse|retter|oikaisu|sprostowanie|korekta"
    r"|исправлен\w{1,3}|исправляет|уточнен\w{1,3}|уточняет|تصحيح|تصويب"
)
_UPDATES = (
    r"add(?:s|ed|ing)|updat(?:es|ed|ing)|recast(?:s|ing)?|rewrit(?:es|ten|ing)|writes through"
    r"|releads?|new throughout|neu|aktualisierte?|aktualisierung|ergänzte?|ergänzung|neufassung"
    r"|actualis(?:e|é|ée|ation)|ajoute|complète|mise à jour|actualiza(?:ci[óo]n|d[oa])?|agrega"
    r"|amplía|ampliaci[óo]n|añade|atualiza(?:[çc][ãa]o|d[oa])?|acrescenta|aggiorna(?:mento|t[oa])?"
    r"|aggiunge|bijgewerkt|uppdaterad|opdateret|oppdatert|zaktualizowano"
    r"|обновлен\w{1,3}|добавлен\w{1,3}|дополнен\w{1,3}|تحديث|إضافة"
)
_CORRECTS_CJK, _UPDATES_CJK = "更正|订正|訂正|勘误|勘誤|정정", "更新|续报|續報|続報|업데이트"
_DONE = re.compile(
    rf"(?:(?P<corrects>{_CORRECTS})(?!\w)|(?P<updates>{_UPDATES})(?!\w)"
    rf"|(?P<corrects_cjk>{_CORRECTS_CJK})|(?P<updates_cjk>{_UPDATES_CJK}))",
    re.IGNORECASE,
)
_SURE = re.compile(
    r"corrects|refiles|recasts|clarifies|updates|rewrites|writes through", re.IGNORECASE
)
"""Verbs that hardly begin a sentence, for none does without a subject; unless they are nouns."""
_NOUN = re.compile(
    r" (?:to (?:follow|come)|will|shall|tk|expected|are|were|have|every"
    r"|for|from(?! start| top)|on)\b"
)
"""What follows them where they are: also what is announced, and has not been done."""
_AT_ONCE = re.compile(
    r"\W{0,2}$|\s?[:;：,](?!\s*\S+ (?:folg|suiv))"
    r"| (?:with|to (?!follow|come)|throughout|at|um|mit|con|avec|com|met|med|с)\b",
    re.IGNORECASE,
)
"""What stands behind a noun or a participle that is the note: `Korrektur: …`, `Updated with …`."""
_AT_ONCE_CJK = re.compile(r"\W*$|\s?[:：;；,，、]")
_WEAK = re.compile(
    r"add|fix|remov|recast|clarified|erg|neu|ajou|compl|agr|amplía|aña|acre|aggiung", re.IGNORECASE
)
"""Those that a sentence, a recipe or a review begins with as well: they must say of what."""
_ALONE = frozenset({"recast", "recasting", "clarified", "ergänzt", "complète"})
"""Of these what is a note by itself, with nothing behind it."""
_OF_A_TEXT = re.compile(
    r"\b(?:details?|quot\w{1,6}|comments?|background|reactions?|analysts?|bylines?|datelines?"
    r"|para(?:graph)?s?|grafs?|photos?|pictures?|videos?|links?|headlines?|ledes?|context|prices"
    r"|statements?|responses?|spelling|names?|titles?|dates?|figures?|throughout|typos?|references?"
    r"|sources?|toll|versions?|attribution|interviews?|information"
    r"|einzelheiten|reaktion\w{0,2}|zitat\w{0,2}|hintergr\w{1,6}|abs[aä]tz\w{0,2}|überschrift|zahl\w{0,2}"
    r"|stellungnahme|fassung|datum|détails|réactions?|citations?|contexte|déclarations?|paragraphes?"
    r"|titre|noms?"
    r"|chiffres?|précisions?|bilan|detalles|reacci\w{1,5}|declaraci\w{1,5}|contexto|párrafos?|titular"
    r"|título|nombres?|cifras?|fecha|datos|дат[аыу]|им(?:я|ени)|detalhes|reaç\w{1,4}|declaraç\w{1,4}"
    r"|parágrafos?|nomes?"
    r"|dettagli|reazion\w|dichiarazion\w|contesto|paragraf\w|titolo|nomi|подробност\w{1,3}|детал\w{1,3}"
    r"|цитат\w{0,2}|реакци\w{1,2}|абзац\w{0,3}|заголов\w{1,4}|комментари\w{1,3})\b",
    re.IGNORECASE,
)
"""Parts of a text, and what one is made of."""
_ADDRESS = re.compile(r"(?:eds|editors|editors?['\u2019]? notes?|note)\s*[:.,-]\s*", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.;!])(?!\s+(?:abs|satz))\s+", re.IGNORECASE)
"""Where one ends; a number before `Absatz` ends none."""
_OPENED = frozenset("([（［【")
_BRACKETED = re.compile(
    r"\s*(?P<open>[(\[（［【])(?P<note>[^()\[\]（）［］【】]{2,500})[)\]）］】]\.?\s*"
)
_LABELS = (
    r"correct(?:ion|ed)|clarification|errat(?:um|a)|korrektur|berichtigung|richtigstellung"
    r"|rectificatif|correctif|fe de errat[ao]s|correcci[óo]n|rettifica|errata corrige"
    r"|corre[çc][ãa]o|correctie|rättelse|rettelse|oikaisu|sprostowanie|исправление|уточнение|поправка|تصحيح|تصويب"
    rf"|{_CORRECTS_CJK}"
)
_EDITORS = (
    r"corrections?|clarifications?|editor['\u2019]?s?['\u2019]? note|note to readers|note"
    r"|anm(?:erkung|\.) d(?:er|\.) red(?:aktion|\.)|hinweis(?: der redaktion)?"
    r"|note de la rédaction|ndlr|nota (?:del editor|de la redacción|da redação|della redazione)"
    r"|от редакции|примечание редакции"
)
_TEXT = r"(?:story|article|report|item|post|dispatch|piece|column|headline|caption|obituary|review)"
_WRONG = (
    r"(?:mis\w+|incorrect\w*|erroneous\w*|wrong\w*|inaccurate\w*|contained|gave|stated|said"
    r"|referred|overstated|understated|omitted|identified|attributed|error)"
)
_EARLIER = r"(?:in )?(?:an? |the (?!pr))?(?:earlier|previous|prior|original|initial) versions? of"
"""The previous version of a report is a bank's."""
_STATED = (
    rf"(?:(?:because of|due to) an? [^.,]{{1,40}}, )?{_EARLIER}"
    rf" this {_TEXT}\b[^.]{{0,120}}?\b{_WRONG}\b"
    rf"|this (?:{_TEXT} (?:(?:has been|was) (?:\w+ ){{0,2}}?(?:corrected|amended|clarified)\b"
    r"(?! (?:by|so|with)\b)"
    r"|(?:(?:has been|was) .{0,120}?\b)?(?:has been|was|and) (?:updated|changed|revised|edited)\b"
    r"(?! by\b)[^.]{0,60}?\bto (?:correct|clarify|fix)\b)"
    rf"|version (?:of (?:this|the) {_TEXT} )?(?:correct|clarifie|fixe|remove)s\b)"
    r"|in (?:einer|der) (?:früheren|ersten|ursprünglichen|vorherigen|vorigen) (?:version|fassung)"
    r" (?:dies\w{1,2} (?:artikels|textes|beitrags|berichts|meldung|nachricht|interviews)\b"
    r"|hieß es\b|stand,"
    r"|[^.]{0,80}?\b(?:fälschlich\w*|irrtümlich\w*))"
    r"|diese[rs]? (?:artikel|text|beitrag|meldung|bericht) (?:wurde|ist)\b"
    r"(?:(?! (?:vo[nm]|durch|oft|nie) ).){0,60}? (?:korrigiert|berichtigt|richtiggestellt)\b"
    r"|(?:dans )?(?:une|la) (?:version (?:précédente|antérieure|initiale)|première version)"
    r" de (?:cet article|cette dépêche)\b(?! d[eu']| 1?\d)"
    r"|(?:cet article|cette dépêche) a été (?:corrigée?|rectifiée?)\b(?! par\b)"
    r"|(?:en )?(?:una|la) versi[óo]n (?:anterior|previa|original) de"
    r" (?:este (?:artículo|reportaje)|esta (?:nota|noticia|información|historia))\b"
    r"|(?:este (?:artículo|texto)|esta (?:nota|noticia)) (?:ha sido|fue)"
    r" (?:corregid|rectificad)[oa]\b(?! por\b)"
    r"|(?:in )?una (?:versione precedente|precedente versione) di"
    r" (?:quest['\u2019]articolo|questo (?:articolo|pezzo|testo)|questa notizia)\b"
    r"|(?:quest['\u2019]articolo|questo (?:articolo|pezzo)|questa notizia)"
    r" è stat[oa] corrett[oa]\b(?! da)"
    r"|(?:em |n)?uma versão anterior"
    r" (?:deste (?:artigo|texto)|desta (?:reportagem|notícia|matéria))\b"
    r"|(?:este (?:artigo|texto)|esta (?:reportagem|notícia|matéria)) foi corrigid[oa]\b(?! pel)"
    r"|(?:in )?een (?:eerdere|vorige) versie van dit (?:artikel|bericht|stuk|verhaal)\b"
    r"|(?:i )?en tidigare version av (?:artikeln|texten|(?:den här|denna) (?:artikeln?|texten?))\b"
    r"|в? ?(?:предыдущей|ранней|первой|первоначальной|прежней) (?:версии|редакции)"
    r" (?:этого |этой )?(?:материала|новости|статьи|заметки|публикации|сообщения)\b"
    r"|本文(?:已|此前|曾)\w{0,12}(?:更正|订正|有误)|記事の?.{0,40}?訂正(?:しま|いた)"
    r"|(?:في )?نسخة سابقة من هذ(?:ا (?:المقال|الخبر|التقرير|النص)|ه (?:القصة|المادة))"
)
_NOTED = re.compile(
    rf"[^\w\"'\u2018\u201c\u201d\u201e«»「『]{{0,3}}"
    rf"(?:(?:{_LABELS})(?!\w)(?:\s*\([^()]{{1,60}}\)|,[^:.]{{1,20}}\d)?\s*[:：]"
    rf"|(?:(?:{_EDITORS})\W{{1,3}})?(?:{_STATED})"
    rf"|(?:{_EDITORS})\W{{1,3}}{_EARLIER} the {_TEXT}\b[^.]{{0,120}}?\b{_WRONG}\b)",
    re.IGNORECASE,
)
"""`Correction (March 14): …`, or the first words of a text that says it was wrong before."""
_FIRST_WORD = re.compile(r"\W{0,3}([\w'\u2019]{1,20})")
_FIRST_WORDS = frozenset(
    """
    an a earlier previous prior original initial this in correction corrected clarification erratum
    errata the because due corrections clarifications
    korrektur berichtigung richtigstellung rectificatif correctif fe correccion rettifica
    correctie rettelse oikaisu sprostowanie editor's editors editor note anm anmerkung hinweis ndlr
    nota dieser diese dieses une dans cet ce cette una en este esta questo questa uma em numa een i
    """.split()  # noqa: SIM905 - read more easily as one text
)
"""Those that are ASCII: looked at first, for little. What begins with another may be a note too."""


def said_by(note: str) -> ReissueKind | None:
    """Return what a note says was done, sentence by sentence; a correction outdoes an update."""
    kinds = {_done(sentence) for sentence in _SENTENCE.split(note[:LONGEST])}
    if ReissueKind.CORRECTION in kinds:
        return ReissueKind.CORRECTION
    return ReissueKind.UPDATE if ReissueKind.UPDATE in kinds else None


def told_in(body: Sequence[str]) -> ReissueKind | None:
    """Return what the notes above and below a text say of it."""
    if _is_corrected(body):
        return ReissueKind.CORRECTION
    kinds = {said_by(note["note"]) for note in _bracketed(body[:_ABOVE])}
    if ReissueKind.CORRECTION in kinds:
        return ReissueKind.CORRECTION
    return ReissueKind.UPDATE if ReissueKind.UPDATE in kinds else None


def _bracketed(paragraphs: Iterable[str]) -> list[re.Match[str]]:
    near = [each for each in paragraphs if each[:1] in _OPENED and len(each) <= LONGEST]
    return [found for each in near if (found := _BRACKETED.fullmatch(each))]


def _done(sentence: str) -> ReissueKind | None:
    address = _ADDRESS.match(sentence)
    found = _DONE.match(sentence, address.end() if address else 0)
    if found is None or not _is_of_a_text(found, sentence[found.end() :]):
        return None
    corrects = found["corrects"] or found["corrects_cjk"]
    return ReissueKind.CORRECTION if corrects else ReissueKind.UPDATE


def _is_of_a_text(found: re.Match[str], rest: str) -> bool:
    """Tell whether what was done was done to a text: `Adds crunch` and `Neu im Kino` were not."""
    if found["corrects_cjk"] or found["updates_cjk"]:
        return _AT_ONCE_CJK.match(rest) is not None
    verb = found[0]
    if _NOUN.match(rest):
        return False
    if _SURE.fullmatch(verb) or (verb.isupper() and not rest.isupper() and rest.strip()):
        return True
    if _OF_A_TEXT.search(rest):
        return True
    if _WEAK.match(verb):
        alone = verb.lower() in _ALONE and not rest.strip(" .")
        return alone or rest.startswith((":", " :", " that "))
    return _AT_ONCE.match(rest) is not None


def _is_corrected(body: Sequence[str]) -> bool:
    """Tell whether a paragraph at either end is the note of a correction."""
    ends = body if len(body) <= _ABOVE + _BELOW else (*body[:_ABOVE], *body[-_BELOW:])
    for each in ends:
        first = _FIRST_WORD.match(each)
        if first is None or len(each) > LONGEST:
            continue
        word = first[1].lower()
        if (word in _FIRST_WORDS or not word.isascii()) and _NOTED.match(each):
            return True
    return False
