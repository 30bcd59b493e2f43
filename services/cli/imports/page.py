"""One import for people and for programs: a line of the list, the page of one, an object."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.text import Text

from services.cli.output.grid import Grid
from services.telling.words import counted, duration, moment, size
from shared.domain.imports import ImportState

if TYPE_CHECKING:
    from datetime import datetime

    from shared.domain.imports import BeingRead, ImportStanding

STYLES = {
    ImportState.DONE: "green",
    ImportState.PAUSED: "yellow",
    ImportState.INTERRUPTED: "yellow",
    ImportState.CANCELLED: "red",
}

WIDEST = max(len(state) for state in ImportState)

REMARKS = {
    ImportState.INTERRUPTED: "the same import command again goes on",
    ImportState.PAUSED: "./copydesk imports resume lets it go on",
}


def import_line(standing: ImportStanding) -> Text:
    """Return an import's line: id, state, how far, how fast, and what was given."""
    about = standing.about
    return Text.assemble(
        (f"{about.id.hex[-6:]}  ", "bold"),
        (f"{moment(about.started_at, parts='minutes')}  ", "dim"),
        (f"{standing.state:<{WIDEST}}  ", STYLES.get(standing.state, "")),
        f"{standing.read:,} of {_expected(standing)}  ",
        ("".join(f"{each}  " for each in (_speed(standing), *containers(standing)) if each), "dim"),
        " ".join(about.paths),
    )


def import_page(standing: ImportStanding) -> Text:
    """Return the head of an import's report; its table follows."""
    about = standing.about
    grid = Grid(f"import {about.id.hex[-6:]}", str(about.id))
    for path in about.paths:
        grid.add("given", path)
    if about.provider:
        grid.add("provider", about.provider)
    state = Text(standing.state, STYLES.get(standing.state, ""))
    grid.add("state", state, REMARKS.get(standing.state, ""))
    grid.add("begun", moment(about.started_at))
    if about.finished_at:
        took = duration(about.finished_at - about.started_at)
        grid.add("ended", moment(about.finished_at), f"after {took}")
    grid.add("files", f"{standing.read:,} of {_expected(standing)} read", _speed(standing))
    for number, each in enumerate(standing.being_read):
        grid.add("" if number else "being read", each.name, _so_far(each))
    grid.add("size", size(about.size))
    return grid.text


def json_of(standing: ImportStanding) -> dict[str, Any]:
    """Return an import as an object; times are ISO 8601, sizes bytes."""
    about = standing.about
    times = ("started_at", "read_at", "paused_at", "cancelled_at", "finished_at")
    left = standing.seconds_left
    return {
        "id": about.id,
        "state": standing.state,
        "paths": about.paths,
        "provider": about.provider,
        **{name: _iso(getattr(about, name)) for name in times},
        "expected": about.expected,
        "files": about.files,
        "size": about.size,
        "skipped": dict(about.skipped),
        "done": standing.done,
        "open": standing.open,
        "outcomes": dict(standing.outcomes),
        "reasons": {word: dict(reasons) for word, reasons in standing.reasons.items()},
        "being_read": {each.name: each.items for each in standing.being_read},
        "rate": round(standing.rate, 2),
        "seconds_left": round(left, 1) if left is not None else None,
    }


def _iso(value: datetime | None) -> str | None:
    return value.isoformat() if value is not None else None


def _expected(standing: ImportStanding) -> str:
    """Return how many files it has, as far as that is known."""
    registered = standing.done + standing.open
    expected = max(registered, standing.about.expected or 0)
    whole = standing.about.read_at is not None or standing.about.expected is not None
    return counted(expected, "file", "files") + ("" if whole else " so far")


def _speed(standing: ImportStanding) -> str:
    left = standing.seconds_left
    parts = [f"{standing.rate:,.1f}/s"] if standing.rate and standing.is_moving else []
    return ", ".join(parts + ([f"{duration(left)} left"] if left is not None else []))


def containers(standing: ImportStanding) -> list[str]:
    """Return `feed.xml: 4,096 items so far` for each container that is being read."""
    return [f"{each.name.rpartition('/')[2]}: {_so_far(each)}" for each in standing.being_read]


def _so_far(container: BeingRead) -> str:
    return f"{counted(container.items, 'item', 'items')} so far"
