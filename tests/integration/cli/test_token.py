"""`copydesk token`: made, shown once, listed, revoked."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from shared import config

if TYPE_CHECKING:
    import pytest

    from tests.integration.commanding import Shell


def test_a_token_is_shown_once_and_listed_without_it(desk: Shell) -> None:
    """Standard output is the token alone, for a script; the log has its name."""
    made = desk.run("token", "create", "night desk", "--scope", "operate", "--days", "90")
    token = made.out.strip()
    assert token.startswith("cdk_")
    assert "cannot be shown again" in made.err
    assert "operate  night desk" in desk.run("token", "list").out
    assert "revoke it" in desk.run("token", "create", "night desk", status=1).err
    desk.run("token", "revoke", "night desk")
    assert "no valid token" in desk.run("token", "revoke", "night desk", status=1).err
    [row] = [json.loads(line) for line in desk.run("token", "list", "--json").out.splitlines()]
    assert (row["name"], row["scope"]) == ("night desk", "operate")
    assert row["revoked_at"]
    log = (config.load().logs / "copydesk.jsonl").read_text(encoding="utf-8")
    assert '"token_name": "night desk"' in log or '"token_name":"night desk"' in log
    assert token not in log


def test_tokens_of_the_configuration_are_listed_by_name(
    desk: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither they nor their hashes are shown."""
    monkeypatch.setenv("COPYDESK_API_TOKEN", "open sesame")
    monkeypatch.setenv("COPYDESK_API_TOKENS__ARCHIVE__SHA256", "ab" * 32)
    listed = desk.run("token", "list").out
    assert "read     archive  in the configuration" in listed
    assert "operate  api_token" in listed
    for out in (listed, desk.run("config", "show").out, desk.run("config", "show", "--json").out):
        assert "sesame" not in out
        assert "abab" not in out
