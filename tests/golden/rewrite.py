"""
Write down what the parsers read now: `python -m tests.golden.rewrite [format[/case] …]`.

Look at the difference in version control before you believe it.
"""

from __future__ import annotations

import sys

from tests.golden.cases import cases, write


def main(wanted: list[str]) -> int:
    """Rewrite the cases whose names begin with one of `wanted` (all where none is given)."""
    chosen = [case for case in cases() if not wanted or case.name.startswith(tuple(wanted))]
    changed = [case.name for case in chosen if write(case)]
    for name in changed:
        print(f"changed: {name}")  # noqa: T201 - a command of its own
    print(f"{len(chosen)} cases written, {len(changed)} changed")  # noqa: T201
    return 0 if chosen else 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
