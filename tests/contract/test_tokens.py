"""Tokens in the database, alike on both."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from shared.domain.access import Caller, Scope, hash_of
from shared.errors import UserError
from shared.ids import uuid7
from tests.builders import at

if TYPE_CHECKING:
    from shared.storage import Storage


def add(storage: Storage, token: str, name: str = "desk", **given: Any) -> None:
    row = {"scope": Scope.OPERATE, "at": at(), **given}
    with storage.unit_of_work() as uow:
        uow.tokens.add(uuid7(), name=name, sha256=hash_of(token), **row)
        uow.commit()


def revoke(storage: Storage, name: str) -> int:
    with storage.unit_of_work() as uow:
        revoked = uow.tokens.revoke(name, at(5))
        uow.commit()
    return revoked


def caller(storage: Storage, token: str, minute: int = 1) -> Caller | None:
    with storage.tokens() as tokens:
        return tokens.caller(hash_of(token), at(minute))


def test_a_token_opens_what_its_scope_says_until_it_is_revoked(storage: Storage) -> None:
    """From that commit on nobody is found by it."""
    add(storage, "one")
    assert caller(storage, "one") == Caller("desk", Scope.OPERATE)
    assert caller(storage, "other") is None
    assert revoke(storage, "desk") == 1
    assert caller(storage, "one") is None
    assert revoke(storage, "desk") == 0


def test_a_token_runs_out(storage: Storage) -> None:
    """At the moment that was said."""
    add(storage, "one", scope=Scope.READ, expires_at=at(0) + timedelta(minutes=10))
    assert caller(storage, "one", 9) == Caller("desk", Scope.READ)
    assert caller(storage, "one", 10) is None


def test_a_name_is_given_to_one_valid_token_at_a_time(storage: Storage) -> None:
    """After it was revoked the name is free, and the old row stays."""
    add(storage, "one")
    with pytest.raises(UserError, match="revoke it"):
        add(storage, "two")
    revoke(storage, "desk")
    add(storage, "two")
    assert caller(storage, "one") is None
    assert caller(storage, "two") is not None
    with storage.tokens() as tokens:
        rows = tokens.all()
    assert [row["revoked_at"] for row in rows] == [at(5), None]


def test_that_a_token_was_ever_made_is_known_after_it_is_gone(storage: Storage) -> None:
    """Revoking the last one must not let everyone in."""
    with storage.tokens() as tokens:
        assert not tokens.any()
    add(storage, "one")
    revoke(storage, "desk")
    with storage.tokens() as tokens:
        assert tokens.any()


def test_no_row_holds_or_shows_a_token(storage: Storage) -> None:
    """Only the hash lies in the table, and not even that is listed."""
    add(storage, "cdk_secret")
    with storage.engine.connect() as connection:
        rows = connection.exec_driver_sql("SELECT * FROM api_tokens").all()
    assert "cdk_secret" not in str(rows)
    with storage.tokens() as tokens:
        assert hash_of("cdk_secret") not in str(tokens.all())
