"""Which element of a NewsML-G2 item means which field; the parser is `newsml_g2.py`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from shared.domain.article import Field
from workers.parsers.wire.newsml_links import gather_links
from workers.parsers.xml_formats.safe import child, children, language, local, text

if TYPE_CHECKING:
    from lxml import etree

    from workers.parsers.claims.evidence import Evidence

_TEXTS: tuple[tuple[str, str, Field, float], ...] = (
    ("itemMeta", "title", Field.HEADLINE, 0.5),
    ("itemMeta", "firstCreated", Field.PUBLISHED, 0.95),
    ("itemMeta", "versionCreated", Field.PUBLISHED, 0.5),
    ("itemMeta", "versionCreated", Field.UPDATED, 1.0),
    ("itemMeta", "embargoed", Field.EMBARGO, 1.0),
    ("contentMeta", "headline", Field.HEADLINE, 1.0),
    ("contentMeta", "contentCreated", Field.PUBLISHED, 0.7),
    ("contentMeta", "contentModified", Field.UPDATED, 0.6),
    ("contentMeta", "by", Field.AUTHOR, 1.0),
    ("contentMeta", "dateline", Field.DATELINE, 1.0),
    ("contentMeta", "slugline", Field.SLUGLINE, 1.0),
    ("contentMeta", "creditline", Field.SOURCE, 0.9),
)
"""Section, element → field, and how far to believe its text."""
_NAMED: tuple[tuple[str, str, Field, float], ...] = (
    ("itemMeta", "provider", Field.SOURCE, 0.75),
    ("contentMeta", "infoSource", Field.SOURCE, 0.8),
    ("rightsInfo", "copyrightHolder", Field.SOURCE, 0.4),
    ("contentMeta", "located", Field.DATELINE, 0.6),
    ("contentMeta", "genre", Field.SECTION, 0.5),
    ("itemMeta", "service", Field.SECTION, 0.3),
    ("itemMeta", "memberOf", Field.SECTION, 0.55),
)
"""The same for elements with a name inside, or a literal, or only a code."""
_SIGN = re.compile(r"[A-Z]{1,4}|[a-z]|\d+")
_KEY = re.compile(r"\S*[\d:]\S*")
"""A literal that is a key of somebody's list: `TT:02000000:LAG`."""
_SHORTER = ("short", "sub", "subheadline", "subheading", "deck", "kicker", "teaser", "sms")
"""Ends of the roles of headlines that stand beside the main one."""
_OTHER = 0.6
_TOPICS = "newsml contentMeta/subject, keyword"
"""The source of both: one list, where a reader looks for what an item is about."""
_DESKS = ("department", "section", "desk")
"""Ends of the names of schemes whose codes say which desk an item is of: `sttdepartment:9`."""
_CODES_TELL = frozenset({"provider", "infoSource"})
"""Where a code alone (`nprov:AFP`) says something to people."""
_EDITORS = ("edit", "redact", "desk")
_AUTHORS = ("author", "report", "writer", "correspond", "journalist", "byline")
_ORGANISATIONS = ("organisation", "organization")
IS_CODE = re.compile(r"[A-Z]{1,4}(?:-[A-Z]{1,4})*|[a-z]{1,4}(?:/[a-z]{1,4})*|[a-z]+[._][a-z]+\d*")
"""Who filed an item, as the desk's system knows him: initials, or a name to log in with."""
_SIGNALS = ("correct", "update", "kill", "withdraw", "retract", "advisory")
"""Signals that tell readers of a version why it came; others are for machines."""


def gather(item: etree._Element, evidence: Evidence) -> None:
    """Add all that the metadata of a `newsItem` claims."""
    evidence.add(Field.GUID, item.get("guid"), "newsml @guid", 1.0)
    evidence.add(Field.VERSION, item.get("version"), "newsml @version", 1.0)
    own = _spoken(item)
    for section, name, field, weight in _TEXTS:
        for element in children(child(item, section), name):
            less = _aside(element, own) if field is Field.HEADLINE else 1.0
            evidence.add(field, text(element), f"newsml {section}/{name}", weight * less)
    for section, name, field, weight in _NAMED:
        for element in children(child(item, section), name):
            source = f"newsml {section}/{name}"
            named = name_of(element)
            evidence.add(field, named, source, weight)
            if not named and name in _CODES_TELL:
                told = code(element).rpartition(":")[2]
                evidence.add(field, told, f"{source}/@qcode", weight - 0.3)
    for status in children(child(item, "itemMeta"), "pubStatus"):
        evidence.add(Field.PUB_STATUS, code(status), "newsml itemMeta/pubStatus", 1.0)
    for link in children(child(item, "itemMeta"), "link"):
        if link.get("rel", "").rpartition(":")[2] == "canonical":
            evidence.add(Field.URL, link.get("href"), "newsml itemMeta/link", 0.9)
    _topics(item, evidence)
    gather_links(child(item, "itemMeta"), evidence)
    _languages(item, evidence)
    _persons(item, evidence)


