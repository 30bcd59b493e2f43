"""What the docs name is there: files, folders, modules and links; a move takes its docs along."""

from __future__ import annotations

import re
from typing import Final

import pytest

from shared.config import ROOT

PLACES: Final = ("services", "workers", "shared", "tests", "seeds", "deploy", "docs", ".ci")
"""What stands at the root; other paths in the docs are those of a home, an archive, an address."""
PAGES: Final = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]
TEXTS: Final = {page: page.read_text(encoding="utf-8") for page in PAGES}

PATH = re.compile(rf"`((?:{'|'.join(map(re.escape, PLACES))})/[^`\s]*)`")
MODULE = re.compile(r"`(\w+\.py)`")
RUN = re.compile(rf"-m ((?:{'|'.join(PLACES[:4])})[\w.]*)")
LINK = re.compile(r"\]\((?!https?:)([^)#\s]+)")
TREE = re.compile(r"^```\n(services/ .*?)^```$", re.MULTILINE | re.DOTALL)
FOLDER = re.compile(r"(?<!\S)(\w+)/(?=[\s:;,.]|$)")


def named(pattern: re.Pattern[str], leave: str = "CHANGELOG.md") -> list[tuple[str, str]]:
    """Return each page and what it names; the changelog speaks of what was, too."""
    return [
        (page.name, name)
        for page, text in TEXTS.items()
        if page.name != leave
        for name in sorted(set(pattern.findall(text)))
    ]


@pytest.mark.parametrize(("page", "path"), named(PATH))
def test_a_path_in_the_docs_is_there(page: str, path: str) -> None:
    """`<name>` and `…` stand for any name; a module may be named without its `.py`."""
    pattern = re.sub(r"<\w+>|…", "*", path).rstrip("/")
    assert any(ROOT.glob(pattern)) or (ROOT / f"{pattern}.py").is_file(), page


@pytest.mark.parametrize(("page", "name"), named(MODULE))
def test_a_module_in_the_docs_is_there(page: str, name: str) -> None:
    """One that is named without its folder is somewhere among the sources."""
    assert any(found for place in PLACES[:4] for found in (ROOT / place).rglob(name)), page


@pytest.mark.parametrize(("page", "module"), named(RUN))
def test_a_module_that_the_docs_run_is_there(page: str, module: str) -> None:
    """`python -m` runs a module, or a package by its `__main__`."""
    path = ROOT.joinpath(*module.rstrip(".").split("."))
    assert path.with_suffix(".py").is_file() or (path / "__main__.py").is_file(), page


@pytest.mark.parametrize(("page", "link"), named(LINK, leave=""))
def test_a_link_between_the_docs_leads_somewhere(page: str, link: str) -> None:
    """Links are written from the page that they stand on."""
    folder = ROOT if (ROOT / page).is_file() else ROOT / "docs"
    assert (folder / link).exists()


def test_the_tree_of_the_architecture_names_folders_that_are_there() -> None:
    """And all that stand directly in services, workers and shared."""
    [tree] = TREE.findall(TEXTS[ROOT / "docs" / "architecture.md"])
    top, drawn = "", set()
    for line in tree.splitlines():
        if not line.startswith(" "):
            top = line.partition("/")[0]
        drawn |= {(top, name) for name in FOLDER.findall(line)}
    there = {
        (top, path.name)
        for top, _ in drawn
        for path in [ROOT / top, *(ROOT / top).rglob("*")]
        if path.is_dir()
    }
    assert drawn <= there
    assert {
        (top, path.parent.name)
        for top in ("services", "workers", "shared")
        for path in (ROOT / top).glob("*/__init__.py")
    } <= drawn
