"""API tokens in the database: their hashes, names and scopes; a revoked one stays as a row."""

from __future__ import annotations

import hmac
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from shared.domain.access import Caller, Scope
from shared.errors import UserError
from shared.storage.database.repository import Repository
from shared.storage.tables import api_tokens

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from uuid import UUID

_valid = api_tokens.c.revoked_at.is_(None)


class Tokens(Repository):
    """The rows of `api_tokens`, inside one transaction."""

    def add(
        self,
        token_id: UUID,
        *,
        name: str,
        scope: Scope,
        sha256: str,
        at: datetime,
        expires_at: datetime | None = None,
    ) -> None:
        """Write a token's row; raises `UserError` where a valid one has that name."""
        if self._connection.execute(
            sa.select(_valid).where(api_tokens.c.name == name, _valid)
        ).all():
            raise UserError(f"there is a token named {name!r} already: revoke it, or name another")
        row = {"id": token_id, "name": name, "scope": scope, "sha256": sha256}
        self._connection.execute(
            api_tokens.insert(), {**row, "created_at": at, "expires_at": expires_at}
        )

    def revoke(self, name: str, at: datetime) -> int:
        """Let the valid token of a name open nothing any more; return how many that were."""
        found = self._connection.execute(
            api_tokens.update().where(api_tokens.c.name == name, _valid).values(revoked_at=at)
        )
        return found.rowcount

    def all(self) -> list[Mapping[str, Any]]:
        """Return every token's row without its hash, oldest first."""
        shown = [column for column in api_tokens.c if column.name != "sha256"]
        rows = self._connection.execute(sa.select(*shown).order_by(api_tokens.c.id))
        return [dict(row._mapping) for row in rows]  # noqa: SLF001 - SQLAlchemy's public name

    def any(self) -> bool:
        """Return whether a token was ever made here: then one is asked for, even on loopback."""
        return self._connection.execute(sa.select(api_tokens.c.id).limit(1)).first() is not None

    def caller(self, sha256: str, at: datetime) -> Caller | None:
        """Return who holds the token of a hash; None for one unknown, revoked or run out."""
        found = self._connection.execute(
            sa.select(api_tokens).where(api_tokens.c.sha256 == sha256, _valid)
        ).first()
        # the index compared hashes, whose bytes nobody can choose; once more, in constant time
        if found is None or not hmac.compare_digest(found.sha256, sha256):
            return None
        if found.expires_at is not None and found.expires_at <= at:
            return None
        return Caller(found.name, Scope(found.scope))
