"""The desk in a real browser, over a real `up`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from shared.config import ROOT
from tests.e2e.browsing import PATIENCE_MS, drop, executable, faults, opened, visiting
from tests.e2e.running import Copydesk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

expect.set_options(timeout=PATIENCE_MS)

SEEDS = ROOT / "seeds"
STORY = SEEDS / "plain_text" / "labels_next_line.txt"
HEADLINE = "Harbour towns agree on shared ferry timetable"
SCRIPT = "<script>window.hacked = true</script>"
BROKEN = "broken.json"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Copydesk]:
    """Give a Copydesk that is up, with a few files read."""
    executable()
    running = Copydesk(tmp_path_factory.mktemp("desk") / "home").up()
    text = STORY.read_text(encoding="utf-8")
    running.drop("wire/story.txt", text)
    assert running.outcome("wire/story.txt")["outcome"] == "new"
    running.drop("wire/cut.txt", text.rpartition("\n\n")[0].replace("Monday", "Tuesday"))
    running.drop("wire/hostile.txt", text.replace(HEADLINE, f"A headline {SCRIPT}"))
    running.drop(BROKEN, "{")
    running.drop("random.bin", (SEEDS / "broken" / "random.bin").read_bytes())
    for name in ("wire/cut.txt", "wire/hostile.txt", BROKEN, "random.bin"):
        running.outcome(name)
    yield running
    running.close()


@pytest.fixture(scope="module")
def browser(desk: Copydesk) -> Iterator[Browser]:
    """Give the browser, after `up` has forked its processes."""
    with opened() as found:
        yield found


def test_a_dropped_file_and_folder_become_articles_before_ones_eyes(
    desk: Copydesk, browser: Browser, tmp_path: Path
) -> None:
    """Nothing is loaded again: the page follows by itself, to the words of the article."""
    folder = tmp_path / "march"
    folder.mkdir()
    for name in ("one", "two"):
        (folder / f"{name}.txt").write_bytes((SEEDS / "plain_text" / "wire_copy.txt").read_bytes())
    (folder / ".hidden").write_text("left alone")
    single = tmp_path / "page_dump.txt"
    single.write_bytes((SEEDS / "plain_text" / "page_dump.txt").read_bytes())
    with visiting(browser, desk, refused=1) as page:
        page.goto("/")
        page.get_by_label("Provider").fill("courier")
        drop(page, [single, folder])
        expect(page.locator("#handed")).to_have_text(
            "3 files handed in; 1 left out: hidden, unfinished or parts of a saved page."
        )
        row = page.locator("#latest tr", has_text="courier/page_dump.txt")
        expect(row.locator(".word")).to_have_text("new")
        rows = page.locator("#latest tr", has_text="courier/march/")
        expect(rows).to_have_count(2)
        row.get_by_role("link").click()
        expect(page.get_by_role("heading", name="As it was read")).to_be_visible()
        expect(page.locator("mark").first).to_be_visible()
        page.get_by_role("link", name="The article", exact=True).click()
        expect(page.get_by_role("heading", name="Where it was read")).to_be_visible()
    assert (desk.inbox / "courier").is_dir()


def test_without_scripts_a_form_hands_files_in(
    desk: Copydesk, browser: Browser, tmp_path: Path
) -> None:
    """Everything can be read, and files come in, by links and forms alone."""
    with visiting(browser, desk, java_script_enabled=False) as page:
        page.goto("/")
        path = tmp_path / "plain.txt"
        path.write_text(
            "Nothing but a form brought this short report to the desk on Monday evening."
        )
        page.get_by_label("Files", exact=True).set_input_files(path)
        page.get_by_role("button", name="Hand in").click()
        expect(page.get_by_role("status")).to_contain_text("1 file was handed in")
        desk.outcome("plain.txt")
        page.reload()
        expect(page.locator("#latest")).to_contain_text("plain.txt")


def test_the_keyboard_leads_everywhere(desk: Copydesk, browser: Browser) -> None:
    """The first step skips to the content; boxes, buttons and the question are reached in order."""
    with visiting(browser, desk) as page:
        page.goto("/desk/quarantine?reason=malformed")
        page.keyboard.press("Tab")
        expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
        page.keyboard.press("Enter")
        expect(page.locator("main")).to_be_focused()
        box = page.get_by_role("checkbox", name=BROKEN)
        for _step in range(12):
            page.keyboard.press("Tab")
            if box.evaluate("box => box === document.activeElement"):
                break
        expect(box).to_be_focused()
        page.keyboard.press("Space")
        expect(page.locator("#ticked")).to_have_text("1 ticked")
        while page.evaluate("document.activeElement.textContent.trim()") != "Discard…":
            page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", name="Discard 1 file?")).to_be_visible()
        page.get_by_role("link", name="Keep").press("Enter")
        expect(page.get_by_role("checkbox", name=BROKEN)).to_be_visible()


def test_a_quarantined_file_is_replayed(desk: Copydesk, browser: Browser) -> None:
    """It is read again, and comes back with the same reason while nothing was mended."""
    before = desk.outcome("random.bin")
    with visiting(browser, desk) as page:
        page.goto("/desk/quarantine")
        page.get_by_role("checkbox", name="random.bin").check()
        page.get_by_role("button", name="Replay", exact=True).click()
        expect(page.get_by_role("status").first).to_have_text("1 file will be read again.")
        expect(page.get_by_role("link", name="random.bin")).to_be_visible()
    after = desk.outcome("random.bin")
    assert after["finished_at"] > before["finished_at"]
    assert after["reason"] == before["reason"] == "not_text"


def test_a_stored_script_stays_text(desk: Copydesk, browser: Browser) -> None:
    """On its delivery's page, on its own, in lists and in the search."""
    delivery = desk.outcome("wire/hostile.txt")
    [article] = desk.get(f"/deliveries/{delivery['id']}")["articles"]
    with visiting(browser, desk) as page:
        for path in (f"/desk/articles/{article['id']}", f"/desk/deliveries/{delivery['id']}"):
            page.goto(path)
            expect(page.locator("main")).to_contain_text(SCRIPT)
            assert page.evaluate("window.hacked") is None


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nobody_is_shut_out(desk: Copydesk, browser: Browser, scheme: str) -> None:
    """No page has a fault that axe calls serious or critical, in light or dark, wide or narrow."""
    delivery = desk.outcome("wire/cut.txt")
    held = desk.outcome(BROKEN)
    [article] = desk.get(f"/deliveries/{delivery['id']}")["articles"]
    whole = desk.get(f"/articles/{article['id']}")
    pages = [
        "/desk/",
        "/desk/deliveries",
        "/desk/deliveries?name=nothing",
        f"/desk/deliveries/{delivery['id']}",
        f"/desk/deliveries/{held['id']}",
        "/desk/stories",
        f"/desk/stories/{whole['story_id']}",
        "/desk/articles",
        f"/desk/articles/{article['id']}",
        "/desk/quarantine",
        "/desk/imports",
    ]
    with visiting(browser, desk, color_scheme=scheme) as page:
        for path in pages:
            page.set_viewport_size({"width": 1280, "height": 900})
            page.goto(path)
            assert faults(page) == [], path
            page.set_viewport_size({"width": 380, "height": 800})
            wider = page.evaluate("document.documentElement.scrollWidth > innerWidth")
            assert not wider, f"{path} is wider than a phone"
