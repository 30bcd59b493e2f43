"""
The ways in which people and programs make a text of a page.

What is copied out of a browser, and what scripts take there (`innerText`); BeautifulSoup's
`get_text`; the way in which the corpora's dumps were made; and the programs of `printers.py`.
Whatever of these a machine has not got is left out, and that is said.
"""

from __future__ import annotations

import re
import shutil
from contextlib import ExitStack, contextmanager
from functools import partial
from typing import TYPE_CHECKING

from bs4 import BeautifulSoup
from playwright.sync_api import sync_playwright

from tests.benchmarks import printers
from tests.benchmarks.text_truth import rendered

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Page

    Way = Callable[[str], str]

PATIENCE = 20_000
"""Milliseconds that a browser may take for one page."""
_SCRIPT = re.compile(r"<script\b.*?</script>", re.DOTALL | re.IGNORECASE)
_ASKS_AWAY = re.compile(r"<meta[^>]*http-equiv=.?refresh[^>]*>", re.IGNORECASE)
_QUIET = ["--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND"]
_TAKES = {
    "copied from a browser": "getSelection().selectAllChildren(document.body),"
    "getSelection().toString()",
    "innerText": "document.body.innerText",
}
"""Selecting everything and copying it sets headings apart by blank lines, `innerText` does not."""


def soup(markup: str) -> str:
    """Return what `get_text` makes of a page: a line for each piece of text."""
    return BeautifulSoup(markup, "lxml").get_text("\n")


@contextmanager
def _browser() -> Iterator[Page]:
    """Start Chromium with a page that runs no scripts of its own and asks nobody for anything."""
    with sync_playwright() as started:
        chromium = started.chromium.launch(executable_path=shutil.which("chromium"), args=_QUIET)
        page = chromium.new_context(java_script_enabled=False).new_page()
        page.route(re.compile("^https?:"), lambda route: route.abort())
        yield page
        chromium.close()


def _taken(page: Page, markup: str, take: str) -> str:
    bare = _SCRIPT.sub("", _ASKS_AWAY.sub("", markup))
    page.set_content(bare, wait_until="domcontentloaded", timeout=PATIENCE)
    return str(page.evaluate(take))


@contextmanager
def ways() -> Iterator[dict[str, Way]]:
    """Give all ways that this machine knows, by name; say which it does not."""
    found: dict[str, Way] = {}
    with ExitStack() as open_:
        if shutil.which("chromium"):
            page = open_.enter_context(_browser())
            for name, take in _TAKES.items():
                found[name] = partial(_taken, page, take=take)
        else:
            print("  a browser's: skipped, there is no program chromium on this machine")
        found |= {"as the corpora's dumps": rendered, "BeautifulSoup get_text": soup}
        for name in printers.PRINTERS:
            if reason := printers.absent(name):
                print(f"  {name}: skipped, {reason}")
            else:
                found[name] = partial(printers.printed, name)
        yield found
