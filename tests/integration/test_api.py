"""The read API over real HTTP, on each database."""

from __future__ import annotations

import contextlib
import json
import socket
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Any
from uuid import uuid4
from xml.etree import ElementTree as ET

import pytest

from shared.config import ROOT
from shared.storage import Storage
from shared.storage.migrate import upgrade
from tests.builders import HARBOUR
from tests.integration.commanding import Shell, forget_logs
from tests.integration.serving import environment, served
from tests.stored import BROKEN, DAY, TIMINGS, WAITING, WORDS, article_id, delivery_id, store_day

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import httpx

    from tests.servers.postgres import Postgres
    from tests.servers.valkey import Valkey

NO_BROKER = "redis+socket:///nonexistent/broker.sock"

SHOWN = ("forest", "forest copy", "forest cut", "ship v2")
"""What the day leaves to be shown: no older version, no kill, no embargo."""


@pytest.fixture(
    scope="module", params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)]
)
def home(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, str]:
    """Give a home and the URL of a database that holds the day."""
    folder = tmp_path_factory.mktemp("api")
    url = f"sqlite:///{folder / 'copydesk.db'}"
    if request.param == "postgres":
        server: Postgres = request.getfixturevalue("postgres")
        url = server.url(server.create())
    upgrade(url)
    storage = Storage.open(url)
    store_day(storage)
    storage.close()
    return folder, url


@pytest.fixture
def home_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a home that commands of this process work in too."""
    monkeypatch.setenv("COPYDESK_HOME", str(tmp_path))
    return tmp_path


@pytest.fixture
def shell(
    home_folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Iterator[Shell]:
    """Give a command line in that home."""
    yield Shell(monkeypatch, capsys)
    forget_logs()


@pytest.fixture(scope="module")
def api(home: tuple[Path, str]) -> Iterator[httpx.Client]:
    """Give a client of the API over the day."""
    folder, url = home
    with served(folder, database_url=url, broker_url=NO_BROKER) as client:
        yield client


def get(api: httpx.Client, path: str, status: int = 200, **query: Any) -> Any:
    answer = api.get(path, params=query)
    assert answer.status_code == status, answer.text
    return answer.json()


def ids(names: Any) -> set[str]:
    return {str(article_id(name)) for name in names}


def shown(api: httpx.Client, **query: Any) -> set[str]:
    return {each["id"] for each in get(api, "/articles", **query)["articles"]}


def test_only_what_may_be_shown_is_listed(api: httpx.Client) -> None:
    """Neither an older version nor a killed nor an embargoed article is in the list."""
    assert shown(api) == ids(SHOWN)


def test_an_article_has_the_keys_and_values_of_the_export(api: httpx.Client) -> None:
    """Names, texts, times in UTC and provenance come as they were stored."""
    found = get(api, f"/articles/{article_id('forest')}")
    assert found["file"] == "wire/forest.txt"
    assert found["headline"] == "City buys old forest"
    assert found["authors"] == ["Ida Holm"]
    assert found["source"] == "The Wire"
    assert found["published_at"] == "2026-03-14T12:00:00Z"
    assert found["body"].count("\n\n") == 4
    assert found["provenance"]["published"]["assumed"] == "zone UTC: none stated"
    assert found["delivery"] == str(delivery_id("forest"))
    assert (found["outcome"], found["version"], found["canonical"]) == ("new", 1, True)


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ({"provider": "wire"}, ["forest"]),
        ({"source": "The Wire"}, ["forest"]),
        ({"language": "de"}, []),
        ({"canonical": "true"}, ["forest", "ship v2"]),
        ({"q": "mayor holm"}, ["forest", "forest copy", "forest cut"]),
        ({"q": '"ida holm" -walkers'}, ["forest cut"]),
        ({"q": "withdrawn OR prize"}, []),
        ({"published_from": "2026-03-14T12:45:00"}, ["forest cut"]),
        (
            {"published_from": "2026-03-14T13:30+01:00", "published_to": "2026-03-14T13:00Z"},
            ["forest copy"],
        ),
    ],
)
def test_filters_choose_articles(
    api: httpx.Client, query: dict[str, str], names: list[str]
) -> None:
    """Each filter leaves the articles that it names, and a time without a zone is UTC."""
    assert shown(api, **query) == ids(names)


def test_the_articles_of_a_story_are_asked_for_by_its_id(api: httpx.Client) -> None:
    """A story's id as a filter gives its articles that may be shown."""
    story = get(api, f"/articles/{article_id('forest')}")["story_id"]
    assert shown(api, story=story) == ids(["forest", "forest copy", "forest cut"])


