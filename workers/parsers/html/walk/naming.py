"""
What the class, id and role of an element say about it, as bits.

The words are those that page builders of many sites and languages use; none is one site's. A bit
is evidence for the model of the body, never a rule of its own.
"""

from __future__ import annotations

import re
from enum import IntEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from workers.parsers.html.walk.pointing import names_author_page

if TYPE_CHECKING:
    from collections.abc import Mapping


class Hint(IntEnum):
    """What an element's names suggest that it holds; the value is its bit."""

    BODY = 0
    ARTICLE = 1
    COMMENT = 2
    RELATED = 3
    SHARE = 4
    MENU = 5
    FOOT = 6
    SIDE = 7
    ADVERT = 8
    PICTURE = 9
    AUTHOR = 10
    ABOUT = 11
    SIGN_UP = 12
    TITLE = 13
    SUMMARY = 14
    QUOTE = 15
    HIDDEN = 16
    DATE = 17
    TWEET = 18


_WORDS: dict[Hint, str] = {
    Hint.BODY: (
        r"(?:article|story|post|entry|news|blog|page|main|content|artikel|text|body|rich)"
        r"(?:body|content|text|copy|inhalt|main|wrap)|bodytext|maintext|richtext|fulltext"
        r"|articlebody|wysiwyg|prose|cuerpo|corps|testo|paragraph"
    ),
    Hint.ARTICLE: (r"article|story|post(?!er)|entry|content|main|artikel|beitrag|noticia|articolo"),
    Hint.COMMENT: (
        r"comment|disqus|kommentar|discuss|respond|repl(?:y|ies)|talkback|comentario"
        r"|reaction|commenti|leserbrief|review|forum"
    ),
    Hint.RELATED: (
        r"relat|recommend|also|similar|readmore|trend|popular"
        r"|latest|teaser|outbrain|taboola|suggest|next|prev|mehr|aussi|verwandt|weitere"
        r"|recirc|youmay|dossier|linkbox|inlinelink|read(?:on|next)|(?<!v)card|listing"
        r"|archive|listitem|feed|river|playlist|stories|articles|posts"
    ),
    Hint.SHARE: (
        r"shar(?:e|ing)|social|facebook|twitter|whatsapp|addthis|tool|follow|bookmark|print"
        r"|teilen|compart|sns|like"
    ),
    Hint.MENU: (
        r"nav(?!y)|menu|crumb|pagin|pager|bar(?![a-z])|skip|header|masthead|search"
        r"|toc(?![a-z])|tabs?(?![a-z])|logo|index|filter|sort|jump"
    ),
    Hint.FOOT: (r"foot|copyright|legal|disclaim|impressum|imprint|bottom|license"),
    Hint.SIDE: (
        r"side|aside|widget|rail|right|complement|secondary|module|block(?!quote)|box|panel"
        r"|drawer"
    ),
    Hint.ADVERT: (
        r"(?<![a-z])ads?(?![a-z])|advert|sponsor|promo|anzeige|werbung|publici|dfp|banner"
        r"|commercial|affiliat|shop|product|deal|(?<![a-z])buy|price"
    ),
    Hint.PICTURE: (
        r"caption|image|img|photo|picture|galler|media|figure|credit|slide|carousel|bild"
        r"|foto|video|player|lightbox|thumb|legend|graphic|chart"
    ),
    Hint.AUTHOR: (
        r"author|byline|(?<![a-z])bio|writer|contributor|autor|auteur|redakt|vcard|profile"
        r"|avatar|journalist|person|team|about"
    ),
    Hint.DATE: (
        r"date|time|publish|posted|stamp|datum|fecha|updat|modifi|(?<![a-z])data(?![a-z])"
        r"|created"
    ),
    Hint.ABOUT: (
        r"meta|tag(?!e)|categor|label|info|kicker|topic|keyword|eyebrow|source|stat|view"
        r"|rating|vote|score|count|sectionname|detail|fact|spec"
    ),
    Hint.SIGN_UP: (
        r"newsletter|subscri|signup|paywall|premium|regist|login|(?<![a-z])abo(?![a-z])"
        r"|donat|support|member|cta|appeal|notice|alert|form(?!at)|contact|e?mail|cookie"
        r"|consent|gdpr|popup|modal|overlay|toast|message|offer"
    ),
    Hint.TITLE: (
        r"title|headline|heading|(?<![a-z])hed(?![a-z])|titel|titre|titulo"
        r"|(?<![a-z])h[1-6](?!\d)"
    ),
    Hint.SUMMARY: (
        r"summar|(?<![a-z])lea?de?(?![a-z])|intro|standfirst|(?<![a-z])de[ck]k?(?![a-z])"
        r"|excerpt|abstract|descri|sub(?:title|head|line)|strap|vorspann|chapo|sapo|bajada"
        r"|teasertext|keypoint|highlight|bullet|takeaway"
    ),
    Hint.QUOTE: (r"quote|embed|tweet|instagram|zitat|callout|factbox|infobox|highlight"),
    Hint.TWEET: (r"tweet|twitter|tiktok|bluesky|mastodon|embed"),
    Hint.HIDDEN: (
        r"hidden|visually|screenreader|invisible|accessib"
        r"|offscreen|hide"
    ),
}
_PARTS = r"article|story|post|entry|news|blog|page|main|content|artikel|text|body|rich"
_ACROSS: dict[Hint, str] = {
    Hint.BODY: rf"(?:{_PARTS})[-_]{{1,2}}(?:body|content|text|copy|inhalt|main|wrap)|e-content",
    Hint.RELATED: (
        r"more[-_]|[-_]more|most[-_]|you-may|inline-link|read[-_](?:on|next)|list[-_]item"
    ),
    Hint.AUTHOR: r"by[-_]line",
    Hint.ABOUT: r"section-name",
    Hint.SIGN_UP: r"sign-up|app-",
    Hint.SUMMARY: r"sub-(?:title|head|line)|key-point",
    Hint.QUOTE: r"twitter-",
    Hint.TWEET: r"instagram-|fb-post",
    Hint.HIDDEN: r"sr-only|screen-reader|print-only|d-none",
}
"""What shows in two words only, joined by a sign."""
_BEHIND = (
    "body", "content", "copy", "head", "inhalt", "item", "line", "link", "main", "may", "more",
    "name", "next", "none", "on", "point", "post", "reader", "text", "title", "up", "wrap",
)  # fmt: skip
"""What the word behind the sign begins with …"""
_BEFORE = ("app", "instagram", "more", "most", "twitter")
"""… where the one before it does not end with one of these: nine names in ten need no search."""
_JOINS = 1 << len(Hint)
"""The bit of a word that may be one of two."""
_WITHIN_WORD = {hint: re.compile(words) for hint, words in _WORDS.items()}
_ACROSS_WORDS = {hint: re.compile(words) for hint, words in _ACROSS.items()}
_ANY_ACROSS = re.compile("|".join(_ACROSS.values()))
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_LONGEST = 300
_DIGITS = "0123456789-_"
_ROLES = {
    "navigation": Hint.MENU, "banner": Hint.MENU, "contentinfo": Hint.FOOT, "search": Hint.MENU,
    "complementary": Hint.SIDE, "dialog": Hint.SIGN_UP, "alertdialog": Hint.SIGN_UP,
    "menu": Hint.MENU, "menubar": Hint.MENU, "form": Hint.SIGN_UP, "toolbar": Hint.SHARE,
}  # fmt: skip


