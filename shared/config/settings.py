"""The settings themselves: each with its default, its unit in its name, and its reason below it."""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, Field, SecretStr, field_validator
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from shared.broker import url
from shared.config import folders
from shared.config.hooks import Hook  # noqa: TC001 - pydantic reads the annotations
from shared.config.profiles import ProviderProfile
from shared.domain.access import Scope

ROOT = Path(__file__).resolve().parents[2]
"""The folder that holds services, workers and shared; Copydesk is run from it."""

LONGEST_SOCKET_PATH = 100
"""A Unix socket's path ends at 107 bytes on Linux and 103 on macOS."""

Seconds = Annotated[float, Field(gt=0)]
Count = Annotated[int, Field(ge=1)]


def file_of(home: object = None) -> Path:
    """Return the file of settings: what COPYDESK_CONFIG names, else the home's."""
    named = os.environ.get("COPYDESK_CONFIG")
    if named:
        return Path(named).expanduser()
    folder = home or os.environ.get("COPYDESK_HOME") or ROOT / "var"
    return Path(str(folder)).expanduser() / "copydesk.toml"


class ApiToken(BaseModel, extra="forbid", frozen=True):
    """A token that the configuration knows by its hash, so that it can lie anywhere."""

    sha256: str = Field(pattern="^[0-9a-f]{64}$")
    """`printf %s TOKEN | sha256sum`."""
    scope: Scope = Scope.READ
    """`read`, or `operate` for whoever may change something."""


_UNKNOWN = ProviderProfile()


