"""`python -m tests.chaos --faults 1000 --files 50000 --seed 1`: a long trial, with its figures."""

from __future__ import annotations

import argparse
import logging
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import structlog

from tests.chaos.trial import GAP, SET_UPS, Figures, run

if TYPE_CHECKING:
    from collections.abc import Sequence

SHOWN = 20
"""Names of broken promises that are listed."""


def main() -> int:
    """Try what the command line asks for; return 1 when a promise was broken."""
    parser = argparse.ArgumentParser(prog="python -m tests.chaos", description=__doc__)
    parser.add_argument("--faults", type=int, default=200)
    parser.add_argument("--files", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--gap", type=float, default=GAP, help="seconds, at the most")
    parser.add_argument("--database", choices=sorted(SET_UPS), default="sqlite")
    parser.add_argument("--keep", type=Path, help="a folder for everything, which is kept")
    asked = parser.parse_args()
    # what the undisturbed run says of each file is not what is asked for here
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    folder = asked.keep or Path(tempfile.mkdtemp(prefix="copydesk-chaos-"))
    folder.mkdir(parents=True, exist_ok=True)
    figures = run(
        asked.database,
        faults=asked.faults,
        files=asked.files,
        seed=asked.seed,
        folder=folder,
        gap=asked.gap,
        say=_say,
    )
    _report(figures)
    assert figures.judgement is not None
    if not figures.judgement.kept:
        sys.stdout.write(f"what was found is in {folder / 'evidence'}\n")
        return 1
    if asked.keep is None:
        shutil.rmtree(folder)
    return 0


def _say(line: str) -> None:
    sys.stderr.write(f"\r\033[K{line}" if sys.stderr.isatty() else f"{line}\n")


def _report(figures: Figures) -> None:
    assert figures.judgement is not None
    found = figures.judgement
    lines = [f"{count:6} {fault}" for fault, count in sorted(figures.faults.items())]
    lines += [f"       {fault}: not here" for fault in sorted(figures.left_out)]
    lines += [
        f"{figures.faults.total():6} faults over {figures.files} files",
        "",
        *(f"{count:6} {word}" for word, count in sorted(found.outcomes.items())),
        "",
        *_listed("lost", found.lost),
        *_listed("twice", found.twice),
        *_listed("with a wrong outcome", found.wrong),
        f"{found.gaps:6} gaps in the feed of changes",
        f"{found.stranded:6} messages stranded",
        f"{figures.seconds:6.0f} seconds of faults",
        f"{figures.open_files:6} files open at the last fault",
        f"{figures.rest_seconds:6.1f} seconds from then to quiet",
        *(f"{size:6.0f} MB at the most: {what}" for what, size in figures.sizes.largest.items()),
        *_listed("rows of articles and stories differ from an undisturbed run", found.different),
        "every promise was kept" if found.kept else "A PROMISE WAS BROKEN",
    ]
    sys.stdout.write("\n".join(["", *lines, ""]))


def _listed(what: str, names: Sequence[str]) -> list[str]:
    return [f"{len(names):6} {what}", *(f"         {name}" for name in names[:SHOWN])]


if __name__ == "__main__":
    sys.exit(main())
