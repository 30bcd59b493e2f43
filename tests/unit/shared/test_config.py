"""Settings: where they come from, and what a mistake in them says."""

from __future__ import annotations

from pathlib import Path

import pytest

from shared import config
from shared.config import ROOT, ApiToken, ProviderProfile, Settings
from shared.config.described import described, page
from shared.errors import UserError


def test_everything_has_a_default(home: Path) -> None:
    """With nothing but a home, the database and the broker lie under it."""
    settings = config.load()

    assert settings.database == f"sqlite:///{home}/copydesk.db"
    assert settings.broker.startswith("redis+socket:///")
    assert settings.inbox == home / "inbox"


@pytest.mark.parametrize("place", ["home", "inbox"])
def test_a_file_in_the_place_of_a_folder_is_named_with_the_remedy(
    tmp_path: Path, place: str
) -> None:
    """Whether it is the home itself or one of its folders."""
    settings = Settings(home=tmp_path / "home")
    file = settings.home if place == "home" else settings.inbox
    file.parent.mkdir(exist_ok=True)
    file.write_text("a note of somebody")

    with pytest.raises(UserError, match=r"inbox cannot be made: .* is a file .*--home"):
        settings.make_folders()

    assert file.read_text() == "a note of somebody"


def test_a_home_that_may_not_be_made_is_named_with_the_remedy() -> None:
    """Nobody makes a folder among the kernel's, not even root."""
    with pytest.raises(UserError, match=r"/sys/copydesk/inbox cannot be made: .*user that runs"):
        Settings(home=Path("/sys/copydesk")).make_folders()


def test_an_option_wins_over_the_environment_and_the_file(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Options, then the environment, then `copydesk.toml`."""
    (home / "copydesk.toml").write_text("workers = 3\nbatch_items = 5\napi_port = 9000\n")
    monkeypatch.setenv("COPYDESK_WORKERS", "7")
    monkeypatch.setenv("COPYDESK_BATCH_ITEMS", "6")

    settings = config.load(workers=9)

    assert (settings.workers, settings.batch_items, settings.api_port) == (9, 6, 9000)


def test_a_wrong_value_names_its_variable_and_what_was_found(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A person is told where the value came from."""
    monkeypatch.setenv("COPYDESK_WORKERS", "many")

    with pytest.raises(UserError, match=r"COPYDESK_WORKERS in the environment: workers: .*'many'"):
        config.load(home=home)


MISTAKES = {
    "worker = 3\n": r"copydesk\.toml, line 1: worker: there is no such .* mean workers\?",
    "\n# a\nworkers = 'many'\n": r"line 3: workers: .*integer.*'many'",
    "quite_other = 1\n": r"line 1: quite_other: .*config show --why",
    "[providers.acme]\nzon = 'UTC'\n": r"line 2: providers\.acme\.zon: .* mean zone\?",
    "[providers.'a c']\nzone = 'Europe/Berln'\n": r"line 2: providers\.a c\.zone: .*/Berlin'",
    "[providers.acme.mapping]\nheadlin = 'x'\n": r"line 1: .*mapping: .*'headlin'.*'headline'",
    "providers = { acme = { priority = 'soon' } }\n": r"line 1: .*priority: .*'live' or 'bulk'",
    "workers = = 3\n": r"copydesk\.toml cannot be read: .*line 1",
}


@pytest.mark.parametrize("text", MISTAKES, ids=range(len(MISTAKES)))
def test_a_mistake_in_the_file_has_its_line_its_key_and_the_nearest(home: Path, text: str) -> None:
    """Nothing misspelt is silently without effect."""
    (home / "copydesk.toml").write_text(text)

    with pytest.raises(UserError, match=MISTAKES[text]):
        config.load()


@pytest.mark.parametrize(
    "hook",
    [
        'url = "https://site.example"\nsecret = "hush-hush"',  # too short
        'secret = "hush-hush, and long enough"',  # no address
        'url = "site.example"\nsecret = "hush-hush, and long enough"',
    ],
)
def test_a_mistake_beside_a_secret_does_not_show_it(home: Path, hook: str) -> None:
    """What is wrong is printed, and copied into questions to others."""
    (home / "copydesk.toml").write_text(f"[hooks.site]\n{hook}\n")
    with pytest.raises(UserError, match=r"hooks\.site") as raised:
        config.load()
    assert "hush" not in str(raised.value)


def test_a_table_that_a_variable_holds_and_is_no_json_is_told_by_the_variable(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file has nothing to do with it; what the variable holds may be secret."""
    monkeypatch.setenv("COPYDESK_HOOKS", '{"site": {"secret": "hush-hush, and long enough"')
    with pytest.raises(UserError, match="COPYDESK_HOOKS in the environment: it is no JSON") as said:
        config.load(home=home)
    assert "hush" not in str(said.value)
    assert "copydesk.toml" not in str(said.value)


def test_a_misspelt_variable_is_refused_and_a_strange_one_is_not(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is nearly a setting was meant as one; the rest belongs to somebody else."""
    monkeypatch.setenv("COPYDESK_SITE_COLOUR", "green")
    assert config.load().home == home
    monkeypatch.setenv("COPYDESK_WORKER", "3")

    with pytest.raises(UserError, match=r"COPYDESK_WORKER: .*mean COPYDESK_WORKERS\?"):
        config.load()


def test_another_file_can_be_named(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """COPYDESK_CONFIG wins over the home's file; one that is not there is a mistake."""
    (home / "copydesk.toml").write_text("workers = 3\n")
    other = home / "other.toml"
    monkeypatch.setenv("COPYDESK_CONFIG", str(other))
    with pytest.raises(UserError, match=r"other\.toml, which is not there"):
        config.load()
    other.write_text("workers = 4\n")
    assert config.load().workers == 4


def test_the_page_of_settings_is_that_of_the_code() -> None:
    """`make configuration` writes it; every setting has a reason."""
    written = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")
    assert written == page(), "settings have changed: run `make configuration`"
    for model in (Settings, ProviderProfile, ApiToken):
        assert [each.name for each in described(model) if not each.why] == []


def test_a_provider_is_known_by_its_folder_and_by_its_name(home: Path) -> None:
    """The ledger has the name; the worker finds the profile by it."""
    (home / "copydesk.toml").write_text('[providers.rtrs]\nname = "Reuters"\nlanguage = "en"\n')
    settings = config.load()
    assert settings.profile("rtrs") == settings.profile("Reuters")
    assert settings.profile("Reuters").language == "en"


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

    assert len(str(settings.broker_socket)) <= 107
