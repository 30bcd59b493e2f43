"""Bytes to a JSON value: orjson, then Python's own reader, which forgives more; or `Rejected`."""

from __future__ import annotations

import json
import re
from typing import Any

import orjson

from shared.errors import Reason, Rejected
from workers.parsers.charset.decoding import decode

_DECODER = json.JSONDecoder(strict=False)
_SPACE = re.compile(r"[\s,\ufeff\x1e]*")
"""What stands between values; the sign of RFC 7464 among it."""


def load(data: bytes, charset: str | None) -> Any:  # noqa: ANN401 - JSON may hold anything
    """
    Return the value of JSON bytes in any charset.

    Raises `Rejected` with `malformed` (where it breaks: line, column) or `too_deep`.
    """
    try:
        return orjson.loads(data)
    except orjson.JSONDecodeError:
        pass
    text = decode(data, charset).text
    try:
        return json.loads(text, strict=False)
    except json.JSONDecodeError as error:
        where = (
            f"line {error.lineno}, column {error.colno}"
            if error.lineno > 1
            else f"column {error.colno}"
        )
        what = error.msg.removesuffix(" starting at")
        raise Rejected(Reason.MALFORMED, f"not valid JSON at {where}: {what}") from error
    except RecursionError as error:
        raise Rejected(Reason.TOO_DEEP, "the JSON is nested too deeply to be read") from error
    except ValueError as error:
        raise Rejected(Reason.MALFORMED, f"not valid JSON: {error}") from error


def load_all(data: bytes, charset: str | None) -> list[Any]:
    """
    Return the values of JSON that stand one after the other, as `jq` writes them; often one.

    Raises `Rejected` as `load` does, where the first is broken or what follows is none.
    """
    try:
        return [load(data, charset)]
    except Rejected as rejected:
        if rejected.reason is not Reason.MALFORMED:
            raise
        broken = rejected
    text = decode(data, charset).text
    found: list[Any] = []
    at = 0
    while (at := _SPACE.match(text, at).end()) < len(text):  # type: ignore[union-attr]  # matches nothing too
        try:
            value, at = _DECODER.raw_decode(text, at)
        except (ValueError, RecursionError):
            raise broken from None
        found.append(value)
    return found
