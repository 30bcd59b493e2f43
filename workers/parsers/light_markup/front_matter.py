"""
The block of fields above a Markdown text: YAML between `---`, TOML between `+++`, or no fence.

Of YAML only what people write there is read: `key: value`, lists, one level of objects, folded
texts. No tag, anchor or type is known, so that nothing in it can do anything; and no library.
"""

from __future__ import annotations

import json
import re
import tomllib
from typing import Any

from shared.domain.article import Field
from workers.parsers.records.words import MEANINGS, short

_FENCED = re.compile(
    r"\A\ufeff?(?P<fence>---|\+\+\+)[ \t]*\r?\n(?P<inside>.*?)^(?:(?P=fence)|\.\.\.)[ \t]*\r?$\n?",
    re.DOTALL | re.MULTILINE,
)
_READER = re.compile(
    r"\A\ufeff?(?P<inside>(?:[A-Z][A-Za-z ]{2,30}: [^\n]*\n+){1,8})Markdown Content:[ \t]*\n"
)
"""What programs that read pages for language models write above a page's Markdown."""
_BARE = re.compile(
    r"\A\ufeff?\s*(?P<inside>(?:[^\W\d_][\w ._-]{0,40}:(?:[ \t][^\n]*)?(?:\n|\Z)"
    r"(?:(?:[ \t]+|- )\S[^\n]*(?:\n|\Z)){0,40}){1,60})"
    r"(?:(?:-{3,}|\.{3})[ \t]*(?=\n|\Z)|(?=[ \t]*(?:\n|\Z)))"
)
"""Fields above the first blank line (MultiMarkdown, Pelican), or above a fence (Hexo)."""
_PAIR = re.compile(
    r"(?P<key>[^\s:#\[\]{}\"'&*!|>%@`-](?:[^:#\n]|:(?=\S)){0,60}?|\"[^\"]{1,60}\")\s*:(?:\s+(?P<value>.*))?"
)
_SIMPLE = re.compile(r"'((?:[^']|'')*)'|\"((?:[^\"\\]|\\.)*)\"|([^,]*)")
_ESCAPE = re.compile(r"\\(.)")
_MARKED = re.compile(r"\\([|@*_#$<>\[\]'\"~^`])")
"""Signs of Markdown that pandoc keeps from meaning anything."""
_COMMENT = re.compile(r"\s+#.*$")


def split(text: str) -> tuple[dict[str, Any], str]:
    """Return the fields above a text and the text; no fields where there is no such block."""
    found = _FENCED.match(text)
    if found is None and text.startswith("{"):
        return _json(text)
    if found is None:
        told = _READER.match(text)
        return _bare(text) if told is None else (_yaml(told["inside"]), text[told.end() :])
    inside = found["inside"].replace("\r\n", "\n")
    fields = _toml(inside) if found["fence"] == "+++" else _yaml(inside)
    return (fields, text[found.end() :]) if fields else ({}, text)


def _bare(text: str) -> tuple[dict[str, Any], str]:
    """Return the fields that stand unfenced above a text: its title, or two that are known."""
    found = _BARE.match(text.replace("\r\n", "\n"))
    fields = {} if found is None else _yaml(found["inside"])
    meanings = [MEANINGS[name] for key in fields if (name := short(key)) in MEANINGS]
    titled = any(means is Field.HEADLINE for told in meanings for means, _ in told)
    if found is None or not (titled or len(meanings) > 1):
        return {}, text
    return fields, text.replace("\r\n", "\n")[found.end() :]


def _json(text: str) -> tuple[dict[str, Any], str]:
    """Return the fields of an object of JSON that a text begins with, as Hugo takes them."""
    try:
        fields, end = json.JSONDecoder().raw_decode(text)
    except (ValueError, RecursionError):
        return {}, text
    told = isinstance(fields, dict) and any(short(key) in MEANINGS for key in fields)
    return (fields, text[end:]) if told else ({}, text)


def _toml(inside: str) -> dict[str, Any]:
    """Return TOML's fields, times as ISO 8601; none where it is not TOML."""
    try:
        return {key: _plain(value) for key, value in tomllib.loads(inside).items()}
    except (tomllib.TOMLDecodeError, RecursionError):
        return {}


def _plain(value: object) -> object:
    if isinstance(value, list):
        return [_plain(one) for one in value]
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    return value if isinstance(value, str | int | float) else str(value)


def _yaml(inside: str) -> dict[str, Any]:
    """Return the top-level fields of a block: each with the lines that are indented below it."""
    fields: dict[str, Any] = {}
    lines = inside.split("\n")
    at = 0
    while at < len(lines):
        pair = _PAIR.fullmatch(lines[at].rstrip())
        at += 1
        below: list[str] = []
        while at < len(lines) and (not lines[at].strip() or lines[at][:1] in " \t-"):
            below.append(lines[at])
            at += 1
        if pair is not None:
            fields[pair["key"].strip('"').strip()] = _value(pair["value"] or "", below)
    return fields


def _value(written: str, below: list[str]) -> Any:  # noqa: ANN401 - a text, a list or an object
    """Return the value of one field: what stands in its line, or below it."""
    written = written.strip()
    below = [line for line in below if line.strip() and not line.lstrip().startswith("#")]
    if written[:1] in ("|", ">"):
        return " ".join(line.strip() for line in below)
    if written.startswith("["):
        joined = " ".join([written, *(line.strip() for line in below)])
        return _listed(_COMMENT.sub("", joined).strip().strip("[]"))
    if written and not written.startswith("#"):
        return _scalar(" ".join([written, *(line.strip() for line in below)]))
    if below and below[0].lstrip().startswith("-"):
        return _items(below)
    pairs = [pair for line in below if (pair := _PAIR.fullmatch(line.strip())) is not None]
    return {pair["key"].strip('"'): _scalar(pair["value"] or "") for pair in pairs}


def _items(below: list[str]) -> list[Any]:
    """Return a list's items: texts, or objects of one level."""
    found: list[Any] = []
    for line in below:
        text = line.strip()
        starts = text.startswith("-")
        text = text[1:].strip() if starts else text
        pair = None if text[:1] in "'\"" else _PAIR.fullmatch(text)
        if pair is not None:
            value = _scalar(pair["value"] or "")
            if starts or not found or not isinstance(found[-1], dict):
                found.append({})
            found[-1][pair["key"]] = value
        elif starts:
            found.append(_scalar(text))
    return found


def _listed(inside: str) -> list[str]:
    """Return the items of `[a, 'b, c', "d"]` without its brackets."""
    found: list[str] = []
    at = 0
    while at < len(inside):
        while at < len(inside) and inside[at] in " ,":
            at += 1
        item = _SIMPLE.match(inside, at)
        if item is None or item.end() == at:
            break
        at = item.end()
        found.append(_scalar(item[0]))
    return [one for one in found if one]


def _scalar(written: str) -> str:
    """Return a text without its quotes and without a comment behind it."""
    written = written.strip()
    quoted = _SIMPLE.match(written) if written[:1] in ("'", '"') else None
    if quoted is not None and quoted[1] is not None:
        return quoted[1].replace("''", "'")
    if quoted is not None and quoted[2] is not None:
        return _ESCAPE.sub(lambda found: {"n": " ", "t": " "}.get(found[1], found[1]), quoted[2])
    plain = _MARKED.sub(r"\1", _COMMENT.sub("", written))
    return "" if plain in {"null", "~"} else plain