def test_the_newest_come_first(api: httpx.Client) -> None:
    """By the time published, else received."""
    found = get(api, "/articles")["articles"]
    assert [each["published_at"] for each in found] == sorted(
        (each["published_at"] for each in found), reverse=True
    )


def test_pages_hold_every_article_once(api: httpx.Client) -> None:
    """Following `next` to its end gives each article once, the last page says so."""
    seen: list[str] = []
    after: dict[str, str] = {}
    while True:
        page = get(api, "/articles", limit=1, **after)
        seen += [each["id"] for each in page["articles"]]
        if page["next"] is None:
            break
        after = {"after": page["next"]}
    assert len(seen) == len(set(seen))
    assert set(seen) == ids(SHOWN)


@pytest.mark.parametrize("more", [{}, {"q": "forest"}])
def test_a_page_after_nothing_is_refused(api: httpx.Client, more: dict[str, str]) -> None:
    """An empty page would say that this was the last."""
    assert "begin again" in get(api, "/articles", 422, after=str(uuid4()), **more)["detail"]


def test_a_page_is_written_as_it_is_asked_for(api: httpx.Client) -> None:
    """JSON lines and ninjs hold the articles of the JSON page; `format` wins over `Accept`."""
    ids_of_page = [each["id"] for each in get(api, "/articles")["articles"]]
    lines = api.get("/articles", headers={"Accept": "application/x-ndjson"})
    assert lines.headers["content-type"] == "application/x-ndjson"
    assert [json.loads(line)["id"] for line in lines.text.splitlines()] == ids_of_page
    items = api.get("/articles?format=ninjs", headers={"Accept": "application/x-ndjson"})
    assert items.headers["content-type"] == "application/ninjs+json"
    assert [item["altIds"][0]["value"] for item in items.json()] == ids_of_page
    one = get(api, f"/articles/{article_id('forest')}", format="ninjs")
    assert one["headlines"][0]["value"] == "City buys old forest"


@pytest.mark.parametrize("path", ["/articles", "/articles.atom"])
def test_a_header_leads_to_the_next_page(api: httpx.Client, path: str) -> None:
    """In every format, with the filters that were asked for."""
    seen: list[httpx.Response] = [api.get(path, params={"limit": 3, "q": "mayor OR tugs"})]
    while "next" in seen[-1].links:
        seen.append(api.get(seen[-1].links["next"]["url"]))
    assert len(seen) == 2
    assert all("article" in each.text or "entry" in each.text for each in seen)


def test_what_has_not_changed_is_not_sent_again(api: httpx.Client) -> None:
    """An ETag and 304, for one article, a page, and the feed."""
    for path in (f"/articles/{article_id('forest')}", "/articles?limit=2", "/articles.atom"):
        first = api.get(path)
        again = api.get(path, headers={"If-None-Match": first.headers["etag"]})
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["cache-control"] == "private, no-cache"
        other = api.get(path, headers={"If-None-Match": '"another"'})
        assert (other.status_code, other.content) == (200, first.content)
    json_, lines = (api.get(f"/articles?format={each}") for each in ("json", "jsonl"))
    assert json_.headers["etag"] != lines.headers["etag"]


def test_feed_readers_are_served(api: httpx.Client) -> None:
    """The Atom feed holds the articles, each with its author, its time and its address."""
    feed = api.get("/articles.atom", params={"canonical": "true"})
    assert feed.headers["content-type"].startswith("application/atom+xml")
    root = ET.fromstring(feed.text)
    atom = "{http://www.w3.org/2005/Atom}"
    entries = {each.findtext(f"{atom}id"): each for each in root.iter(f"{atom}entry")}
    assert set(entries) == {f"urn:uuid:{article_id(name)}" for name in ("forest", "ship v2")}
    forest = entries[f"urn:uuid:{article_id('forest')}"]
    assert forest.findtext(f"{atom}author/{atom}name") == "Ida Holm"
    assert forest.find(f"{atom}link[@rel='alternate']").get("href") == "https://example.org/forest"
    assert forest.findtext(f"{atom}published") == "2026-03-14T12:00:00Z"


