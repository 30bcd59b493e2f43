"""Plain data is read as scripts write it; programs are none."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workers.parsers.html.data.script_values import NoValueError, read


@pytest.mark.parametrize(
    ("script", "value"),
    [
        ("{title: 'Ferry', \"at\": 12, 'live': !1, no: void 0,}", None),
        ("[1, 'two', `three`, -4.5, null, undefined]", [1, "two", "three", -4.5, None, None]),
        (r"['\u00e9\x41\n\'', '\ud83d\ude00', '\u{1f600}']", ["éA\n'", "😀", "😀"]),
        ("[new Date('2024-03-14'), f('x', 2)]", ["2024-03-14", "x"]),
        ("(function(a,b){return {a:a,c:[b,b]}})('x', {y: 1})", {"a": "x", "c": [{"y": 1}] * 2}),
        ("((a) => {let q; return [a]})(7)", [7]),
    ],
)
def test_what_is_data_has_a_value(script: str, value: Any) -> None:
    """Keys without quotation marks, constants by their signs, and arguments by their names."""
    found, end = read(f"{script};go()", 0)
    assert found == (value or {"title": "Ferry", "at": 12, "live": False, "no": 0})
    assert end == len(script)


@pytest.mark.parametrize(
    "script",
    ["{a: function(){}}", "{a: 1 + 2}", "(function(){})()", "(a + b)", "{a", "[" * 5000, "['a"],
)
def test_a_program_has_none(script: str) -> None:
    """It says how far it was read, so that nobody reads it again."""
    with pytest.raises(NoValueError) as program:
        read(script, 0)
    assert 0 <= program.value.end <= len(script)


@given(st.text("{}[]()'\"`\\\\,:!0aenrtuvx=> \n", min_size=1, max_size=60))
def test_whatever_stands_there_ends(script: str) -> None:
    """With a value, or as a program."""
    try:
        end = read(script, 0)[1]
    except NoValueError as program:
        end = program.end
    assert end <= len(script)
