"""What the routes of the API work with, made once for a process."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from fastapi import Depends, Request

from services.api.whole.status import gather

if TYPE_CHECKING:
    from services.api.access.door import Door
    from services.api.asking.feed_watch import FeedWatch
    from services.api.asking.queries import Queries
    from services.api.whole.counts import Counts
    from services.api.whole.figures import Status
    from shared.broker.hints import Hints
    from shared.config import Settings
    from shared.storage import Storage


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of one process; `web.make_app` keeps them in the application's state."""

    settings: Settings
    storage: Storage
    hints: Hints
    queries: Queries
    door: Door
    counts: Counts
    feed: FeedWatch

    def status(self) -> Status:
        """Return the figures of the whole at this moment; raises `Retryable`."""
        return gather(self.settings, self.storage, self.hints, self.counts.get())


async def _of(request: Request) -> Parts:
    parts: Parts = request.app.state.parts
    return parts


Here = Annotated[Parts, Depends(_of)]
"""`def story(story_id: UUID, here: Here) -> …`: a route asks for the parts by this."""
