"""Each block of the docs is run, or held to what it describes, or says here why it is not."""

from __future__ import annotations

import importlib.util
import json
import re
import tomllib
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
import yaml

from shared.config import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable

BLOCK = re.compile(r"^ *```(\w*) ?(\w*)\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)

READERS: Final[dict[str, Callable[[str], object]]] = {
    "json": json.loads,
    "yaml": yaml.safe_load,
    "toml": tomllib.loads,
}

RUN: Final = {
    ("reading.md", "sh"): "tests/e2e/test_docs_commands.py",
    ("reading.md", "sql"): "tests/integration/test_docs_reading.py",
    ("reading.md", "python"): "tests/integration/test_docs_reading.py",
    ("adding-a-parser.md", "python"): "tests/unit/workers/parsers/test_adding_a_parser.py",
    ("logs.md", "sh"): "tests/e2e/test_docs_commands.py",
    ("scaling.md", "sh"): "tests/e2e/test_docs_commands.py",
    ("operating.md", "sh"): "tests/e2e/test_docs_commands.py",
}
"""File and language of blocks that are run → by which test."""

NOT_RUN: Final = {
    " drop a file": "a drawing",
    "services/   ": "a list of folders",
    "COPYDESK_DATABASE_URL=": "needs other hosts: tests/integration/test_hosts.py has six",
    "COPYDESK_BROKER_URL=": "a setting: tests/integration/test_brokers.py has such a broker",
    "user copydesk on": "a line of a broker's file: tests/integration/test_brokers.py uses it",
    "kubectl": "needs kubectl: tests/unit/deploy/test_kubernetes.py reads the same files",
    "COPYDESK_CELERY_EVENTS=": "needs Docker",
    "OTEL_EXPORTER_OTLP_ENDPOINT=": "needs a collector: tests/e2e/test_figures.py has one",
    "local.file_match": "needs Grafana Alloy",
    "   .venv/bin/python -m tests.golden.rewrite": "rewrites the golden files",
    "   python -m tests.fuzz": "needs Atheris: tests/unit/workers/parsers holds its finds",
}
"""How a block begins that is not run → why."""

BLOCKS: Final = [
    (path.name, *found)
    for path in sorted((ROOT / "docs").glob("*.md"))
    for found in BLOCK.findall(path.read_text(encoding="utf-8"))
]


def fate(name: str, language: str, code: str) -> str:
    """Return what becomes of a block: `run`, `read`, `measured`, or why it is not run."""
    if (name, language) in RUN:
        return "run"
    if language in READERS:
        return "read"
    if language == "promql":
        return "asked"
    if code.lstrip().startswith("python -m tests.benchmarks"):
        return "measured"
    return next((why for start, why in NOT_RUN.items() if code.startswith(start)), "")


def test_every_block_has_its_fate() -> None:
    """A new block needs a test or a reason; a reason that no block needs any more goes."""
    fates = Counter(fate(name, language, code) for name, language, _, code in BLOCKS)
    assert [b for b in BLOCKS if not fate(b[0], b[1], b[3])] == []
    assert set(NOT_RUN.values()) <= set(fates)
    done = sum(fates[word] for word in ("run", "read", "asked", "measured"))
    print(f"{done} of {len(BLOCKS)} blocks are run or held to what they describe")  # noqa: T201
    assert done > len(BLOCKS) / 2
    assert all((ROOT / test).is_file() for test in RUN.values())


@pytest.mark.parametrize(
    ("language", "code"), [(b[1], b[3]) for b in BLOCKS if fate(b[0], b[1], b[3]) == "read"]
)
def test_what_is_written_in_a_language_can_be_read(language: str, code: str) -> None:
    """JSON, YAML and TOML."""
    assert READERS[language](code)


@pytest.mark.parametrize("code", [b[3] for b in BLOCKS if fate(b[0], b[1], b[3]) == "measured"])
def test_each_benchmark_exists_and_knows_its_options(code: str) -> None:
    """They take minutes to hours, so they are not run here."""
    for line in filter(str.strip, code.splitlines()):
        spec = importlib.util.find_spec(line.split()[2])
        assert spec is not None, line
        assert spec.origin is not None
        source = Path(spec.origin).read_text(encoding="utf-8")
        assert [o for o in re.findall(r"--[a-z]+", line) if f'"{o}"' not in source] == [], line


@pytest.mark.parametrize("code", [b[3] for b in BLOCKS if b[1] == "promql"])
def test_the_questions_to_prometheus_name_metrics_that_are_listed(code: str) -> None:
    """Their histograms by the names of their parts."""
    listed = (ROOT / "docs" / "metrics.md").read_text(encoding="utf-8")
    names = {re.sub(r"_(bucket|sum|count)$", "", n) for n in re.findall(r"copydesk_\w+", code)}
    assert [name for name in names if f"| `{name}`" not in listed] == []
