"""
The tables. Other services read the views (`views.py`); these may change under them.

The constraint names come from one convention, so that a migration can name what it changes.
"""

from __future__ import annotations

from uuid import UUID

import sqlalchemy as sa

from shared.storage.column_types import BigId, Json, UtcDateTime, Words

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

UNPLACED = UUID(int=0)
"""The story of an article whose place is just being found again by a rebuild."""

imports = sa.Table(
    "imports",
    metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("provider", sa.Text),
    sa.Column("paths", Json, nullable=False),
    sa.Column("started_at", UtcDateTime, nullable=False),
    sa.Column("updated_at", UtcDateTime, comment="the last sign of the process that registers"),
    sa.Column("read_at", UtcDateTime, comment="when the last file was in the ledger"),
    sa.Column("finished_at", UtcDateTime, comment="when the last of them had its outcome"),
    sa.Column("paused_at", UtcDateTime),
    sa.Column("cancelled_at", UtcDateTime),
    sa.Column("expected", sa.BigInteger, comment="files that were counted, where that is done"),
    sa.Column("files", sa.Integer, nullable=False, server_default="0"),
    sa.Column("size", sa.BigInteger, nullable=False, server_default="0", comment="bytes"),
    sa.Column("skipped", Json, nullable=False, server_default="{}", comment="files left out"),
)

deliveries = sa.Table(
    "deliveries",
    metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("name", sa.Text, nullable=False, index=True),
    sa.Column("provider", sa.Text, nullable=False),
    sa.Column("sha256", sa.String(64), nullable=False, index=True),
    sa.Column("size", sa.BigInteger, nullable=False),
    sa.Column("lane", sa.String(8), nullable=False),
    sa.Column("received_at", UtcDateTime, nullable=False),
    sa.Column("modified_at", UtcDateTime),
    sa.Column("import_id", sa.Uuid),
    # the ledger's own bookkeeping
    sa.Column("state", sa.String(16), nullable=False, server_default="received"),
    sa.Column("attempts", sa.Integer, nullable=False, server_default="0"),
    sa.Column("lease_owner", sa.Text),
    sa.Column("lease_until", UtcDateTime),
    sa.Column("hinted_at", UtcDateTime, comment="when a message last named it; null: send one"),
    sa.Column("not_before", UtcDateTime, comment="a passing failure is waited out until then"),
    sa.Column("task_id", sa.Text),
    # its end
    sa.Column("finished_at", UtcDateTime),
    sa.Column("outcome", sa.String(24)),
    sa.Column("reason", sa.String(32)),
    sa.Column("detail", sa.Text),
    sa.Column("same_as", sa.Uuid, comment="the first delivery of the same bytes"),
    sa.Column("items", Json, comment="items by word"),
    sa.Column("timings", Json, comment="milliseconds by stage"),
    sa.CheckConstraint("state in ('received', 'processing', 'done')", name="state"),
    sa.CheckConstraint("(state = 'done') = (outcome is not null)", name="outcome_when_done"),
)
# pages, newest first, of all and of one outcome and reason, provider or import; each index ends in
# the order of the page, so that a page costs the same at any depth
sa.Index(None, deliveries.c.received_at, deliveries.c.id)
sa.Index(None, deliveries.c.outcome, deliveries.c.reason, deliveries.c.received_at, deliveries.c.id)
sa.Index(None, deliveries.c.provider, deliveries.c.received_at, deliveries.c.id)
sa.Index(None, deliveries.c.import_id, deliveries.c.received_at, deliveries.c.id)
# what ended in an hour or a day, counted from the index alone
sa.Index(None, deliveries.c.finished_at, deliveries.c.outcome)
# the report of an import is counted from this alone
sa.Index(
    "ix_deliveries_of_import",
    deliveries.c.import_id,
    deliveries.c.outcome,
    deliveries.c.reason,
    sqlite_where=deliveries.c.import_id.is_not(None),
    postgresql_where=deliveries.c.import_id.is_not(None),
)
# fed by turns: each import has a queue of its own here, and a paused one is passed over whole
sa.Index(
    "ix_deliveries_waiting",
    deliveries.c.lane,
    deliveries.c.import_id,
    deliveries.c.received_at,
    sqlite_where=deliveries.c.state == "received",
    postgresql_where=deliveries.c.state == "received",
)
sa.Index(
    "ix_deliveries_leased",
    deliveries.c.lease_until,
    sqlite_where=deliveries.c.state == "processing",
    postgresql_where=deliveries.c.state == "processing",
)

