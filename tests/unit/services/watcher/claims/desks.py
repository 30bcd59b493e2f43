"""An inbox, a store and their claims, for the tests of claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

from services.watcher.arrivals.access import Inbox, Sighted
from services.watcher.arrivals.leases import Prover, ignore_broken_leases
from services.watcher.claims.taking import Claim, Claims, Step
from shared.raw import FolderStore

if TYPE_CHECKING:
    from pathlib import Path

TEXT = b"City buys old forest\n"

LONG = "/".join(letter * 150 for letter in "abc") + "/story.txt"


class Desk:
    """An inbox, a store and their claims."""

    def __init__(self, folder: Path) -> None:
        ignore_broken_leases()
        self.root = folder / "inbox"
        self.root.mkdir()
        self.store = FolderStore(folder / "raw")
        self.prover = Prover()
        self.steps: list[Step] = []
        self.claims = Claims(self.store, self.prover, self.steps.append)
        self.inbox = Inbox(self.root, self.prover)

    def drop(self, relative: str, data: bytes = TEXT) -> Sighted:
        """Write a file into the inbox and look at it."""
        path = self.root / relative
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        return self.inbox.look(relative)

    def take(self, relative: str, data: bytes = TEXT) -> Claim:
        """Write a file into the inbox and claim it."""
        file = self.drop(relative, data)
        try:
            return self.claims.take(file)
        finally:
            file.close()
