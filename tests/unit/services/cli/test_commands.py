"""The table of commands: complete, each with an example."""

from __future__ import annotations

import pytest
from typer.testing import CliRunner

from services.cli.__main__ import app
from services.cli.commands import COMMANDS

RUNNER = CliRunner()


def help_of(*command: str) -> str:
    done = RUNNER.invoke(app, [*command, "--help"], prog_name="copydesk")
    assert done.exit_code == 0, done.output
    return done.output


def test_the_help_lists_every_command_with_its_sentence() -> None:
    """What there is, in one place."""
    text = " ".join(help_of().split())
    for name, entry in COMMANDS.items():
        assert f"{name} {entry.does}" in text


@pytest.mark.parametrize("line", [["nonsense"], ["status", "--nonsense"], ["search"], ["trace"]])
def test_a_wrong_command_line_ends_with_2(line: list[str]) -> None:
    """Apart from what failed, which is 1."""
    assert RUNNER.invoke(app, line, prog_name="copydesk").exit_code == 2


@pytest.mark.parametrize(
    ("typed", "found"), [("copydesk se", "search"), ("copydesk search --prov", "--provider")]
)
def test_the_shell_completes_commands_and_options(typed: str, found: str) -> None:
    """As bash asks it, through the script that `--install-completion` installs."""
    asked = {
        "_COPYDESK_COMPLETE": "complete_bash",
        "COMP_WORDS": typed,
        "COMP_CWORD": str(typed.count(" ")),
    }
    told = RUNNER.invoke(app, [], prog_name="copydesk", env=asked).output.split()
    assert found in told


GROUPS = {
    "quarantine": ("list", "show", "replay", "discard"),
    "config": ("show",),
    "dedup": ("explain", "rebuild"),
    "token": ("create", "list", "revoke"),
}
"""Commands that have commands of their own."""


@pytest.mark.parametrize("name", GROUPS)
def test_the_groups_are_whole(name: str) -> None:
    """No command of a group escapes the test of its example."""
    listed = help_of(name).partition("Commands:\n")[2].splitlines()
    assert tuple(line.split()[0] for line in listed if line.strip()) == GROUPS[name]


@pytest.mark.parametrize(
    "command",
    [
        *((name,) for name in COMMANDS if name not in GROUPS),
        *((group, name) for group, names in GROUPS.items() for name in names),
    ],
    ids=" ".join,
)
def test_every_command_has_an_example_of_itself(command: tuple[str, ...]) -> None:
    """`--help` shows at least one line to copy."""
    text = help_of(*command)
    _, _, examples = text.partition("Examples:\n")
    assert f"copydesk {' '.join(command)}" in examples