rejected_items = sa.Table(
    "rejected_items",
    metadata,
    sa.Column("delivery_id", sa.Uuid, sa.ForeignKey("deliveries.id"), primary_key=True),
    sa.Column("item", sa.Text, primary_key=True),
    sa.Column("reason", sa.String(32), nullable=False),
    sa.Column("detail", sa.Text, nullable=False),
)

texts = sa.Table(
    "texts",
    metadata,
    sa.Column("id", BigId, primary_key=True, autoincrement=False),
    sa.Column("text_hash", sa.LargeBinary(16), nullable=False, unique=True),
    sa.Column("features", sa.LargeBinary, nullable=False),
)

text_keys = sa.Table(
    "text_keys",
    metadata,
    sa.Column("key", sa.BigInteger, primary_key=True),
    sa.Column("text_id", sa.BigInteger, primary_key=True),
    sqlite_with_rowid=False,
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
    sa.Column("item_id", sa.Uuid, comment="shared by the versions of one item"),
    sa.Column("ordinal", sa.Integer, nullable=False, comment="its version, from 1"),
    sa.Column("supersedes", sa.Uuid),
    sa.Column("current", sa.Boolean, nullable=False),
    sa.Column("story_id", sa.Uuid, nullable=False),
    sa.Column("verdict", sa.String(24), nullable=False, comment="the outcome of this item"),
    sa.Column("verdict_of", sa.Uuid, comment="the article that the verdict names"),
)
for name in (articles.c.identity, articles.c.local_id, articles.c.item_id):
    # most articles have but one of them, or none
    sa.Index(None, name, sqlite_where=name.is_not(None), postgresql_where=name.is_not(None))
sa.Index("ix_articles_story_id_current", articles.c.story_id, articles.c.current)
# pages, newest first
sa.Index(None, articles.c.received_at, articles.c.id)
# pages of the API and the desk, newest first
sa.Index(
    "ix_articles_time", sa.func.coalesce(articles.c.published_at, articles.c.received_at), "id"
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

api_tokens = sa.Table(
    "api_tokens",
    metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("scope", sa.String(8), nullable=False),
    sa.Column("sha256", sa.String(64), nullable=False, unique=True),
    sa.Column("created_at", UtcDateTime, nullable=False),
    sa.Column("expires_at", UtcDateTime),
    sa.Column("revoked_at", UtcDateTime),
    sa.CheckConstraint("scope in ('read', 'operate')", name="scope"),
)
# two valid tokens of one name could not be told apart in the log, nor be revoked one by one
sa.Index(
    "uq_api_tokens_valid_name",
    api_tokens.c.name,
    unique=True,
    sqlite_where=api_tokens.c.revoked_at.is_(None),
    postgresql_where=api_tokens.c.revoked_at.is_(None),
)

followers = sa.Table(
    "followers",
    metadata,
    sa.Column("name", sa.Text, primary_key=True, comment="who follows the feed of changes"),
    sa.Column("seq", sa.BigInteger, nullable=False, comment="the last change that it has done"),
    sa.Column("at", UtcDateTime, nullable=False, comment="when it last moved"),
)

search_entries = sa.Table(
    "search_entries",
    metadata,
    sa.Column(
        "time_key", BigId, primary_key=True, autoincrement=False, comment="see storage/time_keys.py"
    ),
    sa.Column("article_id", sa.Uuid, nullable=False, unique=True),
    sa.Column("words", Words, comment="PostgreSQL's; on SQLite they are in search_words"),
)
sa.Index("ix_search_entries_words", search_entries.c.words, postgresql_using="gin").ddl_if(
    dialect="postgresql"
)
