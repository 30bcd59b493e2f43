"""RawItem to Article: every field cleaned, the best-supported claim believed, the rest kept."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from shared.domain.article import Article, Claim, Field, Provenance
from shared.domain.values import dataclass
from shared.errors import Reason, Rejected
from workers.normalise import keywords
from workers.normalise.body import first_sentence, key, tidy
from workers.normalise.claims import fields
from workers.normalise.claims.choosing import DEFAULT, Choosing, Profile
from workers.normalise.claims.embargoes import free_from
from workers.normalise.claims.evidence import Candidate, provenance, weigh
from workers.normalise.encodable import encodable
from workers.normalise.headlines import clean_headline
from workers.normalise.languages.language import choose, of_place
from workers.normalise.publishers import is_named, publisher, repeats
from workers.normalise.sections import is_site
from workers.normalise.text import paragraphs, was_mended
from workers.normalise.urls import host_of
from workers.words.mending import MENDED

if TYPE_CHECKING:
    from datetime import datetime

    from shared.domain.article import RawItem

FIRST_SENTENCE = "first sentence"
"""The source of a headline that no place gave."""
_SIGNS = re.compile(r"\A[\W_]+|[\W_]+\Z")
"""Signs at the ends: of `€ | The Harbour` nothing else is left beside the publisher's name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Text:
    """The fields that are chosen together."""

    raw: tuple[str, ...]
    """The clean paragraphs that were read."""
    headline: str
    body: tuple[str, ...]
    authors: tuple[str, ...]
    source: str | None
    dateline: str | None
    url: str | None
    language: str | None
    writing: str | None
    """The language as it is written where the page is from: for the order of day and month."""


def normalise(
    item: RawItem, profile: Profile, *, now: datetime, modified_at: datetime | None = None
) -> Article:
    """
    Return the article of an item; `Rejected` (`no_article`) where no paragraph is left.

    `now` is aware UTC: what lies after it is said to be in the future. `modified_at`, the file's
    time, is no publication time: it is only told where none is stated.
    """
    item = encodable(item)
    raw = paragraphs(item.body)
    if not raw:
        raise Rejected(
            Reason.NO_ARTICLE, "no text is left after cleaning: there is no article in it"
        )
    reading = Choosing(item, profile, now)
    text = _text(reading, raw)
    published_at = reading.time(Field.PUBLISHED, text.writing)
    if published_at is None and modified_at is not None:
        reading.provenance[Field.PUBLISHED] = Provenance(
            source="none", assumed=f"no time is stated; the file is of {modified_at.isoformat()}"
        )
    reading.provenance[Field.BODY] = Provenance(source=item.body_source)
    return _assembled(reading, text, published_at)


def _text(reading: Choosing, raw: tuple[str, ...]) -> _Text:
    """Choose the fields that decide about each other: who, where, the headline, what is body."""
    url = reading.address()
    host = host_of(url) if url else ""
    dateline = reading.one(Field.DATELINE, fields.dateline)
    source, headline = _named(reading, raw, host, dateline)
    authors = reading.authors(source, host)
    body = tidy(raw, headline, authors, dateline)
    language = _language(reading, body)
    return _Text(
        raw=raw,
        headline=headline,
        body=body,
        authors=authors,
        source=source,
        dateline=dateline,
        url=url,
        language=language,
        writing=of_place(language, host, reading.profile.zone) if language else None,
    )


def _assembled(reading: Choosing, text: _Text, published_at: datetime | None) -> Article:
    """Choose the rest and put the article together."""
    embargoed_until, pub_status = free_from(reading, text.writing)
    return Article(
        headline=text.headline,
        body=text.body,
        provider=reading.profile.provider,
        authors=text.authors,
        editors=_editors(reading, text.authors),
        source=text.source,
        published_at=published_at,
        updated_at=_updated_at(reading, text.writing, published_at),
        embargoed_until=embargoed_until,
        language=text.language,
        url=text.url,
        guid=reading.one(Field.GUID, fields.guid),
        version=_version(reading),
        pub_status=pub_status,
        dateline=text.dateline,
        slugline=reading.one(Field.SLUGLINE, fields.line),
        section=_section(reading, text),
        keywords=reading.many(Field.KEYWORD, keywords.terms),
        item=reading.item.item,
        parser=reading.item.parser,
        notes=_notes(reading.item, text.raw),
        provenance=reading.provenance,
    )


def as_item(article: Article) -> RawItem:
    """Return an article's own fields as claims: to normalise them again changes nothing."""
    return fields.as_item(article)


