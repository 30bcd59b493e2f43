"""The folder of the broker's socket, for a home whose path is too long to hold one."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from services.supervisor import socket_folder
from shared.config import Settings
from shared.errors import UserError


@pytest.fixture
def far(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """Give a home with a long path, and a temporary folder of its own."""
    (tmp_path / "t").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "t"))
    return Settings(home=tmp_path / ("long" * 30))


def test_it_is_made_for_this_user_alone_and_cleared_away(far: Settings) -> None:
    """Nothing is left in the temporary folder when all has ended."""
    folder = far.broker_socket.parent

    socket_folder.make(far)
    assert folder.stat().st_mode & 0o777 == 0o700
    socket_folder.make(far)  # after a crash it is there already
    socket_folder.clear_away(far)

    assert not folder.exists()


def test_one_that_others_may_write_to_is_refused_with_the_remedy(far: Settings) -> None:
    """Whoever can replace the socket could answer in the broker's place."""
    far.broker_socket.parent.mkdir()
    far.broker_socket.parent.chmod(0o777)

    with pytest.raises(UserError, match=r"not a folder of this user alone.*--home"):
        socket_folder.make(far)


def test_a_link_to_another_folder_is_refused(far: Settings, tmp_path: Path) -> None:
    """Anybody may lay a link where it would be made."""
    (tmp_path / "elsewhere").mkdir(mode=0o700)
    far.broker_socket.parent.symlink_to(tmp_path / "elsewhere")

    with pytest.raises(UserError, match="not a folder of this user alone"):
        socket_folder.make(far)


def test_one_with_a_socket_in_it_is_left(far: Settings) -> None:
    """It is another broker's, and still in use."""
    socket_folder.make(far)
    far.broker_socket.touch()

    socket_folder.clear_away(far)

    assert far.broker_socket.exists()


def test_a_home_that_is_short_enough_keeps_its_socket_itself() -> None:
    """Then its folder of what runs is the socket's, and stays."""
    with tempfile.TemporaryDirectory(dir="/tmp") as short:
        settings = Settings(home=Path(short))
        settings.make_folders()

        socket_folder.make(settings)
        socket_folder.clear_away(settings)

        assert settings.broker_socket.parent == settings.run
        assert settings.run.is_dir()
