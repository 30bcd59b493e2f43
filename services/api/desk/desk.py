"""What every page of the desk is made from: the store, the figures, the pulse."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Final

from fastapi import Depends, Request

from services.api.desk.figures import first_page
from services.api.desk.figures.pulse import Pulse
from services.api.desk.figures.settled import Settled
from shared import clock
from shared.domain.delivery import DEFAULT_PROVIDER

if TYPE_CHECKING:
    from collections.abc import Callable
    from threading import Event
    from uuid import UUID

    from services.api.desk.figures.first_page import Figures
    from services.api.whole.figures import Status
    from shared.config import Settings
    from shared.domain.imports import ImportStanding
    from shared.storage import Storage

MOST_IMPORTS: Final = 20
"""Imports of the list."""


@dataclass(frozen=True, slots=True)
class Desk:
    """The parts of one process."""

    settings: Settings
    storage: Storage
    figures: Settled[Figures]
    reasons: Settled[dict[str, int]]
    """Quarantined deliveries by reason."""
    imports: Settled[dict[UUID, ImportStanding]]
    """How far each import of the list is: to count one of a million files takes a while."""
    pulse: Pulse

    @classmethod
    def make(
        cls, settings: Settings, storage: Storage, status: Callable[[], Status], ending: Event
    ) -> Desk:
        """Put the parts together; nothing is asked of the database yet."""

        def reasons() -> dict[str, int]:
            with storage.reading() as reading:
                return reading.reasons()

        def imports() -> dict[UUID, ImportStanding]:
            with storage.reading() as reading:
                found = reading.imports(MOST_IMPORTS)
                return {each.id: reading.import_standing(each, clock.now()) for each in found}

        return cls(
            settings=settings,
            storage=storage,
            figures=Settled(lambda: first_page.look(storage, status)),
            reasons=Settled(reasons),
            imports=Settled(imports),
            pulse=Pulse(storage, ending),
        )

    def providers(self) -> list[str]:
        """Return the providers to hand files in for: known by deliveries or by settings."""
        with self.storage.reading() as reading:
            known = set(reading.providers())
        return sorted((known | set(self.settings.providers)) - {DEFAULT_PROVIDER})


async def _of(request: Request) -> Desk:
    desk: Desk = request.app.state.desk
    return desk


TheDesk = Annotated[Desk, Depends(_of)]
"""`def home(desk: TheDesk) -> …`: a page asks for the desk by this."""
