"""DITA: topics, concepts, tasks and references; <https://docs.oasis-open.org/dita/>."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from lxml import etree

from shared.domain.article import Field, RawItem
from shared.errors import Reason, Rejected
from workers.parsers.claims.evidence import Evidence
from workers.parsers.paragraphs.markup import without_headline
from workers.parsers.xml_formats.pieces import by_place, opened
from workers.parsers.xml_formats.prose import Vocabulary, prose, title_of
from workers.parsers.xml_formats.safe import child, children, is_marked, language, local, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workers.parsers.base import ParseContext, Parsed, RawFile

_TOPICS: Final = frozenset({"topic", "concept", "task", "reference", "glossentry"})
_ROOTS: Final = ("topic", "concept", "task", "reference", "glossentry", "dita")
_SIGNS: Final = (b"//DTD DITA", b"ditaarch", b"<conbody", b"<taskbody", b"<refbody", b"<shortdesc")
_SEEN: Final = 8192
_WORDS: Final = Vocabulary(
    blocks=frozenset(
        {"p", "title", "shortdesc", "li", "sli", "dt", "dd", "lq", "note", "section", "example",
         "cmd", "info", "stepresult", "steps", "step", "context", "result", "prereq", "postreq",
         "lines", "table", "entry", "stentry", "simpletable", "body",
         "abstract", "glossterm", "glossdef", *_TOPICS}
    ),
    rows=frozenset({"row", "strow", "sthead"}),
    left_out=frozenset(
        {"prolog", "related-links", "fn", "fig", "image", "object", "indexterm", "codeblock",
         "screen", "msgblock", "draft-comment", "required-cleanup", "titlealts", "data", "foreign"}
    ),
)  # fmt: skip


class Dita:
    """Reads a topic with those inside it, or each topic of a file of several."""

    name = "dita"
    version = 2
    opens = b"<"

    def score(self, file: RawFile) -> float:
        """Return .98 for a topic's first tag with a sign of DITA near it."""
        return 0.98 if is_marked(file, _ROOTS, _SIGNS, _SEEN) else 0.0

    def parse(self, file: RawFile, context: ParseContext) -> Iterator[Parsed]:
        """Yield each topic, named by its place where there are several."""
        root, notes = opened(file, context, *_ROOTS)
        if local(root) != "dita":
            yield _item(root, "", notes)
            return
        yield from by_place(children(root, *_TOPICS), partial(_item, notes=notes))


def _item(topic: etree._Element, place: str, notes: tuple[str, ...]) -> RawItem:
    evidence = Evidence()
    headline = title_of(child(topic, "title"), _WORDS)
    evidence.add(Field.HEADLINE, headline, "dita title", 0.9)
    evidence.add(Field.LANGUAGE, language(topic), "xml:lang", 0.8)
    _prolog(child(topic, "prolog"), evidence)
    body = without_headline(prose([topic], _WORDS), headline)
    if not body or body == (headline,):
        raise Rejected(Reason.NO_ARTICLE, "there is no paragraph in the topic")
    claims = evidence.ordered()
    return RawItem(body=body, body_source="dita", claims=claims, item=place, notes=notes)


def _prolog(prolog: etree._Element | None, evidence: Evidence) -> None:
    for one in children(prolog, "author"):
        evidence.add(Field.AUTHOR, text(one), "dita author", 0.9)
    evidence.add(Field.SOURCE, text(child(prolog, "publisher")), "dita publisher", 0.8)
    days = child(prolog, "critdates")
    for one in children(days, "created"):
        evidence.add(Field.PUBLISHED, one.get("date"), "dita created", 0.8)
    for one in children(days, "revised"):
        evidence.add(Field.UPDATED, one.get("modified"), "dita revised", 0.8)
    found = prolog.iter(etree.Element) if prolog is not None else ()
    words = (text(one) for one in found if local(one) == "keyword")
    evidence.every(Field.KEYWORD, words, "dita keyword", 0.9)