class Settings(BaseSettings):
    """The settings of one process; frozen, so that nothing changes them on the way."""

    model_config = SettingsConfigDict(
        env_prefix="COPYDESK_", frozen=True, extra="forbid", env_nested_delimiter="__"
    )

    home: Path = ROOT / "var"
    """The folder of inbox, raw bytes, quarantine, database, logs."""
    broker_url: str = ""
    """
    A Redis-protocol server, `redis://…`, or Sentinels that know one, `sentinel://…/MASTER/0`;
    empty: the embedded one that `up` starts under the home.
    """
    database_url: str = ""
    """`postgresql+psycopg://…` or `sqlite:///…`; empty: `copydesk.db` under the home."""
    raw_url: str = ""
    """
    `s3://bucket/prefix` for the received bytes, keys and endpoint in `AWS_…`; empty: `raw/` under
    the home, which all hosts must share then.
    """

    api_host: str = "127.0.0.1"
    """Loopback only, unless someone says otherwise."""
    api_port: int = Field(default=8600, ge=0, le=65535)
    """0: any free one; the API writes which to `run/api.json`."""
    api_token: SecretStr = SecretStr("")
    """A token that may do everything, or `sha256:` and its hash; beyond loopback one is needed."""
    api_tokens: dict[str, ApiToken] = Field(default_factory=dict)
    """More tokens by their names; `./copydesk token` keeps others in the database."""

    api_upload_mb: Count = 1024
    """A file handed in over HTTP; larger ones go into the inbox folder."""

    metrics_port: int = Field(default=0, ge=0, le=65535)
    """Where watcher, worker and sweeper each serve their metrics (no token) when they run alone;
    0: nowhere, the API's `/metrics` has those of its machine."""

    celery_events: bool = False
    """Workers tell Flower of themselves and of each message; some messages more in the broker."""

    workers: Count = max(1, os.cpu_count() or 1)
    """Pool children of one worker: reading a page is all CPU, so one for each core."""
    lanes: Literal["both", "live", "bulk"] = "both"
    """What a worker takes: both lanes, live before bulk, or one alone."""

    watch: Literal["auto", "events", "poll"] = "auto"
    """`poll` for shares whose writers this kernel does not see."""
    settle_seconds: Seconds = 2.0
    """Where leases are not to be had: a file is whole when it stood still for so long."""
    poll_seconds: Seconds = 1.0
    """Between two looks at a polled folder."""
    rescan_seconds: Seconds = 30.0
    """Events are a matter of speed; this is the one of correctness."""

    batch_items: Count = 64
    """Deliveries in a message; one that others wait before holds up to four times as many."""
    batch_bytes: Count = 4 * 1024 * 1024
    """… but no more bytes than a quarter of a second of reading, so that live files wait little."""
    queue_depth_limit: Count = 200
    """Messages waiting in a lane before feeding stops; the ledger holds the rest."""

    lease_seconds: Seconds = 12.0
    """How long a silent worker keeps its deliveries; renewed at a third of it."""
    max_attempts: Count = 3
    """Runs that a delivery may kill before it is quarantined."""
    sweep_seconds: Seconds = 0.5
    """Between two looks of the sweeper at the ledger."""
    search_late_seconds: float = Field(default=15.0, ge=0)
    """While files are read, the words for the search wait so long at the most; 0: they do not."""
    hint_again_seconds: Seconds = 10.0
    """A delivery hinted so long ago, with its queue empty, is hinted again."""
    retry_seconds: Seconds = 2.0
    """First wait after a passing failure; doubled up to a minute."""

    parse_seconds: Seconds = 20.0
    """Reading one file; then it is rejected as `too_slow`."""
    task_seconds: Count = 120
    """A pool child that hangs in one item, where no limit of ours reaches, ends after so long."""
    grace_seconds: Seconds = 20.0
    """On SIGTERM a worker finishes what it has in hand for so long, then gives it back."""
    parse_memory_mb: Count = 2048
    """Address space of a pool child; beyond it a file is rejected as `too_much_memory`."""
    child_memory_mb: Count = 1024
    """A pool child that holds more is replaced between two messages."""
    max_file_mb: Count = 64
    """A single document above this is `too_large`; containers are read as streams."""

    retain_quarantined_days: Count | None = None
    """After so many days `retain` discards what is in quarantine; unset: never."""
    retain_discarded_days: Count | None = None
    """After so many days `retain` removes the bytes of discarded deliveries; unset: never."""
    retain_raw_days: Count | None = None
    """After so many days `retain` removes the bytes of all that was read; unset: never."""

    log_level: Literal["debug", "info", "warning", "error"] = "info"
    """The least important lines that are written; `warning` leaves out what went as it should."""
    log_file_mb: Count = 64
    """The log in `logs/` is rotated beyond this; five old ones are kept."""

    providers: dict[str, ProviderProfile] = Field(default_factory=dict)
    """What is known of providers: see below."""

    hooks: dict[str, Hook] = Field(default_factory=dict)
    """Who is told of each change of the feed by HTTP: see below."""

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - the base class names it
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Put the environment before `copydesk.toml` of the home that the environment names."""
        toml = TomlConfigSettingsSource(settings_cls, file_of(init_settings().get("home")))
        return (init_settings, env_settings, file_secret_settings, toml)

    @field_validator("broker_url")
    @classmethod
    def _is_broker(cls, value: str) -> str:
        """Take what was tried; see `shared.broker.url`."""
        return url.checked(value)

    @field_validator("raw_url")
    @classmethod
    def _is_bucket(cls, value: str) -> str:
        """Take what was tried: S3 and what speaks as it does."""
        if value and not re.fullmatch(r"s3://[^/]+(/.*)?", value):
            raise ValueError("write s3://bucket/prefix; a shared folder is `raw` under the home")
        return value

    @property
    def inbox(self) -> Path:
        """Where people drop files."""
        return self.home / "inbox"

    @property
    def raw(self) -> Path:
        """Every byte ever received, by content hash."""
        return self.home / "raw"

    @property
    def quarantine(self) -> Path:
        """What was not taken, each with its reason beside it."""
        return self.home / "quarantine"

    @property
    def logs(self) -> Path:
        """The structured log."""
        return self.home / "logs"

    @property
    def run(self) -> Path:
        """What belongs to the running system: locks, the embedded broker's files."""
        return self.home / "run"

    @property
    def database(self) -> str:
        """The database's SQLAlchemy URL."""
        return self.database_url or f"sqlite:///{self.home / 'copydesk.db'}"

    @property
    def broker(self) -> str:
        """The broker's URL; the embedded one listens on a Unix socket."""
        return self.broker_url or f"redis+socket://{self.broker_socket}"

    @property
    def broker_socket(self) -> Path:
        """The embedded broker's socket: under the home, or in a short place when that is long."""
        path = self.run / "broker.sock"
        if len(os.fsencode(path)) <= LONGEST_SOCKET_PATH:
            return path
        digest = hashlib.sha256(os.fsencode(self.home)).hexdigest()[:12]
        return Path(tempfile.gettempdir()) / f"copydesk-{os.getuid()}-{digest}" / "broker.sock"

    def profile(self, provider: str) -> ProviderProfile:
        """Return what is known of a folder or provider; an empty profile where nothing is."""
        if provider in self.providers:
            return self.providers[provider]
        named = (each for each in self.providers.values() if each.name == provider)
        return next(named, _UNKNOWN)

    def make_folders(self) -> None:
        """Make the home and its folders, for a person may have removed one; raises as `make`."""
        for folder in (self.inbox, self.raw, self.quarantine, self.logs, self.run):
            folders.make(folder)
