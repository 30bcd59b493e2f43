"""
Answers that a reader may keep and ask for again: with an ETag, and 304 where nothing differs.

The tag is a hash of what would be sent, so it is right whatever changed: a correction, a kill, an
embargo that ran out. A reader that asks again is spared the transfer, not the question.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

from fastapi import Response

if TYPE_CHECKING:
    from collections.abc import Mapping

    from fastapi import Request

KEEP: Final = "private, no-cache"
"""To be kept by the one who asked, and asked for again each time: a kill must count at once."""


def cached(
    request: Request, body: str | bytes, media: str, headers: Mapping[str, str] | None = None
) -> Response:
    """Return the answer, or 304 where the reader has it."""
    content = body.encode() if isinstance(body, str) else body
    digest = hashlib.blake2b(content, digest_size=12, person=media.encode()[:16]).hexdigest()
    tag = f'"{digest}"'
    kept = {"ETag": tag, "Cache-Control": KEEP, "Vary": "Accept, Authorization", **(headers or {})}
    if _has(request.headers.get("if-none-match", ""), tag):
        return Response(status_code=304, headers=kept)
    return Response(content, media_type=media, headers=kept)


def _has(given: str, tag: str) -> bool:
    """Return whether `If-None-Match` names the tag; a proxy may have made it weak."""
    tags = [each.strip().removeprefix("W/") for each in given.split(",")]
    return tag in tags or "*" in tags
