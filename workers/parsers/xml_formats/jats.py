"""
JATS and the NLM's article: journals of research; <https://jats.nlm.nih.gov/>.

A text without a body is read by its abstract, and says so.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from lxml import etree

from shared.domain.article import Field, RawItem
from shared.errors import Reason, Rejected
from workers.parsers.base import SUMMARY_ALONE
from workers.parsers.claims.evidence import Evidence
from workers.parsers.paragraphs.markup import without_headline
from workers.parsers.xml_formats.days import day_of
from workers.parsers.xml_formats.pieces import by_place, opened
from workers.parsers.xml_formats.prose import Vocabulary, prose, title_of
from workers.parsers.xml_formats.safe import child, children, is_marked, language, local, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workers.parsers.base import ParseContext, Parsed, RawFile

_ROOTS: Final = ("article", "pmc-articleset")
_SIGNS: Final = (b"<article-meta", b"//NLM//DTD J", b"//NLM//DTD Journal")
_SEEN: Final = 16 * 1024
_WORDS: Final = Vocabulary(
    blocks=frozenset(
        {"p", "title", "sec", "list-item", "disp-quote", "verse-line", "def", "term", "attrib",
         "boxed-text", "speech", "speaker", "statement", "preformat", "table", "td", "th",
         "list", "abstract"}
    ),
    rows=frozenset({"tr"}),
    left_out=frozenset(
        {"fig", "fig-group", "graphic", "media", "label", "fn", "fn-group", "ref-list", "object-id",
         "disp-formula", "inline-formula", "supplementary-material", "table-wrap-foot", "caption",
         "tex-math", "alternatives"}
    ),
    breaks=frozenset({"break"}),
)  # fmt: skip
_TITLE: Final = replace(_WORDS, left_out=_WORDS.left_out | {"xref"})
"""A title's reference is the mark of a note."""
_DAYS: Final = ("epub", "pub", "ppub", "collection")
"""Kinds of dates of publication, the surest first."""


class Jats:
    """Reads the articles of journals."""

    name = "jats"
    version = 3
    opens = b"<"

    def score(self, file: RawFile) -> float:
        """Return .98 for the first tag of an article with the signs of JATS below it."""
        return 0.98 if is_marked(file, _ROOTS, _SIGNS, _SEEN) else 0.0

    def parse(self, file: RawFile, context: ParseContext) -> Iterator[Parsed]:
        """Yield each article, named by its place where there are several."""
        root, notes = opened(file, context, *_ROOTS)
        articles = [root] if local(root) == "article" else children(root, "article")
        if len(articles) == 1:
            yield _item(articles[0], "", notes)
        else:
            yield from by_place(articles, partial(_item, notes=notes))


def _item(article: etree._Element, place: str, notes: tuple[str, ...]) -> RawItem:
    evidence = Evidence()
    meta = child(article, "front", "article-meta")
    _gather(article, meta, evidence)
    headline = next(iter(evidence.values(Field.HEADLINE)), None)
    body = prose([child(article, "body")], _WORDS)
    source = "jats body"
    if not body:
        body, source = prose([child(meta, "abstract")], _WORDS), "jats abstract"
        notes = (*notes, SUMMARY_ALONE)
    body = without_headline(body, headline)
    if not body:
        raise Rejected(Reason.NO_ARTICLE, "the article has neither a body nor an abstract")
    claims = evidence.ordered()
    return RawItem(body=body, body_source=source, claims=claims, item=place, notes=notes)


def _gather(article: etree._Element, meta: etree._Element | None, evidence: Evidence) -> None:
    journal = child(article, "front", "journal-meta")
    for path in (("journal-title-group", "journal-title"), ("journal-title",)):
        evidence.add(Field.SOURCE, text(child(journal, *path)), "jats journal-title", 0.9)
    publisher = child(journal, "publisher", "publisher-name")
    evidence.add(Field.SOURCE, text(publisher), "jats publisher-name", 0.5)
    title = child(meta, "title-group", "article-title")
    evidence.add(Field.HEADLINE, title_of(title, _TITLE), "jats article-title", 0.9)
    evidence.add(Field.LANGUAGE, language(article), "xml:lang", 0.8)
    for one in sorted(
        children(meta, "article-id"), key=lambda one: one.get("pub-id-type") != "doi"
    ):
        evidence.add(Field.GUID, text(one), "jats article-id", 0.8)
    for one in children(meta, "self-uri"):
        evidence.add(Field.URL, one.get("{http://www.w3.org/1999/xlink}href"), "jats self-uri", 0.8)
    for group in children(meta, "contrib-group"):
        for person in children(group, "contrib"):
            _person(person, evidence)
    words = (text(one) for group in children(meta, "kwd-group") for one in children(group, "kwd"))
    evidence.every(Field.KEYWORD, words, "jats kwd", 0.9)
    for group in children(child(meta, "article-categories"), "subj-group")[:1]:
        evidence.add(Field.SECTION, text(child(group, "subject")), "jats subject", 0.8)
    for one in sorted(children(meta, "pub-date"), key=_rank):
        evidence.add(Field.PUBLISHED, _day(one), "jats pub-date", 0.9)


def _person(person: etree._Element, evidence: Evidence) -> None:
    kind = person.get("contrib-type", "author")
    name = Field.EDITOR if "editor" in kind else Field.AUTHOR
    told = next((one for one in person.iter(etree.Element) if local(one) == "name"), None)
    parts = (text(child(told, "given-names")), text(child(told, "surname")))
    other = next((one for one in person if local(one) in {"string-name", "collab"}), None)
    evidence.add(name, " ".join(filter(None, parts)) or text(other), "jats contrib", 0.9)


def _rank(moment: etree._Element) -> int:
    kind = moment.get("pub-type") or moment.get("date-type") or ""
    return _DAYS.index(kind) if kind in _DAYS else len(_DAYS)


def _day(moment: etree._Element) -> str:
    return moment.get("iso-8601-date") or day_of(moment, ("year", "month", "day"))
