"""Who is let in, and to do what."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from pydantic import SecretStr

from shared.config import ApiToken, Settings
from shared.domain.access import Caller, Scope, hash_of
from tests.unit.services.api.access.doors import Kept, ask, guarded

READER, OPERATOR = Caller("archive", Scope.READ), Caller("night desk", Scope.OPERATE)


def with_tokens() -> Kept:
    return Kept({"r-token": READER, "o-token": OPERATOR})


def bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


def test_without_any_token_this_machine_may_do_everything() -> None:
    """`up` on a laptop asks nobody for anything."""
    assert ask(guarded(), "GET", "/page").status_code == 200
    assert ask(guarded(), "POST", "/things").status_code == 200


@pytest.mark.parametrize("host", ["127.0.0.1:8600", "[::1]:8600", "LOCALHOST"])
def test_this_machine_has_several_names(host: str) -> None:
    """With a port or without, in either family."""
    assert ask(guarded(), "GET", "/page", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "rebound.example:8600"},
        {"Host": "127.0.0.1.example"},
        {"Host": ""},
        {"Host": "[::1"},
        {"X-Forwarded-For": "203.0.113.5"},
        {"Forwarded": "for=203.0.113.5"},
    ],
)
def test_without_a_token_nobody_comes_by_another_name_or_through_a_proxy(
    headers: dict[str, str],
) -> None:
    """A page that points its own name at 127.0.0.1, or a proxy, would open it to everyone."""
    found = ask(guarded(), "GET", "/page", headers=headers)
    assert found.status_code == 403
    assert "token create" in found.json()["detail"]


def test_with_a_token_any_name_will_do() -> None:
    """Behind a proxy the token says who asks."""
    found = ask(guarded(with_tokens()), "GET", "/page", at="http://desk", headers=bearer("r-token"))
    assert found.json() == {"caller": "archive"}


@pytest.mark.parametrize("token", ["", "r-toke", "r-tokenx", "R-TOKEN", "\x00", "é"])
def test_what_is_not_a_token_opens_nothing(token: str) -> None:
    """Neither a part of one nor none at all."""
    headers = {b"Authorization": b"Bearer " + token.encode()}
    found = ask(guarded(with_tokens()), "GET", "/page", headers=headers)
    assert found.status_code == 401
    assert found.headers["www-authenticate"].startswith("Bearer")


def test_a_reader_reads_and_changes_nothing() -> None:
    """Also through a route whose author forgot to ask."""
    app = guarded(with_tokens())
    assert ask(app, "GET", "/page", headers=bearer("r-token")).status_code == 200
    for path in ("/things", "/forgotten", "/page", "/nowhere"):
        for method in ("POST", "PUT", "PATCH", "DELETE"):
            found = ask(app, method, path, headers=bearer("r-token"))
            assert found.status_code == 403
            assert "--scope operate" in found.json()["detail"]


def test_an_operator_changes_things_by_name() -> None:
    """The route learns who it was."""
    found = ask(guarded(with_tokens()), "POST", "/things", headers=bearer("o-token"))
    assert found.json() == {"changed_by": "night desk"}


def test_a_revoked_token_is_refused_at_the_next_request() -> None:
    """Nothing is remembered from the request before, and the door does not open for all."""
    kept = with_tokens()
    app = guarded(kept)
    assert ask(app, "GET", "/page", headers=bearer("o-token")).status_code == 200
    kept.held.clear()
    assert ask(app, "GET", "/page", headers=bearer("o-token")).status_code == 401
    assert ask(app, "GET", "/page").status_code == 401


def test_a_revoked_last_token_still_keeps_everyone_out_after_a_restart() -> None:
    """Its row stays."""
    assert ask(guarded(Kept(ever=True)), "GET", "/page").status_code == 401


def test_tokens_of_the_configuration_have_scopes_too() -> None:
    """Plain or hashed, with a name or as the one that may do everything."""
    settings = Settings(
        api_token=SecretStr("sha256:" + hash_of("main").upper()),
        api_tokens={"archive": ApiToken(sha256=hash_of("reading"))},
    )
    app = guarded(Kept(away=True), settings)
    assert ask(app, "POST", "/things", headers=bearer("main")).status_code == 200
    assert ask(app, "GET", "/page", headers=bearer("reading")).json() == {"caller": "archive"}
    assert ask(app, "POST", "/things", headers=bearer("reading")).status_code == 403


def test_while_the_database_is_away_tokens_cannot_be_looked_up() -> None:
    """503 and when to ask again; a stranger does not learn where the database is."""
    kept = with_tokens()
    app = guarded(kept)
    ask(app, "GET", "/page")
    kept.away = True
    found = ask(app, "GET", "/page", headers=bearer("r-token"))
    assert found.status_code == 503
    assert int(found.headers["retry-after"]) > 0
    assert "inner-host" not in found.text


def test_an_open_door_stays_open_while_the_database_is_away() -> None:
    """Nobody can have made a token since; the page shall say what is wrong."""
    kept = Kept()
    app = guarded(kept)
    ask(app, "GET", "/page")
    kept.away = True
    assert ask(app, "GET", "/page").status_code == 200


def test_a_door_that_knows_of_nothing_opens_to_nobody() -> None:
    """There may be tokens in a database that has been away since the process began."""
    app = guarded(Kept({"r-token": READER}, away=True))
    for method, path in (("GET", "/page"), ("POST", "/things")):
        found = ask(app, method, path)
        assert found.status_code == 503
        assert "inner-host" not in found.text


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Sec-Fetch-Site": "same-origin"}, 200),
        ({"Sec-Fetch-Site": "none"}, 200),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Origin": "http://localhost:8600"}, 200),
        ({"Origin": "http://localhost:9999"}, 403),
        ({"Origin": "https://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "http://["}, 403),
        # what a browser says of itself wins: a proxy may have changed the Host
        ({"Origin": "https://desk.example", "Sec-Fetch-Site": "same-origin"}, 200),
    ],
)
def test_another_sites_page_changes_nothing(headers: dict[str, str], status: int) -> None:
    """Not with the person's cookie, and not on a laptop where nobody needs a token."""
    assert ask(guarded(), "POST", "/things", headers=headers).status_code == status
    with_cookie = {**headers, "Cookie": "copydesk=o-token"}
    found = ask(guarded(with_tokens()), "POST", "/things", headers=with_cookie)
    assert found.status_code == status


def test_a_browser_without_a_token_is_led_to_the_login() -> None:
    """And back to what it wanted; a program is told 401."""
    found = ask(guarded(with_tokens()), "GET", "/page?x=1&y=2", headers={"Accept": "text/html"})
    assert found.status_code == 303
    assert found.headers["location"] == "/login?next=/page%3Fx%3D1%26y%3D2"


def test_what_is_not_http_is_not_served() -> None:
    """A web socket would come past the token."""

    async def connect() -> list[Any]:
        sent: list[Any] = []

        async def send(message: Any) -> None:
            sent.append(message)

        async def receive() -> Any:
            return {"type": "websocket.connect"}

        await guarded()({"type": "websocket", "path": "/page", "headers": []}, receive, send)
        return sent

    assert asyncio.run(connect()) == []