def test_versions_come_first_to_last(api: httpx.Client) -> None:
    """An item's versions are told by any of them, and the current one says so."""
    versions = get(api, f"/articles/{article_id('ship v1')}/versions")["versions"]
    assert [each["id"] for each in versions] == [
        str(article_id("ship v1")),
        str(article_id("ship v2")),
    ]
    assert [each["current"] for each in versions] == [False, True]
    assert versions[1]["supersedes"] == versions[0]["id"]


def test_a_version_tells_what_it_changed(api: httpx.Client) -> None:
    """Words and paragraphs that came or went, and the version that it is compared with."""
    first, second = get(api, f"/articles/{article_id('ship v2')}/versions")["versions"]
    assert first["changes"] is None
    changes = second["changes"]
    assert changes["since"] == first["id"]
    assert changes["headline"] == [
        {"kind": "kept", "text": "Ship aground"},
        {"kind": "added", "text": ", tugs sent"},
    ]
    assert changes["paragraphs"] == [[{"kind": "added", "text": HARBOUR[3]}]]
    assert changes["fields"] == []
    assert changes["words_added"] == 2 + len(HARBOUR[3].split())
    assert changes["words_removed"] == 0


def test_a_killed_article_is_gone_and_an_embargoed_one_not_yet_there(api: httpx.Client) -> None:
    """Their texts cannot be read by their ids either."""
    assert "withdrawn" in get(api, f"/articles/{article_id('killed')}", 410)["detail"]
    assert "withdrawn" in get(api, f"/articles/{article_id('doubtful')}", 410)["detail"]
    assert "yet" in get(api, f"/articles/{article_id('embargoed')}", 403)["detail"]
    assert get(api, f"/articles/{article_id('killed')}/versions")["versions"] == []


def test_a_story_shows_its_members_and_why_they_belong_together(api: httpx.Client) -> None:
    """Members come with their outcome, links with their evidence."""
    story_id = get(api, f"/articles/{article_id('forest')}")["story_id"]
    story = get(api, f"/stories/{story_id}")
    assert {each["id"] for each in story["members"]} == ids(["forest", "forest copy", "forest cut"])
    assert story["canonical"] == str(article_id("forest"))
    [link] = [each for each in story["links"] if str(article_id("forest cut")) in each.values()][:1]
    assert link["containment"] > 0.9


def test_a_merged_story_leads_to_the_one_it_became(api: httpx.Client) -> None:
    """The feed names the story that ended; its address redirects for good."""
    changes = get(api, "/changes")["changes"]
    ship = get(api, f"/articles/{article_id('ship v1')}")["story_id"]
    merges = [each for each in changes if each["kind"] == "story_merged"]
    [merged] = [each for each in merges if each["detail"]["into"] == ship]
    answer = api.get(f"/stories/{merged['story_id']}")
    assert answer.status_code == 308
    assert answer.headers["location"] == f"/stories/{merged['detail']['into']}"
    whole = api.get(answer.headers["location"]).json()
    assert {member["id"] for member in whole["members"]} == ids(["ship v1", "ship v2"])


def test_the_feed_has_no_gaps_and_goes_on_where_a_reader_stopped(api: httpx.Client) -> None:
    """Pages of the feed join, and its end gives back the number that was given."""
    whole = get(api, "/changes")
    numbers = [each["seq"] for each in whole["changes"]]
    assert numbers == list(range(1, len(numbers) + 1))
    assert whole["next"] == numbers[-1]
    page = get(api, "/changes", since=2, limit=2)
    assert [each["seq"] for each in page["changes"]] == [3, 4]
    assert get(api, "/changes", since=page["next"])["changes"][0]["seq"] == 5
    assert get(api, "/changes", since=whole["next"]) == {"changes": [], "next": whole["next"]}


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ({"outcome": "quarantined"}, [BROKEN]),
        ({"reason": "not_text"}, [BROKEN]),
        ({"state": "received"}, [WAITING]),
        ({"provider": "wire"}, ["forest"]),
        ({"name": BROKEN}, [BROKEN]),
        ({"lane": "bulk"}, []),
    ],
)
def test_filters_choose_deliveries(
    api: httpx.Client, query: dict[str, str], names: list[str]
) -> None:
    """Each filter of the ledger leaves the deliveries that it names."""
    found = get(api, "/deliveries", **query)["deliveries"]
    assert {each["id"] for each in found} == {str(delivery_id(name)) for name in names}


