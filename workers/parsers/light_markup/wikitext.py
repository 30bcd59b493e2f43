"""
Wikitext, as MediaWiki keeps it: its paragraphs, without templates, tables, pictures and notes.

A template is a program that only the wiki can run, so what it would print is lost; those that
merely mark words (`{{w|…}}`, `{{lang|fr|…}}`) keep them.
"""

# ruff: noqa: RUF001 - headings in the letters of their language
from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from workers.words.entities import unescaped

if TYPE_CHECKING:
    from collections.abc import Collection

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_CODE = re.compile(
    r"<(/?)(ref|gallery|math|chem|timeline|score|syntaxhighlight|source|imagemap|templatestyles"
    r"|graph|mapframe|maplink|dynamicpagelist)\b[^<>]*?(/?)>",
    re.IGNORECASE,
)
"""The first and the last tag of what is no prose, or the only one."""
_TOKEN = re.compile(
    r"\{\{|\}\}|\[\[|\]\]|^[ \t:]*\{\||^[ \t]*\|\}(?!\})|\[(?=https?://|//|mailto:)|\]",
    re.MULTILINE,
)
_CLOSES = {"}}": "{{", "]]": "[[", "|}": "{|", "]": "["}
_DEEPEST = 40
"""Brackets inside brackets; what lies deeper is text."""
_FIRST = frozenset({"nowrap", "nobr", "small", "quote", "cquote", "blockquote", "abbr", "smallcaps",
                    "big", "ill", "zitat", "citation bloc"})  # fmt: skip
_LAST = frozenset({"w", "wp", "wikipedia", "lang", "langue", "lien"})
"""Templates that print the first, and the last, of what stands between their bars."""
_DATES = frozenset({"date", "byline", "datum", "fecha", "data", "дата"})
"""Templates that tell the day on which Wikinews published."""
_FILE = re.compile(
    r"\.(?:jpe?g|png|gif|svg|tiff?|webp|og[gv]|webm|mp[34]|wav|pdf|djvu)\s*(?:\||\Z)", re.IGNORECASE
)
_OTHER_WIKI = re.compile(r":?[a-z]{2,3}(?:-[a-z]{2,8})?:[^|]*")
_REDIRECT = re.compile(r"\s*#\s*[^\W\d_]{5,30}\s*:?\s*\[\[")
_EMPHASIS = re.compile(r"'{2,5}")
_BREAK = re.compile(r"<br\b[^<>]*>|</?(?:p|div|blockquote|poem|center)\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-z][a-z0-9]*\b[^<>]*/?>", re.IGNORECASE)
_SWITCH = re.compile(r"__[^\W\d_]{3,30}__")
_HEADING = re.compile(r"(={1,6})(.+)\1")
_LISTED = re.compile(r"[*#:;]+\s*")
_RULE = re.compile(r"-{4,}")
_APPARATUS = frozenset(
    heading.strip()
    for heading in """
    sources|source|references|notes|footnotes|external links|see also|further reading
    bibliography|related news|sister links|gallery|quellen|einzelnachweise|weblinks|literatur
    siehe auch|themenverwandte artikel|voir aussi|références|notes et références
    liens externes|bibliographie|fuentes|fuente|referencias|véase también|enlaces externos
    bibliografía|fonti|note|voci correlate|collegamenti esterni|articoli correlati|fontes
    referências|ver também|ligações externas|bronnen|bron|externe links|zie ook|źródła|źródło
    przypisy|linki zewnętrzne|zobacz też|bibliografia|источники|источник|примечания|ссылки
    см. также|литература|джерела|примітки|посилання|див. також|källor|källa|referenser
    externa länkar|se även|kilder|kilde|referanser|kaynaklar|kaynakça|kaynak|dış bağlantılar
    ayrıca bakınız|πηγές|παραπομπές|εξωτερικοί σύνδεσμοι|zdroje|reference|externí odkazy
    související články|lähteet|katso myös|források|jegyzetek|surse|referințe|مصادر|المصادر
    مراجع|المراجع|وصلات خارجية|منابع|پانویس|پیوند به بیرون|מקורות|הערות שוליים
    קישורים חיצוניים|स्रोत|सन्दर्भ|बाहरी कड़ियाँ|来源|參考資料|参考资料|参考文献|來源|外部链接
    外部連結|參見|参见|相关新闻|相關新聞|出典|脚注|関連項目|外部リンク|情報源|관련 기사|출처
    각주|외부 링크|같이 보기
    """.replace("\n", "|").split("|")
)
"""Headings of what stands below an article: where it is from, and where more is to be read."""


@dataclass(slots=True)
class Wikitext:
    """What a page of a wiki says: paragraphs, categories, and days in the templates for them."""

    paragraphs: tuple[str, ...]
    categories: list[str] = field(default_factory=list)
    dates: list[str] = field(default_factory=list)


def is_redirect(text: str) -> bool:
    """Return whether a page only leads to another: `#REDIRECT [[…]]`, in any language."""
    return _REDIRECT.match(text) is not None


