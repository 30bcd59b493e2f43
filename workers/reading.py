"""
From bytes to articles: parse and normalise one file under limits, whatever it holds.

The pure half of the pipeline: no queue, no database. `copydesk parse` runs it as it is.
"""

from __future__ import annotations

import os
import time
from dataclasses import replace
from datetime import timedelta
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Final

import structlog

from shared.domain.values import dataclass
from shared.errors import Reason, Rejected
from workers.limits.confinement import Confined, Confinement
from workers.limits.time_and_memory import Overtime, TimeLimit
from workers.normalise.article import normalise
from workers.normalise.claims.choosing import Profile
from workers.parsers import registry
from workers.parsers.base import Limits, ParseContext, RawFile, RejectedItem, defect, is_of_disk
from workers.words.mending import whole

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from shared.config import Settings
    from shared.domain.article import Article
    from shared.domain.delivery import Delivery
    from workers.limits.watchdog import Watchdog
    from workers.parsers.base import Parsed

log = structlog.get_logger(__name__)


_PROVIDERS = 256
"""Of so many the profile is kept."""

TOO_LARGE: Final = "reading it took more memory than the limit"


@dataclass(slots=True)
class Clock:
    """Seconds spent in each stage of reading one file."""

    parse: float = 0.0
    normalise: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One file to read, and what is known of it besides its bytes."""

    name: str
    path: Path | str
    provider: str
    received_at: datetime
    modified_at: datetime | None = None
    url: str | None = None

    @classmethod
    def of(cls, delivery: Delivery, path: Path | str) -> Source:
        """Return a delivery as a file to read, with its bytes at a path."""
        return cls(
            name=delivery.name,
            path=path,
            provider=delivery.provider,
            received_at=delivery.received_at,
            modified_at=delivery.modified_at,
        )


class Reader:
    """Reads files into articles; one per process."""

    def __init__(self, settings: Settings, watchdog: Watchdog | None = None) -> None:
        """Take the limits and the providers' profiles; the watchdog of a worker's process."""
        self._seconds = settings.parse_seconds
        self._logs = os.path.realpath(settings.logs)
        self._limits = Limits(file_bytes=settings.max_file_mb * 1024 * 1024)
        self._known = settings.profile
        self._profile_of = lru_cache(maxsize=_PROVIDERS)(self._profile)
        self._watchdog = watchdog

    @cached_property
    def _limit(self) -> TimeLimit:
        """The time limit of an item; made where files are read, in the main thread."""
        return TimeLimit(self._seconds)

    def read(self, source: Source, clock: Clock) -> Iterator[Article | RejectedItem]:
        """
        Yield the articles of a file and, among them, the items that were not taken.

        Raises `Rejected` where the file as a whole cannot be taken.
        """
        for parsed in self.parsed(source, clock):
            yield self.normalised(parsed, source, clock)

    def parsed(self, source: Source, clock: Clock) -> Iterator[Parsed]:
        """
        Yield the items of a file as its parser found them, each by a label of its own.

        Raises `Rejected` as `read` does. Each item has the time limit to itself, so that a long
        feed is no slow file.
        """
        known = self._known(source.provider)
        context = ParseContext(
            provider=source.provider,
            url=source.url,
            modified_at=source.modified_at,
            mapping=known.paths,
            limits=self._limits,
            read=registry.read,
        )
        labels = _Labels()
        for item in self._guarded(RawFile(name=source.name, path=str(source.path)), context, clock):
            label = labels.unique(whole(item.item))
            yield item if label == item.item else replace(item, item=label)

    def normalised(
        self, parsed: Parsed, file: Source | Delivery, clock: Clock
    ) -> Article | RejectedItem:
        """Return the article of an item of a file; whatever breaks costs that item alone."""
        if isinstance(parsed, RejectedItem):
            return parsed
        started = time.perf_counter()
        self._step()
        try:
            return normalise(
                parsed,
                self._profile_of(file.provider),
                now=file.received_at,
                modified_at=file.modified_at,
            )
        except Rejected as error:
            return RejectedItem(parsed.item, error)
        except MemoryError:
            return RejectedItem(parsed.item, Rejected(Reason.TOO_MUCH_MEMORY, TOO_LARGE))
        except Exception as error:
            if isinstance(error, OSError) and is_of_disk(error):
                raise  # what it reads of its own: the data of languages, of time zones
            log.exception("normalise_failed", name=file.name, item=parsed.item)
            return RejectedItem(parsed.item, defect(error))
        finally:
            clock.normalise += time.perf_counter() - started

    def _step(self) -> None:
        """Let the watchdog wake: an item begins."""
        if self._watchdog is not None:
            self._watchdog.step()

    def rest(self) -> None:
        """Let the watchdog sleep: nothing is read until the next item is asked for."""
        if self._watchdog is not None:
            self._watchdog.rest()

    def _guarded(self, file: RawFile, context: ParseContext, clock: Clock) -> Iterator[Parsed]:
        """Yield what the parsers make of a file; whatever breaks becomes a `Rejected`."""
        items = iter(registry.read(file, context))
        limit = self._limit
        # a library's own log line may have to open the log anew
        confinement = Confinement(self._logs)
        while True:
            started = time.perf_counter()
            self._step()
            try:
                with limit, confinement:
                    parsed = next(items)
            except StopIteration:
                return
            except Rejected:
                raise
            except (Exception, Overtime) as error:
                if _is_passing(error, file):
                    raise
                raise self._refusal(error, file) from error
            finally:
                clock.parse += time.perf_counter() - started
            _log_defect(file, parsed)
            yield parsed

    def _profile(self, provider: str) -> Profile:
        known = self._known(provider)
        return Profile(
            provider=known.name or provider,
            zone=known.zone,
            language=known.language,
            source=known.source,
            embargo=timedelta(minutes=known.embargo_minutes) if known.embargo_minutes else None,
        )

    def _refusal(self, error: BaseException, file: RawFile) -> Rejected:
        """Return why a file is not taken, in the words of `Reason`."""
        match error:
            case Overtime():
                return Rejected(Reason.TOO_SLOW, f"reading it took longer than {self._seconds:g} s")
            case MemoryError():
                return Rejected(Reason.TOO_MUCH_MEMORY, TOO_LARGE)
            case RecursionError():
                return Rejected(Reason.TOO_DEEP, "it is nested deeper than can be read")
            case FileNotFoundError():
                return Rejected(Reason.BYTES_MISSING, f"the raw store has not its bytes: {error}")
            case _:
                log.error("parser_failed", name=file.name, exc_info=error)
                return defect(error)


def _is_passing(error: BaseException, file: RawFile) -> bool:
    """Tell a failure of the disk, which may pass, from bytes that are gone or broken."""
    gone = isinstance(error, FileNotFoundError) and error.filename == file.path
    if not isinstance(error, OSError) or gone or isinstance(error, Confined):
        return False
    return is_of_disk(error)


def _log_defect(file: RawFile, parsed: Parsed) -> None:
    """Log a defect that a container contained, whole, and let go of its trace."""
    if isinstance(parsed, RejectedItem) and parsed.rejected.reason is Reason.PARSER_FAILED:
        cause, parsed.rejected.__cause__ = parsed.rejected.__cause__, None
        log.error("parser_failed", name=file.name, item=parsed.item, exc_info=cause)


class _Labels:
    """Keeps the labels of a delivery's items apart, should a container repeat a name."""

    def __init__(self) -> None:
        self._seen: dict[str, int] = {}

    def unique(self, label: str) -> str:
        times = self._seen[label] = self._seen.get(label, 0) + 1
        return label if times == 1 else f"{label}~{times}"