def test_pages_of_deliveries_hold_each_once(api: httpx.Client) -> None:
    """Following `next` gives every row of the ledger once."""
    seen: list[str] = []
    before: dict[str, str] = {}
    while True:
        page = get(api, "/deliveries", limit=4, **before)
        seen += [each["id"] for each in page["deliveries"]]
        if page["next"] is None:
            break
        before = {"before": page["next"]}
    assert sorted(seen) == sorted(str(delivery_id(name)) for name in (*DAY, BROKEN, WAITING))


def test_a_delivery_tells_its_whole_way(api: httpx.Client) -> None:
    """What came of it and what was not taken are with it."""
    taken = get(api, f"/deliveries/{delivery_id('forest cut')}")
    assert (taken["state"], taken["outcome"]) == ("done", WORDS["forest cut"])
    assert [each["id"] for each in taken["articles"]] == [str(article_id("forest cut"))]
    assert taken["timings"] == TIMINGS
    refused = get(api, f"/deliveries/{delivery_id(BROKEN)}")
    assert refused["reason"] == "not_text"
    assert refused["rejected_items"] == [
        {"item": "1", "reason": "not_text", "detail": "random bytes"}
    ]


@pytest.mark.parametrize("path", ["/articles", "/stories", "/deliveries"])
def test_what_is_not_there_is_a_problem_document(api: httpx.Client, path: str) -> None:
    """404 says what was asked for; a bad id is 422; both as RFC 9457 has it."""
    unknown = uuid4()
    answer = api.get(f"{path}/{unknown}")
    assert answer.headers["content-type"] == "application/problem+json"
    assert (answer.status_code, answer.json()["status"]) == (404, 404)
    assert str(unknown) in answer.json()["detail"]
    bad = api.get(f"{path}/nonsense")
    assert bad.headers["content-type"] == "application/problem+json"
    assert bad.status_code == 422
    assert bad.json()["errors"][0]["where"].startswith("path.")


@pytest.mark.parametrize(
    ("path", "query"),
    [
        ("/articles", {"limit": "501"}),
        ("/articles", {"after": "x"}),
        ("/articles", {"publisher": "wire"}),
        ("/articles", {"published_from": "yesterday"}),
        ("/articles", {"q": "-forest"}),
        ("/changes", {"since": "-1"}),
        ("/changes", {"since": str(2**63)}),
        ("/deliveries", {"outcome": "fine"}),
    ],
)
def test_a_wrong_or_unknown_parameter_is_refused(
    api: httpx.Client, path: str, query: dict[str, str]
) -> None:
    """A filter that is misspelt must not answer with everything."""
    [name] = query
    found = get(api, path, 422, **query)
    assert name in found["detail"]


def test_an_unknown_address_and_a_wrong_method_are_problem_documents(api: httpx.Client) -> None:
    """They too are told as every other error."""
    for answer in (api.get("/nothing"), api.post("/articles"), api.delete("/changes")):
        assert answer.status_code in {404, 405}
        assert answer.headers["content-type"] == "application/problem+json"


def test_without_a_broker_all_can_be_read_and_health_says_so(api: httpx.Client) -> None:
    """The API needs the database alone."""
    found = get(api, "/health")
    assert (found["status"], found["database"]) == ("degraded", "ok")
    assert "broker" in found["broker"]
    assert get(api, "/status")["queues"] is None


def test_status_adds_up_to_the_ledger(api: httpx.Client) -> None:
    """Every delivery is counted once, under its outcome or its state."""
    found = get(api, "/status")
    total = sum(found["deliveries"].values()) + found["received"] + found["processing"]
    assert total == len(DAY) + 2
    assert found["deliveries"]["quarantined"] == 1
    assert found["reasons"] == {"not_text": 1}
    assert (found["received"], found["articles"]) == (1, len(DAY))
    assert found["oldest_waiting"] == "2026-03-14T13:41:00Z"
    assert found["last_change"] == get(api, "/changes")["next"]