@lru_cache(maxsize=8192)
def hints(names: str) -> int:
    """Return the bits (`1 << Hint`) for an element's class and id, joined by a space."""
    bits = 0
    for name in names[:_LONGEST].split():
        bits |= _of_name(name.rstrip(_DIGITS))
    return bits


def hints_of(names: str, own: str) -> int:
    """Return the bits for an element's class and id: its class is another's too, its id is not."""
    if not own:
        return hints(names)
    if len(names) + len(own) < _LONGEST:
        return hints(names) | hints(own)
    return hints(f"{names} {own}")


@lru_cache(maxsize=16384)
def _of_name(name: str) -> int:
    """Return the bits of one name: those repeat from page to page, and are looked at once."""
    text = name if name.islower() else _CAMEL.sub("-", name).lower()
    if "-" not in text and "_" not in text:
        return _of_word(text) & ~_JOINS
    bits = 0
    for word in text.replace("_", "-").split("-"):
        bits |= _of_word(word)
    if bits & _JOINS and _ANY_ACROSS.search(text) is not None:
        bits |= _of(text, _ACROSS_WORDS)
    return bits & ~_JOINS


@lru_cache(maxsize=16384)
def _of_word(word: str) -> int:
    """Return the bits of one word of a name: those repeat from site to site."""
    joins = word.startswith(_BEHIND) or word.endswith(_BEFORE)
    return _of(word, _WITHIN_WORD) | (_JOINS if joins else 0)


def _of(text: str, patterns: dict[Hint, re.Pattern[str]]) -> int:
    return sum(1 << hint for hint, pattern in patterns.items() if pattern.search(text))


def role_hint(role: str) -> int:
    """Return the bit for an ARIA role."""
    hint = _ROLES.get(role.strip().lower())
    return 0 if hint is None else 1 << hint


_EDITS = frozenset({"ins", "del"})
"""Elements whose time is that of a change in them."""
TELLING = 1 << Hint.AUTHOR | 1 << Hint.DATE
"""The bits of what names somebody or tells a time."""


def is_marked(tag: str, attributes: Mapping[str, str], bits: int) -> bool:
    """Return whether an element inside a line says that it holds a name or a time."""
    return bool(
        bits & TELLING
        or tag == "time"
        or ("datetime" in attributes and tag not in _EDITS)
        or "itemprop" in attributes
        or ("rel" in attributes and "author" in attributes["rel"])
        or (tag == "a" and names_author_page(attributes))
        # the title of an `abbr` can be a time for machines: it begins with a century
        or (tag == "abbr" and attributes.get("title", "")[:2] in ("19", "20"))
    )
