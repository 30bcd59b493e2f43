"""`copydesk export`: every stored article as one JSON object a line."""

from __future__ import annotations

import contextlib
import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from services.api.schemas import StoredItem
from services.cli.commands import examples
from services.cli.lines import write_line
from services.cli.opening import opened
from shared import config
from shared.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

EXAMPLES = {
    "export": examples(
        "copydesk export > articles.jsonl",
        "copydesk export --output articles.jsonl",
        "copydesk export --since 1200        what was stored or touched after that change",
        "copydesk export | jq -r 'select(.canonical) | .headline'",
    )
}


class Format(StrEnum):
    """How articles are written."""

    JSONL = "jsonl"
    PARQUET = "parquet"


FORMAT = Annotated[Format, typer.Option("--format", "-f", help="parquet is not there yet.")]
SINCE = Annotated[
    int, typer.Option(min=0, metavar="N", help="A number of the feed of changes; 0: all.")
]
OUTPUT = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="A file, written whole or not at all; default: standard output.",
    ),
]


def export(*, format_: FORMAT = Format.JSONL, since: SINCE = 0, output: OUTPUT = None) -> None:
    """
    Write every stored article, versions and copies too, one JSON object a line.

    The lines come from one consistent look at the database, also while articles arrive.
    """
    if format_ is Format.PARQUET:
        raise UserError("--format parquet is not there yet: use jsonl, which every tool reads")
    settings = config.load()
    with (
        opened(settings) as storage,
        storage.reading() as reading,
        contextlib.closing(reading.export(since)) as rows,
        _writer(output) as write,
    ):
        for row in rows:
            write(StoredItem.model_validate(row).model_dump_json())


@contextlib.contextmanager
def _writer(output: Path | None) -> Iterator[Callable[[str], object]]:
    """Give what writes a line: to standard output, or to a file that appears when it is whole."""
    if output is None:
        yield write_line
        sys.stdout.flush()
        return
    unfinished = output.with_name(f"{output.name}.part")
    try:
        with unfinished.open("w", encoding="utf-8") as file:
            yield lambda line: file.write(line + "\n")
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(output)
    finally:
        unfinished.unlink(missing_ok=True)
