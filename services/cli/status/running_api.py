"""
Asking this home's running API, which has everything loaded, instead of loading it all anew.

SQLAlchemy, Celery and redis cost a process more than a second of CPU at its start, the settings a
third of one; an answer of the API costs a few milliseconds and comes from the same code. So this
reads the two settings that it needs from where they are.
"""

from __future__ import annotations

import http.client
import json
import os
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]

PATIENCE_SECONDS = 2.0
"""An API that does not answer by then is passed over."""


def here() -> Path:
    """Return this home, as `shared.config` finds it."""
    return Path(os.environ.get("COPYDESK_HOME") or ROOT / "var").expanduser().absolute()


def ask(path: str) -> bytes | None:
    """Return the API's answer to a GET; None where no API of this home gives one."""
    token = os.environ.get("COPYDESK_API_TOKEN")
    if token is None:
        try:
            text = (here() / "copydesk.toml").read_text(encoding="utf-8")
            token = str(tomllib.loads(text).get("api_token", ""))
        except (OSError, ValueError):
            token = ""
    return _ask(here(), token, path)


def _ask(home: Path, token: str, path: str) -> bytes | None:
    try:
        address = json.loads((home / "run" / "api.json").read_text(encoding="utf-8"))
        connection = http.client.HTTPConnection(
            address["host"], address["port"], timeout=PATIENCE_SECONDS
        )
        try:
            connection.request("GET", path, headers={"Authorization": f"Bearer {token}"})
            answer = connection.getresponse()
            body = answer.read()
        finally:
            connection.close()
    except (OSError, ValueError, KeyError, http.client.HTTPException):
        return None
    return body if answer.status == http.client.OK else None
