"""Logging in with a browser."""

from __future__ import annotations

from http.cookies import SimpleCookie

import pytest
from pydantic import SecretStr

from shared.config import Settings
from shared.domain.access import Caller, Scope
from tests.unit.services.api.access.doors import Kept, ask, guarded

OPERATOR = Caller("night desk", Scope.OPERATE)


def with_tokens() -> Kept:
    return Kept({"o-token": OPERATOR})


def test_a_token_is_exchanged_for_a_cookie_that_no_script_and_no_other_site_uses() -> None:
    """The cookie opens what the token opens."""
    app = guarded(with_tokens())
    found = ask(app, "POST", "/login", data={"token": " o-token ", "next": "/page?x=1"})
    assert (found.status_code, found.headers["location"]) == (303, "/page?x=1")
    written = found.headers["set-cookie"].lower()
    assert "httponly" in written
    assert "samesite=strict" in written
    assert "secure" not in written
    [(name, morsel)] = SimpleCookie(found.headers["set-cookie"]).items()
    headers = {"Cookie": f"{name}={morsel.coded_value}", "Sec-Fetch-Site": "same-origin"}
    assert ask(app, "POST", "/things", headers=headers).json() == {"changed_by": "night desk"}


def test_behind_tls_the_cookie_travels_by_tls_alone() -> None:
    """Our own or that of the proxy before us."""
    app = guarded(with_tokens())
    for at, headers in (("https://desk", {}), ("http://desk", {"X-Forwarded-Proto": "https"})):
        found = ask(app, "POST", "/login", at=at, headers=headers, data={"token": "o-token"})
        assert "secure" in found.headers["set-cookie"].lower()


def test_a_wrong_token_gives_the_form_again_and_no_cookie() -> None:
    """With a sentence, and without the word that was typed."""
    found = ask(guarded(with_tokens()), "POST", "/login", data={"token": "guess-7"})
    assert found.status_code == 401
    assert "set-cookie" not in found.headers
    assert "not known" in found.text
    assert "guess-7" not in found.text


@pytest.mark.parametrize(
    "wanted",
    ["https://evil.example", "//evil.example", "/\\evil.example", "/a\r\nSet-Cookie: x=y", "x"],
)
def test_the_login_leads_nowhere_else(wanted: str) -> None:
    """A link to our login cannot send people to another site."""
    found = ask(guarded(with_tokens()), "POST", "/login", data={"token": "o-token", "next": wanted})
    assert found.headers["location"] == "/"


def test_the_form_keeps_what_was_wanted_as_text() -> None:
    """Markup in the address stays text."""
    found = ask(guarded(with_tokens()), "GET", "/login", params={"next": '"><script>'})
    assert found.status_code == 200
    assert "<script>" not in found.text
    assert "&quot;&gt;&lt;script&gt;" in found.text


def test_where_nobody_needs_a_token_the_login_leads_on() -> None:
    """There is nothing to type."""
    found = ask(guarded(), "GET", "/login", params={"next": "/page"})
    assert (found.status_code, found.headers["location"]) == (303, "/page")


def test_another_sites_page_cannot_log_a_person_in() -> None:
    """Or they would work in someone else's name."""
    headers = {"Sec-Fetch-Site": "cross-site"}
    found = ask(
        guarded(with_tokens()), "POST", "/login", data={"token": "o-token"}, headers=headers
    )
    assert found.status_code == 403
    assert "set-cookie" not in found.headers


def test_logging_out_takes_the_cookie_away() -> None:
    """Whatever the scope."""
    kept = Kept({"r-token": Caller("archive", Scope.READ)})
    found = ask(guarded(kept), "POST", "/logout", headers={"Cookie": "copydesk=r-token"})
    assert (found.status_code, found.headers["location"]) == (303, "/login")
    assert "max-age=0" in found.headers["set-cookie"].lower()


def test_a_token_of_any_letters_survives_the_cookie() -> None:
    """The configuration may name one with blanks, quotes or letters of any language."""
    app = guarded(Kept(), Settings(api_token=SecretStr('open; "sésame"')))
    found = ask(app, "POST", "/login", data={"token": 'open; "sésame"'})
    [(name, morsel)] = SimpleCookie(found.headers["set-cookie"]).items()
    headers = {"Cookie": f"{name}={morsel.coded_value}"}
    assert ask(app, "GET", "/page", headers=headers).json() == {"caller": "api_token"}
