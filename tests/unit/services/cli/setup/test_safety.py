"""What `doctor` says of tokens, secrets and the database's disk."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

import pytest
from pydantic import SecretStr

from services.cli.setup import safety
from services.cli.setup.checks import Verdict
from shared.config import Settings
from tests.unit.services.api.access.doors import Kept


def token(kept: Kept | None = None, **given: Any) -> Verdict:
    return safety._token(Settings(**given), cast("Any", kept or Kept())).verdict


def test_a_token_is_wanted_beyond_this_machine_and_not_a_short_one() -> None:
    """With the database away it is said that nobody knows."""
    assert token() is Verdict.OK
    assert token(api_host="0.0.0.0") is Verdict.FAIL
    assert token(Kept(ever=True), api_host="0.0.0.0") is Verdict.OK
    assert token(api_token=SecretStr("open sesame")) is Verdict.WARN
    assert token(Kept(away=True)) is Verdict.WARN


@pytest.mark.parametrize(
    ("mode", "text", "said"),
    [
        (0o644, 'api_token = "x"', True),
        (0o640, 'broker_url = "redis://u:p@h"', True),
        (0o644, 'secret = "signs what a hook is sent"', True),
        (0o600, 'api_token = "x"', False),
        (0o644, "workers = 2", False),
    ],
)
def test_secrets_that_others_can_read_are_said(
    tmp_path: Path, mode: int, text: str, *, said: bool
) -> None:
    """A configuration without any may be read by all."""
    path = tmp_path / "copydesk.toml"
    path.write_text(text)
    path.chmod(mode)
    assert bool(list(safety._configuration(path))) is said


@pytest.mark.parametrize(
    ("kind", "said"), [("nfs4", True), ("cifs", True), ("ext4", False), ("tmpfs", False)]
)
def test_sqlite_on_another_machines_disk_is_said(kind: str, *, said: bool) -> None:
    """The innermost mount is the one that counts."""
    mounts = (
        "21 1 8:1 / / rw - ext4 /dev/a rw\n"
        f"22 21 0:5 / /srv/my\\040home rw - {kind} b:/x rw\n"
        "23 21 0:6 / /srv rw - nfs c:/ rw\n"
    )
    found = list(safety._disk(Path("/srv/my home/copydesk.db"), mounts))
    assert [check.verdict for check in found] == [Verdict.FAIL] * said
