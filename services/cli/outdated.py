"""Processes that began before the settings were changed: they work with what was there before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from services.cli.output.failing import say
from shared.config.settings import file_of
from shared.processes import readiness

if TYPE_CHECKING:
    from shared.config import Settings

REMEDY = "end ./copydesk up with Ctrl-C and start it again: settings are read at the start"


def outdated(settings: Settings) -> list[str]:
    """Return the roles of this machine that began before the file of settings was last written."""
    try:
        written = file_of(settings.home).stat().st_mtime
    except FileNotFoundError:
        return []
    began = ((role, readiness.since(settings, role)) for role in readiness.ROLES)
    return [role for role, at in began if at is not None and at < written]


def warn_of_outdated_workers(settings: Settings) -> None:
    """Say it on standard error where files would be read as they were before."""
    if "worker" in outdated(settings):
        say(f"the settings were changed after the worker began; {REMEDY}, and then give this again")
