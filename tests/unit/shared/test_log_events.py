"""The log is an interface: `docs/logs.md` lists what the code says, and the code what it lists."""

from __future__ import annotations

import ast
import functools
import re
from dataclasses import dataclass, field

import pytest

from shared.config import ROOT
from tests.log_events import documented

LEVELS = {"debug", "info", "warning", "error", "critical", "exception"}

ALWAYS = {"at", "level", "role", "event", "exc_info", "exception"}
"""Keys of every line, and of every error."""


@dataclass
class Said:
    """How an event is said, in all the places where it is."""

    levels: set[str] = field(default_factory=set)
    keys: set[str] = field(default_factory=set)
    more: bool = False
    """Whether a place adds keys that only running it shows."""


@functools.cache
def in_the_code() -> dict[str, Said]:
    """Return every event with its levels and keys, from the source."""
    found: dict[str, Said] = {}
    for part in ("services", "workers", "shared"):
        for path in (ROOT / part).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and is_of_a_log(node):
                    note(node, found)
    return found


def is_of_a_log(node: ast.Call) -> bool:
    """Return whether a call is `log.warning(…)`, or that of a logger just made."""
    if not isinstance(node.func, ast.Attribute) or node.func.attr not in LEVELS | {"log"}:
        return False
    of = node.func.value
    return (isinstance(of, ast.Name) and of.id == "log") or (
        isinstance(of, ast.Call) and ast.unparse(of.func) == "structlog.get_logger"
    )


def note(node: ast.Call, found: dict[str, Said]) -> None:
    """Take note of what a call says."""
    assert isinstance(node.func, ast.Attribute)
    levelled = node.func.attr == "log"
    event = node.args[1 if levelled else 0]
    assert isinstance(event, ast.Constant), f"an event is a constant: {ast.unparse(node)}"
    assert isinstance(event.value, str), f"an event is a text: {ast.unparse(node)}"
    said = found.setdefault(event.value, Said())
    if levelled:
        said.levels |= set(re.findall(r"logging\.([A-Z]+)", ast.unparse(node.args[0])))
    else:
        said.levels.add({"exception": "error"}.get(node.func.attr, node.func.attr))
    said.levels = {level.lower() for level in said.levels}
    said.keys |= {each.arg for each in node.keywords if each.arg} - ALWAYS
    said.more = said.more or any(each.arg is None for each in node.keywords)


DOCS = documented()

OURS = sorted(DOCS.keys() - {"library_line"})


def test_the_source_is_read_at_all() -> None:
    """A walk that finds nothing would agree with an empty list."""
    assert {"delivery_received", "delivery_done", "request", "lease_lost"} <= set(in_the_code())


def test_every_event_is_listed_and_none_besides() -> None:
    """Nobody meets an event that the list does not explain, or waits for one that is gone."""
    assert sorted(in_the_code()) == OURS


@pytest.mark.parametrize("event", OURS)
def test_an_event_is_listed_with_its_levels_and_keys(event: str) -> None:
    """Levels and keys are those of the code; keys that are not always there stand there too."""
    listed, said = DOCS[event], in_the_code()[event]
    if said.levels:  # `log.log` with a level of its own: the list says which
        assert listed.levels == said.levels
    assert said.keys <= listed.keys
    if not said.more:
        assert listed.keys == said.keys


def test_no_key_has_two_names() -> None:
    """Why something failed is `reason` everywhere, so that one filter finds it."""
    forbidden = {"why", "error", "err", "msg", "filename", "file", "id", "duration"}
    assert not {key for said in in_the_code().values() for key in said.keys} & forbidden
