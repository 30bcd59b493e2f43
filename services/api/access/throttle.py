"""
Who tries one token after another is made to wait.

Counted are different wrong tokens from one address: a page that still shows a revoked one, or a
script with an old one, guesses nothing however often it asks. Who came in from that address before
goes on to, so that a stranger behind the same proxy locks nobody out who is at work.
"""

from __future__ import annotations

import ipaddress
import threading
import time
from collections import OrderedDict
from math import ceil
from typing import TYPE_CHECKING, Final

import structlog

if TYPE_CHECKING:
    from collections.abc import Callable

log = structlog.get_logger(__name__)

MOST: Final = 10
"""Different wrong tokens from one address in `WINDOW`: a person mistypes fewer."""

WINDOW: Final = 60.0
"""Seconds. 256 random bits need no such limit; a word that somebody configured does."""

REMEMBERED: Final = 4096
"""Addresses, and tokens that came in; the one that asked the longest ago is forgotten first."""

IPV6_SITE: Final = 64
"""Bits of an IPv6 address that are its site's; the rest its owner may choose at will."""


class TooMany(Exception):
    """Too many wrong tokens came from this address; `seconds` until the next is looked at."""

    def __init__(self, seconds: int) -> None:
        """Take whole seconds, for `Retry-After`."""
        super().__init__(f"too many wrong tokens came from your address: wait {seconds} s")
        self.seconds = seconds


class Throttle:
    """Counts wrong tokens by the address that showed them; knows hashes, never a token."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Begin with nobody known."""
        self._clock = clock
        self._wrong: OrderedDict[str, dict[str, float]] = OrderedDict()
        self._right: OrderedDict[tuple[str, str], None] = OrderedDict()
        self._lock = threading.Lock()

    def check(self, address: str, sha256: str) -> None:
        """Raise `TooMany` where the token of a hash shall not even be looked up."""
        with self._lock:
            tried = self._recent(address)
            if len(tried) < MOST or sha256 in tried or (address, sha256) in self._right:
                return
            raise TooMany(max(1, ceil(min(tried.values()) + WINDOW - self._clock())))

    def right(self, address: str, sha256: str) -> None:
        """Note that a token let somebody in."""
        with self._lock:
            self._right[address, sha256] = None
            self._right.move_to_end((address, sha256))
            _forget(self._right)

    def wrong(self, address: str, sha256: str) -> None:
        """Note that a token did not."""
        with self._lock:
            self._right.pop((address, sha256), None)
            tried = self._recent(address)
            tried[sha256] = self._clock()
            self._wrong[address] = tried
            self._wrong.move_to_end(address)
            _forget(self._wrong)
            if len(tried) == MOST:
                log.warning("guesses_refused", address=address, seconds=WINDOW)

    def _recent(self, address: str) -> dict[str, float]:
        since = self._clock() - WINDOW
        tried = self._wrong.get(address, {})
        return {sha256: at for sha256, at in tried.items() if at > since}


def _forget(known: OrderedDict[str, dict[str, float]] | OrderedDict[tuple[str, str], None]) -> None:
    while len(known) > REMEMBERED:
        known.popitem(last=False)


def address_of(host: str | None) -> str:
    """Return what stands for one who asks: the IPv4 address, or the IPv6 site."""
    try:
        address = ipaddress.ip_address(host or "")
    except ValueError:
        return host or ""
    if isinstance(address, ipaddress.IPv4Address):
        return str(address)
    if address.ipv4_mapped is not None:
        return str(address.ipv4_mapped)
    return str(ipaddress.ip_network((address, IPV6_SITE), strict=False))
