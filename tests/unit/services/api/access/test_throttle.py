"""Guessing tokens: refused after a few, and nobody else is locked out."""

from __future__ import annotations

import pytest
from structlog.testing import capture_logs

from services.api.access import throttle
from services.api.access.throttle import MOST, WINDOW, Throttle, TooMany, address_of
from shared.domain.access import Caller, Scope
from tests.unit.services.api.access.doors import Kept, ask, guarded

STRANGER, COLLEAGUE = "203.0.113.5", "203.0.113.6"


def with_token() -> Kept:
    return Kept({"o-token": Caller("night desk", Scope.OPERATE)})


def status(app: object, token: str, host: str = STRANGER) -> int:
    headers = {"Authorization": f"Bearer {token}"}
    return ask(app, "GET", "/page", host=host, headers=headers).status_code


def guess(app: object, times: int = MOST, host: str = STRANGER) -> list[int]:
    return [status(app, f"guess-{number}", host) for number in range(times)]


def test_after_a_few_wrong_tokens_not_even_the_right_one_is_looked_at() -> None:
    """Or guessing would go on at full speed; it is said when to come again, and logged once."""
    app = guarded(with_token())
    with capture_logs() as lines:
        assert set(guess(app, MOST)) == {401}
        assert status(app, "o-token") == 429
        found = ask(app, "GET", "/page", host=STRANGER, headers={"Authorization": "Bearer x"})
    assert found.status_code == 429
    assert 0 < int(found.headers["retry-after"]) <= WINDOW
    assert "wait" in found.json()["detail"]
    assert [line["event"] for line in lines].count("guesses_refused") == 1


def test_others_are_not_locked_out() -> None:
    """Neither from another address, nor who came in from this one before."""
    app = guarded(with_token())
    assert status(app, "o-token") == 200
    guess(app)
    assert status(app, "o-token", COLLEAGUE) == 200
    assert status(app, "o-token") == 200


def test_the_login_is_guarded_alike() -> None:
    """It takes tokens too; the form says to wait."""
    app = guarded(with_token())
    for number in range(MOST):
        ask(app, "POST", "/login", host=STRANGER, data={"token": f"guess-{number}"})
    found = ask(app, "POST", "/login", host=STRANGER, data={"token": "o-token"})
    assert found.status_code == 429
    assert int(found.headers["retry-after"]) > 0
    assert "wait" in found.text
    assert "set-cookie" not in found.headers


def test_the_same_wrong_token_is_one_guess() -> None:
    """A page left open with a revoked token asks every few seconds; its person may log in anew."""
    app = guarded(with_token())
    assert {status(app, "revoked") for _ in range(MOST * 3)} == {401}
    assert status(app, "o-token") == 200


def test_who_shows_no_token_guesses_nothing() -> None:
    """A browser before its login."""
    app = guarded(with_token())
    for _ in range(MOST * 2):
        assert ask(app, "GET", "/page", host=STRANGER).status_code == 401
    assert status(app, "o-token") == 200


def test_a_token_that_was_revoked_is_no_longer_one_that_came_in() -> None:
    """It is wrong from then on, like any other."""
    kept = with_token()
    app = guarded(kept)
    assert status(app, "o-token") == 200
    kept.held.clear()
    kept.ever = True
    assert status(app, "o-token") == 401
    guess(app, MOST - 1)
    assert status(app, "another") == 429


def test_waiting_helps() -> None:
    """The oldest wrong one is forgotten after its window."""
    now = [0.0]
    counted = Throttle(clock=lambda: now[0])
    for number in range(MOST):
        now[0] = float(number)
        counted.wrong("a", str(number))
    with pytest.raises(TooMany) as refused:
        counted.check("a", "x")
    now[0] += refused.value.seconds
    counted.check("a", "x")


def test_what_is_remembered_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who has many addresses fills no memory."""
    monkeypatch.setattr(throttle, "REMEMBERED", 3)
    counted = Throttle()
    for number in range(10):
        counted.wrong(str(number), "x")
        counted.right(str(number), "y")
    assert (len(counted._wrong), len(counted._right)) == (3, 3)


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("203.0.113.5", "203.0.113.5"),
        ("::ffff:203.0.113.5", "203.0.113.5"),
        ("2001:db8:1:2:3::4", "2001:db8:1:2::/64"),
        (None, ""),
        ("testclient", "testclient"),
    ],
)
def test_an_ipv6_site_is_one_address(host: str | None, address: str) -> None:
    """Its owner has more of them than could be counted."""
    assert address_of(host) == address
