"""
Values as scripts write them: JSON, and what else is plain data in JavaScript.

`{title: 'Ferry', at: new Date("2024-03-14")}`, `JSON.parse("…")`, and functions that only return a
value with their arguments in it (`(function(a){return {title:a}})("Ferry")`, as Nuxt sends it).
"""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import unquote

from shared.domain.values import dataclass
from workers.words.mending import whole

_TOKEN = re.compile(
    r"\s*+(?:(?P<text>\"(?:[^\"\\]|\\.)*+\"|'(?:[^'\\]|\\.)*+'"
    r"|`(?>(?:[^`\\$]++|\\.|\$(?!\{))*)`)"
    r"|(?P<number>-?\d[\w.]*(?:(?<=[eE])[+-]\d+)?)"
    r"|(?P<name>[A-Za-z_$][\w$.]*)|(?P<sign>[{}\[\](),:!]))",
    re.DOTALL,
)
_ESCAPED = re.compile(
    r"\\(u\{[0-9a-fA-F]{1,6}\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|\r?\n|.)", re.DOTALL
)
_CONTROL = {"n": "\n", "t": "\t", "r": "\r", "b": "", "f": "", "v": "", "0": ""}
_KNOWN: dict[str, Any] = {
    "true": True,
    "false": False,
    "null": None,
    "undefined": None,
    "NaN": None,
}
_FUNCTION = re.compile(
    r"\(?function\s*\(([\w$,\s]{0,20000})\)\s*\{|\(?\(([\w$,\s]{0,20000})\)\s*=>\s*\{"
)
_RETURN = re.compile(r"\breturn\s*+")
_CLOSED = re.compile(r"[;\s]*\}\s*\)?\s*\(")
_DEEPEST = 100


class NoValueError(Exception):
    """What stands there is a program; `end` is how far it was read."""

    def __init__(self, end: int) -> None:
        super().__init__(end)
        self.end = end


class Script(str):
    """
    A script whose lines nobody counts.

    An error of `json` names its line, and goes through all that stands before to tell it: of a
    script with a hundred thousand beginnings that was minutes.
    """

    __slots__ = ()

    def count(self, *_: object) -> int:
        """Return 0: no line is counted."""
        return 0

    def rfind(self, *_: object) -> int:
        """Return -1: nor is the place in it."""
        return -1


@dataclass(frozen=True, slots=True)
class _Name:
    """A name that stands for a value: an argument's."""

    name: str


def read(script: str, at: int) -> tuple[Any, int]:
    """Return the value that begins at a place, and where it ends. Raises `NoValueError`."""
    try:
        if script[at] in "{[":
            return json.JSONDecoder().raw_decode(script, at)
    except (ValueError, RecursionError):
        pass
    reader = _Reader(script, at)
    if (function := _FUNCTION.match(script, at)) is not None:
        return reader.returned(function)
    return _known(reader.value(), {}), reader.at


class _Reader:
    """Goes through a script once."""

    def __init__(self, script: str, at: int) -> None:
        self._script = script
        self.at = at

    def returned(self, function: re.Match[str]) -> tuple[Any, int]:
        """Return what a function returns that is called where it stands."""
        found = _RETURN.search(self._script, function.end())
        self.at = found.end() if found is not None else len(self._script)
        if found is None:
            raise NoValueError(self.at)
        value = self.value()
        closed = _CLOSED.match(self._script, self.at)
        if closed is None:
            raise NoValueError(self.at)
        self.at = closed.end()
        given = self._several(")", 0)
        names = [name.strip() for name in (function[1] or function[2] or "").split(",")]
        return _known(value, dict(zip(names, given, strict=False))), self.at

    def value(self, depth: int = 0) -> Any:  # noqa: ANN401 - any value of a script
        """Return the value that comes next."""
        found = self._next()
        if depth > _DEEPEST:
            raise NoValueError(self.at)
        if found["text"] is not None:
            return _plain(found["text"])
        if found["number"] is not None:
            return _number(found["number"])
        if found["name"] is not None:
            return self._named(found["name"], depth)
        if found["sign"] == "{":
            return self._object(depth)
        if found["sign"] == "[":
            return self._several("]", depth)
        if found["sign"] == "!":
            return not self.value(depth + 1)
        raise NoValueError(self.at)

    def _next(self) -> re.Match[str]:
        found = _TOKEN.match(self._script, self.at)
        if found is None:
            raise NoValueError(self.at)
        self.at = found.end()
        return found

    def _named(self, name: str, depth: int) -> Any:  # noqa: ANN401 - the same
        """Return what a name stands for: a constant, an argument, or a call that wraps a value."""
        if name in {"new", "void"}:
            return self.value(depth + 1) if name == "new" else self.value(depth + 1) and None
        if self._script.startswith("(", self.at):
            self.at += 1
            given = self._several(")", depth)
            return _called(name, given[0] if given else None)
        return _KNOWN[name] if name in _KNOWN else _Name(name)

    def _object(self, depth: int) -> dict[str, Any]:
        found: dict[str, Any] = {}
        while (key := self._next())["sign"] != "}":
            if key["sign"] == ",":
                continue
            if key["sign"] is not None or self._next()["sign"] != ":":
                raise NoValueError(self.at)
            name = _plain(key["text"]) if key["text"] is not None else key["name"] or key["number"]
            found[name] = self.value(depth + 1)
        return found

    def _several(self, end: str, depth: int) -> list[Any]:
        found: list[Any] = []
        while (ahead := _TOKEN.match(self._script, self.at)) is None or ahead["sign"] != end:
            if ahead is not None and ahead["sign"] == ",":
                self.at = ahead.end()
            else:
                found.append(self.value(depth + 1))
        self.at = ahead.end()
        return found


def _called(name: str, given: Any) -> Any:  # noqa: ANN401 - the same
    """Return what a call makes of its argument, where that is a value; else the argument."""
    if name == "decodeURIComponent" and isinstance(given, str):
        return unquote(given)
    if name == "JSON.parse" and isinstance(given, str):
        try:
            return json.loads(given)
        except (ValueError, RecursionError):
            return None
    return given


def _plain(text: str) -> str:
    """Return a text of a script without its quotation marks and escapes."""
    inner = text[1:-1]
    if "\\" not in inner:
        return inner
    return whole(_ESCAPED.sub(lambda found: _character(found[1]), inner))


def _character(sign: str) -> str:
    if sign[0] in "ux" and len(sign) > 1:
        code = int(sign[1:].strip("{}"), 16)
        return chr(code) if code <= 0x10FFFF else ""  # noqa: PLR2004 - Unicode's last
    return "" if sign.endswith("\n") else _CONTROL.get(sign, sign)


def _number(text: str) -> Any:  # noqa: ANN401 - the same
    try:
        return int(text)
    except ValueError:
        try:
            return float(text)
        except ValueError:
            return None


def _known(value: Any, given: dict[str, Any], depth: int = 0) -> Any:  # noqa: ANN401 - the same
    """Return a value with what its names stand for."""
    if depth > _DEEPEST:
        return None
    if isinstance(value, dict):
        return {key: _known(inner, given, depth + 1) for key, inner in value.items()}
    if isinstance(value, list):
        return [_known(inner, given, depth + 1) for inner in value]
    if isinstance(value, _Name):
        return given.get(value.name)
    return value
