"""What the guard answers in place of a route: a problem document, or the way to the login."""

from __future__ import annotations

import json
from http import HTTPStatus
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from services.api.answers.problems import MEDIA_TYPE, RETRY_SECONDS, problem

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.types import Scope, Send

    from services.api.access.throttle import TooMany

SIGN_IN: Final = "/login"
"""The one address for those who have no token yet."""

FOREIGN: Final = "another site's page asked for this: nothing was done"

WANTS_TOKEN: Final = "this Copydesk wants a token: Authorization: Bearer …"  # noqa: S105 - a sentence

NOT_HERE: Final = (
    "without a token only this machine is let in, by a name like localhost and past no proxy: "
    "./copydesk token create NAME"
)

AWAY: Final = "the database cannot be used now, so no token can be looked up"


class Refused(Exception):
    """What to answer instead of what was asked for."""

    def __init__(self, status: HTTPStatus, detail: str, **headers: str) -> None:
        """Take the status, the sentence and headers (`_` is written `-`)."""
        super().__init__(detail)
        self.status = status
        self.headers = {name.replace("_", "-"): value for name, value in headers.items()}

    async def answer(self, send: Send) -> None:
        """Send the problem document; a redirect needs none."""
        body = b""
        if self.status >= HTTPStatus.BAD_REQUEST:
            body = json.dumps(problem(self.status, str(self))).encode()
            self.headers["content-type"] = MEDIA_TYPE
        self.headers["content-length"] = str(len(body))
        headers = [(name.lower().encode(), value.encode()) for name, value in self.headers.items()]
        await send({"type": "http.response.start", "status": self.status, "headers": headers})
        await send({"type": "http.response.body", "body": body})


def unknown(scope: Scope, headers: Mapping[bytes, bytes]) -> Refused:
    """Return the answer to one without a valid token: a person with a browser is led to log in."""
    if scope["method"] == "GET" and b"text/html" in headers.get(b"accept", b""):
        wanted = quote(scope["path"].encode("utf-8", "surrogatepass"))
        if scope["query_string"]:
            wanted += "%3F" + quote(scope["query_string"], safe="")
        return Refused(HTTPStatus.SEE_OTHER, "", Location=f"{SIGN_IN}?next={wanted}")
    return Refused(HTTPStatus.UNAUTHORIZED, WANTS_TOKEN, WWW_Authenticate='Bearer realm="copydesk"')


def too_many(error: TooMany) -> Refused:
    """Return the answer to one who tries token after token."""
    return Refused(HTTPStatus.TOO_MANY_REQUESTS, str(error), Retry_After=str(error.seconds))


def away() -> Refused:
    """Return the answer while the database is needed to look up a token, and away."""
    return Refused(HTTPStatus.SERVICE_UNAVAILABLE, AWAY, Retry_After=str(RETRY_SECONDS))
