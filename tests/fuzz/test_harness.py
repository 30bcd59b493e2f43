"""The fuzzer itself is run by hand; that what it would run is sound, is tested here."""

from __future__ import annotations

import pytest

from shared.config import ROOT
from tests.fuzz.harness import FORMATS, harness, seeds


@pytest.mark.parametrize("name", FORMATS)
def test_each_format_has_samples_and_a_harness_that_they_pass(name: str) -> None:
    """Its own and the broken ones: read or refused, and nothing else."""
    samples = seeds(name)
    assert any(name in path.parts for path in samples)
    for path in samples:
        harness(name)(path.read_bytes())


def test_a_defect_is_a_find(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where a container would have contained it."""

    def broken(*_given: object) -> object:
        raise ZeroDivisionError

    monkeypatch.setattr(type(FORMATS["plain_text"]), "parse", broken)
    with pytest.raises(ZeroDivisionError):
        harness("plain_text")((ROOT / "seeds" / "plain_text" / "german_labels.txt").read_bytes())
    with pytest.raises(ZeroDivisionError):
        harness("archive")((ROOT / "seeds" / "archive" / "edition.zip").read_bytes())
