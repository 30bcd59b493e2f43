"""
Asking this home's running API, which has everything loaded, instead of loading it all anew.

SQLAlchemy, Celery and redis cost a process more than a second of CPU at its start; an answer of
the API costs a few milliseconds and comes from the same code.
"""

from __future__ import annotations

import http.client
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from shared.config import Settings

PATIENCE_SECONDS = 2.0
"""An API that does not answer by then is passed over."""


def ask(settings: Settings, path: str) -> bytes | None:
    """Return the API's answer to a GET; None where no API of this home gives one."""
    try:
        address = json.loads((settings.run / "api.json").read_text(encoding="utf-8"))
        connection = http.client.HTTPConnection(
            address["host"], address["port"], timeout=PATIENCE_SECONDS
        )
        try:
            token = settings.api_token.get_secret_value()
            connection.request("GET", path, headers={"Authorization": f"Bearer {token}"})
            answer = connection.getresponse()
            body = answer.read()
        finally:
            connection.close()
    except (OSError, ValueError, KeyError, http.client.HTTPException):
        return None
    return body if answer.status == http.client.OK else None
