"""What `doctor` says of how well a set-up is guarded, and of settings on which promises rest."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import TYPE_CHECKING, Final

from services.api.access.origin import is_loopback
from services.cli.outdated import REMEDY, outdated
from services.cli.setup.checks import Check, Verdict, nothing_yet
from services.watcher.arrivals.leases import MOUNTS, filesystem_of
from shared.config.settings import file_of
from shared.errors import CopydeskError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shared.config import Settings
    from shared.storage import Storage

SHORTEST_TOKEN: Final = 16
"""Letters; `./copydesk token` makes 47."""

REMOTE: Final = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "fuse.sshfs", "ceph"})
"""File systems of other machines, on which SQLite's locks do not hold."""


def guarded(settings: Settings, storage: Storage) -> Iterator[Check]:
    """Check the token, who reads the configuration, the database's disk and its user."""
    if not nothing_yet(settings):
        yield _token(settings, storage)
    yield from _configuration(file_of(settings.home))
    if late := outdated(settings):
        found = f"changed after {', '.join(late)} began"
        yield Check("settings", Verdict.WARN, found, REMEDY)
    if storage.engine.dialect.name == "sqlite":
        if MOUNTS.exists():
            mounts = MOUNTS.read_text("utf-8", "replace")
            yield from _disk(Path(storage.engine.url.database or settings.home), mounts)
    else:
        yield from _database_user(storage)


def _token(settings: Settings, storage: Storage) -> Check:
    written = settings.api_token.get_secret_value()
    if written and len(written) < SHORTEST_TOKEN:
        remedy = "make one that cannot be guessed: ./copydesk token create NAME --scope operate"
        return Check("tokens", Verdict.WARN, "COPYDESK_API_TOKEN is short", remedy)
    try:
        with storage.tokens() as tokens:
            wanted = bool(written or settings.api_tokens or tokens.any())
    except CopydeskError as error:
        return Check("tokens", Verdict.WARN, f"they cannot be looked up: {error}")
    if wanted:
        return Check("tokens", Verdict.OK, "the API asks for one")
    if is_loopback(settings.api_host):
        return Check("tokens", Verdict.OK, "none: everyone on this machine may use the API")
    remedy = "./copydesk token create NAME --scope operate"
    return Check("tokens", Verdict.FAIL, "none, so the API does not start beyond loopback", remedy)


def _configuration(path: Path) -> Iterator[Check]:
    """See whether others can read what may hold passwords."""
    if path.exists() and path.stat().st_mode & (stat.S_IRGRP | stat.S_IROTH):
        text = path.read_text(encoding="utf-8", errors="replace")
        if any(word in text for word in ("api_token", "secret", "@")):
            found = f"{path} can be read by others, and holds secrets"
            yield Check("secrets", Verdict.WARN, found, f"chmod 600 {path}")


def _disk(database: Path, mounts: str) -> Iterator[Check]:
    """See whether SQLite's file lies on another machine's disk."""
    kind = filesystem_of(database.absolute(), mounts)
    if kind in REMOTE:
        remedy = "move the home to a local disk, or use PostgreSQL: locks do not hold here"
        yield Check("database disk", Verdict.FAIL, f"SQLite on {kind}", remedy)


def _database_user(storage: Storage) -> Iterator[Check]:
    try:
        all_powerful = storage.user_is_superuser()
    except CopydeskError:
        return  # said by the check of the database
    if all_powerful:
        found = "the database's user is a superuser"
        yield Check("rights", Verdict.WARN, found, "use the roles of deploy/roles.sql")
