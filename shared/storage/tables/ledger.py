"""What came in: imports, deliveries, and the items that were not taken."""

from __future__ import annotations

import sqlalchemy as sa

from shared.storage.database.column_types import Json, UtcDateTime
from shared.storage.tables.base import metadata

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
    sa.Column("rereading", sa.Boolean, comment="its articles are stored, and it is read again"),
    # its end
    sa.Column("finished_at", UtcDateTime),
    sa.Column("outcome", sa.String(24)),
    sa.Column("reason", sa.String(32)),
    sa.Column("detail", sa.Text),
    sa.Column("same_as", sa.Uuid, comment="the first delivery of the same bytes"),
    sa.Column("items", Json, comment="items by word, also so far"),
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
