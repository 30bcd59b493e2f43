"""What deduplication keeps of an article: a pure function of its headline and its body."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from shared.domain.article import PubStatus
from shared.domain.notice import Notice
from shared.domain.story import Fingerprint
from workers.dedup.candidates import keys_of
from workers.dedup.features import pack
from workers.dedup.hashing import digest, digest_of, hashed
from workers.dedup.marks import marked, reissue_of
from workers.dedup.notices import headline_hash, notice_of
from workers.dedup.titles import pack_title
from workers.dedup.tokens import tokens_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shared.domain.article import Article
_SHORT = 20
"""Tokens below which a body (`See video.`) says too little to identify a text by itself."""
_END = "\x1e"
"""Stands between body and headline where both count as the text; no token is like it."""


def fingerprint(article: Article) -> Fingerprint:
    """Return the fingerprint of an article."""
    print_ = fingerprint_text(article.headline, article.body, article.language)
    if article.pub_status is PubStatus.CANCELED and print_.notice is None:
        print_ = replace(print_, notice=_nameless_kill(article, print_))
    if not article.slugline and not article.notes:
        return print_
    return replace(print_, reissue=reissue_of(article.headline, article.slugline, article.notes))


def _nameless_kill(article: Article, print_: Fingerprint) -> Notice | None:
    """Return what a kill without an id and an address speaks of: its own headline."""
    if article.guid or article.url or print_.headline is None:
        return None
    return Notice(print_.headline)


def fingerprint_text(headline: str, body: Sequence[str], language: str | None) -> Fingerprint:  # noqa: ARG001 - part of the contract; the text itself says what its script needs
    """
    Return the fingerprint of a headline and paragraphs.

    The language is taken no notice of: two copies of one text must not differ because one of them
    came with a wrong tag.
    """
    known = marked(headline)
    title, tokens = tokens_of(known.headline), tokens_of("\n".join(body))
    # a mark that announces a version is part of what it says; one of a repeat is not
    said = tokens_of(headline) if known.reissue else title
    alone = hashed(tokens)
    notice = notice_of(headline, body)
    # two notices in the words of one form are not one text
    short = len(tokens) < _SHORT or notice is not None
    text = hashed([*tokens, _END, *said]) if short else alone
    return Fingerprint(
        text_hash=text.digest,
        content_hash=digest(alone.digest, digest_of(said)),
        keys=keys_of(text.hashes),
        features=pack(text, body=len(tokens) if short else 0),
        title=pack_title(title),
        length=len(tokens),
        reissue=known.reissue,
        headline=headline_hash(title),
        notice=notice,
    )
