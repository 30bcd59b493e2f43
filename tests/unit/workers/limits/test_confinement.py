"""What a parser is refused while it reads, and what goes on beside it."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import urllib.request
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from shared.config import Settings
from shared.errors import Reason, Rejected
from tests.builders import at
from workers.limits import confinement
from workers.limits.confinement import Confined, Confinement
from workers.parsers import registry
from workers.reading import Clock, Reader, Source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

HERE = Path(__file__)

ATTEMPTS: dict[str, Callable[[Path], object]] = {
    "fetches a link": lambda _: urllib.request.urlopen("http://127.0.0.1:1/"),
    "asks for a name": lambda _: socket.getaddrinfo("example.org", 80),
    "connects": lambda _: socket.create_connection(("127.0.0.1", 1)),
    "runs a program": lambda _: subprocess.run(["true"], check=False),
    "asks a shell": lambda _: os.system("true"),
    "splits itself": lambda _: os.fork(),
    "writes a file": lambda outside: (outside / "new").write_text("x"),
    "opens one to write": lambda outside: os.open(outside / "kept", os.O_RDWR),
    "removes a file": lambda outside: (outside / "kept").unlink(),
    "renames a file": lambda outside: (outside / "kept").rename(outside / "other"),
    "makes a folder": lambda outside: (outside / "folder").mkdir(),
    "links a file": lambda outside: (outside / "link").symlink_to("kept"),
    "removes a tree": shutil.rmtree,
    "climbs out of its scratch": lambda _: Path(tempfile.gettempdir(), "../outside/x").touch(),
}


@pytest.fixture
def outside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder that lies outside a parser's scratch."""
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr("workers.limits.confinement._scratch", lambda: str(scratch.resolve()))
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))
    folder = tmp_path / "outside"
    folder.mkdir()
    (folder / "kept").write_text("kept")
    return folder


@pytest.mark.parametrize("attempt", ATTEMPTS)
def test_a_parser_reaches_nothing(attempt: str, outside: Path) -> None:
    """Neither the network nor a program, and nothing on the disk changes."""
    with Confinement(), pytest.raises(Confined):
        ATTEMPTS[attempt](outside)
    assert [(path.name, path.read_text()) for path in outside.iterdir()] == [("kept", "kept")]


def test_a_parser_reads_files_and_writes_to_its_scratch(outside: Path) -> None:
    """That is all that it needs."""
    with Confinement():
        assert HERE.read_text(encoding="utf-8")
        with tempfile.NamedTemporaryFile() as scratch:
            scratch.write(b"x")
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / "a").write_text("x")
    (outside / "after").write_text("x")


def test_other_threads_go_on_as_before(outside: Path) -> None:
    """The lease is renewed, and the log is written, while a file is read."""
    with Confinement():
        other = threading.Thread(target=lambda: (outside / "other").write_text("x"))
        other.start()
        other.join()
    assert (outside / "other").read_text() == "x"


def test_an_interpreter_that_ends_is_refused_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """It still asks when the names of the module are gone."""
    for name in ("REACHING", "CHANGING", "_state"):
        monkeypatch.setattr(confinement, name, None)
    sys.audit("os.kill", os.getpid(), 0)
    os.utime(HERE)


def test_a_file_whose_parser_reaches_out_is_quarantined(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a defect of ours, with what was tried; it is not taken for a failure that passes."""

    def reaching(*_given: Any) -> Iterator[Any]:
        socket.create_connection(("127.0.0.1", 1))
        yield

    monkeypatch.setattr(registry, "read", reaching)
    path = tmp_path / "page.html"
    path.write_text("<p>x")
    source = Source(name="page.html", path=path, provider="p", received_at=at())
    with pytest.raises(Rejected, match=r"socket\.getaddrinfo") as raised:
        list(Reader(Settings(home=tmp_path)).read(source, Clock()))
    assert raised.value.reason is Reason.PARSER_FAILED
