"""
the first tables

Revision: 0001, the first.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from shared.storage.database.column_types import Json, UtcDateTime
from shared.storage.schema import views

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Say what changes."""
    op.create_table(
        "change_log",
        sa.Column(
            "seq",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=False,
            nullable=False,
        ),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("article_id", sa.Uuid(), nullable=True),
        sa.Column("story_id", sa.Uuid(), nullable=True),
        sa.Column("detail", Json, nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_change_log")),
    )
    op.create_table(
        "deliveries",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("provider", sa.Text(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("lane", sa.String(length=8), nullable=False),
        sa.Column("received_at", UtcDateTime(), nullable=False),
        sa.Column("modified_at", UtcDateTime(), nullable=True),
        sa.Column("import_id", sa.Uuid(), nullable=True),
        sa.Column("state", sa.String(length=16), server_default="received", nullable=False),
        sa.Column("attempts", sa.Integer(), server_default="0", nullable=False),
        sa.Column("lease_owner", sa.Text(), nullable=True),
        sa.Column("lease_until", UtcDateTime(), nullable=True),
        sa.Column(
            "hinted_at",
            UtcDateTime(),
            nullable=True,
            comment="when a message last named it; null: send one",
        ),
        sa.Column(
            "not_before",
            UtcDateTime(),
            nullable=True,
            comment="a passing failure is waited out until then",
        ),
        sa.Column("task_id", sa.Text(), nullable=True),
        sa.Column("finished_at", UtcDateTime(), nullable=True),
        sa.Column("outcome", sa.String(length=24), nullable=True),
        sa.Column("reason", sa.String(length=32), nullable=True),
        sa.Column("detail", sa.Text(), nullable=True),
        sa.Column(
            "same_as", sa.Uuid(), nullable=True, comment="the first delivery of the same bytes"
        ),
        sa.Column("items", Json, nullable=True, comment="items by word"),
        sa.Column("timings", Json, nullable=True, comment="milliseconds by stage"),
        sa.CheckConstraint(
            "(state = 'done') = (outcome is not null)", name=op.f("ck_deliveries_outcome_when_done")
        ),
        sa.CheckConstraint(
            "state in ('received', 'processing', 'done')", name=op.f("ck_deliveries_state")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deliveries")),
    )
    op.create_index("ix_deliveries_finished_at", "deliveries", ["finished_at"], unique=False)
    op.create_index("ix_deliveries_import_id", "deliveries", ["import_id"], unique=False)
    op.create_index(
        "ix_deliveries_leased",
        "deliveries",
        ["lease_until"],
        unique=False,
        sqlite_where=sa.text("state = 'processing'"),
        postgresql_where=sa.text("state = 'processing'"),
    )
    op.create_index("ix_deliveries_name", "deliveries", ["name"], unique=False)
    op.create_index(
        "ix_deliveries_outcome_reason_id", "deliveries", ["outcome", "reason", "id"], unique=False
    )
    op.create_index("ix_deliveries_sha256", "deliveries", ["sha256"], unique=False)
    op.create_index(
        "ix_deliveries_waiting",
        "deliveries",
        ["lane", "received_at"],
        unique=False,
        sqlite_where=sa.text("state = 'received'"),
        postgresql_where=sa.text("state = 'received'"),
    )

    op.create_table(
        "imports",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("provider", sa.Text(), nullable=True),
        sa.Column("paths", Json, nullable=False),
        sa.Column("started_at", UtcDateTime(), nullable=False),
        sa.Column(
            "read_at", UtcDateTime(), nullable=True, comment="when the last file was in the ledger"
        ),
        sa.Column("files", sa.Integer(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_imports")),
    )
    op.create_table(
        "story_heads",
        sa.Column("id", sa.Uuid(), nullable=False, comment="the article that founded the story"),
        sa.Column(
            "canonical_id",
            sa.Uuid(),
            nullable=True,
            comment="the one to show; null: none is usable, or merged",
        ),
        sa.Column(
            "members", sa.Integer(), nullable=False, comment="articles, all versions and copies"
        ),
        sa.Column(
            "merged_into",
            sa.Uuid(),
            nullable=True,
            comment="the story that its members belong to now",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_story_heads")),
    )
    op.create_index("ix_story_heads_merged_into", "story_heads", ["merged_into"], unique=False)

    op.create_table(
        "text_keys",
        sa.Column("key", sa.BigInteger(), nullable=False),
        sa.Column("text_id", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("key", "text_id", name=op.f("pk_text_keys")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "texts",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=False,
            nullable=False,
        ),
        sa.Column("text_hash", sa.LargeBinary(length=16), nullable=False),
        sa.Column("features", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_texts")),
        sa.UniqueConstraint("text_hash", name=op.f("uq_texts_text_hash")),
    )
    op.create_table(
        "articles",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("delivery_id", sa.Uuid(), nullable=False),
        sa.Column("item", sa.Text(), nullable=False, comment="its place in the delivery"),
        sa.Column("provider", sa.Text(), nullable=False),
        sa.Column("received_at", UtcDateTime(), nullable=False),
        sa.Column("headline", sa.Text(), nullable=False),
        sa.Column(
            "body", sa.Text(), nullable=False, comment="paragraphs with a blank line between"
        ),
        sa.Column("authors", Json, nullable=False),
        sa.Column("editors", Json, nullable=False),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("published_at", UtcDateTime(), nullable=True),
        sa.Column("updated_at", UtcDateTime(), nullable=True),
        sa.Column("embargoed_until", UtcDateTime(), nullable=True),
        sa.Column("language", sa.String(length=35), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("guid", sa.Text(), nullable=True),
        sa.Column("version", sa.BigInteger(), nullable=True, comment="the provider's own number"),
        sa.Column("pub_status", sa.String(length=16), nullable=False),
        sa.Column("dateline", sa.Text(), nullable=True),
        sa.Column("slugline", sa.Text(), nullable=True),
        sa.Column("section", sa.Text(), nullable=True),
        sa.Column("keywords", Json, nullable=False),
        sa.Column("parser", sa.Text(), nullable=False),
        sa.Column("notes", Json, nullable=False),
        sa.Column("provenance", Json, nullable=False),
        sa.Column("text_id", sa.BigInteger(), nullable=False),
        sa.Column("content_hash", sa.LargeBinary(length=16), nullable=False),
        sa.Column("title", sa.LargeBinary(), nullable=False),
        sa.Column("length", sa.Integer(), nullable=False, comment="tokens of the body"),
        sa.Column("versioned_at", UtcDateTime(), nullable=False),
        sa.Column(
            "item_id", sa.Uuid(), nullable=True, comment="shared by the versions of one item"
        ),
        sa.Column("ordinal", sa.Integer(), nullable=False, comment="its version, from 1"),
        sa.Column("supersedes", sa.Uuid(), nullable=True),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.Column("story_id", sa.Uuid(), nullable=False),
        sa.Column(
            "verdict", sa.String(length=24), nullable=False, comment="the outcome of this item"
        ),
        sa.Column(
            "verdict_of", sa.Uuid(), nullable=True, comment="the article that the verdict names"
        ),
        sa.ForeignKeyConstraint(
            ["delivery_id"], ["deliveries.id"], name=op.f("fk_articles_delivery_id_deliveries")
        ),
        sa.ForeignKeyConstraint(["text_id"], ["texts.id"], name=op.f("fk_articles_text_id_texts")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_articles")),
    )
    op.create_index("ix_articles_delivery_id", "articles", ["delivery_id"], unique=False)
    op.create_index("ix_articles_item_id", "articles", ["item_id"], unique=False)
    op.create_index("ix_articles_published_at", "articles", ["published_at"], unique=False)
    op.create_index(
        "ix_articles_story_id_current", "articles", ["story_id", "current"], unique=False
    )
    op.create_index("ix_articles_text_id", "articles", ["text_id"], unique=False)

    op.create_table(
        "rejected_items",
        sa.Column("delivery_id", sa.Uuid(), nullable=False),
        sa.Column("item", sa.Text(), nullable=False),
        sa.Column("reason", sa.String(length=32), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["delivery_id"],
            ["deliveries.id"],
            name=op.f("fk_rejected_items_delivery_id_deliveries"),
        ),
        sa.PrimaryKeyConstraint("delivery_id", "item", name=op.f("pk_rejected_items")),
    )
    op.create_table(
        "links",
        sa.Column("left_id", sa.Uuid(), nullable=False),
        sa.Column("right_id", sa.Uuid(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("jaccard", sa.Double(), nullable=False),
        sa.Column("containment", sa.Double(), nullable=False),
        sa.Column("title", sa.Double(), nullable=False),
        sa.Column("numbers", sa.Double(), nullable=False),
        sa.Column("days", sa.Double(), nullable=True),
        sa.ForeignKeyConstraint(
            ["left_id"], ["articles.id"], name=op.f("fk_links_left_id_articles")
        ),
        sa.ForeignKeyConstraint(
            ["right_id"], ["articles.id"], name=op.f("fk_links_right_id_articles")
        ),
        sa.PrimaryKeyConstraint("left_id", "right_id", name=op.f("pk_links")),
    )
    op.create_index("ix_links_right_id", "links", ["right_id"], unique=False)
    for statement in views.create(op.get_bind().dialect.name, without=views.REISSUE):
        op.execute(statement)


def downgrade() -> None:
    """Undo it."""
    for statement in views.drop():
        op.execute(statement)
    op.drop_index("ix_links_right_id", "links")

    op.drop_table("links")
    op.drop_table("rejected_items")
    op.drop_index("ix_articles_text_id", "articles")
    op.drop_index("ix_articles_story_id_current", "articles")
    op.drop_index("ix_articles_published_at", "articles")
    op.drop_index("ix_articles_item_id", "articles")
    op.drop_index("ix_articles_delivery_id", "articles")

    op.drop_table("articles")
    op.drop_table("texts")
    op.drop_table("text_keys")
    op.drop_index("ix_story_heads_merged_into", "story_heads")

    op.drop_table("story_heads")
    op.drop_table("imports")
    op.drop_index(
        "ix_deliveries_waiting",
        "deliveries",
        sqlite_where=sa.text("state = 'received'"),
        postgresql_where=sa.text("state = 'received'"),
    )
    op.drop_index("ix_deliveries_sha256", "deliveries")
    op.drop_index("ix_deliveries_outcome_reason_id", "deliveries")
    op.drop_index("ix_deliveries_name", "deliveries")
    op.drop_index(
        "ix_deliveries_leased",
        "deliveries",
        sqlite_where=sa.text("state = 'processing'"),
        postgresql_where=sa.text("state = 'processing'"),
    )
    op.drop_index("ix_deliveries_import_id", "deliveries")
    op.drop_index("ix_deliveries_finished_at", "deliveries")

    op.drop_table("deliveries")
    op.drop_table("change_log")
