"""
Fields above a telegraph message that a sign names, a line each, as Australian desks send them.

Below `ZCZC AAP` stand `%A`, `#Ferry`, `$Fault found in ferry`, `:(NORTHBY)`, `*07000000`. What a
sign means differs between desks; a headline is the line of several words behind `^` or `$`.
"""

from __future__ import annotations

import re

_HEADER = re.compile(
    r"^(?P<frame>[ \t]*ZCZC\b[^\n]{0,40}\n)"
    r"(?P<fields>[%#$:^=*&+@~][^\n]{0,200}\n(?:[%#$:^=*&+@~][^\n]{0,200}\n){2,11})",
    re.MULTILINE,
)
"""Three such lines or more, right below the frame: prose begins with none of these signs."""
_HEADLINE_SIGNS, _SLUG_SIGNS = "^$", "#:"
_OFTEN = ":"
"""The one sign that stands above a text more than once."""
_BRACKETED = "("
"""`:(NORTHBY)` is a place."""


def with_labels(text: str) -> str:
    """Return framed messages with labels in the place of signs; what tells no field is left out."""
    return _HEADER.sub(_labelled, text) if "ZCZC" in text else text


def _labelled(header: re.Match[str]) -> str:
    """Return the lines above one message: its frame, headline and keyword."""
    lines, text = _parted(header["fields"].splitlines())
    headline = _first(lines, _HEADLINE_SIGNS, several=True)
    slug = _first(lines, _SLUG_SIGNS, several=False)
    told = (("Headline", headline), ("Slugline", slug))
    labels = "".join(f"{label}: {value}\n" for label, value in told if value)
    begun = header["frame"] + labels
    return "\n".join([begun, *text, ""]) if text else f"{begun}\n"


def _parted(lines: list[str]) -> tuple[list[str], list[str]]:
    """Part the fields from a text that begins as one, `$5 million`: its sign was there before."""
    signs = [line[0] for line in lines]
    again = (at for at, sign in enumerate(signs) if sign != _OFTEN and sign in signs[:at])
    end = next(again, len(lines))
    return [line.strip() for line in lines[:end]], lines[end:]


def _first(lines: list[str], signs: str, *, several: bool) -> str:
    """Return what stands behind the first of the signs that has a value, of several words."""
    found = (line[1:].strip() for sign in signs for line in lines if line.startswith(sign))
    told = (value for value in found if value and not value.startswith(_BRACKETED))
    return next((value for value in told if " " in value or not several), "")
