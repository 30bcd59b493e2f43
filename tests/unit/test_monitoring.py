"""Alert rules, dashboard and scrape config speak of metrics that there are."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from typing import Any

import pytest
import yaml

from services.api.whole.metrics import WHOLE
from shared.config import ROOT
from shared.observing.metrics import COUNTERS, HISTOGRAMS

PLACE = ROOT / "deploy"

NAMES = {
    *WHOLE,
    *(f"{name}_total" for name in COUNTERS),
    *(f"{name}_{part}" for name in HISTOGRAMS for part in ("bucket", "sum", "count")),
}


def load(path: str) -> Any:
    return yaml.safe_load((ROOT / path).read_text(encoding="utf-8"))


def named(query: str) -> set[str]:
    """Return the metrics that a query asks for."""
    return set(re.findall(r"\bcopydesk_\w+", query))


def queries_of_the_dashboard() -> list[str]:
    dashboard = json.loads((PLACE / "grafana" / "copydesk.json").read_text(encoding="utf-8"))
    return [each["expr"] for panel in dashboard["panels"] for each in panel.get("targets", ())]


def test_every_query_asks_for_a_metric_that_is_exported() -> None:
    """A renamed metric breaks its alert and its panel here, and not at night."""
    rules = load("deploy/prometheus/alerts.yml")["groups"][0]["rules"]
    docs = (ROOT / "docs" / "metrics.md").read_text(encoding="utf-8")
    [examples] = re.findall(r"```promql\n(.*?)```", docs, re.DOTALL)
    asked = [rule["expr"] for rule in rules] + queries_of_the_dashboard() + [examples]

    assert len(rules) >= 10
    assert set().union(*map(named, asked)) <= NAMES


def test_every_metric_has_a_place_on_the_dashboard() -> None:
    """What is counted can be seen."""
    asked = set().union(*map(named, queries_of_the_dashboard()))
    rarely = {"copydesk_pool_processes_working", "copydesk_deliveries"}
    seen = {re.sub(r"_(bucket|sum|count)$", "", name) for name in asked}
    known = {re.sub(r"_(bucket|sum|count)$", "", name) for name in NAMES}
    assert known - rarely - seen == set(), "no panel of deploy/grafana shows them"


def test_every_alert_says_what_to_do_and_is_tested() -> None:
    """Each has a severity, a remedy, and a case in which it fires."""
    rules = load("deploy/prometheus/alerts.yml")["groups"][0]["rules"]
    cases = [
        case
        for test in load("deploy/prometheus/alerts_test.yml")["tests"]
        for case in test["alert_rule_test"]
    ]
    fired = {case["alertname"] for case in cases if case["exp_alerts"]}
    quiet = {case["alertname"] for case in cases if not case["exp_alerts"]}
    for rule in rules:
        assert rule["labels"]["severity"] in {"page", "ticket"}
        assert {"summary", "what_to_do"} <= set(rule["annotations"])
    assert {rule["alert"] for rule in rules} == fired == quiet


def test_prometheus_scrapes_the_ports_that_the_containers_have() -> None:
    """Compose, scrape config and mounted files agree."""
    compose = load("docker-compose.yml")
    jobs = {
        job["job_name"]: job for job in load("deploy/prometheus/prometheus.yml")["scrape_configs"]
    }
    [discovery] = jobs["copydesk-processes"]["dns_sd_configs"]
    for role in discovery["names"]:
        environment = compose["services"][role]["environment"]
        assert environment["COPYDESK_METRICS_PORT"] == str(discovery["port"])
    assert jobs["copydesk"]["static_configs"] == [{"targets": ["api:8600"]}]
    for name in ("prometheus", "grafana"):
        service = compose["services"][name]
        assert service["profiles"] == ["monitoring"]
        for volume in service["volumes"]:
            source = volume.split(":")[0]
            assert not source.startswith("./") or (ROOT / source).exists()


@pytest.mark.parametrize("name", ["prometheus", "grafana", "flower"])
def test_what_watches_may_do_no_more_than_what_is_watched(name: str) -> None:
    """Other people's images: no capability, no way to gain one, no change to what was pulled."""
    service = load("docker-compose.yml")["services"][name]
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    # a secret of the environment is copied in, for which the root must be writable
    assert service["read_only"] is ("secrets" not in service)


@pytest.mark.skipif(shutil.which("promtool") is None, reason="promtool is not installed")
@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "rules", "alerts.yml"),
        ("test", "rules", "alerts_test.yml"),
        ("check", "config", "--syntax-only", "prometheus.yml"),
    ],
)
def test_promtool_agrees(arguments: tuple[str, ...]) -> None:
    """The rules are well formed, and fire when they should and not otherwise."""
    done = subprocess.run(
        ["promtool", *arguments],
        cwd=PLACE / "prometheus",
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
