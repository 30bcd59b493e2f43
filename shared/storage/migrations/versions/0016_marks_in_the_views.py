"""
the views say how a provider marks an article that comes again: a correction, an update

On PostgreSQL they grow as they stand, so that who was granted them keeps them.
Revision: 0016, after 0015.
"""

from __future__ import annotations

from alembic import op

from shared.storage.schema import views

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Say what changes."""
    dialect = op.get_bind().dialect.name
    if dialect == "postgresql":
        statements = views.create(dialect, verb="CREATE OR REPLACE VIEW")
    else:
        statements = [*views.drop(), *views.create(dialect)]
    for statement in statements:
        op.execute(statement)


def downgrade() -> None:
    """Undo it: a view cannot lose a column, so that grants on it have to be given again."""
    dialect = op.get_bind().dialect.name
    for statement in (*views.drop(), *views.create(dialect, without=views.REISSUE)):
        op.execute(statement)
