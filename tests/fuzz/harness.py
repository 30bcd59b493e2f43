"""
What is fuzzed: a format's parser and all that follows it in a worker, from bytes to fingerprints.

A parser may raise `Rejected` and nothing else; so whatever else comes out of here is a find.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from shared.config import ROOT
from shared.errors import Reason, Rejected
from workers.dedup.texts.fingerprint import fingerprint
from workers.normalise.article import normalise
from workers.normalise.claims.choosing import Profile
from workers.parsers import registry
from workers.parsers.base import Limits, ParseContext, RawFile, RejectedItem

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from workers.parsers.base import Parsed

FORMATS: Final = {parser.name: parser for parser in registry.PARSERS}

NOW: Final = datetime(2026, 1, 1, tzinfo=UTC)

LIMITS: Final = Limits(file_bytes=4 * 1024 * 1024, expanded_bytes=8 * 1024 * 1024)
"""Small: the fuzzer looks for ways, not for sizes."""


def seeds(name: str) -> list[Path]:
    """Return the samples of a format to begin with, and all broken ones."""
    golden = ROOT / "tests" / "golden" / name
    folders = (ROOT / "seeds" / name, ROOT / "seeds" / "broken", *sorted(golden.glob("*/")))
    found = (path for folder in folders if folder.is_dir() for path in sorted(folder.iterdir()))
    return [path for path in found if path.is_file() and not path.name.startswith("expected")]


def harness(name: str) -> Callable[[bytes], None]:
    """Return what reads bytes as one format, and raises where anything but a refusal happens."""
    parser = FORMATS[name]
    context = ParseContext(limits=LIMITS, read=registry.read)

    def read(data: bytes) -> None:
        file = RawFile(name="fuzzed", content=data)
        score = parser.score(file)
        assert 0 <= score <= 1, f"a score of {score}"
        if not score or not file.head.strip():
            return  # the registry would not ask it
        try:
            for parsed in parser.parse(file, context):
                _take(parsed)
        except Rejected as rejected:
            _look_at(rejected)

    return read


def _take(parsed: Parsed) -> None:
    if isinstance(parsed, RejectedItem):
        _look_at(parsed.rejected)
        return
    try:
        fingerprint(normalise(parsed, Profile(provider="fuzzed"), now=NOW, modified_at=None))
    except Rejected as rejected:
        _look_at(rejected)


def _look_at(rejected: Rejected) -> None:
    """Raise what a container contained: there it costs one member, and is a defect all the same."""
    if rejected.reason is Reason.PARSER_FAILED:
        raise rejected.__cause__ or rejected
