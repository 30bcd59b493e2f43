"""How the OpenAPI document says what a route answers when it does not answer what was asked."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any, Final

from services.api.answers.problems import MEDIA_TYPE

PROBLEM: Final = {
    "title": "Problem",
    "type": "object",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string", "description": "What, which, and the remedy."},
        "errors": {
            "type": "array",
            "description": "422: each wrong parameter.",
            "items": {
                "type": "object",
                "properties": {"where": {"type": "string"}, "problem": {"type": "string"}},
            },
        },
    },
}
"""A problem document (RFC 9457)."""

Responses = dict[int | str, dict[str, Any]]


def answers(*statuses: int) -> Responses:
    """Return the `responses` of a route that may answer these with a problem document."""
    return {
        status: {
            "description": HTTPStatus(status).phrase,
            "content": {MEDIA_TYPE: {"schema": PROBLEM}},
        }
        for status in statuses
    }


ANYWHERE: Final = answers(401, 403, 422, 503)
"""No token, not with this one, a wrong parameter, the database is away."""
