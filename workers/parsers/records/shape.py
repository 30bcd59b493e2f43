"""What JSON looks like from its first bytes: lines or one value, and which keys it has."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from shared.errors import Reason, Rejected
from workers.parsers.paragraphs.markup import html_paragraphs, looks_like_html
from workers.parsers.paragraphs.typeset import wrapped_paragraphs
from workers.parsers.records.json_text import load

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workers.parsers.base import ParseContext, RawFile

_BOM = b"\xef\xbb\xbf"
_KEY = re.compile(rb'"([A-Za-z_@-]{2,30})"\s*:')
_LINE_SUFFIXES = frozenset({".jsonl", ".ndjson", ".jsonlines", ".ldjson"})
_NAMES = ("name", "literal", "value", "title")
_SEEN = 16 * 1024


def is_document(file: RawFile) -> bool:
    """Return whether a file begins as one JSON value, and not as a value on each line."""
    head = file.head.removeprefix(_BOM).lstrip()
    if file.suffix in _LINE_SUFFIXES or head[:1] not in (b"{", b"["):
        return False
    first, _, rest = head.partition(b"\n")
    return not (first.rstrip().endswith(b"}") and rest.lstrip()[:1] == b"{")


def keys(head: bytes) -> frozenset[str]:
    """Return the keys of the first bytes, in lower case and without `_` and `-`."""
    found = _KEY.findall(head[:_SEEN])
    return frozenset(key.decode().casefold().replace("_", "").replace("-", "") for key in found)


def document(file: RawFile, context: ParseContext) -> Any:  # noqa: ANN401 - JSON may hold anything
    """Return the value of a whole file; `Rejected`: `too_large`, `malformed`, `too_deep`."""
    limit = context.limits.file_bytes
    if len(file.data) > limit:
        detail = f"one JSON value of {len(file.data) / 1e6:.0f} MB; the limit is {limit / 1e6:.0f}"
        raise Rejected(Reason.TOO_LARGE, f"{detail} MB")
    return load(file.data, context.charset)


def names(value: object) -> Iterator[str]:
    """Yield the names in a value: a text, an object with a name, a list of these."""
    if isinstance(value, str):
        if value.strip():
            yield value
    elif isinstance(value, list):
        for one in value:
            if not isinstance(one, list):
                yield from names(one)
    elif isinstance(value, dict):
        yield from names(next((value[key] for key in _NAMES if _is_text(value.get(key))), None))
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield str(value)


def paragraphs(text: object, kind: str = "") -> tuple[str, ...]:
    """Return the paragraphs of a text field: markup by its declared kind or by its look."""
    if not isinstance(text, str):
        return ()
    if "html" in kind or "xml" in kind or looks_like_html(text):
        return html_paragraphs(text)
    return wrapped_paragraphs(text)


def objects(record: dict[str, Any], short: str) -> list[dict[str, Any]]:
    """Return the objects in a list of a folded record."""
    listed = record.get(short, ("", ()))[1]
    return [one for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []


def plain(record: dict[str, Any], short: str) -> str:
    """Return a text or a number of a folded record as text; empty for anything else."""
    value = record.get(short, ("", ""))[1]
    return str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())
