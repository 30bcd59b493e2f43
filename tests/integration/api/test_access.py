"""Who may ask: tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.storage.schema.migrate import upgrade
from tests.integration.api.asking import NO_BROKER
from tests.integration.serving import served

if TYPE_CHECKING:
    from pathlib import Path

    from tests.integration.commanding import Shell


def test_with_a_token_nobody_reads_without_it(tmp_path: Path) -> None:
    """Every address asks for it, health included, and the answer does not tell it."""
    upgrade(f"sqlite:///{tmp_path / 'copydesk.db'}")
    with served(tmp_path, broker_url=NO_BROKER, api_token="open sesame") as client:
        for path in ("/articles", "/health", "/docs", "/nothing"):
            refused = client.get(path)
            assert (refused.status_code, refused.json()["status"]) == (401, 401)
            assert "sesame" not in refused.text
        wrong = client.get("/articles", headers={"Authorization": "Bearer open"})
        assert wrong.status_code == 401
        right = client.get("/articles", headers={"Authorization": "Bearer open sesame"})
        assert right.status_code == 200


def test_a_token_from_the_command_line_opens_until_it_is_revoked(
    shell: Shell, home_folder: Path
) -> None:
    """A running API asks for it from the moment it is made, and refuses it at once after."""
    upgrade(f"sqlite:///{home_folder / 'copydesk.db'}")
    with served(home_folder, broker_url=NO_BROKER) as client:
        assert client.get("/articles").status_code == 200
        made = shell.run("token", "create", "archive")
        shown = {"Authorization": f"Bearer {made.out.strip()}"}
        assert client.get("/articles").status_code == 401
        assert client.get("/articles", headers=shown).status_code == 200
        assert client.delete("/articles", headers=shown).status_code == 403
        shell.run("token", "revoke", "archive")
        assert client.get("/articles", headers=shown).status_code == 401
        assert client.get("/articles").status_code == 401
