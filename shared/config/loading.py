"""Reading the settings, and refusing what is wrong in them with its place."""

from __future__ import annotations

import os

from pydantic import ValidationError
from pydantic_settings import SettingsError

from shared.config.described import names
from shared.config.mistakes import explained, misspelt, not_json
from shared.config.settings import Settings, file_of
from shared.errors import UserError


def load(**given: object) -> Settings:
    """
    Read the settings; `given` (from command-line options) wins over all.

    Raises `UserError` naming each wrong key, its file and line or its variable, and the nearest
    right one.
    """
    wanted = {key: value for key, value in given.items() if value is not None}
    file = file_of(wanted.get("home"))
    if os.environ.get("COPYDESK_CONFIG") and not file.is_file():
        raise UserError(f"COPYDESK_CONFIG names {file}, which is not there")
    lines: list[str] = []
    if any(name.startswith("COPYDESK_") for name in os.environ):
        lines += misspelt(os.environ, names())
    try:
        settings = Settings(**wanted)  # type: ignore[arg-type]  # checked by pydantic
    except ValidationError as error:
        lines += explained(error.errors(), file, names())
    except SettingsError as error:  # a table in a variable
        lines += not_json(error)
    except ValueError as error:
        raise UserError(f"{file} cannot be read: {error}") from error
    if lines:
        raise UserError("the configuration has a mistake:\n  " + "\n  ".join(lines))
    return settings.model_copy(update={"home": settings.home.expanduser().absolute()})
