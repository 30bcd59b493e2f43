"""
The programs that print a page as text, and how each of them is called.

They are no part of the project and none of its needs: whatever of them a machine has is measured by
`python -m tests.benchmarks.text_dumps --printed`.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from pathlib import Path

PRINTERS = {
    "lynx": "lynx -dump -force_html -assume_charset=utf-8 -display_charset=utf-8 -width=80",
    "lynx -nolist": "lynx -dump -nolist -force_html -assume_charset=utf-8"
    " -display_charset=utf-8 -width=120",
    "w3m": "w3m -dump -T text/html -I UTF-8 -O UTF-8 -cols 80",
    "links": "links -dump -codepage utf-8 -html-assume-codepage utf-8 -width 80",
    "elinks": "elinks -no-home -dump 1 -dump-charset utf-8 -dump-width 80",
    "html2text": "html2text -utf8 -width 79",
    "pandoc": "pandoc -f html -t plain",
}
PATIENCE = 60
"""Seconds that one page may take."""
_CHARSET = re.compile(r"(charset\s*=\s*[\"']?)[\w-]+")
_MOVED = re.compile(r"<meta[^>]*http-equiv=.?refresh[^>]*>", re.IGNORECASE)


def absent(name: str) -> str | None:
    """Return why a printer cannot be measured here; None where it can."""
    program = PRINTERS[name].split()[0]
    return None if shutil.which(program) else f"there is no program {program} on this machine"


def printed(name: str, markup: str) -> str:
    """Return a page as the program prints it; raise `CalledProcessError` where it fails."""
    page = _CHARSET.sub(r"\1utf-8", _MOVED.sub("", markup))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page.html"
        path.write_text(page, "utf-8")
        home = {"HOME": folder, "LC_ALL": "C.UTF-8", "TERM": "dumb", "PATH": "/usr/bin:/bin"}
        done = subprocess.run(
            [*PRINTERS[name].split(), str(path)],
            capture_output=True,
            check=True,
            env=home,
            timeout=PATIENCE,
        )
    return done.stdout.decode("utf-8", "replace")
