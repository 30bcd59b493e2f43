"""The `copydesk` script, with a stand-in Python that writes down what it is asked to do."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.patience import PATIENCE

SCRIPT = Path(__file__).parents[2] / "copydesk"

PYTHON = f"""#!/bin/sh
# a Python that makes an environment of two copies of itself
case "$*" in
*fcntl*) exec "{sys.executable}" "$@" ;;
*version_info*) [ -z "$PROBE" ] || {{ echo "$PROBE" >&2; exit 1; }} ;;
"-m venv "*) mkdir -p "$3/bin"; cp "$0" "$3/bin/python"; echo venv >>"$CALLS" ;;
"-m pip install"*) cp "$0" "$(dirname "$0")/uv" ;;
"-m pip config list") printf '%s\\n' "$PIP_CONFIG" ;;
"pip install"*)
    [ -z "$BREAK" ] || {{ echo 'no network' >&2; exit 1; }}
    sleep "${{SLOW:-0}}"
    echo "uv ${{*##*/}} index=$UV_DEFAULT_INDEX cert=$SSL_CERT_FILE" >>"$CALLS" ;;
"-m services.cli bytecode") echo "${{PYTHONDONTWRITEBYTECODE-unset}} $PYTHONPYCACHEPREFIX" ;;
"-m services.cli"* | "-m pytest"*) echo "$PWD $PYTHONPATH $*" ;;
esac
"""

TOOLS = (
    "cat",
    "cksum",
    "cp",
    "dirname",
    "mkdir",
    "mv",
    "readlink",
    "rm",
    "sed",
    "sleep",
    "tail",
    "tr",
)
"""All that the script may need of a system."""


class Machine:
    """A folder with Copydesk's script and locks, and a PATH whose only Python is the stand-in."""

    def __init__(self, folder: Path) -> None:
        self.root, self.path, self.elsewhere = (folder / name for name in ("root", "bin", "else"))
        for made in (self.root / "deploy", self.path, self.elsewhere):
            made.mkdir(parents=True)
        shutil.copy(SCRIPT, self.root)
        self.calls = folder / "calls"
        for lock in ("requirements.lock", "requirements-dev.lock", "deploy/installer.lock"):
            (self.root / lock).write_text("one\n")
        for tool in TOOLS:
            found = shutil.which(tool)
            assert found is not None
            (self.path / tool).symlink_to(found)
        self.add_python()

    def add_python(self, name: str = "python3") -> None:
        """Put one more stand-in on the PATH."""
        python = self.path / name
        python.write_text(PYTHON)
        python.chmod(0o755)

    def start(self, *arguments: str, **environment: str) -> subprocess.Popen[str]:
        """Start the script from another folder."""
        return subprocess.Popen(
            [self.root / "copydesk", *arguments],
            cwd=self.elsewhere,
            env={"PATH": str(self.path), "CALLS": str(self.calls), **environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run the script to its end."""
        with self.start(*arguments, **environment) as process:
            output, errors = process.communicate(timeout=PATIENCE)
        return subprocess.CompletedProcess(arguments, process.returncode, output, errors)

    def installed(self) -> list[str]:
        """Return what was installed since the last look: the names of the locks."""
        lines = self.calls.read_text().splitlines() if self.calls.exists() else []
        self.calls.unlink(missing_ok=True)
        return [line.split()[1] for line in lines if line.startswith("uv ")]


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def test_the_first_start_makes_the_environment_and_runs_the_command(machine: Machine) -> None:
    """The command keeps its arguments and the caller's folder; output is the command's alone."""
    ran = machine.run("parse", "a b.html")
    assert ran.returncode == 0
    assert ran.stdout == f"{machine.elsewhere} {machine.root} -m services.cli parse a b.html\n"
    assert "making its environment" in ran.stderr
    assert machine.installed() == ["requirements.lock"]


def test_a_later_start_installs_nothing_and_says_nothing(machine: Machine) -> None:
    """A whole environment is only looked at."""
    machine.run("up")
    machine.installed()
    assert machine.run("up").stderr == ""
    assert machine.installed() == []


def test_what_python_compiles_is_kept_with_the_environment(machine: Machine) -> None:
    """A start that compiles all it imports takes twice as long; the checkout stays clean."""
    ran = machine.run("bytecode", PYTHONDONTWRITEBYTECODE="1")
    assert ran.stdout == f"unset {machine.root}/.venv/bytecode\n"
    elsewhere = machine.run("bytecode", PYTHONPYCACHEPREFIX="/of/mine")
    assert elsewhere.stdout == "unset /of/mine\n"


def test_the_tests_run_from_the_root_with_the_lock_of_the_tests(machine: Machine) -> None:
    """What the tests need holds what Copydesk needs: no second installation."""
    ran = machine.run("test", "-x")
    assert ran.stdout == f"{machine.root} {machine.root} -m pytest -x\n"
    machine.run("up")
    assert machine.installed() == ["requirements-dev.lock"]


def test_help_for_the_tests_needs_no_environment(machine: Machine) -> None:
    """`test --help` is the script's own."""
    assert machine.run("test", "--help").stdout.startswith("Usage: ./copydesk test")
    assert not (machine.root / ".venv").exists()


def test_a_changed_lock_is_installed_at_the_next_start(machine: Machine) -> None:
    """After `git pull` nobody need think of the environment."""
    machine.run("up")
    machine.installed()
    (machine.root / "requirements.lock").write_text("two\n")
    machine.run("up")
    assert machine.installed() == ["requirements.lock"]


def test_an_environment_whose_python_was_replaced_is_made_anew(machine: Machine) -> None:
    """A system's upgrade takes the Python away that the environment points to."""
    machine.run("up")
    (machine.root / ".venv/bin/python").unlink()
    (machine.root / ".venv/bin/python").symlink_to("/usr/bin/python3.0")
    assert machine.run("up").returncode == 0
    assert machine.calls.read_text().splitlines().count("venv") == 2


def test_a_failed_installation_names_the_remedy_and_is_mended_later(machine: Machine) -> None:
    """Half an environment is never taken for a whole one."""
    failed = machine.run("up", BREAK="1")
    assert failed.returncode == 1
    assert "no network" in failed.stderr
    assert "PIP_INDEX_URL" in failed.stderr
    assert failed.stdout == ""
    assert machine.run("up").returncode == 0
    assert machine.installed() == ["requirements.lock"]


def test_two_first_starts_at_once_make_one_environment(machine: Machine) -> None:
    """The second waits for the first, and both run."""
    first, second = machine.start("up", SLOW="1"), machine.start("status", SLOW="1")
    outputs = [process.communicate(timeout=PATIENCE) for process in (first, second)]
    assert [output.split()[-1] for output, _ in outputs] == ["up", "status"]
    assert machine.installed() == ["requirements.lock"]
    assert sum("waiting for it" in errors for _, errors in outputs) == 1


def test_what_pip_is_told_holds_for_uv(machine: Machine) -> None:
    """The environment's word comes before a file's, as with pip."""
    config = "global.index-url='https://two'\n:env:.index-url='https://one'\nglobal.cert='/ca.pem'"
    machine.run("up", PIP_CONFIG=config)
    assert "index=https://one cert=/ca.pem" in machine.calls.read_text()


def test_a_python_without_its_optimisations_is_taken_where_there_is_no_other(
    machine: Machine,
) -> None:
    """It does, and takes longer; one that is further down the path goes before it."""
    assert machine.run("up", PROBE="plain").returncode == 0
    shutil.rmtree(machine.root / ".venv")
    python = machine.elsewhere / "python3"
    python.write_text(PYTHON.replace("PROBE", "OTHER"))
    python.chmod(0o755)
    machine.run("up", PROBE="plain", PATH=f"{machine.path}:{machine.elsewhere}")
    assert (machine.root / ".venv/bin/python").read_text() == python.read_text()
    shutil.rmtree(machine.root / ".venv")
    machine.run("up", PATH=f"{machine.path}:{machine.elsewhere}")
    assert (machine.root / ".venv/bin/python").read_text() == PYTHON


@pytest.mark.parametrize(
    ("probe", "said"),
    [
        ("old 3.9.2", "/bin/python3 (3.9.2)"),
        ("bare", "apt install python3-venv"),
    ],
)
def test_a_python_that_does_not_do_is_named_with_the_remedy(
    machine: Machine, probe: str, said: str
) -> None:
    """Nothing is made with it."""
    ran = machine.run("up", PROBE=probe)
    assert ran.returncode == 1
    assert said in ran.stderr
    assert not (machine.root / ".venv").exists()


def test_no_python_at_all_is_said(machine: Machine) -> None:
    """On a bare machine the message says what to install."""
    (machine.path / "python3").unlink()
    ran = machine.run("up")
    assert ran.returncode == 1
    assert "apt install python3 python3-venv" in ran.stderr


def test_a_newer_python_beside_an_old_one_is_found(machine: Machine) -> None:
    """Debian 11 with python3.12 installed needs no configuration."""
    (machine.path / "python3").write_text("#!/bin/sh\necho old 3.9.2\nexit 1\n")
    machine.add_python("python3.12")
    assert machine.run("up").returncode == 0


def test_a_place_that_cannot_be_written_is_named_with_the_remedy(machine: Machine) -> None:
    """A checkout of somebody else's needs an environment elsewhere."""
    place = machine.root / "requirements.lock" / "venv"
    ran = machine.run("up", COPYDESK_VENV=str(place))
    assert ran.returncode == 1
    assert f"cannot be written to {place}" in ran.stderr
    assert "COPYDESK_VENV=" in ran.stderr
