"""Find the golden cases and say what the parsers read out of one, as plain JSON."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from shared.domain.article import RawItem
from shared.errors import Rejected
from workers.parsers import registry
from workers.parsers.base import ParseContext, RawFile

if TYPE_CHECKING:
    from workers.parsers.base import Parsed

ROOT = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Case:
    """One folder with an input and what is expected of it."""

    folder: Path

    @property
    def name(self) -> str:
        """`format/case`."""
        return self.folder.relative_to(ROOT).as_posix()

    @property
    def format(self) -> str:
        """The name of the parser that must read it."""
        return self.folder.parent.name

    @property
    def source(self) -> Path:
        """The one file `input.*`."""
        (found,) = self.folder.glob("input.*")
        return found

    @property
    def expected(self) -> Path:
        """Where the expectation is written down."""
        return self.folder / "expected.json"


def cases() -> list[Case]:
    """Return all cases, in order of name."""
    return [Case(path.parent) for path in sorted(ROOT.glob("*/*/input.*"))]


def reading(case: Case) -> list[dict[str, Any]]:
    """Return what the registry reads out of a case: one object an item, JSON types only."""
    file = RawFile(name=case.source.name, content=case.source.read_bytes())
    read = []
    try:
        for parsed in registry.read(file, ParseContext()):
            read.append(_plain(parsed))  # noqa: PERF401 - what came before a refusal counts
    except Rejected as rejected:
        read.append({"rejected": rejected.reason.value, "detail": rejected.detail})
    return read


def write(case: Case) -> bool:
    """Write down what is read now; return whether that differs from what was expected."""
    text = json.dumps(reading(case), ensure_ascii=False, indent=2) + "\n"
    before = case.expected.read_text("utf-8") if case.expected.exists() else None
    case.expected.write_text(text, "utf-8")
    return text != before


def _plain(parsed: Parsed) -> dict[str, Any]:
    if not isinstance(parsed, RawItem):
        refusal = parsed.rejected
        return {"item": parsed.item, "rejected": refusal.reason.value, "detail": refusal.detail}
    return {
        "item": parsed.item,
        "parser": parsed.parser.partition("/")[0],
        "claims": {
            name.value: [{"value": claim.value, "source": claim.source} for claim in claims]
            for name, claims in sorted(parsed.claims.items())
        },
        "body_source": parsed.body_source,
        "body": list(parsed.body),
        "notes": list(parsed.notes),
    }
