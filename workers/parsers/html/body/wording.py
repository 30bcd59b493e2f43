"""
Words that furniture is made of, in many languages: promotion, links onward, rights, credits, …

        "A word alone decides nothing; each kind is one "
        "feature of a short block beside some ninety others."
"""

from __future__ import annotations

import re

_KINDS: tuple[str, ...] = (
    # sign up and pay
    (
        "newsletter newsletters subscribe subscriber subscribers subscription subscriptions "
        "signup sign inbox email e-mail login log register registered account free trial "
        "premium donate donation support membership abonnieren abonnement abo abonnez "
        "suscríbete suscribirse suscripción inscrivez iscriviti abbonati registrieren "
        "anmelden kostenlos gratis spenden unterstützen assine inscreva prenumerera abonneer "
        "zapisz подписаться подпишитесь подписка 登録 订阅 購読 구독"
    ),
    # go on reading
    (
        "read more related see also here click latest trending popular recommended watch "
        "listen next previous continue mehr lesen weiterlesen auch siehe weitere artikel zum "
        "thema lire aussi plus suite leer más lea también puedes ver noticias relacionadas "
        "leggi anche altri lees ook meer läs mer czytaj także więcej читать также далее ещё "
        "阅读 更多 相关 関連 続き 관련 더보기 explore discover"
    ),
    # rights
    (
        "© copyright copyrights rights reserved rechte vorbehalten droits réservés derechos "
        "reservados diritti riservati prawa zastrzeżone reproduction syndicated terms privacy "
        "policy cookies cookie impressum datenschutz agb disclaimer права защищены 版权 転載 무단"
    ),
    # credits of pictures
    (
        "photo photos photograph photographer image images picture getty ap reuters afp epa "
        "shutterstock credit courtesy file pictured caption video foto fotos bild bilder "
        "quelle crédit archivo imagen immagine istock unsplash fotolia pixabay dpa alamy "
        "screenshot graphic illustration via фото 图 写真 사진 left right center"
    ),
    # share and follow
    (
        "share facebook twitter whatsapp linkedin instagram pinterest reddit telegram follow "
        "print tweet flipboard copy link teilen folgen drucken partager suivez compartir "
        "sígueme síguenos condividi seguici delen dela udostępnij поделиться 分享 シェア 공유 "
        "youtube tiktok app download"
    ),
    # comments
    (
        "comment comments reply replies commented kommentar kommentare kommentieren antworten "
        "commentaire commentaires répondre comentario comentarios responder commenti commento "
        "rispondi reacties kommentarer komentarze комментарии "
        "комментировать 评论 コメント 댓글 leave "
        "post posted login"
    ),
    # who and when
    (
        "by von par por di door published updated posted modified minutes min ago hours stand "
        "uhr veröffentlicht aktualisiert publié mis jour actualizado publicado pubblicato "
        "aggiornato autor author editor reporter correspondent writer staff redaktion "
        "redacción автор опубликовано 记者 作者 来源 编辑 기자 lesezeit read"
    ),
    # after the end
    (
        "contributed reporting report reported contributing editing edited follow story "
        "corrected correction clarification note about biography columnist reach reached "
        "contact tips send follows originally appeared article republished opinions expressed "
        "views cover covers writes"
    ),
    # advertisements
    (
        "advertisement advertising ad ads sponsored promoted anzeige werbung publicité "
        "publicidad pubblicità реклама reklama advertentie annons 広告 广告 광고 buy shop deal "
        "deals offer offers affiliate commission price sale"
    ),
    # navigation
    (
        "home menu search navigation skip top back categories category tags tag archive "
        "topics section sections startseite suche übersicht kategorien schlagwörter accueil "
        "inicio buscar etiquetas archivo главная поиск 首页 "
        "ホーム 홈 page pages all weather sports "
        "news opinion business"
    ),
)
KINDS = len(_KINDS)
_KIND_OF: dict[str, int] = {}
for _bit, _line in enumerate(_KINDS):
    for _entry in _line.split():
        _KIND_OF[_entry] = _KIND_OF.get(_entry, 0) | 1 << _bit
_WORD = re.compile(r"\w+|©")
_PLAIN = bytes(ord(chr(code).lower()) if _WORD.match(chr(code)) else 32 for code in range(128))
_PLAIN += bytes(128)
"""Bytes of ASCII with capitals made small, and a space for what parts words."""


def kinds(text: str) -> tuple[int, int, list[str]]:
    """Return the bits of the kinds, how many words are of one, and all words in lower case."""
    if text.isascii():  # as bytes in a third of the time
        words = text.encode("ascii").translate(_PLAIN).decode("ascii").split()
    else:
        words = _WORD.findall(text.lower())
    bits = told = 0
    for kind in map(_KIND_OF.get, words):
        if kind is not None:
            bits |= kind
            told += 1
    return bits, told, words
