"""`copydesk parse`: files to articles in this process, one JSON object a line."""

from __future__ import annotations

import atexit
import os
import shutil
import sys
import tempfile
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import structlog
import typer

from services.api.answers.schemas import Item
from services.cli.articles.side_by_side import End, SideBySide
from services.cli.commands import examples
from services.cli.output.json_lines import json_of, write_line
from services.file_names import shown
from shared import clock, config, logs
from shared.domain.article import Article, Field
from shared.domain.delivery import DEFAULT_PROVIDER
from shared.errors import Reason, Rejected
from shared.litter import left_alone
from shared.storage.tables.rows import provenance_json
from workers.limits.time_and_memory import limit_memory
from workers.reading import Clock, Reader, Source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from shared.config import Settings

log = structlog.get_logger(__name__)

GRACE_SECONDS = 5.0
"""Beyond `parse_seconds`: a reader that does not end by itself by then is ended from outside."""

EXAMPLES = {
    "parse": examples(
        "copydesk parse page.html",
        "copydesk parse page.html --url https://example.org/news/1",
        "copydesk parse archive/ | jq -r .headline",
        "curl -s https://example.org/news/1 | copydesk parse -",
        fails="a file was rejected",
    )
}

FILES = Annotated[
    list[str], typer.Argument(metavar="FILE", help="Files, folders, or - for standard input.")
]
URL = Annotated[
    str | None, typer.Option(metavar="URL", help="Where the page came from; for all the files.")
]
PROVIDER = Annotated[
    str, typer.Option("--provider", "-p", metavar="NAME", help="Whose profile to read with.")
]


def parse(*, files: FILES, url: URL = None, provider: PROVIDER = DEFAULT_PROVIDER) -> None:
    """
    Read files into articles: no server, no database.

    One JSON object a line for each article. A file that is rejected gives a line with `file` and
    `error`, and the exit status is 1 in the end.
    """
    settings = config.load()
    logs.configure("parse", settings, console=False)
    silence = settings.parse_seconds + GRACE_SECONDS
    rejected, articles = False, 0
    with SideBySide(partial(_begin, settings), count=settings.workers, silence_seconds=silence) as (
        pool
    ):
        for source, read in pool.run(_sources(files, url, provider)):
            if isinstance(read, Item):
                articles += 1
                write_line(read.model_dump_json())
            elif isinstance(read, dict):
                write_line(json_of(read))
            else:
                if read is not End.DONE:
                    write_line(json_of({"file": source.name, "error": _lost(read, silence)}))
                rejected, articles = rejected or not articles, 0
    if rejected:
        raise typer.Exit(1)


def _begin(settings: Settings) -> Callable[[Source], Iterator[Item | dict[str, str]]]:
    """Make the reader of a child process, and limit what it may use."""
    reader = Reader(settings)
    limit_memory(settings.parse_memory_mb)
    return partial(_read, reader)


def _lost(how: End, silence: float) -> str:
    """Return the error of a file whose process was lost."""
    if how is End.SILENT:
        return f"{Reason.TOO_SLOW}: reading it gave no sign for {silence:g} s and was ended"
    return f"{Reason.WORKER_KILLED}: the process that read it died"


def _source(name: str, path: Path, *, url: str | None, provider: str) -> Source:
    try:
        modified_at = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except OSError:
        modified_at = None  # what is wrong is said when it is read
    return Source(
        name=name,
        path=path,
        provider=provider,
        received_at=clock.now(),
        modified_at=modified_at,
        url=url,
    )


def _read(reader: Reader, source: Source) -> Iterator[Item | dict[str, str]]:
    """Yield the articles of a file; for what is not taken, what and why."""
    try:
        Path(source.path).open("rb").close()  # a name that is not there is no loss of the raw store
        for read in reader.read(source, Clock()):
            if isinstance(read, Article):
                yield _item(source, read)
            else:
                yield {"file": source.name, "item": read.item, "error": str(read.rejected)}
    except Rejected as error:
        yield {"file": source.name, "error": str(error)}
    except OSError as error:
        yield {"file": source.name, "error": f"unreadable: {_why(source.name, error)}"}
    except Exception as error:
        log.exception("parse_failed", name=source.name)
        kind = f"{type(error).__name__}: {error}"
        yield {"file": source.name, "error": f"{Reason.PARSER_FAILED}: a defect: {kind}"}


def _why(name: str, error: OSError) -> str:
    if "://" in name:
        return f"this is an address, and nothing is fetched: curl -s {name} | copydesk parse -"
    return os.strerror(error.errno or 0)


def _item(source: Source, article: Article) -> Item:
    provenance = provenance_json(article.provenance)
    if article.url is None and source.url is not None:
        provenance[Field.URL] = {"source": "as given"}  # not every format looks for an address
    return Item(
        file=source.name,
        item=article.item,
        headline=article.headline,
        authors=list(article.authors),
        editors=list(article.editors),
        source=article.source,
        published_at=article.published_at,
        updated_at=article.updated_at,
        language=article.language,
        url=article.url or source.url,
        guid=article.guid,
        keywords=list(article.keywords),
        body=article.text,
        parser=article.parser,
        provenance=provenance,
    )


def _sources(files: Iterable[str], url: str | None, provider: str) -> Iterator[Source]:
    for name, path in _walk(files):
        yield _source(name, path, url=url, provider=provider)


def _walk(given: Iterable[str]) -> Iterator[tuple[str, Path]]:
    """Yield each file with the name to show; in folders, what the watcher would take."""
    for name in given:
        path = Path(name)
        if name == "-":
            yield name, _standard_input()
        elif path.is_dir():
            for folder, folders, files in os.walk(path):
                folders[:] = sorted(each for each in folders if not left_alone(each))
                for file in sorted(each for each in files if not left_alone(f"{folder}/{each}")):
                    inner = Path(folder) / file
                    yield shown(str(inner)), inner
        else:
            yield shown(name), path


def _standard_input() -> Path:
    """Keep standard input in a file until this process ends: parsers read it more than once."""
    folder = Path(tempfile.mkdtemp(prefix="copydesk-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    with (folder / "stdin").open("wb") as copy:
        shutil.copyfileobj(sys.stdin.buffer, copy)
    return folder / "stdin"
