"""The members of a zip archive, one by one."""

from __future__ import annotations

import io
import lzma
import stat
import struct
import zipfile
import zlib
from contextlib import contextmanager
from typing import TYPE_CHECKING

from shared.errors import Reason, Rejected
from shared.litter import pages_of
from workers.parsers.base import is_of_disk
from workers.parsers.unpacking.budget import Spent
from workers.parsers.unpacking.inner import Inner, Unpacked, too_large
from workers.parsers.unpacking.members import is_silent, is_unsafe, refused
from workers.parsers.unpacking.names import decode_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workers.parsers.base import RawFile, RejectedItem
    from workers.parsers.unpacking.budget import Budget

MAGICS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08PK")
_ENCRYPTED = 0x1
_UTF8_NAME = 0x800
_UNICODE_PATH = 0x7075
"""The extra field of Info-ZIP for a name in UTF-8 beside one in the code page of the machine."""
_FIELD = struct.Struct("<HH")
_SUM = struct.Struct("<BI")
_PIECE = 1024 * 1024
_CUT_OFF = "the list of its members, which is its end, is missing"
"""What the library calls no zip file began as one."""
_DAMAGE = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, struct.error, ValueError,
    NotImplementedError, RuntimeError, IndexError, OverflowError,
)  # fmt: skip


@contextmanager
def open_zip(file: RawFile) -> Iterator[zipfile.ZipFile]:
    """Open a zip archive; raise `Rejected` (`malformed`) where its directory cannot be read."""
    # in any order, so from memory where the bytes are unpacked as they are read; `ZipFile` does
    # not close a stream that it is given
    with io.BytesIO(file.data) if isinstance(file, Unpacked) else file.open() as stream:
        try:
            archive = zipfile.ZipFile(stream)
        except _DAMAGE as error:
            what = _CUT_OFF if "not a zip file" in str(error) else error
            raise Rejected(Reason.MALFORMED, f"the zip archive is broken: {what}") from error
        except OSError as error:
            raise damage_or_disk(error, "the zip archive is broken") from error
        with archive:
            yield archive


def damage_or_disk(error: OSError, what: str) -> Exception:
    """Return the refusal of broken bytes; a passing failure of the disk stays what it is."""
    if is_of_disk(error):
        return error
    return Rejected(Reason.MALFORMED, f"{what}: {error}")


def members(
    archive: zipfile.ZipFile, limit: int, budget: Budget
) -> Iterator[tuple[str, Inner] | RejectedItem]:
    """
    Yield name and content of each member that may be an article, and a refusal for each that
    cannot be read.

    Nothing is held but the member in hand, of `limit` bytes at the most.
    """
    infos = archive.infolist()
    names = _names(infos)
    known = frozenset(names)
    for info, name in zip(infos, names, strict=True):
        silent = is_silent(name) or not known.isdisjoint(pages_of(name))
        if name.endswith("/") or (silent and not is_unsafe(name)):
            continue
        try:
            _refuse(info, name)
            yield name, Inner(name=name, content=read(archive, info, limit, budget), budget=budget)
        except Spent:
            raise
        except Rejected as rejected:
            yield refused(name, rejected.reason, rejected.detail)


def read(archive: zipfile.ZipFile, info: zipfile.ZipInfo, limit: int, budget: Budget) -> bytes:
    """Return a member's bytes; raise `Rejected` where it is too large, broken or locked."""
    if info.flag_bits & _ENCRYPTED:
        raise Rejected(Reason.ENCRYPTED, "it is locked with a password")
    if info.file_size > limit:
        raise too_large(limit)
    pieces: list[bytes] = []
    try:
        with archive.open(info) as stream:
            while piece := stream.read(_PIECE):
                budget.spend(len(piece))
                pieces.append(piece)
    except _DAMAGE as error:
        raise Rejected(Reason.MALFORMED, f"it is broken: {error}") from error
    except OSError as error:
        raise damage_or_disk(error, "it is broken") from error
    return b"".join(pieces)


def _refuse(info: zipfile.ZipInfo, name: str) -> None:
    kind = stat.S_IFMT(info.external_attr >> 16)
    if is_unsafe(name) or kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise Rejected(
            Reason.UNSAFE_PATH, "its name leads out of the archive, or it is a link or a device"
        )


def _names(infos: list[zipfile.ZipInfo]) -> list[str]:
    """Return the names; those without the mark of UTF-8 are in a charset that must be found."""
    plain = [_path(info) for info in infos]
    unmarked = [
        info.orig_filename.encode("cp437")
        for info, path in zip(infos, plain, strict=True)
        if path is None
    ]
    decoded = iter(decode_names(unmarked) if unmarked else ())
    return [next(decoded) if path is None else path for path in plain]


def _path(info: zipfile.ZipInfo) -> str | None:
    """Return a name that is marked as UTF-8, or told once more in UTF-8; None for neither."""
    if info.flag_bits & _UTF8_NAME:
        return info.filename
    rest = info.extra
    while len(rest) >= _FIELD.size:
        kind, size = _FIELD.unpack_from(rest)
        field, rest = rest[_FIELD.size : _FIELD.size + size], rest[_FIELD.size + size :]
        if kind == _UNICODE_PATH and len(field) > _SUM.size:
            version, summed = _SUM.unpack_from(field)
            told = field[_SUM.size :]
            # Who renamed the member without knowing of this field left a sum of the old name.
            if version == 1 and summed == zlib.crc32(info.orig_filename.encode("cp437")):
                return told.decode("utf-8", "replace")
    return None
