"""The words of printed bylines in many languages: what opens one, what only looks like one."""

# ruff: noqa: RUF001 - dashes are meant
from __future__ import annotations

import re

from workers.words.author_words import ANY_LABEL, OPENERS

BY = (
    r"(?i:by|von|vom|par|por|di|door|av|af|przez|oleh(?=\s?:|\s\S+\s(?-i:[A-Z][a-z]))|bởi"
    r"|írta|piše|pisze|napsala?|автор|γράφει|texte?"
    r"|words|autor(?:[/:*_]?in(?:nen)?|en)?|authors?|auteurs?|(?:reporter|redaktion)(?=\s?:)"
    rf"|posted by|written by|geschrieben von|verfasst von|escrito por|{'|'.join(OPENERS)})"
)
"""
What stands before the names, with or without a colon.

`oleh` opens them in Indonesia, and is a first name in Ukraine: before one more word it is that.
"""
AUTHOR_LABEL = (
    r"(?i:autor(?:[/:*_]?in(?:nen)?|en|ka|zy|ky|a)?|authors?|auteure?s?|autore|by|von|verfasser(?:in)?"
    r"|redakteur(?:in)?|(?:kolumnist|gastautor)(?:[/:*_]?in)?|redattore|redactora?|szerző|írta|kirjoittaja|toimittaja|forfatter|penulis"
    rf"|yazar|yazan|opracowanie|автор(?:ы|ка)?|συντάκτης|{ANY_LABEL})"
)
"""What stands before the names with a colon, or alone in the line before them."""
TEXT_LABEL = (
    r"(?i:text|texte|texto|testo|tekst|teksti|words|story|interview|journaliste?|periodista|skribent|muhabir"
    r"|haber|текст|журналист|подготовил[аи]?)"
)
"""What stands before them with a colon alone: without it these are words of menus."""
OPENER_WORDS = (
    r"(?:writ(?:ten|ing)|posted|published|report(?:ed|ing)?|words|speech|rede|stor(?:y|ies)"
    r"|articles?|text\w*|posts?"
    r"|review(?:ed)?|analysis|opinion|column|interview|blog|saved|submitted|created|added|compiled"
    r"|contributed|presented|tested|authors?|more|all"
    r"|(?:gast)?beitr[aä]ge?|artikel|bericht|kommentar|kolumne|essay|reportage|analyse|rezension|kritik"
    r"|protokoll|gepostet|geschrieben|verfasst|erstellt|eingestellt|eingetragen|gespeichert"
    r"|veröffentlicht|publiziert|erfasst|aufgezeichnet|getestet|autor\w*|mehr|alles?|weitere"
    r"|écrite?|publié|rédigé|posté|propos recueillis|escrito|publicado|redactado|entrevista"
    r"|reportaje|scritto|pubblicato|intervista|a cura|geschreven|gepubliceerd|skrevet|skriven"
    r"|publicerad|napisa\w*|opublikowa\w*)"
)
OPENER = re.compile(rf"(?i:\b{OPENER_WORDS}\b)")
"""What may stand before `by` on a byline's line; after other words `by` is one of a sentence."""
PICTURED = re.compile(
    r"(?i:\b(?:photo\w*|fotos?|foto[gs]raf\w*|zdjęcia|фото\w*|fotoğraf\w*|φωτο\w*|bilder|image\w*|imagery|illustr\w*|video|edit\w*|édité|licensed"
    r"|translat\w+|übersetz\w*|medically|fact.?checked|powered|präsentiert|provided|animé|additional)\b|©|copyright|\b(?:fot|zdj)\.)"
)
"""Who took, translated or lent something: `by` names no author there."""
CHECKED = re.compile(r"(?:reviewed|checked|approved|gegengelesen|geprüft)\b", re.IGNORECASE)
"""What opens a second byline that names no author: of a review's there is but one."""
BESIDE_NAME = re.compile(
    r"(?:\.\s(?=Pictures?|Photo|Images|Illustr|Video)|[\s,])(?:Yesterday|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Last|Erstellt|Veröffentlicht|Aktualisiert|Geändert|Updated|Published|Posted|Publicado"
    r"|Actualizado|Editing|Writing|Edited|Additional|Translated|Pictures?|Photos?|Photogra\w+|Fotos?|Symbolbild|Share"
    r"|Illustration\w*|Bild(?:er)?|Images?|Video|Übersetzung|Fotografie|Envoyée?s?|Correspondante?s?"
    r"|Journaliste?s?|Rédact\w+|Redakteur\w*|Korrespondent\w*|Corresponsal\w*|Redactora?)\b.*"
)
"""Words with a capital behind the last name, and all that follows."""
NOBODY = re.compile(
    r"\b(?:account|taboola\w{0,9}|outbrain"
    r"|log ?(?:in|out)|welcome|posted|published|register|website|github|archives?"
    r"|follow(?:ed|ing|ers?)?|comments?|kommentare?|artikel|articles?|contact(?:ar|o)?|kontakt|minutes?|(?-i:min)|(?<=\d\s)min"
    r"|stunden|hours?|ago|hace|innen"
    r"|datum|quelle|source|uhr|letzte|aktualisierung|stand|mehr|more|about|über|all|view|read|share|photo|foto|bild|image"
    r"|nachricht|news|thema|posts?|profile?|menu|search|home|lesezeit|aktualisiert|veröffentlicht"
    r"|updated|publicado|publié|tags?|kategorien?|category|by|von|newsletter"
    r"|güncelle\w*|yayın\w*|giriş|aktualizacja|opublikowan\w*|dodan[oy]|обновл\w*|опубликов\w*"
    r"|publicera[dt]|uppdatera[dt]|publi[cs]er[et]t|op{1,2}dater[et]t|gepubliceerd|bijgewerkt"
    r"|pubblicat[oa]|aggiornat[oa]|atualizad[oa]|actualizad[oa]|julkaistu|päivitetty"
    r"|публикация|ενημέρωση|δημοσίευση|frissítve|megjelent|(?:기사|최종)?(?:입력|수정)|등록|승인"
    r"|송고(?:시간)?|업데이트|발행"
    r"|size|(?:schrift)?größe|taille|tamaño|i\Wm|\w*übersicht|overview"
    r"|rss|print|release|resources?|copyright|content|meldung(?:en)?|wortlaut|edici[oó]n|edition|ausgabe|startseite|modified|registriert)\b"
    r"|%|\d{2}|\b(?:impressum|datenschutz)\b"
    r"|^(?-i:Für|Nach|Ohne|Gegen|Zum|Zur|Dieses|Diese|Dieser|Without|Before|After)\s",
    re.IGNORECASE,
)
"""
Words that stand where names do, in menus, counters and labels: a text with one names nobody.

`min` alone is written small, or behind a number: `Min Jin Lee`.
"""
END_OF_NAMES = re.compile(
    r"\s*[|•·~¦(\[–—@<>»#]|\s-+\s|\s{2,}|\.{2,}|\s?\d"
    r"|(?:^|\s)(?i:on|in|am|um|at|for|für|pour|para|to|from|posted|published|publiziert|veröffentlicht|updated"
    r"|special\s(?:to|for)|of\sthe|kategorien?|categor(?:y|ies)|filed|abgelegt|tags?|leave|hinterlasse|schreibe|kommentare?"
    r"|comments?|sagt|says?|said|permalink|uncategorized|allgemein|dans"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tag"
    r"|mittwoch|is|was|has|and\s+more|stand|vom|erstellt|geändert|aktualisiert|ein|eine|under|unter"
    r"|foto|photo|copyright|seiten|lesezeit|(?-i:min)|min(?:uten|utes)|gepostet|mot-clé|all|follow(?:ing)?|folgen|seguir|suivre|author|autor(?:in)?|zuletzt|(?:twitter|facebook|whatsapp)\w*|instagram|linkedin|website|homepage)(?=[\s:,.]|$)"
    r"|\s(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo|lundi|mardi|mercredi|jeudi|vendredi"
    r"|samedi|dimanche|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|segunda|terça|quarta"
    r"|quinta|sexta)\b"
)
"""Where a line's names end: a sign between parts, a number, or a word that is no name's."""
SEGMENT = re.compile(r"\s?[|•·–—]\s?|\s[-/]\s|[,:]\s|\s\(")
"""Signs between the parts of a line."""
FOR_A_PAPER = re.compile(
    r"(?<=\w)\s(?:[Ff]or|FOR|[Ss]pecial (?:to|for)|[Oo]f the)\s(?:[Tt]he\s)?[A-Z].*"
)
"""For whom somebody wrote: `Ada Brook For Harbour News`."""
NETWORKS = re.compile(
    r"(?:(?:^|\s)(?:(?:website|twitter|facebook|linkedin|github|youtube|instagram|whatsapp|tiktok"
    r"|bluesky|mastodon|threads)(?=[\sA-Z]|$))+)+$",
    re.IGNORECASE,
)
"""Links to where else somebody is to be found."""
MAIL = re.compile(r"\s*\S+@\S+\.\S+.*$")
"""An address for mail in a line, and what follows it."""
