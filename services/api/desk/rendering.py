"""
Templates to answers: HTML that escapes whatever was stored.

No script or style stands in a page, and the guard's policy would run none that did; both come from
`static/`, under addresses that change with their content, so that a browser may keep them.
"""

from __future__ import annotations

import functools
import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlencode

from fastapi.responses import HTMLResponse

from services.telling import remarks, remedies, room, words
from shared import clock
from shared.addresses import split
from shared.domain.access import Caller

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from fastapi import Request
    from jinja2 import Environment

HERE: Final = Path(__file__).resolve().parent
STATIC: Final = HERE / "static"


@functools.cache
def environment() -> Environment:
    """Return the templates, loaded at the first page: `up` starts without them."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # noqa: PLC0415 - see above

    made = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "plain": words.plain,
        "size": words.size,
        "is_short": room.is_short,
        "duration": words.duration,
        "moment": words.moment,
        "short": short,
        "counted": words.counted,
        "web": web,
        "is_part": remarks.is_part,
        "items_told": remarks.items_told,
        "remedy": remedies.remedy,
    }
    made.globals |= {"static": static, "query": query}
    return made


def page(
    request: Request,
    template: str,
    status: int = 200,
    **context: Any,  # noqa: ANN401 - a template's
) -> HTMLResponse:
    """Return a page; each knows who asks and what time it is."""
    caller = getattr(request.state, "caller", None)
    html = (
        environment()
        .get_template(template)
        .render(
            path=request.url.path,
            caller=caller,
            operates=isinstance(caller, Caller) and caller.operates,
            now=clock.now(),
            **context,
        )
    )
    return HTMLResponse(html, status)


@functools.cache
def static(name: str) -> str:
    """Return the address of a style sheet or script."""
    digest = hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:10]
    return f"/desk/static/{name}?v={digest}"


def query(given: Mapping[str, Any], **changed: Any) -> str:  # noqa: ANN401 - whatever is written
    """Return a query string: what was given, with changes; None leaves a parameter out."""
    merged = {**given, **changed}
    pairs = [(name, value) for name, value in merged.items() if value not in {None, ""}]
    return "?" + urlencode(pairs) if pairs else "?"


def short(value: datetime, now: datetime) -> str:
    """Return a time as short as it can be understood: today's by its clock, others by their day."""
    if value.date() == now.date():
        return f"{value:%H:%M:%S}"
    if value.year == now.year:
        return f"{value.day} {value:%b %H:%M}"
    return f"{value.day} {value:%b %Y}"


def web(address: str) -> bool:
    """Return whether an address may be made a link: what was stored may be a script."""
    return split(address).scheme in {"http", "https"}