def _topics(item: etree._Element, evidence: Evidence) -> None:
    """Add the keywords and the subjects by their names; of a place with its address the name."""
    for element in children(child(item, "contentMeta"), "keyword", "subject"):
        named = text(element) if local(element) == "keyword" else name_of(element)
        if local(element) == "subject" and _is_sign(element, named):
            continue
        if code(element).partition(":")[0].casefold().endswith(_DESKS):
            evidence.add(Field.SECTION, named, "newsml contentMeta/subject", 0.6)
        place = element.get("type", "").endswith(":poi")
        evidence.add(Field.KEYWORD, named.partition(",")[0] if place else named, _TOPICS, 0.9)


def notes_of(item: etree._Element) -> tuple[str, ...]:
    """Return what editors say of a version: its signals and notes."""
    meta = child(item, "itemMeta")
    signals = (code(one).rpartition(":")[2].rpartition("/")[2] for one in children(meta, "signal"))
    told = [f"signal: {word}" for word in signals if word.lower().startswith(_SIGNALS)]
    told += [f"edNote: {_on_one_line(one)[:300]}" for one in children(meta, "edNote") if text(one)]
    return tuple(told)


def _on_one_line(note: etree._Element) -> str:
    """Return the text of a note: the parts of one in markup stand apart."""
    return " ".join(part for one in note.itertext() if (part := " ".join(str(one).split())))


def name_of(element: etree._Element) -> str:
    """Return the name of a thing in its item's language, or its literal; empty for a bare code."""
    names = [one for one in children(element, "name") if text(one) and not one.get("role")]
    names = names or [one for one in children(element, "name") if text(one)]
    spoken = language(element).partition("-")[0]
    own = [one for one in names if language(one).partition("-")[0] == spoken]
    chosen = next(iter(own or names), None)
    if chosen is not None:
        return text(chosen)
    # beside a code a literal is one more
    return "" if element.get("qcode") or element.get("uri") else element.get("literal") or ""


def code(element: etree._Element) -> str:
    """Return the code that an element bears: `stat:canceled`, or the end of its URI."""
    return element.get("qcode") or element.get("uri") or element.get("literal") or ""


def _is_organisation(party: etree._Element) -> bool:
    """Return whether a party says, by its type or by the details that it has, that it is none."""
    typed = any(word in party.get("type", "") for word in _ORGANISATIONS)
    return typed or code(party).startswith("web:") or bool(children(party, "organisationDetails"))


def _spoken(item: etree._Element) -> str:
    """Return the language of an item's text; empty where it says none."""
    told = child(item, "contentMeta", "language")
    return (told.get("tag") if told is not None else None) or language(item)


def _aside(headline: etree._Element, own: str) -> float:
    """Return what is left of the belief in a headline in another language, or for a small place."""
    other = own and _base(language(headline) or own) != _base(own)
    short = headline.get("role", "").casefold().endswith(_SHORTER)
    return (_OTHER if other else 1.0) * (_OTHER if short else 1.0)


def _base(tag: str) -> str:
    return tag.partition("-")[0].casefold()


def _is_sign(element: etree._Element, named: str) -> bool:
    """Return whether a subject is the desk's sign for a category, which says nothing to people."""
    if children(element, "name"):
        again = named == code(element).rpartition(":")[2]
        return bool(_SIGN.fullmatch(named)) and (again or len(named) == 1)
    return bool(_SIGN.fullmatch(named) or _KEY.fullmatch(named))


def _languages(item: etree._Element, evidence: Evidence) -> None:
    for spoken in children(child(item, "contentMeta"), "language"):
        evidence.add(Field.LANGUAGE, spoken.get("tag"), "newsml contentMeta/language", 0.95)
    evidence.add(Field.LANGUAGE, language(item), "xml:lang", 0.7)


def _persons(item: etree._Element, evidence: Evidence) -> None:
    """Add creators and contributors by their roles: who only drew or translated is no author."""
    meta = child(item, "contentMeta")
    known = evidence.values(Field.SOURCE)  # an agency that signs for itself is no person
    known += [host for name in known if (host := name.partition(".")[0]) != name]
    for person in children(meta, "creator", "contributor"):
        name, role = name_of(person), person.get("role", "").lower()
        if IS_CODE.fullmatch(name):
            continue
        creator = person.tag.endswith("creator")
        source = f"newsml contentMeta/{'creator' if creator else 'contributor'}"
        if any(word in role for word in _EDITORS):
            evidence.add(Field.EDITOR, name, f"{source} (editor)", 0.9)
        elif name in known or _is_organisation(person):
            evidence.add(Field.SOURCE, name, source, 0.6)
        elif any(word in role for word in _AUTHORS):
            evidence.add(Field.AUTHOR, name, source, 0.9)
        elif creator and not role:
            evidence.add(Field.AUTHOR, name, source, 0.8)
