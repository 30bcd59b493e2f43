"""Records as JSON, and what the parser makes of them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from shared.domain.article import RawItem
from workers.parsers.base import Limits, ParseContext, RawFile
from workers.parsers.records.json_lines import JsonLines

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workers.parsers.base import Parsed


STORY = {"title": "Tide", "body": "The tide was late by eleven minutes."}


def parse(data: object, name: str = "a.json", **limits: int) -> list[Parsed]:
    content = data if isinstance(data, bytes) else json.dumps(data, ensure_ascii=False).encode()
    file = RawFile(name=name, content=content)
    return list(JsonLines().parse(file, ParseContext(limits=Limits(**limits))))


def one(record: Mapping[str, object]) -> RawItem:
    (item,) = parse(record)
    assert isinstance(item, RawItem)
    return item


FIRST, SECOND = "The tide was late by eleven minutes.", "Nobody could say why."
