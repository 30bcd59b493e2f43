"""A store whose files an older version read, badly or well, and this one reads again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from shared.clock import now
from shared.config import Settings
from shared.domain.searching import parse
from tests.integration.receiving import Receiving
from workers.reading import Reader

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from uuid import UUID

    from shared.domain.article import Article
    from shared.domain.delivery import Delivery
    from workers.batches.steps import Step
    from workers.parsers.base import Parsed
    from workers.reading import Clock, Source


MENU = tuple(f"All of today's news about {word}, with pictures." for word in "abcdefgh")


class Older(Reader):
    """A reader that makes of each article what `spoils` does: None leaves it out."""

    def __init__(self, settings: Settings, spoils: Callable[[Article], Article | None]) -> None:
        super().__init__(settings)
        self._spoils = spoils

    def parsed(self, source: Source, clock: Clock) -> Iterator[Parsed]:
        """Yield the items that an older version would have found."""
        for item in super().parsed(source, clock):
            if self._spoilt(item, source, clock) is not None:
                yield item

    def normalised(self, parsed: Parsed, file: Source | Delivery, clock: Clock) -> Article:
        """Return what an older version would have read."""
        spoilt = self._spoilt(parsed, file, clock)
        assert spoilt is not None
        return spoilt

    def _spoilt(self, parsed: Parsed, file: Source | Delivery, clock: Clock) -> Article | None:
        article = super().normalised(parsed, file, clock)
        return self._spoils(article)  # type: ignore[arg-type]  # these files have no bad items


class Desk(Receiving):
    """A store whose files were read by an older version, and can be read by this one."""

    def __init__(self, home: Path, database_url: str) -> None:
        super().__init__(Settings(home=home, database_url=database_url))

    def process(
        self,
        ids: list[UUID],
        spoils: Callable[[Article], Article | None] | None = None,
        after: Callable[[Step], None] = lambda _: None,
    ) -> None:
        """Take deliveries to their outcome, by this version's parsers or by older ones."""
        self.make_pipeline(Older(self.settings, spoils) if spoils else None, after).process(ids)

    def read_again(self, ids: list[UUID]) -> list[UUID]:
        """Open deliveries to be read again."""
        with self.storage.unit_of_work() as uow:
            opened = uow.deliveries.read_again(ids)
            uow.commit()
        return opened

    def articles(self) -> list[dict[str, Any]]:
        """Return all that is stored, by delivery and item."""
        with self.storage.reading() as reading:
            return sorted(reading.export(), key=lambda row: (row["delivery_id"], row["item"]))

    def changes(self, since: int = 0) -> list[dict[str, Any]]:
        """Return the feed."""
        with self.storage.reading() as reading:
            return list(reading.changes(since))

    def found(self, words: str) -> list[UUID]:
        """Return what a search finds, with the index brought up to the feed."""
        with self.storage.unit_of_work() as uow:
            uow.search_index.catch_up(now())
            uow.commit()
        with self.storage.reading() as reading:
            return [row["id"] for row in reading.published(search=parse(words))]


def as_menu(written: Article) -> Article:
    """Take the site's menu for the text, as a wrong reading does."""
    return replace(written, body=MENU, parser="text/0")
