"""Settings: where they come from, and what a mistake in them says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from shared import config
from shared.errors import UserError

if TYPE_CHECKING:
    from pathlib import Path


def test_everything_has_a_default(home: Path) -> None:
    """With nothing but a home, the database and the broker lie under it."""
    settings = config.load()

    assert settings.database == f"sqlite:///{home}/copydesk.db"
    assert settings.broker.startswith("redis+socket:///")
    assert settings.inbox == home / "inbox"


def test_an_option_wins_over_the_environment_and_the_file(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Options, then the environment, then `copydesk.toml`."""
    (home / "copydesk.toml").write_text("workers = 3\nbatch_items = 5\napi_port = 9000\n")
    monkeypatch.setenv("COPYDESK_WORKERS", "7")
    monkeypatch.setenv("COPYDESK_BATCH_ITEMS", "6")

    settings = config.load(workers=9)

    assert (settings.workers, settings.batch_items, settings.api_port) == (9, 6, 9000)


def test_a_wrong_value_names_its_key_and_what_was_found(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A person is told which setting, under both of its names."""
    monkeypatch.setenv("COPYDESK_WORKERS", "many")

    with pytest.raises(UserError, match=r"workers .*COPYDESK_WORKERS.*'many'"):
        config.load(home=home)


def test_an_unknown_key_of_the_file_is_refused(home: Path) -> None:
    """A misspelt setting is never silently without effect."""
    (home / "copydesk.toml").write_text("worker = 3\n")

    with pytest.raises(UserError, match=r"worker "):
        config.load()


def test_a_file_that_is_no_toml_says_so(home: Path) -> None:
    """The message names the file and the place of the mistake."""
    (home / "copydesk.toml").write_text("workers = = 3\n")

    with pytest.raises(UserError, match=r"copydesk\.toml cannot be read: .*line 1"):
        config.load()


def test_a_provider_has_its_profile(home: Path) -> None:
    """What files of a provider do not say is written down once; others have an empty profile."""
    (home / "copydesk.toml").write_text('[providers.xinhua]\nzone = "Asia/Shanghai"\n')

    settings = config.load()

    assert settings.profile("xinhua").zone == "Asia/Shanghai"
    assert settings.profile("other").zone is None


def test_a_long_home_gets_a_short_socket(tmp_path: Path) -> None:
    """The broker's socket fits into the 107 bytes that the system allows, however long the home."""
    home = tmp_path / ("long" * 30)

    settings = config.load(home=home)
    settings.make_folders()

    assert len(str(settings.broker_socket)) <= 107
    assert settings.broker_socket.parent.is_dir()
    settings.broker_socket.parent.rmdir()
