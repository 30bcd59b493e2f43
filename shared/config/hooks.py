"""Who is told of changes by HTTP: `[hooks.<name>]`."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, Field, SecretStr

from shared.domain.change import ChangeKind  # noqa: TC001 - pydantic reads the annotations


class Hook(BaseModel, extra="forbid", frozen=True):
    """A receiver, and what it wants to know."""

    url: Annotated[str, Field(pattern=r"^https?://[^\s]+$")]
    """Where changes are sent by POST."""
    secret: Annotated[SecretStr, Field(min_length=16)]
    """Signs what is sent (HMAC-SHA256), so that the receiver knows that it comes from here."""
    kinds: list[ChangeKind] = Field(default_factory=list)
    """Only changes of these kinds; empty: all."""
    start: Literal["now", "beginning"] = "now"
    """Where a new hook begins: with what comes, or with all that ever happened."""
    at_once: Annotated[int, Field(ge=1, le=500)] = 100
    """Changes in one request at the most."""
