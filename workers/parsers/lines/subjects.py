"""Subjects of messages, with and without what mail programs put before them."""

from __future__ import annotations

import re

ANSWERS = re.compile(
    r"(?:(?:re|fwd?|aw|wg|tr|rv|sv|vs|antw|rif)(?:\[\d+\])?\s*:\s*)+", re.IGNORECASE
)
"""What says that a message answers another, or passes one on."""


def bare_subject(subject: str) -> str:
    """Return a subject without what says that the message answers or passes on another."""
    found = ANSWERS.match(subject)
    return subject[found.end() :] if found else subject