def test_a_request_is_one_line_of_the_log(home: tuple[Path, str], api: httpx.Client) -> None:
    """Method, path, status and milliseconds; the query, which may hold anything, is left out."""
    marker = f"/articles/{uuid4()}"
    get(api, marker, 404, limit=1)
    log = home[0] / "logs" / "copydesk.jsonl"
    deadline = time.monotonic() + 10
    while marker not in log.read_text(encoding="utf-8") and time.monotonic() < deadline:
        time.sleep(0.01)  # the answer is sent before the line is written
    lines = log.read_text(encoding="utf-8").splitlines()
    [line] = [json.loads(each) for each in lines if marker in each]
    assert (line["event"], line["role"], line["level"]) == ("request", "api", "info")
    assert (line["method"], line["path"], line["status"]) == ("GET", marker, 404)
    assert line["ms"] > 0


def test_health_is_ok_with_a_broker_and_down_without_the_database(
    tmp_path: Path, broker: Valkey
) -> None:
    """503 tells a balancer; the words tell a person."""
    url = f"sqlite:///{tmp_path / 'copydesk.db'}"
    upgrade(url)
    with served(tmp_path, broker_url=broker.url) as client:
        assert get(client, "/health")["status"] == "ok"
        assert get(client, "/status")["queues"] == {"live": 0, "bulk": 0}
        with (
            contextlib.closing(Storage.open(url)) as storage,
            storage.engine.begin() as connection,
        ):
            connection.exec_driver_sql("DROP VIEW changes")
        found = get(client, "/health", 503)
        assert found["status"] == "down"
        assert "migrate" in found["database"]
        lost = client.get("/changes")
        assert (lost.status_code, lost.headers["retry-after"]) == (503, "2")
        assert lost.headers["content-type"] == "application/problem+json"


def test_with_a_token_nobody_reads_without_it(tmp_path: Path) -> None:
    """Every address asks for it, health included, and the answer does not tell it."""
    upgrade(f"sqlite:///{tmp_path / 'copydesk.db'}")
    with served(tmp_path, broker_url=NO_BROKER, api_token="open sesame") as client:
        for path in ("/articles", "/health", "/docs", "/nothing"):
            refused = client.get(path)
            assert (refused.status_code, refused.json()["status"]) == (401, 401)
            assert "sesame" not in refused.text
        wrong = client.get("/articles", headers={"Authorization": "Bearer open"})
        assert wrong.status_code == 401
        right = client.get("/articles", headers={"Authorization": "Bearer open sesame"})
        assert right.status_code == 200


def test_a_token_from_the_command_line_opens_until_it_is_revoked(
    shell: Shell, home_folder: Path
) -> None:
    """A running API asks for it from the moment it is made, and refuses it at once after."""
    upgrade(f"sqlite:///{home_folder / 'copydesk.db'}")
    with served(home_folder, broker_url=NO_BROKER) as client:
        assert client.get("/articles").status_code == 200
        made = shell.run("token", "create", "archive")
        shown = {"Authorization": f"Bearer {made.out.strip()}"}
        assert client.get("/articles").status_code == 401
        assert client.get("/articles", headers=shown).status_code == 200
        assert client.delete("/articles", headers=shown).status_code == 403
        shell.run("token", "revoke", "archive")
        assert client.get("/articles", headers=shown).status_code == 401
        assert client.get("/articles").status_code == 401


def fails(home: Path, **settings: str) -> str:
    """Return what an API says that cannot start."""
    done = subprocess.run(
        [sys.executable, "-m", "services.api"],
        cwd=ROOT,
        env=environment(home, broker_url=NO_BROKER, **settings),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 1, done.stderr
    assert "Traceback" not in done.stderr
    return done.stderr


def test_the_network_is_refused_without_a_token(tmp_path: Path) -> None:
    """Beyond loopback a token is asked for before anything listens."""
    upgrade(f"sqlite:///{tmp_path / 'copydesk.db'}")
    said = fails(tmp_path, api_host="0.0.0.0", api_port="0")
    assert "./copydesk token create" in said
    assert "COPYDESK_API_TOKEN" in said


def test_a_taken_port_is_said_with_the_remedy(tmp_path: Path) -> None:
    """Which port, and how to give another."""
    upgrade(f"sqlite:///{tmp_path / 'copydesk.db'}")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        said = fails(tmp_path, api_port=str(port))
    assert str(port) in said
    assert "--port" in said


def test_a_database_that_was_never_migrated_is_said_with_the_remedy(tmp_path: Path) -> None:
    """The API does not start on a database that has not its tables."""
    assert "./copydesk migrate" in fails(tmp_path, api_port="0")
