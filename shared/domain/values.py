"""
Dataclasses that nobody changes, and that cost no more than others to make.

A frozen one has each of its fields set by a call of `object.__setattr__`: with a hundred of them
made for a small text, that was a twentieth of its reading. Here `frozen=True` binds the type
checker, which sees the decorator of the standard library; at run time it says that values are
hashed by their fields, and the constructor sets these as any other does.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass  # noqa: PLC0414 - so it is exported
else:

    def dataclass(*, frozen: bool = False, **options: object) -> object:
        """Return the decorator of a class, `frozen` where its values are not changed."""
        return dataclasses.dataclass(unsafe_hash=frozen, **options)
