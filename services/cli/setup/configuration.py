"""`copydesk config`: the settings in force and where each comes from."""

from __future__ import annotations

import json as json_
import os
from typing import TYPE_CHECKING, Annotated, Any

import typer
from pydantic import SecretStr
from rich.console import Console
from rich.text import Text

from services.cli.commands import examples, new_app
from services.cli.output.json_lines import write_line
from shared import config
from shared.config import Settings
from shared.config.described import described
from shared.config.settings import file_of

if TYPE_CHECKING:
    from collections.abc import Iterator

app = new_app("Show the settings and where they come from.")

WHY = Annotated[bool, typer.Option("--why", help="Each with its unit and its reason.")]
JSON = Annotated[bool, typer.Option("--json", help="One JSON object.")]

WIDTH = max(map(len, Settings.model_fields))

HIDDEN = "(set, not shown)"


@app.command(
    epilog=examples(
        "copydesk config show",
        "copydesk config show --why",
        "copydesk config show --json | jq .home",
    )
)
def show(*, why: WHY = False, json: JSON = False) -> None:
    """
    Show every setting with its value and where it comes from.

    Settings come from the environment (COPYDESK_…), then from copydesk.toml in the home.
    """
    settings = config.load()
    rows = list(_rows(settings))
    if json:
        write_line(json_.dumps({name: value for name, value, _ in rows}, default=str))
        return
    console = Console(highlight=False, soft_wrap=True)
    reasons = {each.name: each for each in described()} if why else {}
    for name, value, origin in rows:
        style = "" if origin == "default" else "bold"
        unit = f" {reasons[name].unit}" if why and reasons[name].unit and value else ""
        console.print(
            Text.assemble(
                (f"{name:<{WIDTH}} ", style), (_text(value) + unit, style), (f"   {origin}", "dim")
            )
        )
        if why:
            console.print(Text(f"    {reasons[name].why}\n", "dim"))


@app.callback(epilog=examples("copydesk config show", "copydesk config show --why"))
def _config() -> None:
    """Show the settings and where they come from."""


def _rows(settings: Settings) -> Iterator[tuple[str, Any, str]]:
    for name in Settings.model_fields:
        yield name, _shown(name, getattr(settings, name)), _origin(settings, name)


def _shown(name: str, value: Any) -> Any:  # noqa: ANN401 - any setting
    """Return a setting without its secrets."""
    if isinstance(value, SecretStr):
        return HIDDEN if value.get_secret_value() else ""
    if name.endswith("_url") and "@" in str(value):
        scheme, _, rest = str(value).partition("://")
        return f"{scheme}://…@{rest.rsplit('@', maxsplit=1)[-1]}"
    if isinstance(value, dict):
        # a secret among them is shown as stars, the hash of a token not at all
        return {
            key: each.model_dump(mode="json", exclude_unset=True, exclude={"sha256"})
            for key, each in value.items()
        }
    return value


def _origin(settings: Settings, name: str) -> str:
    variable = f"COPYDESK_{name.upper()}"
    if any(key == variable or key.startswith(variable + "__") for key in os.environ):
        return variable
    if name in settings.model_fields_set:
        return str(file_of(settings.home))
    return "default"


def _text(value: Any) -> str:  # noqa: ANN401 - any setting
    if value == "":
        return "(empty)"
    return json_.dumps(value) if isinstance(value, dict) else str(value)
