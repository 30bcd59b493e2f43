"""`copydesk token`: who may use the API and the desk, and what they may do there."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Annotated, Any

import structlog
import typer
from rich.console import Console
from rich.text import Text

from services.cli.commands import examples, new_app
from services.cli.opening import opened
from services.cli.output.failing import say
from services.cli.output.json_lines import json_of, write_line
from services.telling.words import moment
from shared import clock, config, ids, logs
from shared.domain.access import Scope, hash_of, new_token
from shared.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from shared.config import Settings

log = structlog.get_logger(__name__)

app = new_app("Make, list and revoke tokens for the API and the desk.")

NAME = Annotated[str, typer.Argument(metavar="NAME", help="Who will hold it, or what for.")]
SCOPE = Annotated[Scope, typer.Option(help="read: see all; operate: also change things.")]
DAYS = Annotated[
    int | None,
    typer.Option(min=1, metavar="N", help="It runs out after so many days; default: never."),
]
JSON = Annotated[bool, typer.Option("--json", help="One JSON object a line.")]


@app.command(
    epilog=examples(
        "copydesk token create archive",
        "copydesk token create night-desk --scope operate --days 90",
    ),
)
def create(*, name: NAME, scope: SCOPE = Scope.READ, days: DAYS = None) -> None:
    """
    Make a token and show it: this once, for only its hash is kept.

    From the first token on, everyone needs one, on this machine too.
    """
    settings = config.load()
    if name in settings.api_tokens:
        raise UserError(f"the configuration has a token named {name!r}: name another")
    token, now = new_token(), clock.now()
    with opened(settings) as storage, storage.unit_of_work() as uow:
        uow.tokens.add(
            ids.uuid7(),
            name=name,
            scope=scope,
            sha256=hash_of(token),
            at=now,
            expires_at=now + timedelta(days=days) if days else None,
        )
        uow.commit()
    logs.configure("cli", settings, console=False)
    log.info("token_created", token_name=name, scope=scope)
    write_line(token)
    say(f"this is {name}'s token ({scope}); it is not kept and cannot be shown again")


@app.command("list", epilog=examples("copydesk token list", "copydesk token list --json"))
def list_(*, json: JSON = False) -> None:
    """
    List the tokens of the database and of the configuration.

    Who holds each, what it may do, until when; never a token itself.
    """
    settings = config.load()
    with opened(settings) as storage, storage.tokens() as tokens:
        rows = [*tokens.all(), *_configured(settings)]
    console = Console(highlight=False, soft_wrap=True)
    for row in rows:
        if json:
            write_line(json_of(row))
        else:
            console.print(_line(row, clock.now()))


@app.command(epilog=examples("copydesk token revoke night-desk"))
def revoke(*, name: NAME) -> None:
    """Let a token open nothing any more, from this moment on."""
    settings = config.load()
    with opened(settings) as storage, storage.unit_of_work() as uow:
        revoked = uow.tokens.revoke(name, clock.now())
        uow.commit()
    if not revoked:
        raise UserError(
            f"there is no valid token {name!r} in the database: see copydesk token list"
        )
    logs.configure("cli", settings, console=False)
    log.info("token_revoked", token_name=name)
    say(f"{name}'s token is refused from now on")


@app.callback(
    epilog=examples(
        "copydesk token create archive",
        "copydesk token list",
        "copydesk token revoke archive",
    )
)
def _token() -> None:
    """Make, list and revoke tokens for the API and the desk."""


def _configured(settings: Settings) -> Iterator[Mapping[str, Any]]:
    """Yield the configuration's tokens like rows."""
    for name, token in settings.api_tokens.items():
        yield {"name": name, "scope": token.scope, "kept_in": "configuration"}
    if settings.api_token.get_secret_value():
        yield {"name": "api_token", "scope": Scope.OPERATE, "kept_in": "configuration"}


def _line(row: Mapping[str, Any], now: datetime) -> Text:
    text = Text(f"{row['scope']:<8} {row['name']}")
    if "kept_in" in row:
        return text.append("  in the configuration", "dim")
    text.append(f"  made {moment(row['created_at'])}", "dim")
    if row["revoked_at"]:
        text.append(f"  revoked {moment(row['revoked_at'])}", "red")
    elif row["expires_at"]:
        word = "ran out" if row["expires_at"] <= now else "until"
        text.append(f"  {word} {moment(row['expires_at'])}", "yellow")
    return text
