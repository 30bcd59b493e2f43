"""What every answer tells a browser not to do."""

from __future__ import annotations

import re

import pytest

from services.api.access.headers import HEADERS, POLICY, protect
from tests.unit.services.api.access.doors import ask, guarded


@pytest.mark.parametrize(
    ("method", "path", "headers"),
    [
        ("GET", "/page", {}),
        ("GET", "/nowhere", {}),
        ("POST", "/page", {}),
        ("GET", "/login", {}),
        ("GET", "/page", {"Host": "rebound.example"}),
        ("POST", "/things", {"Origin": "https://evil.example"}),
    ],
)
def test_every_answer_has_them(method: str, path: str, headers: dict[str, str]) -> None:
    """What was found, what was not, and what was refused before any route saw it."""
    found = ask(guarded(), method, path, headers=headers)
    for name, value in HEADERS.items():
        assert found.headers[name.decode()] == value.decode()


def test_no_script_but_our_own_files_runs_and_nobody_frames_us() -> None:
    """Neither in the page nor from elsewhere, nor made from a text."""
    assert "script-src 'self';" in POLICY
    assert "unsafe" not in POLICY
    assert "frame-ancestors 'none'" in POLICY
    assert not re.search(r"https?:|\*", POLICY)


def test_a_route_keeps_what_it_sets_itself() -> None:
    """A file that never changes may be kept by the browser."""
    message = {"headers": [(b"Cache-Control", b"max-age=31536000")]}
    protect(message)
    assert [value for name, value in message["headers"] if name.lower() == b"cache-control"] == [
        b"max-age=31536000"
    ]
