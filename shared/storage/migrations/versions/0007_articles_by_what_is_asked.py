"""
pages of the articles of one provider, source or language, however rare

Revision: 0007, after 0006.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

COLUMNS = ("provider", "source", "language")


def upgrade() -> None:
    """Say what changes."""
    for column in COLUMNS:
        moment = sa.text("coalesce(published_at, received_at)")
        op.create_index(f"ix_articles_{column}_time", "articles", [column, moment, "id"])


def downgrade() -> None:
    """Undo it."""
    for column in COLUMNS:
        op.drop_index(f"ix_articles_{column}_time", "articles")
