"""What is wrong in the configuration, said with its place: file and line, or the variable."""

from __future__ import annotations

import difflib
import os
import re
from typing import TYPE_CHECKING, Any, Final

from shared.logs.masking import masked_setting

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

PREFIX: Final = "COPYDESK_"

OTHERS: Final = ("CONFIG", "PYTHON", "VENV", "USER")
"""Variables that are no settings: where the file is; the launcher's and the container's."""

ALIKE: Final = 0.75
"""How like a known name a variable must be to be a misspelt one, and not somebody else's."""

_TABLE = re.compile(r"^\s*\[+([^\]]+)\]+")
_KEY = re.compile(r"^\s*([^=#\s][^=#]*?)\s*=")


def explained(problems: Iterable[Mapping[str, Any]], file: Path, known: Sequence[str]) -> list[str]:
    """Return a line for each of pydantic's problems: where, which key, what, and the nearest."""
    return [_explained(problem, file, known) for problem in problems]


def _explained(problem: Mapping[str, Any], file: Path, known: Sequence[str]) -> str:
    path = [str(part) for part in problem["loc"] if part != "[key]"]
    key = ".".join(path)
    where = _where(path, file)
    if problem["type"] == "extra_forbidden":
        return f"{where}{key}: there is no such setting{_nearest(path, known)}"
    message = str(problem["msg"]).removeprefix("Value error, ")
    if problem["type"] == "missing":
        return f"{where}{key}: {message}"
    return f"{where}{key}: {message}; found {masked_setting(key, problem.get('input'))}"


def not_json(error: Exception) -> list[str]:
    """Return a line for a table that a variable should hold as JSON: it may hold secrets too."""
    named = re.search(r'field "(\w+)"', str(error))
    variable = f"{PREFIX}{named[1].upper()} in the environment" if named else "the environment"
    return [f"{variable}: it is no JSON object: {error.__cause__ or error}"]


def misspelt(environ: Mapping[str, str], known: Sequence[str]) -> Iterator[str]:
    """Yield a line for each variable that is nearly the name of a setting."""
    names = {f"{PREFIX}{name.upper()}" for name in known if "." not in name}
    for variable in environ:
        taken = {f"{PREFIX}{name}" for name in OTHERS} | names
        if not variable.startswith(PREFIX) or variable.split("__")[0] in taken:
            continue
        near = difflib.get_close_matches(variable, sorted(names), 1, ALIKE)
        if near:
            yield f"{variable}: there is no such setting; did you mean {near[0]}?"


def _where(path: Sequence[str], file: Path) -> str:
    """Return the file and line, or the variable, that the value came from."""
    # the environment wins over the file, so that is looked at first
    for length in range(len(path), 0, -1):
        variable = PREFIX + "__".join(path[:length]).upper()
        if variable in os.environ:
            return f"{variable} in the environment: "
    line = _line_of(path, file)
    return f"{file}, line {line}: " if line else ""


def _line_of(path: Sequence[str], file: Path) -> int | None:
    """Return the line of a key of a TOML file, or of the table or inline value that holds it."""
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return None
    places: dict[tuple[str, ...], int] = {}
    table: tuple[str, ...] = ()
    for number, line in enumerate(lines, 1):
        if found := _TABLE.match(line):
            table = _parts(found[1])
            places.setdefault(table, number)
        elif found := _KEY.match(line):
            places.setdefault((*table, *_parts(found[1])), number)
    for length in range(len(path), 0, -1):
        if tuple(path[:length]) in places:
            return places[tuple(path[:length])]
    return None


def _parts(dotted: str) -> tuple[str, ...]:
    """Return the parts of a TOML key, without their quotes."""
    found = re.findall(r'"([^"]*)"|\'([^\']*)\'|([^.\s"\']+)', dotted)
    return tuple("".join(each) for each in found)


def _nearest(path: Sequence[str], known: Sequence[str]) -> str:
    """Return the setting that was meant, where one is like it."""
    # names below a table of any name: `providers.*.zone`
    depth = len(path)
    alike = [name.split(".") for name in known if len(name.split(".")) == depth]
    names = {
        each[-1]
        for each in alike
        if all(own in ("*", given) for own, given in zip(each[:-1], path[:-1], strict=True))
    }
    near = difflib.get_close_matches(path[-1], sorted(names), 1)
    if near:
        return f"; did you mean {near[0]}?"
    return "; ./copydesk config show --why lists them all"
