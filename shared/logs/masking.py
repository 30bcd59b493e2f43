"""Passwords taken out of what people and logs are shown, wherever an address stands."""

from __future__ import annotations

import re
from typing import Final

_USER = re.compile(r"(\b[a-z][\w+.-]*://)[^\s'\"<>/@]*:[^\s'\"<>/@]*@", re.IGNORECASE)
"""`scheme://user:password@`: an address of a page may have an @, but no such part."""

_ANYTHING = re.compile(r"(\b[a-z][\w+.-]*://).*@", re.IGNORECASE)

_PARAMETER = re.compile(r"(\bpassword=)[^\s'\"&]+", re.IGNORECASE)

HIDDEN: Final = "…"


def masked(text: str) -> str:
    """Return a text in which no address shows a user or a password."""
    if "@" in text and "://" in text:
        text = _USER.sub(rf"\1{HIDDEN}@", text)
    return _PARAMETER.sub(rf"\1{HIDDEN}", text) if "password=" in text else text


def masked_setting(key: str, value: object) -> str:
    """Return a setting that is wrong, for its error: a secret not at all, an address as above."""
    if "token" in key or "secret" in key or isinstance(value, dict | list):  # tables may hold some
        return "something else (not shown)"
    # a password with a slash that was not escaped ends the address early: cut at the last @
    return _PARAMETER.sub(rf"\1{HIDDEN}", _ANYTHING.sub(rf"\1{HIDDEN}@", repr(value)))
