"""
One file, compressed with gzip, bzip2, xz or zstd.

What is inside is read by the registry as if it had been dropped plain: a page, a tar archive, a
WARC whose records are compressed one by one, JSON lines of any length.
"""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from shared.compression import METHODS, method_of
from workers.parsers.unpacking.inner import Unpacked, budget_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workers.parsers.base import ParseContext, Parsed, RawFile

_SUFFIXES = {suffix: method.name for method in METHODS for suffix in method.suffixes}


class Compressed:
    """Hands the file inside to its own parser; its items keep their labels."""

    name = "compressed"
    version = 1
    opens = bytes({magic[0] for method in METHODS for magic in method.magics})

    def score(self, file: RawFile) -> float:
        """Return .9 for the signature of a compressed file."""
        return 0.9 if method_of(file.head) else 0.0

    def parse(self, file: RawFile, context: ParseContext) -> Iterator[Parsed]:
        """Yield the items of the inner file; raise `Rejected` where the bytes break off."""
        assert context.read is not None
        inner = Unpacked(
            name=inner_name(file.name),
            budget=budget_of(file, context),
            packed=file,
            method=method_of(file.head),
            limit=context.limits.file_bytes,
        )
        nested = context.nested(charset=context.charset)
        yield from context.read(inner, nested)


def inner_name(name: str) -> str:
    """Return a name without the suffix of its compression: `a.tgz` is `a.tar`, `a.gz` is `a`."""
    suffix = PurePosixPath(name).suffix
    if suffix.lower() not in _SUFFIXES:
        return name
    return name[: -len(suffix)] + (".tar" if suffix.lower().startswith(".t") else "")
