"""YAML documents that are articles: one each, or a list of them, with the keys that JSON has."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from shared.domain.article import Field
from shared.errors import Reason, Rejected
from workers.parsers.base import RejectedItem
from workers.parsers.charset.decoding import decode
from workers.parsers.claims.sources import renamed
from workers.parsers.records.lists import records
from workers.parsers.records.record import article
from workers.parsers.records.words import BODY_KEYS, SUMMARY_KEYS, TELLING, short
from workers.parsers.records.yaml_values import documents
from workers.parsers.unpacking.inner import too_large

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shared.domain.article import Claim, RawItem
    from workers.parsers.base import ParseContext, Parsed, RawFile

_SUFFIXES = frozenset({".yaml", ".yml"})
_KEY = re.compile(
    rb"^[ ]{0,8}(?:- )?[\"']?([A-Za-z_@ \x80-\xff-]{2,40})[\"']?[ ]*:(?:\s|$)", re.MULTILINE
)
_LOOKED_AT = 16 * 1024
_LEAST = 40
"""Characters of a text that is no setting."""
_TEXTS = frozenset([*BODY_KEYS, *SUMMARY_KEYS])


class YamlRecords:
    """Reads the articles in YAML; settings have other keys."""

    name = "yaml_records"
    version = 4
    opens = b""
    suffixes = _SUFFIXES

    def score(self, file: RawFile) -> float:
        """Return .9 for a file of that name with the keys of articles, a text's among them."""
        if file.suffix not in _SUFFIXES or file.is_binary:
            return 0.0
        found = _KEY.findall(file.head[:_LOOKED_AT])
        keys = {short(key.decode("utf-8", "replace")) for key in found}
        return 0.9 if len(keys & TELLING) > 1 and keys & _TEXTS else 0.0

    def parse(self, file: RawFile, context: ParseContext) -> Iterator[Parsed]:
        """Yield an item for each article, named by its document and its place in it."""
        if len(file.data) > context.limits.file_bytes:
            raise too_large(context.limits.file_bytes)
        decoded = decode(file.data, context.charset)
        told = documents(decoded.text.lstrip("\ufeff"))
        if not told:
            raise Rejected(Reason.NO_ARTICLE, "there is no document in the YAML")
        for number, value in enumerate(told, 1):
            label = str(number) if len(told) > 1 else ""
            yield from _document(value, label, context, decoded.notes)


def _read(
    record: object, label: str, context: ParseContext, frame: dict[Field, tuple[Claim, ...]]
) -> RawItem:
    """Return the article of a record; `Rejected` where settings or translations share its keys."""
    read = article(record, label, context.mapping, frame)
    named = not {Field.HEADLINE, Field.PUBLISHED}.isdisjoint(read.claims)
    schema = isinstance(record, dict) and "$schema" in record
    if schema or not (context.mapping or (named and sum(map(len, read.body)) >= _LEAST)):
        raise Rejected(Reason.NO_ARTICLE, "settings: a word or two, or no title and no time")
    return read


def _document(
    value: object, label: str, context: ParseContext, notes: tuple[str, ...]
) -> Iterator[Parsed]:
    """Yield the article that a document is, or those that it lists."""
    found = records(value)
    listed, frame = found if found is not None else ([value], {})
    for place, record in enumerate(listed, 1):
        own = "/".join(filter(None, (label, str(place) if found is not None else "")))
        try:
            yield renamed(_read(record, own, context, frame), "yaml key", notes)
        except Rejected as rejected:
            if not own:
                raise
            detail = f"item {own}: {rejected.detail}"
            yield RejectedItem(own, Rejected(rejected.reason, detail))
