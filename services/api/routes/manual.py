"""
`/docs`: every address, its parameters and its answers, written from the OpenAPI document.

FastAPI's own page loads its scripts from a public host: it shows nothing where there is no
internet, and our content security policy refuses it.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from services.api.answers.plain_page import page

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    Schemas = Mapping[str, Mapping[str, Any]]

router = APIRouter(include_in_schema=False)


@router.get("/docs")
def manual(request: Request) -> HTMLResponse:
    """Show what can be asked."""
    return HTMLResponse(page("API", "\n".join(_manual(request.app.openapi()))))


def _manual(document: Mapping[str, Any]) -> Iterator[str]:
    about = document["info"].get("description", "").strip()
    yield f"<h1>{escape(document['info']['title'])}</h1>\n<p>{escape(about)}</p>"
    yield '<p>The same for programs: <a href="/openapi.json">/openapi.json</a>.</p>'
    named = document.get("components", {}).get("schemas", {})
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            yield _section(path, method, operation, named)


def _section(path: str, method: str, operation: Mapping[str, Any], named: Schemas) -> str:
    said = operation.get("description") or operation.get("summary", "")
    rows = "".join(_row(each, named) for each in operation.get("parameters", ()))
    table = f"<table>{rows}</table>" if rows else ""
    answers = ", ".join(
        f"{status} {_kind(each)}" for status, each in operation["responses"].items()
    )
    return (
        f"<section><h2><code>{method.upper()} {escape(path)}</code></h2>"
        f"<p>{escape(said)}</p>{table}<p>Answers: {escape(answers)}</p></section>"
    )


def _row(parameter: Mapping[str, Any], named: Schemas) -> str:
    schema = parameter["schema"]
    kinds = [schema, *schema.get("anyOf", ())]
    kind = " or ".join(filter(None, (_type(named.get(_name(each), each)) for each in kinds)))
    default = f"; default {schema['default']}" if schema.get("default") is not None else ""
    said = parameter.get("description") or schema.get("description") or ""
    return (
        f"<tr><th><code>{escape(parameter['name'])}</code></th>"
        f"<td>{escape(kind + default)}</td><td>{escape(said)}</td></tr>"
    )


def _name(schema: Mapping[str, Any]) -> str:
    return str(schema.get("$ref", "")).rsplit("/", 1)[-1]


def _type(schema: Mapping[str, Any]) -> str:
    """Return the values of an enumeration, or what a plain value is; nothing for null."""
    if "enum" in schema:
        return ", ".join(map(str, schema["enum"]))
    found = str(schema.get("format") or schema.get("type", ""))
    return "" if found == "null" else found


def _kind(response: Mapping[str, Any]) -> str:
    """Return the name of an answer's schema, or its sentence."""
    for content in response.get("content", {}).values():
        if "$ref" in content.get("schema", {}):
            return _name(content["schema"])
    return str(response.get("description", ""))
