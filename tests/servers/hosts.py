"""Several hosts on one machine: network namespaces on a switch, with cables to pull."""

from __future__ import annotations

import contextlib
import ctypes
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

CLONE_NEWNET: Final = 0x40000000
"""From `linux/sched.h`: the kind of namespace that is entered."""

NETWORK: Final = "10.77.0"
"""Addresses that exist inside the namespaces alone."""


def why_not() -> str | None:
    """Return why this machine cannot play several; None: it can."""
    if sys.platform != "linux" or os.geteuid() != 0 or shutil.which("ip") is None:
        return "network namespaces need Linux, root and iproute2 (apt install iproute2)"
    probe = f"copydesk-probe-{os.getpid()}"
    made = subprocess.run(["ip", "netns", "add", probe], capture_output=True, check=False)
    if made.returncode != 0:
        return f"this machine gives no network namespaces: {made.stderr.decode().strip()}"
    _ip("netns", "del", probe)
    return None


class Hosts:
    """Named hosts that reach each other and nothing else; processes are started `within` one."""

    def __init__(self, names: Sequence[str]) -> None:
        """Make a namespace for each, and one with the switch that joins them."""
        self._mark = f"cd{os.getpid()}"
        self._numbers = {name: number for number, name in enumerate(names, start=1)}
        self._switch = f"{self._mark}-switch"
        _ip("netns", "add", self._switch)
        self._in_switch("link", "add", "switch", "type", "bridge")
        self._in_switch("link", "set", "switch", "up")
        for name in names:
            self._plug_in(name)

    def address(self, name: str) -> str:
        """Return the address of a host."""
        return f"{NETWORK}.{self._numbers[name]}"

    @contextlib.contextmanager
    def within(self, name: str) -> Iterator[None]:
        """Be on a host: what this thread starts and connects to is seen from there."""
        with Path("/proc/thread-self/ns/net").open() as here:
            with Path(f"/run/netns/{self._space(name)}").open() as there:
                _enter(there.fileno())
            try:
                yield
            finally:
                _enter(here.fileno())

    def cut(self, name: str) -> None:
        """Pull a host's cable: nobody is told, packets are lost."""
        self._in_switch("link", "set", self._cable(name), "down")

    def join(self, name: str) -> None:
        """Plug it in again."""
        self._in_switch("link", "set", self._cable(name), "up")

    def close(self) -> None:
        """Remove everything."""
        for space in [*map(self._space, self._numbers), self._switch]:
            subprocess.run(["ip", "netns", "del", space], capture_output=True, check=False)

    def _plug_in(self, name: str) -> None:
        space, cable = self._space(name), self._cable(name)
        _ip("netns", "add", space)
        _ip("-n", space, "link", "set", "lo", "up")
        pair = ("type", "veth", "peer", "name", cable, "netns", self._switch)
        _ip("-n", space, "link", "add", "eth0", *pair)
        _ip("-n", space, "address", "add", f"{self.address(name)}/24", "dev", "eth0")
        _ip("-n", space, "link", "set", "eth0", "up")
        self._in_switch("link", "set", cable, "master", "switch")
        self._in_switch("link", "set", cable, "up")

    def _in_switch(self, *arguments: str) -> None:
        _ip("-n", self._switch, *arguments)

    def _space(self, name: str) -> str:
        return f"{self._mark}-{name}"

    def _cable(self, name: str) -> str:
        return f"to{self._numbers[name]}"


def _ip(*arguments: str) -> None:
    subprocess.run(["ip", *arguments], check=True, capture_output=True)


def _enter(descriptor: int) -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.setns(descriptor, CLONE_NEWNET) != 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
