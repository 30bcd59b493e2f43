"""What no pattern of ours may say, for a Python that people have reads it wrongly."""

from __future__ import annotations

import importlib
import pkgutil
import re
from typing import TYPE_CHECKING, Any

import services
import shared
import workers

if TYPE_CHECKING:
    from collections.abc import Iterator

SIMPLE = frozenset({"LITERAL", "NOT_LITERAL", "IN", "ANY", "CATEGORY", "AT"})
"""What fails where it stands."""
REPEATS = frozenset({"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"})


def patterns() -> Iterator[tuple[str, re.Pattern[Any]]]:
    """Yield the patterns of all modules, also those in their tables, each with its module."""
    for package in (services, shared, workers):
        for found in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
            if not found.name.endswith("__main__") and ".migrations." not in found.name:
                module = importlib.import_module(found.name)
                yield from ((found.name, each) for each in _inside(list(vars(module).values())))


def _inside(value: object, depth: int = 3) -> Iterator[re.Pattern[Any]]:
    if isinstance(value, re.Pattern):
        yield value
    elif depth and isinstance(value, (tuple, list, frozenset, set)):
        for each in value:
            yield from _inside(each, depth - 1)
    elif depth and isinstance(value, dict):
        yield from _inside([*value.keys(), *value.values()], depth - 1)


def _tree(pattern: re.Pattern[Any]) -> Any:
    return re._parser.parse(pattern.pattern, pattern.flags)


def unsafe(parsed: Any) -> bool:
    """Tell whether a possessive repeat in a parsed pattern can fail behind its first sign."""
    return any(
        (str(kind) == "POSSESSIVE_REPEAT" and not _fails_in_place(told[2])) or any(_deeper(told))
        for kind, told in parsed
    )


def _deeper(told: Any) -> Iterator[bool]:
    if isinstance(told, re._parser.SubPattern):
        yield unsafe(told)
    elif isinstance(told, (tuple, list)):
        for each in told:
            yield from _deeper(each)


def _fails_in_place(repeated: Any) -> bool:
    """Tell whether all ways of what is repeated are signs, or one sign's own repeat."""
    parts = list(repeated)
    if len(parts) == 1 and str(parts[0][0]) == "SUBPATTERN":
        return _fails_in_place(parts[0][1][3])
    if len(parts) == 1 and str(parts[0][0]) == "BRANCH":
        return all(map(_fails_in_place, parts[0][1][1]))
    if len(parts) == 1 and str(parts[0][0]) in REPEATS:
        return len(parts[0][1][2]) == 1 and str(parts[0][1][2][0][0]) in SIMPLE
    return all(str(kind) in SIMPLE for kind, _told in parts)


def test_no_repeat_that_can_fail_on_the_way_is_possessive() -> None:
    """
    Python before 3.11.5, Debian 12's, goes on behind what the last try had read.

    `(?:ab?c)*+` takes three letters of `aca` there; `(?>(?:ab?c)*)` says the same and takes two
    (https://github.com/python/cpython/issues/106052).
    """
    found = {(name, each.pattern) for name, each in patterns() if unsafe(_tree(each))}
    assert not found


def test_what_python_reads_wrongly_is_known() -> None:
    """And what it reads rightly is left alone."""
    for pattern in (r"(?:ab?c)*+", r"x(?:a|\.(?=b))++", r"(?:(?:ab?c)?+d|e)"):
        assert unsafe(_tree(re.compile(pattern)))
    for pattern in (r"\s*+a++", r'"(?:[^"\\]|\\.)*+"', r"(?:[a-z]++|\d)*+", r"(?>(?:ab?c)*)"):
        assert not unsafe(_tree(re.compile(pattern)))
