"""What was read: texts and their keys, articles, links, stories, and the feed of changes."""

from __future__ import annotations

from uuid import UUID

import sqlalchemy as sa

from shared.storage.database.column_types import BigId, Json, UtcDateTime
from shared.storage.tables.base import metadata

UNPLACED = UUID(int=0)
"""The story of an article whose place is just being found again by a rebuild."""

texts = sa.Table(
    "texts",
    metadata,
    sa.Column("id", BigId, primary_key=True, autoincrement=False),
    sa.Column(
        "text_hash", sa.LargeBinary(16), nullable=False, comment="found by a key, see texts.py"
    ),
    sa.Column("features", sa.LargeBinary, nullable=False),
)

key_runs = sa.Table(
    "key_runs",
    metadata,
    sa.Column("id", BigId, primary_key=True, autoincrement=False),
    sa.Column("chain", sa.BigInteger, nullable=False, comment="a digest of all runs so far"),
    sa.Column("lap", sa.BigInteger, nullable=False, comment="where the hand was when it came"),
    sa.Column("below", sa.BigInteger, nullable=False),
    sa.Column("keys", sa.LargeBinary, nullable=False, comment="of one batch, and their text ids"),
)

key_pages = sa.Table(
    "key_pages",
    metadata,
    sa.Column("id", BigId, primary_key=True, autoincrement=False, comment="see key_pages.py"),
    sa.Column("keys", sa.LargeBinary, nullable=False, comment="in their order, 8 bytes each"),
    sa.Column("ids", sa.LargeBinary, nullable=False, comment="of the text that has each"),
)

key_moves = sa.Table(
    "key_moves",
    metadata,
    sa.Column("id", BigId, primary_key=True, autoincrement=False, comment="1: there is one row"),
    sa.Column("first", sa.BigInteger, nullable=False, comment="the first run that is there"),
    sa.Column("lap", sa.BigInteger, nullable=False, comment="of the hand that takes the keys"),
    sa.Column("below", sa.BigInteger, nullable=False, comment="smaller keys moved in this lap"),
    sa.Column("moved", sa.BigInteger, nullable=False, comment="how many keys are in pages"),
)

articles = sa.Table(
    "articles",
    metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("delivery_id", sa.Uuid, sa.ForeignKey("deliveries.id"), nullable=False, index=True),
    sa.Column("item", sa.Text, nullable=False, comment="its place in the delivery"),
    sa.Column("provider", sa.Text, nullable=False),
    sa.Column("received_at", UtcDateTime, nullable=False),
    # what it says
    sa.Column("headline", sa.Text, nullable=False),
    sa.Column("body", sa.Text, nullable=False, comment="paragraphs with a blank line between"),
    sa.Column("authors", Json, nullable=False),
    sa.Column("editors", Json, nullable=False),
    sa.Column("source", sa.Text),
    sa.Column("published_at", UtcDateTime, index=True),
    sa.Column("updated_at", UtcDateTime),
    sa.Column("embargoed_until", UtcDateTime),
    sa.Column("language", sa.String(35)),
    sa.Column("url", sa.Text),
    sa.Column("guid", sa.Text),
    sa.Column("version", sa.BigInteger, comment="the provider's own number"),
    sa.Column("pub_status", sa.String(16), nullable=False),
    sa.Column("dateline", sa.Text),
    sa.Column("slugline", sa.Text),
    sa.Column("section", sa.Text),
    sa.Column("keywords", Json, nullable=False),
    sa.Column("parser", sa.Text, nullable=False),
    sa.Column("notes", Json, nullable=False),
    sa.Column("provenance", Json, nullable=False),
    # what deduplication knows and decided
    sa.Column("text_id", sa.BigInteger, sa.ForeignKey("texts.id"), nullable=False, index=True),
    sa.Column("content_hash", sa.LargeBinary(16), nullable=False),
    sa.Column("title", sa.LargeBinary, nullable=False),
    sa.Column("length", sa.Integer, nullable=False, comment="tokens of the body"),
    sa.Column("versioned_at", UtcDateTime, nullable=False),
    sa.Column("identity", sa.Uuid, comment="from provider and guid, else address"),
    sa.Column("local_id", sa.Uuid, comment="from provider and a guid that says little"),
    sa.Column("reissue", sa.String(24), comment="its mark: correction, update 2"),
    sa.Column("headline_key", sa.BigInteger, comment="its day, then 40 bits of a hash"),
    sa.Column("aim", sa.BigInteger, comment="the headline that a notice speaks of"),
    sa.Column("reason", sa.Text, comment="why a notice takes it back"),
    sa.Column("item_id", sa.Uuid, comment="shared by the versions of one item"),
    sa.Column("ordinal", sa.Integer, nullable=False, comment="its version, from 1"),
    sa.Column("supersedes", sa.Uuid),
    sa.Column("current", sa.Boolean, nullable=False),
    sa.Column("story_id", sa.Uuid, nullable=False),
    sa.Column("verdict", sa.String(24), nullable=False, comment="the outcome of this item"),
    sa.Column("verdict_of", sa.Uuid, comment="the article that the verdict names"),
)
for name in (
    *(articles.c.identity, articles.c.local_id, articles.c.item_id),
    *(articles.c.headline_key, articles.c.aim),
):
    # most articles have but one of them, or none
    sa.Index(None, name, sqlite_where=name.is_not(None), postgresql_where=name.is_not(None))
