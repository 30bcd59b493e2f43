"""`python -m tests.fuzz [FORMAT…] --seconds 300`: fuzz formats one by one; needs Atheris."""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from shared.config import ROOT
from tests.fuzz.harness import FORMATS, seeds

SLOWEST = 20
"""Seconds for one input; more is a find."""

MEMORY_MB = 2048

LARGEST = 64 * 1024
"""Bytes of an input: small ones are quick, and many."""

ONE = """
import sys
import atheris
with atheris.instrument_imports(include=["workers"]):
    from tests.fuzz.harness import harness
atheris.Setup(sys.argv, harness(sys.argv.pop(1)))
atheris.Fuzz()
"""
"""A process of its own for each format: the fuzzer ends it with its first find."""


def main() -> int:
    """Fuzz what was asked for; return 1 when something was found."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("formats", nargs="*", choices=[[], *FORMATS], default=[])
    parser.add_argument("--seconds", type=int, default=60, help="for each format")
    parser.add_argument("--finds", type=Path, default=Path("finds"), help="where they are kept")
    asked = parser.parse_args()
    if subprocess.run([sys.executable, "-c", "import atheris"], check=False).returncode:
        sys.exit("Atheris is not installed: pip install atheris (Linux and macOS)")
    found = [
        name for name in asked.formats or FORMATS if not fuzz(name, asked.seconds, asked.finds)
    ]
    sys.stdout.write(f"finds in: {', '.join(found)}\n" if found else "no find\n")
    return bool(found)


def fuzz(name: str, seconds: int, finds: Path) -> bool:
    """Fuzz one format from its samples; return whether nothing was found."""
    finds.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="copydesk-fuzz-") as folder:
        for number, path in enumerate(seeds(name)):
            shutil.copy(path, Path(folder) / f"{number}-{path.name}")
        options = {
            "max_total_time": seconds,
            "timeout": SLOWEST,
            "rss_limit_mb": MEMORY_MB,
            "max_len": LARGEST,
            "artifact_prefix": f"{finds / name}-",
            "print_final_stats": 1,
        }
        done = subprocess.run(
            [sys.executable, "-c", ONE, name, folder, *(f"-{k}={v}" for k, v in options.items())],
            cwd=ROOT,
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
        )
    ran = next((line for line in done.stderr.splitlines() if "number_of_executed" in line), "")
    sys.stdout.write(f"{name:14} {ran.rpartition(' ')[2]:>8} inputs, status {done.returncode}\n")
    if done.returncode:
        sys.stdout.write("\n".join(done.stderr.splitlines()[-40:]) + "\n")
    sys.stdout.flush()
    return done.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
