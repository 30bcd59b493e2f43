"""
The manifests: valid against Kubernetes' own schemas, and what they promise.

KEDA's two kinds are held to a small schema of our own, of the fields that are used here: the real
ones come with its installation.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jsonschema
import kubernetes_validate
import pytest
import yaml

from shared.broker.app import make_app
from shared.broker.messages import QUEUES
from shared.config import ROOT, Settings

FOLDER = ROOT / "deploy" / "kubernetes"

VERSIONS = ("1.30", "1.34")

NAMED = {"type": "object", "required": ["name"], "properties": {"name": {"type": "string"}}}

TRIGGER = {
    "type": "object",
    "required": ["type", "metadata"],
    "properties": {
        "type": {"const": "redis"},
        "metadata": {"type": "object", "additionalProperties": {"type": "string"}},
        "authenticationRef": NAMED,
    },
    "additionalProperties": False,
}

KEDA: dict[str, dict[str, Any]] = {
    "ScaledObject": {
        "type": "object",
        "required": ["scaleTargetRef", "triggers"],
        "properties": {
            "scaleTargetRef": NAMED,
            "minReplicaCount": {"type": "integer"},
            "maxReplicaCount": {"type": "integer"},
            "pollingInterval": {"type": "integer"},
            "cooldownPeriod": {"type": "integer"},
            "advanced": {"type": "object"},
            "triggers": {"type": "array", "minItems": 1, "items": TRIGGER},
        },
        "additionalProperties": False,
    },
    "TriggerAuthentication": {
        "type": "object",
        "required": ["secretTargetRef"],
        "properties": {
            "secretTargetRef": {
                "type": "array",
                "items": {"type": "object", "required": ["parameter", "name", "key"]},
            }
        },
        "additionalProperties": False,
    },
}


def documents() -> list[dict[str, Any]]:
    """Return every document of the folder but Kustomize's own."""
    found: list[dict[str, Any]] = []
    for path in sorted(FOLDER.glob("*.yaml")):
        if path.name != "kustomization.yaml":
            found += yaml.safe_load_all(path.read_text(encoding="utf-8"))
    return found


def of_kind(kind: str) -> dict[str, dict[str, Any]]:
    return {each["metadata"]["name"]: each for each in documents() if each["kind"] == kind}


DEPLOYMENTS = of_kind("Deployment")

SETTINGS = of_kind("ConfigMap")["copydesk"]["data"]


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize(
    "document", documents(), ids=lambda each: f"{each['kind']}-{each['metadata']['name']}"
)
def test_each_manifest_is_valid(document: dict[str, Any], version: str) -> None:
    """No unknown field, no wrong type."""
    if document["apiVersion"] == "keda.sh/v1alpha1":
        jsonschema.validate(document["spec"], KEDA[document["kind"]])
    else:
        kubernetes_validate.validate(document, version, strict=True)


def test_kustomize_takes_every_file_but_the_secrets() -> None:
    """A file that is not listed would not be applied."""
    listed = yaml.safe_load((FOLDER / "kustomization.yaml").read_text())["resources"]
    files = {path.name for path in FOLDER.glob("*.yaml")}
    assert set(listed) == files - {"kustomization.yaml", "secret-example.yaml"}


@pytest.mark.parametrize("name", DEPLOYMENTS)
def test_nothing_runs_as_root_or_writes_into_its_image(name: str) -> None:
    """As the strictest of Kubernetes' own levels demands."""
    pod = DEPLOYMENTS[name]["spec"]["template"]["spec"]
    assert pod["securityContext"]["runAsNonRoot"] is True
    assert pod["automountServiceAccountToken"] is False
    for container in pod["containers"]:
        assert container["securityContext"]["readOnlyRootFilesystem"] is True
        assert container["securityContext"]["capabilities"] == {"drop": ["ALL"]}
        assert {"startupProbe", "readinessProbe", "livenessProbe"} <= set(container)
        assert container["resources"]["limits"]["memory"]


def test_what_is_handed_in_at_the_desk_lies_where_the_watcher_looks() -> None:
    """In a folder of its pod it would be lost with it."""
    claims = {}
    for name in ("copydesk-api", "copydesk-watcher"):
        pod = DEPLOYMENTS[name]["spec"]["template"]["spec"]
        places = {each["mountPath"]: each["name"] for each in pod["containers"][0]["volumeMounts"]}
        volumes = {each["name"]: each for each in pod["volumes"]}
        inbox = volumes.get(places.get(f"{SETTINGS['COPYDESK_HOME']}/inbox", ""), {})
        claims[name] = inbox.get("persistentVolumeClaim")
    assert claims["copydesk-api"] == claims["copydesk-watcher"] == {"claimName": "copydesk-inbox"}


def test_a_worker_has_the_time_that_it_needs_to_end() -> None:
    """Longer than the worker itself takes to finish or give back what it has in hand."""
    pod = DEPLOYMENTS["copydesk-worker"]["spec"]["template"]["spec"]
    soft = make_app(Settings()).conf.worker_soft_shutdown_timeout
    assert pod["terminationGracePeriodSeconds"] >= soft + 10


def test_workers_are_called_by_both_queues_under_their_real_names() -> None:
    """And there can be as many of them as the messages that the sweeper lets wait call for."""
    spec = of_kind("ScaledObject")["copydesk-worker"]["spec"]
    lists = [trigger["metadata"]["listName"] for trigger in spec["triggers"]]
    per_worker = {int(trigger["metadata"]["listLength"]) for trigger in spec["triggers"]}
    depth = int(SETTINGS["COPYDESK_QUEUE_DEPTH_LIMIT"])
    assert lists == list(QUEUES.values())
    assert {depth // each for each in per_worker} == {spec["maxReplicaCount"]}


def test_every_setting_is_one_of_copydesk_s() -> None:
    """A name that was mistyped would be ignored."""
    known = {f"COPYDESK_{name.upper()}" for name in Settings.model_fields}
    given = {name for name in SETTINGS if name.startswith("COPYDESK_")}
    assert given <= known


def test_compose_has_the_bulk_profile_and_workers_that_can_be_scaled() -> None:
    """A service with a fixed name or port could run but once."""
    services = yaml.safe_load((Path(ROOT) / "docker-compose.yml").read_text())["services"]
    assert services["bulk"]["profiles"] == ["bulk"]
    assert services["bulk"]["environment"]["COPYDESK_LANES"] == "bulk"
    for name in ("worker", "bulk"):
        assert not {"container_name", "ports"} & set(services[name])
