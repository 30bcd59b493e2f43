"""
PubMed's lists of articles: what the NLM gives of each, which is its abstract.

Source: <https://dtd.nlm.nih.gov/ncbi/pubmed/doc/out/190101/index.html>. Other than in JATS the
titles of elements begin in capitals, and the text of an abstract stands in parts with labels.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from shared.domain.article import Field, RawItem
from shared.errors import Reason, Rejected
from workers.parsers.base import SUMMARY_ALONE
from workers.parsers.claims.evidence import Evidence
from workers.parsers.xml_formats.days import day_of
from workers.parsers.xml_formats.pieces import by_place, opened
from workers.parsers.xml_formats.safe import child, children, local, root_of, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from workers.parsers.base import ParseContext, Parsed, RawFile

_ROOTS: Final = ("PubmedArticleSet", "PubmedArticle")
_DAY: Final = ("Year", "Month", "Day")


class Pubmed:
    """Reads each article of a list by its abstract."""

    name = "pubmed"
    version = 1
    opens = b"<"

    def score(self, file: RawFile) -> float:
        """Return .98 for the first tag of a list or of an article of PubMed."""
        root = root_of(file)
        return 0.98 if root is not None and root.name in _ROOTS else 0.0

    def parse(self, file: RawFile, context: ParseContext) -> Iterator[Parsed]:
        """Yield each article, named by its place where there are several."""
        root, notes = opened(file, context, *_ROOTS)
        articles = [root] if local(root) == _ROOTS[1] else children(root, _ROOTS[1])
        if len(articles) == 1:
            yield _item(articles[0], "", notes)
        else:
            yield from by_place(articles, partial(_item, notes=notes))


def _item(pubmed: etree._Element, place: str, notes: tuple[str, ...]) -> RawItem:
    citation = child(pubmed, "MedlineCitation")
    article = child(citation, "Article")
    abstract = child(article, "Abstract")
    parts = children(abstract, "AbstractText") if abstract is not None else ()
    body = tuple(filter(None, map(_paragraph, parts)))
    if not body:
        raise Rejected(Reason.NO_ARTICLE, "the list has no abstract of the article")
    evidence = Evidence()
    _gather(citation, article, evidence)
    return RawItem(
        body=body,
        body_source="pubmed abstract",
        claims=evidence.ordered(),
        item=place,
        notes=(*notes, SUMMARY_ALONE),
    )


def _paragraph(part: etree._Element) -> str:
    """Return a part of an abstract behind its label: `RESULTS: …`."""
    told, label = text(part), part.get("Label", "")
    return f"{label}: {told}" if told and label and label != "UNLABELLED" else told


def _gather(
    citation: etree._Element | None, article: etree._Element | None, evidence: Evidence
) -> None:
    journal = child(article, "Journal")
    title = text(child(article, "ArticleTitle")).removesuffix(".")
    if title.startswith("[") and title.endswith("]"):  # it was translated
        title = title[1:-1].removesuffix(".")
    evidence.add(Field.HEADLINE, title, "pubmed ArticleTitle", 0.9)
    evidence.add(Field.SOURCE, text(child(journal, "Title")), "pubmed Title", 0.9)
    evidence.add(Field.GUID, text(child(citation, "PMID")), "pubmed PMID", 0.8)
    evidence.add(Field.LANGUAGE, text(child(article, "Language")), "pubmed Language", 0.7)
    for person in children(child(article, "AuthorList"), "Author"):
        parts = (text(child(person, name)) for name in ("ForeName", "LastName", "Suffix"))
        told = " ".join(filter(None, parts)) or text(child(person, "CollectiveName"))
        evidence.add(Field.AUTHOR, told, "pubmed Author", 0.9)
    words = children(child(citation, "KeywordList"), "Keyword")
    evidence.every(Field.KEYWORD, map(text, words), "pubmed Keyword", 0.9)
    for path, weight in ((("ArticleDate",), 0.9), (("Journal", "JournalIssue", "PubDate"), 0.8)):
        day = day_of(child(article, *path), _DAY)
        evidence.add(Field.PUBLISHED, day, f"pubmed {path[-1]}", weight)
