"""What deduplication keeps of an article: a pure function of its headline and its body."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.domain.story import Fingerprint
from workers.dedup.candidates import keys_of
from workers.dedup.features import pack
from workers.dedup.hashing import digest, digest_of, hashed
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
    return fingerprint_text(article.headline, article.body, article.language)


def fingerprint_text(headline: str, body: Sequence[str], language: str | None) -> Fingerprint:  # noqa: ARG001 - part of the contract; the text itself says what its script needs
    """
    Return the fingerprint of a headline and paragraphs.

    The language is taken no notice of: two copies of one text must not differ because one of them
    came with a wrong tag.
    """
    title, tokens = tokens_of(headline), tokens_of("\n".join(body))
    alone = hashed(tokens)
    short = len(tokens) < _SHORT
    text = hashed([*tokens, _END, *title]) if short else alone
    return Fingerprint(
        text_hash=text.digest,
        content_hash=digest(alone.digest, digest_of(title)),
        keys=keys_of(text.hashes),
        features=pack(text, body=len(tokens) if short else 0),
        title=pack_title(title),
        length=len(tokens),
    )
