"""A real browser, and what people do with it."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

from tests.patience import PATIENCE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from tests.e2e.running import Copydesk

NAMES = ("chromium", "chromium-browser", "google-chrome")

PATIENCE_MS = 1000 * PATIENCE
"""For anything to appear; a loaded machine is slow, not wrong."""

REFUSED = "responded with a status of 422"
"""What Chromium says of a file that the inbox does not take."""

SERIOUS = frozenset({"serious", "critical"})


def executable() -> str:
    """Return the path of this machine's Chromium; skips the test where there is none."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        pytest.skip(f"no browser: none of {', '.join(NAMES)} is installed (apt install chromium)")
    return found


@contextlib.contextmanager
def opened() -> Iterator[Browser]:
    """Start the browser, and end it."""
    path = executable()
    # Chromium has no sandbox for root; the pages are our own
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=arguments)
        try:
            yield browser
        finally:
            browser.close()


@contextlib.contextmanager
def visiting(browser: Browser, desk: Copydesk, *, refused: int = 0, **given: Any) -> Iterator[Page]:
    """Give a page of a new visitor; its console may only say that so many files were refused."""
    port = json.loads((desk.home / "run" / "api.json").read_text())["port"]
    context = browser.new_context(base_url=f"http://127.0.0.1:{port}", **given)
    context.set_default_timeout(PATIENCE_MS)
    said: list[str] = []
    page = context.new_page()
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    try:
        yield page
    finally:
        context.close()
    assert [each for each in said if REFUSED not in each] == []
    assert len(said) == refused


def drop(page: Page, paths: Sequence[Path]) -> None:
    """Drag files and folders of this machine over the page, and let go."""
    session = page.context.new_cdp_session(page)
    data = {"items": [], "files": [str(path) for path in paths], "dragOperationsMask": 1}
    for kind in ("dragEnter", "dragOver", "drop"):
        session.send("Input.dispatchDragEvent", {"type": kind, "x": 300, "y": 300, "data": data})
    session.detach()


def faults(page: Page) -> list[str]:
    """Return the serious and critical faults that axe finds, each with where it is."""
    found = Axe().run(page).response["violations"]
    return [
        f"{each['id']} ({each['impact']}): {[node['target'] for node in each['nodes']]}"
        for each in found
        if each["impact"] in SERIOUS
    ]
