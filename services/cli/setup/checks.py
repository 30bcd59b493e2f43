"""What `doctor` looks at: each check says what it found and, where that is bad, the remedy."""

from __future__ import annotations

import errno
import os
import shutil
import sys
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING
from uuid import uuid4

from redis.exceptions import RedisError

from services.telling import room
from services.telling.words import duration, size
from services.watcher.arrivals.leases import Prover
from shared import clock
from shared.broker.client import redis_client
from shared.errors import CopydeskError, UserError
from shared.processes import readiness
from shared.raw import open_raw

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shared.config import Settings
    from shared.storage import Storage

OLDEST_PYTHON = (3, 11)

FEW_INODES = 10_000
"""Each received file takes one, and a folder now and then."""

NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT})

SKEW_SECONDS = 2.0
"""Leases are times of the workers' clocks: a difference shortens or lengthens them."""


class Verdict(StrEnum):
    """How a check ended."""

    OK = "ok"
    WARN = "warn"
    FAIL = "FAIL"


@dataclass(frozen=True, slots=True)
class Check:
    """One line of `doctor`."""

    name: str
    verdict: Verdict
    found: str
    remedy: str = ""


def machine(settings: Settings) -> Iterator[Check]:
    """Check Python, the home's disk, and that bytes can be kept without being copied."""
    yield _python()
    writable = _writable(settings)
    yield writable
    if writable.verdict is not Verdict.FAIL:
        yield _space(settings)
        yield _bucket(settings) if settings.raw_url else _links(settings)
        yield _inbox(settings)


def nothing_yet(settings: Settings) -> bool:
    """Return whether the home's own database is still to be made: to look into it would make it."""
    return not settings.database_url and not (settings.home / "copydesk.db").exists()


def services(settings: Settings, storage: Storage) -> Iterator[Check]:
    """Check the database, the broker, and who is at work."""
    if nothing_yet(settings):
        yield Check("database", Verdict.FAIL, "there is none yet", "start ./copydesk up")
    else:
        yield from _database(storage)
    yield _broker(settings)
    for role in readiness.ROLES:
        yield _role(settings, role)


def _python() -> Check:
    found = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info >= OLDEST_PYTHON:
        return Check("python", Verdict.OK, found)
    return Check("python", Verdict.FAIL, found, "install Python 3.11 or newer")


def _writable(settings: Settings) -> Check:
    if not settings.home.exists():
        return Check("home", Verdict.FAIL, f"{settings.home} is not there", "start ./copydesk up")
    probe = settings.run / f".doctor-{uuid4().hex}"
    try:
        settings.make_folders()
        try:
            probe.write_bytes(b"copydesk")
        finally:
            probe.unlink(missing_ok=True)
    except UserError as error:
        found, _, remedy = str(error).partition("; ")
        return Check("home", Verdict.FAIL, found, remedy)
    except OSError as error:
        remedy = "give its folder to the user that runs Copydesk, or name another with --home"
        if error.errno in NO_ROOM:
            remedy = "make room: what waits goes on by itself"
        found = f"{error.filename or settings.home}: {error.strerror}"
        return Check("home", Verdict.FAIL, found, remedy)
    return Check("home", Verdict.OK, str(settings.home))


def _space(settings: Settings) -> Check:
    free = shutil.disk_usage(settings.home).free
    found = f"{size(free)} free"
    inodes = os.statvfs(settings.home)
    if inodes.f_files and inodes.f_favail < FEW_INODES:
        remedy = "remove small files from this disk, or move the home to another"
        return Check("disk", Verdict.WARN, f"{inodes.f_favail:,} files can still be made", remedy)
    if room.is_short(free):
        return Check("disk", Verdict.FAIL, found, "make room: nothing can be received soon")
    if free < room.LITTLE:
        return Check("disk", Verdict.WARN, found, "make room, or move the home to a larger disk")
    return Check("disk", Verdict.OK, found)