def _named(
    reading: Choosing, raw: tuple[str, ...], host: str, dateline: str | None
) -> tuple[str | None, str]:
    """Choose the publisher and the headline; a name that is the headline again is no publisher."""
    source = _source(reading, host)
    headline = _headline(reading, raw, source, host, dateline)
    if source and host and repeats(source, headline):
        other = _source(reading, host, headline)
        if other != source:
            return other, _headline(reading, raw, other, host, dateline)
    return source, headline


def _headline(
    reading: Choosing, raw: tuple[str, ...], source: str | None, host: str, dateline: str | None
) -> str:
    """Choose the headline, or take the first sentence."""
    names = [claim.value for claim in reading.claims(Field.SOURCE)] + [source or ""]

    def cleaned(claim: Claim) -> tuple[str, str, None] | None:
        text = clean_headline(claim.value, names, host)
        told = key(text)
        return (text, told, None) if told else None

    chosen = reading.one(Field.HEADLINE, cleaned)
    if chosen is not None:
        return chosen
    reading.provenance[Field.HEADLINE] = Provenance(
        source=FIRST_SENTENCE, assumed="no headline is stated: the first sentence was taken"
    )
    sentence = first_sentence(raw, dateline)
    cut = (clean_headline(each, names, host) for each in (sentence, _SIGNS.sub("", sentence)))
    return next(filter(key, cut), sentence)


def _section(reading: Choosing, text: _Text) -> str | None:
    """Choose the section; some systems repeat the headline there, or the site's name."""
    told = key(text.headline)
    host = host_of(text.url) if text.url else ""

    def cleaned(claim: Claim) -> tuple[str, str, None] | None:
        found = fields.section(claim)
        if found is None or key(found[0]) == told or is_site(found[0], text.source, host):
            return None
        return found

    return reading.one(Field.SECTION, cleaned)


def _language(reading: Choosing, body: tuple[str, ...]) -> str | None:
    """Choose the language: the text's own, in the declared form where the two agree."""
    declared = list(reading.claims(Field.LANGUAGE))
    if reading.profile.language:
        declared.append(Claim(reading.profile.language, DEFAULT, 0.0))
    candidates = weigh(declared, fields.language)
    said = [each.value for each in candidates]
    chosen = choose(" ".join(body), said)
    if chosen is None:
        return None
    if chosen in said:
        candidates.insert(0, candidates.pop(said.index(chosen)))
        reading.provenance[Field.LANGUAGE] = provenance(candidates)
    else:
        own = Candidate(chosen, Claim(chosen, "text"))
        reading.provenance[Field.LANGUAGE] = provenance([own, *candidates])
    return chosen


def _source(reading: Choosing, host: str, headline: str = "") -> str | None:
    """Choose the publisher, or take the one that the profile names, or the address's host."""
    chosen = reading.source(host, headline)
    if chosen is None and reading.profile.source:
        reading.provenance[Field.SOURCE] = Provenance(source=DEFAULT)
        return publisher(reading.profile.source, host)
    if chosen is None and is_named(host):
        reading.provenance[Field.SOURCE] = Provenance(
            source="address", assumed="no publisher is named: the host of the address was taken"
        )
        return publisher(host.removeprefix("www."), host)
    return publisher(chosen, host) if chosen else None


def _updated_at(
    reading: Choosing, language: str | None, published_at: datetime | None
) -> datetime | None:
    """Choose the last change; what was saved before the publication changed nothing published."""
    changed = reading.time(Field.UPDATED, language, published_at)
    if changed is None or published_at is None or changed >= published_at:
        return changed
    reading.provenance[Field.UPDATED] = Provenance(
        source="none", assumed=f"the change of {changed.isoformat()} was before the publication"
    )
    return None


def _editors(reading: Choosing, authors: tuple[str, ...]) -> tuple[str, ...]:
    """Choose the editors, without those who are authors already."""
    editors = reading.many(Field.EDITOR, fields.persons)
    known = {key(name) for name in authors} if editors else set()
    return tuple(name for name in editors if key(name) not in known)


def _version(reading: Choosing) -> int | None:
    """Choose the provider's revision number."""
    chosen = reading.one(Field.VERSION, fields.version)
    return None if chosen is None else int(chosen)


def _notes(item: RawItem, raw: tuple[str, ...]) -> tuple[str, ...]:
    """Return the parser's notes, and one more where text had to be mended."""
    headlines = [claim.value for claim in item.claims.get(Field.HEADLINE, ())]
    cleaned = () if raw == item.body else item.body  # clean text was not mended
    mended = (MENDED,) if was_mended((*cleaned, *headlines)) else ()
    return tuple(dict.fromkeys((*item.notes, *mended)))
