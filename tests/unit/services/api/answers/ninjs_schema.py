"""
What ninjs 3.0 says of the properties that we write, as a JSON schema of our own.

Made from the names, types and words that the IPTC publishes in `ninjs-schema_3.0.json`, stricter in
that no property may be there that we do not write. No package carries the file of the IPTC.
"""

from __future__ import annotations

from typing import Any, Final

NATURES: Final = ("composite", "component", "event", "planning")

TEXT: Final = {"type": "string", "minLength": 1}
TIME: Final = {"type": "string", "format": "date-time"}
URI: Final = {"type": "string", "format": "uri"}


def _list(required: str, **properties: Any) -> dict[str, Any]:
    """Describe a list of objects."""
    item = {
        "type": "object",
        "properties": properties,
        "required": [required],
        "additionalProperties": False,
    }
    return {"type": "array", "items": item}


NINJS_3_0: Final[dict[str, Any]] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "object",
    "properties": {
        "standard": {
            "type": "object",
            "properties": {"name": TEXT, "version": TEXT, "schema": URI},
            "additionalProperties": False,
        },
        "uri": URI,
        "type": {"enum": ["text", "audio", "video", "picture", "graphic", *NATURES]},
        "representationType": {"enum": ["full", "partial"]},
        "version": TEXT,
        "versionCreated": TIME,
        "firstCreated": TIME,
        "pubStatus": {"enum": ["usable", "withheld", "canceled"]},
        "language": TEXT,
        "headlines": _list("value", role=TEXT, contentType=TEXT, value={"type": "string"}),
        "bodies": _list(
            "value",
            role=TEXT,
            contentType=TEXT,
            charCount={"type": "integer"},
            wordCount={"type": "integer"},
            value={"type": "string"},
        ),
        "by": TEXT,
        "slugline": TEXT,
        "located": TEXT,
        "infoSources": _list("name", name=TEXT, role=TEXT, uri=URI, literal=TEXT),
        "subjects": _list("name", name=TEXT, rel=TEXT, uri=URI, literal=TEXT),
        "genres": _list("name", name=TEXT, uri=TEXT, literal=TEXT),
        "altIds": _list("value", role=TEXT, value=TEXT),
    },
    "required": ["uri"],
    "additionalProperties": False,
}