def read(text: str, categories: Collection[str] = (), files: Collection[str] = ()) -> Wikitext:
    """Return what a text says; what a wiki calls its categories and files in its own language."""
    found = _Brackets({"category", *map(str.casefold, categories)},
                      {"file", "image", "media", *map(str.casefold, files)})  # fmt: skip
    plain = found.emptied(_without_code(_COMMENT.sub("", text.replace("\r\n", "\n"))))
    plain = _TAG.sub("", _BREAK.sub("\n\n", _EMPHASIS.sub("", _SWITCH.sub("", plain))))
    return Wikitext(tuple(_paragraphs(unescaped(plain))), found.categories, found.dates)


def _without_code(text: str) -> str:
    """Return a text without what stands between tags of code; what never closes opens nothing."""
    tags = list(_CODE.finditer(text))
    closes = {tag[2].casefold(): tag.start() for tag in tags if tag[1]}
    pieces: list[str] = []
    at, inside = 0, ""
    for tag in tags:
        name = tag[2].casefold()
        if not inside:
            pieces.append(text[at : tag.start()])
            at = tag.end()
            opens = not tag[1] and not tag[3] and closes.get(name, -1) >= at
            inside = name if opens else ""
        elif tag[1] and name == inside:
            at, inside = tag.end(), ""
    return "".join([*pieces, text[at:]])


class _Brackets:
    """Takes templates, tables and links out of a text, in one walk."""

    def __init__(self, categories: Collection[str], files: Collection[str]) -> None:
        self.categories: list[str] = []
        self.dates: list[str] = []
        self._categories, self._files = categories, files

    def emptied(self, text: str) -> str:
        pieces: list[str] = []
        opened: list[tuple[str, int]] = []
        at = 0
        for found in _TOKEN.finditer(text):
            pieces.append(text[at : found.start()])
            at = found.end()
            sign = found[0].strip(" \t:")
            opening = _CLOSES.get(sign)
            if opening is None and len(opened) < _DEEPEST:
                opened.append((sign, len(pieces)))
            elif opening is None:
                pieces.append(sign)
            elif any(one == opening for one, _ in opened):
                while opened:
                    one, start = opened.pop()
                    if one == opening:
                        break
                inside = "".join(pieces[start:])
                del pieces[start:]
                pieces.append(self._shown(opening, inside))
            else:
                pieces.append(sign if sign == "]" else "")
        return "".join([*pieces, text[at:]])

    def _shown(self, opening: str, inside: str) -> str:
        """Return what is shown of what stands between two brackets."""
        if opening == "[[":
            return self._link(inside)
        if opening == "[":
            return inside.partition(" ")[2]
        return self._template(inside) if opening == "{{" else ""

    def _link(self, inside: str) -> str:
        target, _, label = inside.partition("|")
        space, colon, name = target.strip().partition(":")
        kind = space.strip().casefold() if colon else ""
        if kind in self._categories:
            self.categories.append(name.strip())
            return ""
        if kind in self._files or (kind and _FILE.search(inside)):
            return ""
        if label:
            return label.rpartition("|")[2]
        elsewhere = _OTHER_WIKI.fullmatch(target) and not target.startswith(":")
        return "" if elsewhere else target.lstrip(":")

    def _template(self, inside: str) -> str:
        """Return the words that a template marks; nothing of one that prints words of its own."""
        name, *rest = (one.strip() for one in inside.split("|"))
        kind = name.casefold()
        plain = [one for one in rest if one and "=" not in one]
        if kind in _DATES:
            named = [one.partition("=")[2].strip() for one in rest if one.startswith("date")]
            self.dates += (named or plain)[:1]
        elif plain and kind in _FIRST:
            return plain[0]
        elif plain and (kind in _LAST or kind.startswith("lang-")):
            return plain[-1]
        return ""


def _paragraphs(text: str) -> list[str]:
    """Return the paragraphs: lines up to a blank one; entries of lists and headings alone."""
    found: list[list[str]] = [[]]
    skipped = 0
    for line in map(str.strip, text.split("\n")):
        heading = _HEADING.fullmatch(line)
        if heading is not None:
            level = len(heading[1])
            title = heading[2].strip()
            if not skipped or level <= skipped:
                skipped = level if title.casefold().rstrip(":") in _APPARATUS else 0
            found += [[] if skipped else [f"\0{title}"], []]
        elif skipped:
            continue
        elif not line or _RULE.match(line):
            found.append([])
        elif (entry := _LISTED.match(line)) is not None:
            found += [[line[entry.end() :]], []]
        else:
            found[-1].append(line)
    told = [" ".join(" ".join(lines).split()) for lines in found]
    return _without_bare_headings([one for one in told if any(map(str.isalnum, one))])


def _without_bare_headings(paragraphs: list[str]) -> list[str]:
    """Return the paragraphs without the headings that nothing is left below."""
    kept: list[str] = []
    for one in reversed(paragraphs):
        if not one.startswith("\0") or (kept and not kept[-1].startswith("\0")):
            kept.append(one)
    return [one.lstrip("\0") for one in reversed(kept)]