sa.Index("ix_articles_story_id_current", articles.c.story_id, articles.c.current)
# pages, newest first
sa.Index(None, articles.c.received_at, articles.c.id)
# pages of the API and the desk, newest first: of all, and of one provider, source or language
sa.Index(
    "ix_articles_time", sa.func.coalesce(articles.c.published_at, articles.c.received_at), "id"
)
for name in (articles.c.provider, articles.c.source, articles.c.language):
    moment = sa.func.coalesce(articles.c.published_at, articles.c.received_at)
    sa.Index(f"ix_articles_{name.name}_time", name, moment, "id")

former_readings = sa.Table(
    "former_readings",
    metadata,
    sa.Column("article_id", sa.Uuid, primary_key=True),
    sa.Column("at", UtcDateTime, primary_key=True, comment="when its file was read otherwise"),
    sa.Column("delivery_id", sa.Uuid, nullable=False),
    sa.Column("parser", sa.Text, nullable=False),
    sa.Column("reading", Json, nullable=False, comment="what the article said until then"),
)

links = sa.Table(
    "links",
    metadata,
    sa.Column("left_id", sa.Uuid, sa.ForeignKey("articles.id"), primary_key=True),
    sa.Column("right_id", sa.Uuid, sa.ForeignKey("articles.id"), primary_key=True),
    sa.Column("rule", sa.Text, nullable=False),
    sa.Column("jaccard", sa.Double, nullable=False),
    sa.Column("containment", sa.Double, nullable=False),
    sa.Column("title", sa.Double, nullable=False),
    sa.Column("numbers", sa.Double, nullable=False),
    sa.Column("days", sa.Double),
    sa.Index(None, "right_id"),
)

story_heads = sa.Table(
    "story_heads",
    metadata,
    sa.Column("id", sa.Uuid, primary_key=True, comment="the article that founded the story"),
    sa.Column("canonical_id", sa.Uuid, comment="the one to show; null: none is usable, or merged"),
    sa.Column("members", sa.Integer, nullable=False, comment="articles, all versions and copies"),
    sa.Column(
        "merged_into", sa.Uuid, index=True, comment="the story that its members belong to now"
    ),
)

change_log = sa.Table(
    "change_log",
    metadata,
    sa.Column("seq", BigId, primary_key=True, autoincrement=False),
    sa.Column("at", UtcDateTime, nullable=False),
    sa.Column("kind", sa.String(24), nullable=False),
    sa.Column("article_id", sa.Uuid),
    sa.Column("story_id", sa.Uuid),
    sa.Column("detail", Json, nullable=False),
)
