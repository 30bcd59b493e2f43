"""Every format owns golden cases; each input must be read exactly as written down."""

from __future__ import annotations

import json

import pytest

from shared.config import ROOT
from tests.golden.cases import Case, cases, reading
from workers.parsers import registry
from workers.parsers.base import Parser, RawFile

CASES = cases()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_golden_input_is_read_as_it_is_written_down(case: Case) -> None:
    """Claims (value and source, in order), body and notes are those of `expected.json`."""
    assert case.expected.exists(), f"run `python -m tests.golden.rewrite {case.name}`"
    assert reading(case) == json.loads(case.expected.read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_golden_input_is_read_by_the_parser_of_its_folder(case: Case) -> None:
    """The registry gives `tests/golden/<format>/…` to the parser named `<format>`."""
    file = RawFile(name=case.source.name, content=case.source.read_bytes())
    assert registry.choose(file).name == case.format


@pytest.mark.parametrize("parser", registry.PARSERS, ids=lambda parser: parser.name)
def test_a_parser_owns_a_golden_case(parser: Parser) -> None:
    """A parser in the registry without a golden folder is not finished."""
    assert [case for case in CASES if case.format == parser.name], (
        f"add tests/golden/{parser.name}/<case>/input.*"
    )


@pytest.mark.parametrize("parser", registry.PARSERS, ids=lambda parser: parser.name)
def test_a_format_is_described_and_can_be_tried(parser: Parser) -> None:
    """A row of `docs/formats.md` names its parser, and a sample lies in `seeds/`."""
    formats = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
    assert f"`{parser.name}`" in formats, f"add a row for {parser.name} to docs/formats.md"
    assert (ROOT / "seeds" / parser.name).is_dir(), f"add a sample to seeds/{parser.name}/"
