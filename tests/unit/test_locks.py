"""The lock files: all that the code imports, and all in step with `pyproject.toml`."""

from __future__ import annotations

import ast
import importlib.metadata
import re
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]

OURS = {"services", "workers", "shared"}

NOWHERE = {
    "_typeshed",  # for the type checker only
    "compression",  # the standard library's from Python 3.14 on
}

PINNED = re.compile(r"^([A-Za-z0-9._-]+)(?:\[.*\])?==([^ ;\\]+)", re.MULTILINE)


def locked(name: str) -> dict[str, str]:
    """Return the versions of a lock file, by package."""
    text = (ROOT / name).read_text(encoding="utf-8")
    return {canonicalize_name(package): version for package, version in PINNED.findall(text)}


def requirements(group: str | None) -> list[Requirement]:
    """Return what `pyproject.toml` asks for to run, or for a group."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = project["dependency-groups"][group] if group else project["project"]["dependencies"]
    return [Requirement(line) for line in asked]


def imported() -> set[str]:
    """Return the top names of all modules that the code imports."""
    found: set[str] = set()
    for path in (path for folder in sorted(OURS) for path in (ROOT / folder).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_bytes())):
            if isinstance(node, ast.Import):
                found |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                found.add(node.module.partition(".")[0])
    return found - OURS - NOWHERE - set(sys.stdlib_module_names)


def test_all_that_the_code_imports_is_locked_to_run() -> None:
    """What only the tests' tools bring along is not there on a user's machine."""
    distributions = importlib.metadata.packages_distributions()
    lock = locked("requirements.lock")
    missing = {
        name
        for name in imported()
        if not any(canonicalize_name(found) in lock for found in distributions.get(name, []))
    }
    assert missing == set(), "add them to pyproject.toml and run deploy/lock"


@pytest.mark.parametrize(
    ("group", "lock"),
    [(None, ""), ("dev", "-dev"), ("bench", "-bench")],
    ids=["run", "dev", "bench"],
)
def test_a_lock_holds_what_the_project_asks_for(group: str | None, lock: str) -> None:
    """A changed `pyproject.toml` calls for deploy/lock."""
    versions = locked(f"requirements{lock}.lock")
    unmet = [
        str(asked)
        for asked in requirements(group)
        if (name := canonicalize_name(asked.name)) not in versions
        or versions[name] not in asked.specifier
    ]
    assert unmet == [], "run deploy/lock"


@pytest.mark.parametrize("lock", ["requirements-dev.lock", "requirements-bench.lock"])
def test_every_environment_has_the_same_versions(lock: str) -> None:
    """What is tested and measured is what runs."""
    assert locked("requirements.lock").items() <= locked(lock).items()
