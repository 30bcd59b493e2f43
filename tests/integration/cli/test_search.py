"""`copydesk search`, over a store that holds a day of news."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.stored import article_id

if TYPE_CHECKING:
    from tests.integration.commanding import Shell


def test_search_shows_what_its_words_find(desk: Shell) -> None:
    """When, whose, the headline and the id; as JSON the keys of the API."""
    [line] = desk.run("search", "tugs", "AGROUND").out.splitlines()
    assert line.split("  ")[2:] == ["Ship aground, tugs sent", str(article_id("ship v2"))]
    [line] = desk.run("search", "forest", "--provider", "wire", "--json").out.splitlines()
    assert json.loads(line)["id"] == str(article_id("forest"))
    many = desk.run("search", '"ida holm"', "--canonical", "--from", "2026-03-14", "-n", "5")
    assert len(many.out.splitlines()) == 1
    assert desk.run("search", "forest", "--to", "2026-03-14").err == (
        "copydesk: nothing was found\n"
    )


def test_search_refuses_what_has_no_word(desk: Shell) -> None:
    """One sentence with the remedy."""
    assert "no word to search for" in desk.run("search", "--", "-forest", status=1).err
