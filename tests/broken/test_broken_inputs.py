"""
Whatever is dropped, there is an answer: articles, or a reason in words, and soon.

No damage may show as a defect of ours (`parser_failed`), hang, or eat the machine.
"""

from __future__ import annotations

import random
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from shared.config import ROOT, Settings
from shared.errors import Reason, Rejected
from tests.broken.damage import DAMAGES
from tests.broken.monsters import MONSTERS
from tests.broken.repeats import MAKERS, SIGNS, repeated
from workers.parsers.base import RejectedItem
from workers.reading import Clock, Reader, Source

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from shared.domain.article import Article

SEEDS = sorted(path for path in (ROOT / "seeds").rglob("*") if path.is_file())

NOW = datetime(2026, 1, 1, tzinfo=UTC)

DEFECTS = {Reason.PARSER_FAILED, Reason.TOO_SLOW, Reason.TOO_MUCH_MEMORY}


def answers(path: Path) -> Iterator[Article | Rejected]:
    """Yield what comes of a file: articles, reasons of its items, a reason of the whole."""
    source = Source(name=path.name, path=path, provider="default", received_at=NOW)
    try:
        for read in Reader(Settings(parse_seconds=60)).read(source, Clock()):
            yield read.rejected if isinstance(read, RejectedItem) else read
    except Rejected as reason:
        yield reason


def defects(path: Path) -> list[str]:
    """Return what a person would take for a defect in the answers; there must be an answer."""
    found = list(answers(path))
    assert found, "no article and no reason: the file would vanish"
    return [str(one) for one in found if isinstance(one, Rejected) and one.reason in DEFECTS]


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_damaged_file_is_read_or_refused_in_words(seed: Path, tmp_path: Path):
    """Each sample, good or broken, is damaged in eight ways: some 600 inputs."""
    content = seed.read_bytes() or b"\n"
    chance = random.Random(seed.name)

    for damage in DAMAGES:
        path = tmp_path / seed.name
        path.write_bytes(damage(content, chance))
        assert defects(path) == [], damage.__name__


@pytest.mark.parametrize("name", MONSTERS)
def test_a_monster_is_read_or_refused_in_words(name: str, tmp_path: Path):
    path = tmp_path / name
    path.write_bytes(MONSTERS[name]())

    assert defects(path) == []


@pytest.mark.parametrize("name", MAKERS)
@pytest.mark.parametrize("sign", SIGNS)
def test_a_sign_over_and_over_is_read_or_refused_in_words(sign: str, name: str, tmp_path: Path):
    path = tmp_path / name
    path.write_bytes(repeated(sign, name))

    assert defects(path) == []
