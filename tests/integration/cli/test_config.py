"""`copydesk config`: each setting with its origin."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from tests.integration.commanding import Shell


def test_config_tells_why(shell: Shell, home: Path) -> None:
    """Each value with its unit and its reason; a mistake has its line and the nearest name."""
    file = home / "copydesk.toml"
    file.write_text("settle_seconds = 3\n", encoding="utf-8")
    told = shell.run("config", "show", "--why").out
    assert f"3.0 s   {file}" in " ".join(told.split("\n")).replace("  settle", "settle")
    assert "a file is whole when it stood still for so long" in told
    file.write_text("setle_seconds = 3\n", encoding="utf-8")
    said = shell.run("config", "show", status=1).err
    assert f"{file}, line 1: setle_seconds: there is no such setting" in said
    assert "did you mean settle_seconds?" in said


def test_config_shows_each_value_with_its_origin_and_no_secret(
    shell: Shell, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Environment, file or default; passwords and tokens stay hidden."""
    (home / "copydesk.toml").write_text("batch_items = 7\n", encoding="utf-8")
    monkeypatch.setenv("COPYDESK_API_TOKEN", "open sesame")
    monkeypatch.setenv("COPYDESK_DATABASE_URL", "postgresql+psycopg://me:secret@db/copydesk")
    out = shell.run("config", "show").out
    lines = {line.split()[0]: line for line in out.splitlines()}
    assert "secret" not in out
    assert "sesame" not in out
    assert "db/copydesk" in lines["database_url"]
    assert lines["api_token"].endswith("COPYDESK_API_TOKEN")
    assert lines["batch_items"].endswith(str(home / "copydesk.toml"))
    assert lines["poll_seconds"].endswith("default")
    assert json.loads(shell.run("config", "show", "--json").out)["batch_items"] == 7
