"""
The way in for a browser: a token is typed once and kept in a cookie that no script can read.

The cookie is the token itself: nothing has to be stored for it, every API process knows it, and
revoking the token ends the session at once. `SameSite=Strict` and the guard's look at where a
request comes from keep other sites' pages from using it.
"""

from __future__ import annotations

from html import escape
from typing import Annotated, Final
from urllib.parse import quote

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from services.api.access.door import COOKIE
from services.api.access.refusals import SIGN_IN
from services.api.access.throttle import TooMany
from services.api.answers.plain_page import page
from services.api.asking.parts import Here  # noqa: TC001 - FastAPI reads the annotations

SESSION_SECONDS: Final = 12 * 3600
"""A working day; then the token is typed again."""

START: Final = "/"

FORM: Final = """<h1>Copydesk</h1>
<form method="post" action="{action}">
<p><label for="token">Token</label>
<input id="token" name="token" type="password" autocomplete="current-password" required autofocus>
<input name="next" type="hidden" value="{next}">
<button>Log in</button></p>
{said}
</form>
<p>Whoever runs this Copydesk makes one with <code>./copydesk token create NAME</code>.</p>"""

WRONG: Final = '<p role="alert">This token is not known, was revoked, or has run out.</p>'

router = APIRouter(include_in_schema=False)


@router.get(SIGN_IN)
def form(here: Here, wanted: Annotated[str, Query(alias="next")] = START) -> Response:
    """Show the form; where nobody needs a token, go on."""
    if here.door.is_open():
        return RedirectResponse(_local(wanted), 303)
    return _page(wanted)


@router.post(SIGN_IN)
def enter(
    here: Here,
    request: Request,
    token: Annotated[str, Form()],
    wanted: Annotated[str, Form(alias="next")] = START,
) -> Response:
    """Exchange a valid token for the cookie."""
    try:
        known = here.door.caller(token.strip(), request.client.host if request.client else None)
    except TooMany as error:
        answer = _page(wanted, f'<p role="alert">{error}.</p>', 429)
        answer.headers["Retry-After"] = str(error.seconds)
        return answer
    if known is None:
        return _page(wanted, WRONG, 401)
    answer = RedirectResponse(_local(wanted), 303)
    answer.set_cookie(
        COOKIE,
        quote(token.strip()),
        max_age=SESSION_SECONDS,
        httponly=True,
        samesite="strict",
        secure=_is_encrypted(request),
    )
    return answer


@router.post("/logout")
def leave() -> Response:
    """Forget the cookie."""
    answer = RedirectResponse(SIGN_IN, 303)
    answer.delete_cookie(COOKIE, httponly=True, samesite="strict")
    return answer


def _page(wanted: str, said: str = "", status: int = 200) -> Response:
    form = FORM.format(action=SIGN_IN, next=escape(wanted), said=said)
    return HTMLResponse(page("Log in", form), status)


def _local(wanted: str) -> str:
    """Return an address of ours to go on to; another site's is not one."""
    plain = all(character.isprintable() and character != "\\" for character in wanted)
    if plain and wanted.startswith("/") and not wanted.startswith("//"):
        return wanted
    return START


def _is_encrypted(request: Request) -> bool:
    """Return whether the browser speaks TLS, with us or with the proxy before us."""
    return "https" in (request.url.scheme, request.headers.get("x-forwarded-proto", ""))
