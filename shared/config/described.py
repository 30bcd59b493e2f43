"""
The settings with their units and reasons, for people: `config show --why`, docs/configuration.md.

`make configuration` writes the page; a test holds it to the code.
"""

from __future__ import annotations

import ast
import inspect
import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from pydantic import BaseModel, SecretStr
from pydantic_core import PydanticUndefined

from shared.config.hooks import Hook
from shared.config.profiles import MAPPED, ProviderProfile
from shared.config.settings import ApiToken, Settings

if TYPE_CHECKING:
    from collections.abc import Iterator

UNITS: Final = {"seconds": "s", "mb": "MB", "bytes": "bytes", "days": "days", "minutes": "min"}
"""By the last word of a setting's name."""

TABLES: Final[dict[str, type[BaseModel]]] = {
    "providers.*": ProviderProfile,
    "api_tokens.*": ApiToken,
    "hooks.*": Hook,
}
"""Tables whose names are the user's."""

HEAD: Final = """# Configuration

Copydesk runs without any. What is set comes from the environment (`COPYDESK_WORKERS=8`), else from
`copydesk.toml` in the home folder (`workers = 8`; `COPYDESK_CONFIG` names another file), else it
is the default. `./copydesk config show` tells what is in force and where it came from, `--why` with
the reasons. A mistake is refused with its line, its key and the nearest right one. Settings are
read at the start: after a change, end `./copydesk up` and start it again; `./copydesk doctor` tells
who has not.

```toml
# var/copydesk.toml
workers = 8
retain_raw_days = 365

[providers.acme]             # the sub-folder of the inbox
name = "Acme News"
zone = "America/Sao_Paulo"
embargo_minutes = 30

[providers.acme.mapping]     # keys of its JSON
headline = "titulo"
body = ["corpo.html", "corpo.texto"]
```

In the environment a table's parts are joined by two underscores:
`COPYDESK_PROVIDERS__ACME__ZONE=America/Sao_Paulo`.

This page is written by `make configuration`.
"""

PROVIDERS: Final = """A sub-folder of the inbox is a provider, and so is what `import --provider`
names. A mapping names fields ({fields})
and where each stands in the provider's JSON: a key, or keys with points between to go inside
objects and lists. What is mapped wins over what Copydesk would take by itself.
"""


@dataclass(frozen=True, slots=True)
class Described:
    """One setting."""

    name: str
    default: Any
    unit: str
    why: str


def described(model: type[BaseModel] = Settings) -> Iterator[Described]:
    """Yield the settings in the order of the code."""
    reasons = _reasons(model)
    for name, field in model.model_fields.items():
        default = field.get_default(call_default_factory=True)
        shown = "" if default is PydanticUndefined else default
        unit = UNITS.get(name.rpartition("_")[2], "")
        yield Described(name, shown, unit, reasons.get(name, ""))


@cache
def names() -> tuple[str, ...]:
    """Return the names of all settings; `*` stands for a name that is the user's."""
    inner = [f"{table}.{name}" for table, model in TABLES.items() for name in model.model_fields]
    return (*Settings.model_fields, *inner)


def _reasons(model: type[BaseModel]) -> dict[str, str]:
    """Return the strings that stand below the fields of a class in its source."""
    [body] = ast.parse(inspect.getsource(model)).body
    assert isinstance(body, ast.ClassDef)
    found = {}
    for field, below in zip(body.body, body.body[1:], strict=False):
        if (
            isinstance(field, ast.AnnAssign)
            and isinstance(field.target, ast.Name)
            and isinstance(below, ast.Expr)
            and isinstance(below.value, ast.Constant)
        ):
            found[field.target.id] = " ".join(str(below.value.value).split())
    return found


def page() -> str:
    """Return `docs/configuration.md`."""
    fields = ", ".join(f"`{name}`" for name in sorted(MAPPED))
    return "\n".join(
        [
            HEAD,
            "## Settings\n",
            *_table(Settings),
            "\n## Providers: `[providers.<folder>]`\n",
            PROVIDERS.format(fields=fields),
            *_table(ProviderProfile),
            "\n## Web hooks: `[hooks.<name>]`\n",
            "What is sent, and how a receiver checks it: [reading.md](reading.md#web-hooks).\n",
            *_table(Hook),
            "\n## Tokens: `[api_tokens.<name>]`\n",
            *_table(ApiToken),
            "",
        ]
    )


def _table(model: type[BaseModel]) -> Iterator[str]:
    yield "| setting | default | why |"
    yield "|---|---|---|"
    for each in described(model):
        unit = f" {each.unit}" if each.unit and each.default not in ("", None) else ""
        default = f"`{_text(each)}`{unit}" if _text(each) else ""
        why = each.why.replace("|", "\\|")
        yield f"| `{each.name}` | {default} | {why} |"


def _text(each: Described) -> str:
    """Return a default as it is written; what differs from machine to machine is said so."""
    if each.name == "home":
        return "var"
    if each.name == "workers":
        return "one for each core"
    if isinstance(each.default, SecretStr) or each.default in (None, "", {}, []):
        return ""
    return re.sub(r"\.0$", "", str(each.default))
