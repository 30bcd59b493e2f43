"""`copydesk up`: everything on this machine."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import structlog
from rich.console import Console

from services.supervisor.up import run
from shared import config, logs

if TYPE_CHECKING:
    from pathlib import Path

    from shared.config import Settings


def up(*, workers: int | None = None, home: Path | None = None, port: int | None = None) -> None:
    """Start everything and stay until Ctrl-C."""
    settings = config.load(home=home, workers=workers, api_port=port)
    settings.make_folders()
    logs.configure("up", settings)
    run(settings, ready=_greet)
    structlog.get_logger(__name__).info("stopped")


def _greet(settings: Settings) -> None:
    """Say where to drop, what, and where to look."""
    console = Console(highlight=False, soft_wrap=True)
    console.print(
        f"""
[bold]Copydesk is up.[/bold]
  drop files here   {settings.inbox}
                    a sub-folder names the provider: {settings.inbox.name}/reuters/…
  the desk          {_address(settings)}
  read articles     {_address(settings)}/articles
  look              ./copydesk status · trace FILE · logs --follow · export
  stop              Ctrl-C
"""
    )


def _address(settings: Settings) -> str:
    """Return where the API listens, as it says itself: port 0 means any free one."""
    told = json.loads((settings.run / "api.json").read_text(encoding="utf-8"))
    return str(told["url"])
