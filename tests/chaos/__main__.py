"""`python -m tests.chaos --faults 1000 --files 50000 --seed 1`: a long trial, with its figures."""

from __future__ import annotations

import argparse
import logging
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import structlog

from tests.chaos.trial import SET_UPS, Figures, run

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
    parser.add_argument("--database", choices=sorted(SET_UPS), default="sqlite")
    parser.add_argument("--keep", type=Path, help="a folder for everything, which is kept")
    asked = parser.parse_args()
    # what the undisturbed run says of each file is not what is asked for here
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    with tempfile.TemporaryDirectory(prefix="copydesk-chaos-") as temporary:
        folder = asked.keep or Path(temporary)
        figures = run(
            asked.database,
            faults=asked.faults,
            files=asked.files,
            seed=asked.seed,
            folder=folder,
            say=_say,
        )
    _report(figures)
    return 0 if figures.judgement is not None and figures.judgement.kept else 1


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
        f"{figures.open_files:6} files open at the last fault",
        f"{figures.rest_seconds:6.1f} seconds from then to quiet",
        f"articles and stories are {'' if found.same else 'NOT '}those of an undisturbed run",
        "every promise was kept" if found.kept else "A PROMISE WAS BROKEN",
    ]
    sys.stdout.write("\n".join(["", *lines, ""]))


def _listed(what: str, names: Sequence[str]) -> list[str]:
    return [f"{len(names):6} {what}", *(f"         {name}" for name in names[:SHOWN])]


if __name__ == "__main__":
    sys.exit(main())
