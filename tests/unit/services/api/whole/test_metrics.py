"""What `/metrics` may say is listed in `docs/metrics.md`, and what is listed is said."""

from __future__ import annotations

import re

from services.api.whole.metrics import WHOLE
from shared.config import ROOT
from shared.observing.metrics import COUNTERS, HISTOGRAMS

ROW = re.compile(r"^\| `(?P<name>copydesk_\w+)` \| (?P<unit>[^|]+) \|(?P<labels>[^|]*)\| .+ \|$")


def documented() -> dict[str, tuple[str, ...]]:
    """Return the labels of each listed metric."""
    text = (ROOT / "docs" / "metrics.md").read_text(encoding="utf-8")
    rows = [row for row in map(ROW.match, text.splitlines()) if row]
    assert len({row["name"] for row in rows}) == len(rows), "a metric is listed twice"
    return {row["name"]: tuple(re.findall(r"`(\w+)`", row["labels"])) for row in rows}


def test_the_list_of_metrics_is_that_of_the_code() -> None:
    """Each name with its labels; a counter's name ends in `_total`, as Prometheus writes it."""
    code = {name: labels for name, (_help, labels) in WHOLE.items()}
    code |= {f"{name}_total": about.labels for name, about in COUNTERS.items()}
    code |= {name: about.labels for name, about in HISTOGRAMS.items()}

    assert documented() == code, "docs/metrics.md has a row for each metric, with its labels"


def test_names_say_their_unit() -> None:
    """Times are seconds, and the name says so."""
    for name, (text, _labels) in WHOLE.items():
        assert name.endswith("_seconds") == text.startswith("Age"), name
    assert all(name.endswith("_seconds") for name in HISTOGRAMS)
