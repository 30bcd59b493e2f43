"""
What a route asks for when not everyone may use it.

`def replay(caller: Operator) -> …` lets in those who may change things, and tells who it is. The
guard refuses every method but GET and HEAD to anyone else already; this says it in the route's
own signature and in the OpenAPI document.
"""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, HTTPException, Request
from fastapi.security import HTTPBearer

from shared.domain.access import Caller

BEARER = HTTPBearer(auto_error=False, description="A token: `./copydesk token create NAME`.")
"""For the OpenAPI document alone: the guard has looked at the token before any route runs."""

NEEDS_OPERATE = (
    "this needs a token with the scope operate: ./copydesk token create NAME --scope operate"
)


def caller_of(request: Request) -> Caller:
    """Return who asks, as the guard found; nobody comes past it."""
    found = getattr(request.state, "caller", None)
    if not isinstance(found, Caller):
        raise HTTPException(401, "the guard has not seen this request")
    return found


def may_operate(request: Request) -> Caller:
    """Return who asks; raises 403 unless they may change things."""
    caller = caller_of(request)
    if not caller.operates:
        raise HTTPException(403, NEEDS_OPERATE)
    return caller


Reader = Annotated[Caller, Depends(caller_of)]
"""Anyone with a token of any scope."""

Operator = Annotated[Caller, Depends(may_operate)]
"""Someone who may change things."""
