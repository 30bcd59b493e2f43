"""The one section that an article is filed under, out of what systems write in its place."""

from __future__ import annotations

import re

from workers.normalise.publishers import knows_host
from workers.words.letters import letters

_PATH = re.compile(r"/(?:[\w-]+/)*[\w-]+/?")
_TIGHT = re.compile(r"(?<=[^\s\d]),(?=[^\s\d])")
"""A comma as programs write it between categories: `Fashion,Beauty`."""
_COMMA = re.compile(r"\s*,\s*")
_MANY = 3
"""Names between commas that are a list; two can be one name: `Food, Health`."""
_AND = re.compile(r"(?:^|\s)(?:and|und|et|y|e|og|och|en|i|&)\s", re.IGNORECASE)
_DATA = re.compile(r"[{}\[\]<>]")
"""Signs of data or markup."""
_LONGEST = 80
"""Characters; what is longer is a sentence."""
_NONE = frozenset(
    {"uncategorized", "uncategorised", "unkategorisiert", "nicht kategorisiert", "ohne kategorie"}
    | {"non classé", "non classifié", "sin categoría", "sin categoria", "sense categoria"}
    | {"senza categoria", "sem categoria", "geen categorie", "bez kategorii", "без рубрики"}
    | {"без категорії", "未分类", "未分類", "미분류", "ikke kategoriseret", "ukategorisert"}
    | {"okategoriserade", "kategorilenmemiş", "nezařazené", "nezaradené", "kategorizálatlan"}
    | {"home", "homepage", "home page", "startseite", "accueil", "portada", "inicio", "index"}
    | {
        "acasă",
        "ana sayfa",
        "anasayfa",
        "ballina",
        "beranda",
        "domov",
        "domů",
        "etusivu",
        "forside",
    }
    | {"hjem", "hem", "naslovna", "početna", "strona główna", "trang chủ", "главная", "головна"}
    | {"начало", "αρχική", "الرئيسية", "首页", "首頁", "ホーム", "홈"}
    | {"übersicht", "übersichtsseite", "overview", "top"}
    | {"meldung", "nachricht", "pääjuttu", "main story", "news item", "article (news)", "current"}
    | {"article", "articles", "artikel", "beitrag", "post", "page", "webpage", "newsarticle"}
)
"""What stands where nobody chose a section, and kinds of pages."""
_PLACES = frozenset(
    {"featured", "feature", "highlight", "highlights", "slider", "destacado", "destacados"}
    | {"à la une", "une", "a la une", "headline", "headlines", "top news", "top-news", "topnews"}
    | {"top thema", "top-thema", "topthema", "top story", "top stories", "breaking news"}
)
"""Where a site shows an article, in a list of its sections."""


def section(text: str) -> str:
    """
    Return the section of a cleaned text: a path's last folder, a list's first name.

    Empty for a default (`Uncategorized`), the kind of the page, a year, and for a whole sentence.
    """
    name = _first(text)
    return name if len(name) <= _LONGEST and _DATA.search(name) is None else ""


def is_site(name: str, source: str | None, host: str) -> bool:
    """
    Return whether a section is the site itself: its name, `harbour.example`.

    A source that the host does not know may be the section itself, out of the title.
    """
    told = letters(name)
    if told == letters(host.removeprefix("www.")):
        return True
    return source is not None and told == letters(source) and (not host or knows_host(source, host))


def _first(text: str) -> str:
    """Return the first of several sections in one text; `Arts, Culture and Media` is one."""
    text = text.partition(";")[0].rstrip() or text
    parts = [part for part in _COMMA.split(text) if part]
    listed = len(parts) >= _MANY and not _AND.search(parts[-1])
    if not listed and text.rstrip()[-1:] != ",":
        parts = [part.strip(" ,") for part in _TIGHT.split(text)]
    parts = [part for part in map(_folder, parts) if part]
    known = [part for part in parts if part.casefold() not in _NONE and not part.isdigit()]
    own = [part for part in known if part.casefold() not in _PLACES]
    return next(iter(own or known), "")


def _folder(part: str) -> str:
    """Return the last folder of a path as words; what is no path as it is."""
    if _PATH.fullmatch(part) is None:
        return part
    return " ".join(part.strip("/").rpartition("/")[2].replace("_", " ").replace("-", " ").split())
