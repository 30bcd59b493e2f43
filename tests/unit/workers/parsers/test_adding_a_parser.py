"""The example in docs/adding-a-parser.md: whoever copies it begins with what works."""

from __future__ import annotations

import re
import subprocess
import sys
from textwrap import dedent
from typing import Any

import pytest

from shared.config import ROOT
from shared.domain.article import Field
from shared.errors import Rejected
from workers.parsers.base import ParseContext, RawFile

PAGE = (ROOT / "docs" / "adding-a-parser.md").read_text(encoding="utf-8")
[CODE] = [dedent(code) for code in re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)]
LETTER = b"Dear Sir\n\nThe ferry was late again on Monday.\n\nAda Holm"


def letter() -> Any:
    """Return the parser of the example."""
    names: dict[str, Any] = {"__name__": "letter"}
    exec(compile(CODE, "letter.py", "exec"), names)
    return names["Letter"]()


def test_it_knows_and_reads_its_format() -> None:
    """A text of paragraphs, signed."""
    file = RawFile(name="a.txt", content=LETTER)
    [item] = letter().parse(file, ParseContext())
    assert letter().score(file) > 0.5
    assert letter().score(RawFile(name="a.txt", content=b"Sir")) == 0
    assert item.body == ("The ferry was late again on Monday.",)
    assert [claim.value for claim in item.claims[Field.AUTHOR]] == ["Ada Holm"]


def test_it_raises_nothing_but_a_refusal() -> None:
    """As every parser."""
    for broken in (b"Dear Sir", b"Dear Sir\n\nAda Holm", b"Dear Sir\xff"):
        with pytest.raises(Rejected):
            list(letter().parse(RawFile(name="a.txt", content=broken), ParseContext()))


def test_it_passes_the_linter() -> None:
    """In the place where it would lie."""
    line = [sys.executable, "-m", "ruff", "check", "--stdin-filename", "workers/parsers/letter.py"]
    done = subprocess.run(
        [*line, "-"], input=CODE, cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout
