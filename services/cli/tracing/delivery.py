"""A delivery as `trace` shows it: what was received, how often it was tried, how it ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from services.cli.output.grid import Grid
from services.telling.remarks import is_part, items_told
from services.telling.remedies import remedy
from services.telling.timeline import steps
from services.telling.words import duration, moment, plain, size
from shared.domain.delivery import OutcomeWord, State
from shared.raw import open_raw

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from services.telling.timeline import Step
    from shared.config import Settings
    from shared.storage.reading import Row

BAR = 24
"""Columns of the timeline's bars."""

MOST_ITEMS = 20
"""Rejected items that are shown one by one."""


def delivery_page(
    row: Row, rejected: Sequence[Row], settings: Settings, *, first: Row | None = None
) -> Text:
    """Return the page of a delivery; `first` is the one that brought the same bytes before."""
    grid = Grid(f"{row['name']}", f"delivery {row['id']}")
    _add_receipt(grid, row, settings)
    _add_way(grid, row)
    _add_end(grid, row)
    if first is not None:
        received = moment(first["received_at"])
        grid.add("same bytes as", str(first["id"]), f"{first['name']}, received {received}")
    for item in rejected[:MOST_ITEMS]:
        grid.add("not taken", f"{item['item']}", f"{plain(item['reason'])}: {item['detail']}")
    if len(rejected) > MOST_ITEMS:
        grid.add("", f"and {len(rejected) - MOST_ITEMS} more: GET /deliveries/{row['id']}")
    return grid.text


def _add_receipt(grid: Grid, row: Row, settings: Settings) -> None:
    grid.add("received", moment(row["received_at"], parts="milliseconds"), f"{row['lane']} lane")
    grid.add("provider", row["provider"])
    if row["import_id"]:
        grid.add("import", str(row["import_id"]))
    if row["modified_at"]:
        grid.add("file dated", moment(row["modified_at"]))
    grid.add("bytes", size(row["size"]), open_raw(settings).place(row["sha256"]))


def _add_way(grid: Grid, row: Row) -> None:
    if row["state"] == State.PROCESSING:
        until = moment(row["lease_until"])
        grid.add("processing", f"by {row['lease_owner']}", f"its lease lasts until {until}")
        if row["items"]:
            grid.add("so far", items_told(row["items"]))
    elif row["state"] == State.RECEIVED:
        hinted = f"a message was sent {moment(row['hinted_at'])}" if row["hinted_at"] else ""
        later = f"not before {moment(row['not_before'])}" if row["not_before"] else ""
        again = ", to be read again" if row["rereading"] else ""
        grid.add("waiting", f"for a worker{again}", ", ".join(filter(None, (hinted, later))))
    tries = row["attempts"]
    if tries:
        grid.add("tried", "once" if tries == 1 else f"{tries} times")
    if row["task_id"]:
        grid.add("task", row["task_id"])


def _add_end(grid: Grid, row: Row) -> None:
    if row["state"] != State.DONE:
        return
    after = duration(row["finished_at"] - row["received_at"])
    grid.add("finished", moment(row["finished_at"], parts="milliseconds"), f"after {after}")
    for number, step in enumerate(steps(row["timings"] or {})):
        _add_step(grid, step, "" if number else "stages")
    style = "red" if row["outcome"] == OutcomeWord.QUARANTINED else "green"
    grid.add("outcome", Text(plain(row["outcome"]), f"bold {style}"))
    items: Mapping[str, int] = row["items"] or {}
    if is_part(row["outcome"], row["reason"]):
        grid.add("items", items_told(items, row["reason"]), row["detail"] or "")
        return
    if row["reason"]:
        grid.add("reason", plain(row["reason"]), row["detail"] or "")
    if row["outcome"] == OutcomeWord.QUARANTINED and (told := remedy(row["reason"])):
        grid.add("what to do", told)
    if sum(items.values()) > 1:
        grid.add("items", items_told(items))


def _add_step(grid: Grid, step: Step, label: str) -> None:
    """Add a line of the timeline: a bar that begins where the stage before it ended."""
    start = min(round(step.start * BAR), BAR - 1)
    length = max(1, round((step.start + step.share) * BAR) - start)
    line = Text(f"{step.stage:<12}{step.ms:>10,.1f} ms  ")
    line.append(" " * start + "━" * length, "cyan")
    grid.add(label, line, " " * (BAR - start - length) + step.meaning)
