"""Bytes to a JSON value: orjson, then Python's own reader, which forgives more; or `Rejected`."""

from __future__ import annotations

import json
from typing import Any

import orjson

from shared.errors import Reason, Rejected
from workers.parsers.charset import decode


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
