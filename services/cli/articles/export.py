"""`copydesk export`: every stored article, as one JSON object a line or as a table in columns."""

from __future__ import annotations

import contextlib
import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from services.api.answers.schemas import StoredItem
from services.cli.commands import examples
from services.cli.opening import opened
from services.cli.output.json_lines import write_line
from shared import config
from shared.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

EXAMPLES = {
    "export": examples(
        "copydesk export > articles.jsonl",
        "copydesk export --output articles.jsonl",
        "copydesk export --format parquet --output articles.parquet",
        "copydesk export --since 1200        what was stored or touched after that change",
        "copydesk export | jq -r 'select(.canonical) | .headline'",
    )
}


class Format(StrEnum):
    """How articles are written."""

    JSONL = "jsonl"
    PARQUET = "parquet"


FORMAT = Annotated[Format, typer.Option("--format", "-f", help="parquet: with --output.")]
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

    The lines come from one consistent look at the database, also while articles arrive. Parquet has
    the same keys as columns.
    """
    if format_ is Format.PARQUET and output is None:
        raise UserError("--format parquet wants --output FILE: it is no text for a terminal")
    with (
        opened(config.load()) as storage,
        storage.reading() as reading,
        contextlib.closing(reading.export(since)) as rows,
    ):
        articles = (StoredItem.model_validate(row) for row in rows)
        if output is None:
            for article in articles:
                write_line(article.model_dump_json())
            sys.stdout.flush()
            return
        with _whole(output) as unfinished:
            WRITERS[format_](articles, unfinished)


@contextlib.contextmanager
def _whole(output: Path) -> Iterator[Path]:
    """Give the file to write, which takes its name when it is whole; raises `UserError`."""
    if output.exists() and not output.is_file():
        raise UserError(f"{output} is no file: name one, there or new, to write to")
    unfinished = output.with_name(f"{output.name}.part")
    try:
        yield unfinished
        with unfinished.open("rb") as file:
            os.fsync(file.fileno())
        unfinished.replace(output)
    except OSError as error:
        raise UserError(f"{unfinished}: {error.strerror or error}") from error
    finally:
        unfinished.unlink(missing_ok=True)


def _write_lines(articles: Iterator[StoredItem], file: Path) -> None:
    with file.open("w", encoding="utf-8") as lines:
        for article in articles:
            lines.write(article.model_dump_json() + "\n")


def _write_columns(articles: Iterator[StoredItem], file: Path) -> None:
    from services.cli.articles import parquet  # noqa: PLC0415 - a third of a second, for who asks for it

    parquet.write(articles, file)


WRITERS: Mapping[Format, Callable[[Iterator[StoredItem], Path], None]] = {
    Format.JSONL: _write_lines,
    Format.PARQUET: _write_columns,
}