def _links(settings: Settings) -> Check:
    """See whether a file of the inbox can be kept in `raw/` by a second name for it."""
    name = f".doctor-{uuid4().hex}"
    source, target = settings.inbox / name, settings.raw / name
    try:
        source.write_bytes(b"copydesk")
        os.link(source, target)
    except OSError as error:
        remedy = "put inbox and raw on one disk that has hard links; until then bytes are copied"
        return Check("inbox to raw", Verdict.WARN, str(error.strerror), remedy)
    finally:
        source.unlink(missing_ok=True)
        target.unlink(missing_ok=True)
    return Check("inbox to raw", Verdict.OK, "one disk, with hard links")


def _bucket(settings: Settings) -> Check:
    """See whether the object store answers: asked for what it cannot have."""
    try:
        open_raw(settings).has("0" * 64)
    except OSError as error:
        remedy = "start it, or correct COPYDESK_RAW_URL and AWS_…; files wait until it answers"
        return Check("raw store", Verdict.FAIL, f"it does not answer: {error.strerror}", remedy)
    return Check("raw store", Verdict.OK, settings.raw_url)


def _inbox(settings: Settings) -> Check:
    if settings.watch == "poll":
        return Check("watching", Verdict.OK, "polling, as the settings say (watch)")
    proves = Prover().local(settings.inbox.stat().st_dev, settings.inbox)
    if proves:
        return Check("watching", Verdict.OK, "events; the kernel says when a file is whole")
    found = f"polling: a file is taken when it stood still for {settings.settle_seconds:g} s"
    remedy = "an inbox on a local Linux disk is quicker; this one works too"
    return Check("watching", Verdict.WARN, found, remedy)


def _database(storage: Storage) -> Iterator[Check]:
    try:
        storage.check()
        with storage.reading() as reading:
            skew = abs((reading.clock() - clock.now()).total_seconds())
    except UserError as error:
        yield Check("database", Verdict.FAIL, str(error))
        return
    except CopydeskError as error:
        remedy = "start it, or correct COPYDESK_DATABASE_URL"
        yield Check("database", Verdict.FAIL, str(error), remedy)
        return
    dialect = storage.engine.dialect.name
    yield Check("database", Verdict.OK, f"{dialect}, at this version's revision")
    if skew > SKEW_SECONDS:
        remedy = "set both clocks by NTP: the hosts' clocks say when a file was received"
        yield Check("clock", Verdict.WARN, f"{duration(skew)} off the database's", remedy)
    else:
        yield Check("clock", Verdict.OK, "agrees with the database's")


def _broker(settings: Settings) -> Check:
    own = not settings.broker_url
    remedy = "start ./copydesk up" if own else "start it, or correct COPYDESK_BROKER_URL"
    try:
        with redis_client(settings) as client:
            version = client.info("server").get("redis_version", "?")
            cluster = client.info("cluster").get("cluster_enabled")
    except (RedisError, OSError) as error:
        return Check("broker", Verdict.FAIL, f"it does not answer: {error}", remedy)
    if cluster:
        remedy = "name a server of its own, or Sentinels: see docs/scaling.md, Brokers"
        return Check("broker", Verdict.FAIL, "it is a Redis Cluster, where queues fail", remedy)
    kind = "embedded, " if own else ""
    return Check("broker", Verdict.OK, f"{kind}speaks Redis {version}")


def _role(settings: Settings, role: str) -> Check:
    if readiness.is_ready(settings, role):
        return Check(role, Verdict.OK, "ready")
    if settings.broker_url:
        remedy = f"fine where another machine runs it; here: ./copydesk {COMMANDS[role]}"
        return Check(role, Verdict.WARN, "not on this machine", remedy)
    return Check(role, Verdict.FAIL, "not running", "start ./copydesk up")


COMMANDS = {"worker": "worker", "watcher": "watch", "sweeper": "sweep", "api": "api"}
"""The command that runs a role alone."""
