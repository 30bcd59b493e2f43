"""What deduplication keeps of an article: a pure function of its headline and its body."""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate, chain, pairwise
from typing import TYPE_CHECKING

from shared.domain.article import PubStatus
from shared.domain.notice import Notice
from shared.domain.story import Fingerprint
from shared.domain.values import dataclass
from workers.dedup.marks.desk_notes import told_in
from workers.dedup.marks.headlines import marked, most_of, reissue_of
from workers.dedup.marks.notices import headline_hash, notice_of
from workers.dedup.marks.round_ups import gathers
from workers.dedup.texts.candidates import keys_of_each
from workers.dedup.texts.features import cut, pack
from workers.dedup.texts.hashing import Encoded, digest, digest_of, hashed
from workers.dedup.texts.sounds import sounds_of
from workers.dedup.texts.spellings import as_spelled_in
from workers.dedup.texts.titles import carrying, pack_title
from workers.dedup.texts.tokens import encoded_tokens, tokens_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shared.domain.article import Article
    from shared.domain.reissue import Reissue
    from workers.dedup.marks.headlines import Marked

_SHORT = 20
"""Tokens below which a body (`See video.`) says too little to identify a text by itself."""
_END = "\x1e"
"""Stands between body and headline where both count as the text; no token is like it."""


def fingerprint(article: Article) -> Fingerprint:
    """Return the fingerprint of an article."""
    return fingerprints([article])[0]


def fingerprints(articles: Sequence[Article]) -> list[Fingerprint]:
    """Return the fingerprint of each article: the same as alone, and for less."""
    said = [_Words.of(each.headline, each.body) for each in articles]
    return list(map(_with_standing, _made(said), said, articles))


@dataclass(frozen=True, slots=True)
class _Words:
    """What is hashed of an article, and what its headline and its form say."""

    known: Marked
    title: list[str]
    """The headline's tokens, without its marks."""
    carrying: list[str]
    """Those of them that are stored."""
    said: list[str]
    """The headline's tokens with a mark that announces a version, which is part of what it says."""
    body: Encoded
    reissue: Reissue | None
    """What its marks and notes say of its coming again."""
    notice: Notice | None

    @classmethod
    def of(cls, headline: str, body: Sequence[str]) -> _Words:
        known, text = marked(headline), "\n".join(body)
        title = tokens_of(known.headline)
        # a mark of a repeat is no part of it
        said = tokens_of(headline) if known.reissue else title
        return cls(
            known=known,
            title=title,
            carrying=carrying(as_spelled_in(text, title)),
            said=as_spelled_in(text, said),
            body=encoded_tokens(text),
            reissue=most_of(known.reissue, told_in(body)),
            notice=notice_of(headline, body),
        )

    @property
    def is_short(self) -> bool:
        """Whether the headline counts as text: two kills in one form differ by nothing else."""
        killing = self.notice is not None and not self.notice.replaces
        return killing or len(self.body.tokens) < _SHORT

    @property
    def text(self) -> Encoded:
        """The tokens that identify the text."""
        if not self.is_short:
            return self.body
        behind = Encoded.of([_END, *self.said])
        joined = [self.body.joined, behind.joined] if self.body.tokens else [behind.joined]
        return Encoded(self.body.tokens + behind.tokens, b"\n".join(joined))


def _made(said: Sequence[_Words]) -> list[Fingerprint]:
    """Return the fingerprints of articles, hashed one after the other in one go."""
    texts = [each.text for each in said]
    titles = [Encoded.of(each.carrying) for each in said]
    lengths = [len(text.tokens) for text in texts]
    tokens = hashed([*texts, *titles])
    cuts = cut(tokens)
    ends = accumulate((len(each.tokens) for each in chain(texts, titles)), initial=0)
    packed = [cuts[2 * start : 2 * end] for start, end in pairwise(ends)]
    keys = keys_of_each(tokens.hashes[: sum(lengths)], lengths)
    parts = zip(texts, keys, packed, packed[len(texts) :], strict=False)
    return [_print(words, *part) for words, part in zip(said, parts, strict=True)]


def _print(
    words: _Words, text: Encoded, keys: tuple[int, ...], features: bytes, title: bytes
) -> Fingerprint:
    """Put a fingerprint together, of tokens that were cut to two bytes each."""
    alone, length = words.body.digest, len(words.body.tokens)
    short = text is not words.body
    return Fingerprint(
        text_hash=text.digest if short else alone,
        content_hash=digest(alone, digest_of(words.said)),
        keys=keys,
        # a kill of more words is compared with nothing
        features=pack(features, body=length if short and length < _SHORT else 0),
        title=pack_title(
            title,
            sounds_of(words.known.headline, words.carrying),
            gathers=gathers(words.known.headline),
        ),
        length=length,
        reissue=words.reissue,
        headline=headline_hash(words.title),
        notice=words.notice,
    )


def _with_standing(print_: Fingerprint, words: _Words, article: Article) -> Fingerprint:
    """Add what an article says beside its text: that it is killed, that it comes again."""
    if article.pub_status is PubStatus.CANCELED and print_.notice is None:
        print_ = replace(print_, notice=_nameless_kill(article, print_))
    if not article.slugline and not article.notes:
        return print_
    reissue = reissue_of(words.reissue, article.slugline, article.notes)
    return print_ if reissue == print_.reissue else replace(print_, reissue=reissue)


def _nameless_kill(article: Article, print_: Fingerprint) -> Notice | None:
    """Return what a kill without an id and an address speaks of: its own headline."""
    if article.guid or article.url or print_.headline is None:
        return None
    return Notice(print_.headline)
