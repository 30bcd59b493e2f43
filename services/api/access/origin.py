"""
Whether a request was made by one of our own pages, or behind a person's back by another's.

A browser sends a cookie, or reaches a port of its own machine, on behalf of any page that asks.
It also says truthfully where the request comes from: those headers no page can forge. Programs
send none of them, and are let through to show their token.
"""

from __future__ import annotations

import ipaddress
from typing import TYPE_CHECKING, Final

from shared.addresses import split

if TYPE_CHECKING:
    from collections.abc import Mapping

SAFE_METHODS: Final = frozenset({"GET", "HEAD", "OPTIONS"})

OWN_SITES: Final = frozenset({b"same-origin", b"none"})
"""`none`: a person typed the address or used a bookmark."""

FORWARDED: Final = (b"forwarded", b"x-forwarded-for", b"x-real-ip")
"""Set by a proxy: then the one who asks is not on this machine, whatever the socket says."""


def is_foreign(method: str, headers: Mapping[bytes, bytes]) -> bool:
    """Return whether another site's page asks for a change."""
    if method in SAFE_METHODS:
        return False
    site = headers.get(b"sec-fetch-site")
    if site is not None:
        return site.lower() not in OWN_SITES
    origin = headers.get(b"origin")
    if origin is None:
        return False
    site_of_page = split(origin.decode("latin-1")).netloc
    return not site_of_page or site_of_page != headers.get(b"host", b"").decode("latin-1")


def is_from_here(headers: Mapping[bytes, bytes]) -> bool:
    """
    Return whether a request names this machine by one of its loopback names.

    A page that points its own name at 127.0.0.1 (DNS rebinding) is told by the name, a proxy by
    the headers that it adds.
    """
    if any(name in headers for name in FORWARDED):
        return False
    return is_loopback(_name_of(headers.get(b"host", b"").decode("latin-1")))


def is_loopback(host: str) -> bool:
    """Return whether a name or address is this machine's own, reachable from nowhere else."""
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _name_of(host: str) -> str:
    """Return the name in a Host header, without its port."""
    return split(f"//{host}").hostname or ""
