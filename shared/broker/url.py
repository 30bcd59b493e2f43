"""
Which brokers can be used, and what their URLs mean.

Tried and tested: a server that speaks Redis' protocol, by itself or with Sentinels beside it. What
was not tried is refused here with a sentence, and not by a worker that never gets a message.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote, unquote

DIRECT: Final = ("redis://", "rediss://", "redis+socket://")
"""A server that is asked itself."""

WANTED: Final = (
    "write redis://host:6379/0, rediss://… for TLS, redis+socket:///path, or "
    "sentinel://host:26379,host:26379/MASTER/0"
)

_SENTINEL: Final = re.compile(
    r"sentinel://(?::(?P<password>[^@/]*)@)?(?P<hosts>[^/@]+)/(?P<master>[^/]+)(?:/(?P<db>\d+))?"
)

DEFAULT_PORT: Final = 26379


@dataclass(frozen=True, slots=True)
class Sentinels:
    """Servers that know which of some Redis servers is the one to write to."""

    hosts: tuple[tuple[str, int], ...]
    master: str
    """The name under which they know it."""
    db: int
    password: str | None
    """Of the Redis servers, not of the Sentinels."""

    @classmethod
    def of(cls, url: str) -> Sentinels | None:
        """Return what a `sentinel://` URL names; None for another; raises `ValueError`."""
        if not url.startswith("sentinel://"):
            return None
        found = _SENTINEL.fullmatch(url)
        if found is None:
            raise ValueError(WANTED)
        hosts = [_host(each) for each in found["hosts"].split(",")]
        password = unquote(found["password"]) if found["password"] else None
        return cls(tuple(hosts), found["master"], int(found["db"] or 0), password)

    @property
    def celery_url(self) -> str:
        """The same as Celery writes it: a URL for each host."""
        secret = f":{quote(self.password, safe='')}@" if self.password else ""
        return ";".join(f"sentinel://{secret}{host}:{port}/{self.db}" for host, port in self.hosts)


def checked(url: str) -> str:
    """Return a broker's URL that can be used; raises `ValueError` with what can."""
    if not url or url.startswith(DIRECT) or Sentinels.of(url):
        return url
    scheme = url.partition(":")[0]
    raise ValueError(f"{scheme!r} is no broker that Copydesk was tried with: {WANTED}")


def _host(text: str) -> tuple[str, int]:
    host, _, port = text.partition(":")
    if not host or not (port or str(DEFAULT_PORT)).isdigit():
        raise ValueError(WANTED)
    return host, int(port or DEFAULT_PORT)
