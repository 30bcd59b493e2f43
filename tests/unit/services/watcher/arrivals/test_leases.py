from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from services.watcher.arrivals import leases
from services.watcher.arrivals.leases import Prover, filesystem_of
from services.watcher.arrivals.stability import Writers

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="leases are Linux's own")

MOUNTS = """\
22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
30 22 0:25 / /srv/news rw - nfs4 server:/news rw
31 22 0:26 / /srv/newsroom rw master:3 propagate_from:2 - btrfs /dev/vdb rw
32 22 0:27 / /srv/my\\040share rw - fuse.virtiofs host rw
33 22 0:28 / /srv/twice rw - tmpfs tmpfs rw
34 22 0:29 / /srv/twice rw - cifs //host/share rw
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/home/ida/inbox", "ext4"),
        ("/srv/news", "nfs4"),
        ("/srv/news/reuters", "nfs4"),
        ("/srv/newsroom/inbox", "btrfs"),
        ("/srv/my share/inbox", "fuse.virtiofs"),
        ("/srv/twice/inbox", "cifs"),
    ],
)
def test_a_path_lies_on_the_deepest_and_last_mount_above_it(path: str, kind: str):
    assert filesystem_of(Path(path), MOUNTS) == kind


@pytest.fixture
def mounts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "mountinfo"
    monkeypatch.setattr(leases, "MOUNTS", path)
    return path


@pytest.mark.parametrize(("kind", "local"), [("ext4", True), ("nfs4", False), ("9p", False)])
def test_only_file_systems_of_this_kernel_are_trusted(
    kind: str, *, local: bool, mounts: Path, tmp_path: Path
):
    """A share may grant a lease while another host writes."""
    mounts.write_text(f"22 1 254:0 / / rw - {kind} /dev/vda rw\n")

    assert Prover().local(1, tmp_path) is local


def test_without_a_list_of_mounts_nothing_is_trusted(mounts: Path, tmp_path: Path):
    assert Prover().local(1, tmp_path) is False


@pytest.fixture
def prover(mounts: Path, tmp_path: Path) -> Prover:
    leases.ignore_broken_leases()
    mounts.write_text("22 1 254:0 / / rw - ext4 /dev/vda rw\n")
    prover = Prover()
    prover.local(tmp_path.stat().st_dev, tmp_path)
    return prover


def test_a_file_that_nobody_writes_gets_a_lease(prover: Prover, tmp_path: Path):
    path = tmp_path / "a"
    path.write_text("whole")
    with path.open("rb") as file:
        assert prover.take(file.fileno(), path.stat().st_dev) is Writers.NONE
        assert prover.held(file.fileno())


def test_a_file_with_a_writer_gets_none(prover: Prover, tmp_path: Path):
    path = tmp_path / "a"
    with path.open("wb") as writer, path.open("rb") as file:
        writer.write(b"half")
        assert prover.take(file.fileno(), path.stat().st_dev) is Writers.SOME


def test_a_writer_that_asks_meanwhile_is_seen(prover: Prover, tmp_path: Path):
    """It is refused or waits while the lease is held, and the holder can tell."""
    path = tmp_path / "a"
    path.write_text("whole")
    with path.open("rb") as file:
        prover.take(file.fileno(), path.stat().st_dev)
        with pytest.raises(BlockingIOError):
            os.open(path, os.O_WRONLY | os.O_NONBLOCK)
        assert not prover.held(file.fileno())


def test_a_closed_file_lets_writers_in(prover: Prover, tmp_path: Path):
    path = tmp_path / "a"
    path.write_text("whole")
    with path.open("rb") as file:
        prover.take(file.fileno(), path.stat().st_dev)
    os.close(os.open(path, os.O_WRONLY | os.O_NONBLOCK))


def test_one_that_does_not_trust_never_asks(tmp_path: Path):
    prover = Prover(trusting=False)
    path = tmp_path / "a"
    path.write_text("whole")
    with path.open("rb") as file:
        assert not prover.local(path.stat().st_dev, tmp_path)
        assert prover.take(file.fileno(), path.stat().st_dev) is Writers.UNKNOWN
