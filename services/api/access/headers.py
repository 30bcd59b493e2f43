"""
The headers of every answer that tell a browser what it must not do with it.

Articles come from anywhere: their text is data, and should one ever be shown as markup by mistake,
a browser that keeps to these runs none of it, loads nothing and sends nothing anywhere else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from services.api.answers.plain_page import STYLE_SOURCE

if TYPE_CHECKING:
    from starlette.types import Message

POLICY: Final = "; ".join(
    (
        "default-src 'none'",
        # our own files alone: no script in a page, no style but the plain pages' one
        "script-src 'self'",
        f"style-src 'self' {STYLE_SOURCE}",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)

HEADERS: Final = {
    b"content-security-policy": POLICY.encode(),
    b"x-content-type-options": b"nosniff",
    b"x-frame-options": b"DENY",
    # not no-referrer: browsers would then hide from us that a form is our own page's
    b"referrer-policy": b"same-origin",
    b"cross-origin-opener-policy": b"same-origin",
    b"cross-origin-resource-policy": b"same-origin",
    b"permissions-policy": b"camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    # what a token opened must not lie in a cache for the next one who asks
    b"cache-control": b"no-store",
}
"""A route that sets one itself keeps its own."""


def protect(message: Message) -> None:
    """Add what is missing to the start of an answer."""
    given = message.setdefault("headers", [])
    there = {name.lower() for name, _value in given}
    message["headers"] = [
        *given,
        *(pair for pair in HEADERS.items() if pair[0] not in there),
    ]
