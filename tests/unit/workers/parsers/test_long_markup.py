"""One sign over and over in light markup and on wires: what was tried each way took hours."""

from __future__ import annotations

import pytest

from tests.unit.workers.parsers.reading import read

SAID = "It sails on Monday."
RST = "Ferry sails\n===========\n\n"
TIMING = "00:00:01.000 --> 00:00:02.000\n"
LONG = 200_000
ANPA = "a0123\nu i bc-ferry 05-03 0123\n"
PARSERS = {"restructured_text", "org_mode", "asciidoc", "subtitles", "press_database"}
PARSERS |= {"markdown", "iptc7901", "web_page"}
WRITTEN = {
    "span.rst": f"{RST}==  ==\n{'-' * LONG}x\n==  ==\n\n{SAID}\n",
    "options.rst": RST + ".. note::\n" + "   :a: b\n" * LONG + f"\n   {SAID}\n",
    "spaces.org": f"#+TITLE: Ferry\n\n* Ferry{' ' * LONG}sails\n{SAID}\n",
    "brackets.adoc": f"= Ferry\n\nimage::{'[' * LONG}\n\n{SAID}\n",
    "title.vtt": f"WEBVTT\nWEBVTT{' ' * LONG}\n\n{TIMING}{SAID}\n",
    "lines.vtt": f"WEBVTT\n\n{TIMING}" + "a\n" * LONG + f"b\n\n{TIMING}" + "a\n" * LONG + SAID,
    "letters.html": "<html><body><article><p class=titreArticle>Ferry</p>"
    f"<div class=docOcurrContainer><p>{SAID}</p></div><p class=DocHeader>{'a' * LONG}</p>"
    "</article></body></html>",
    "fence.md": f"# Ferry\n\n::: {' ' * LONG}{{\n\n{SAID}\n",
    "entities.html": f"<html><body><h1>Ferry</h1><p>{'&lt;a ' * 5 * LONG}</p><p>{SAID}</p>",
    "spaces.anpa": f"{ANPA}^Ferry<\n{' ' * LONG}x\n\n  {SAID}\n",
    "hyphens.anpa": f"{ANPA}Fer{'-ry' * LONG}\nFerry sails\n\n  {SAID}\n",
    "frame.anpa": f"ZCZC ABC\n{ANPA}Ferry sails\n\n  {SAID}\n{' ' * LONG}\nNNNN\n",
    "notes.anpa": f"{ANPA}Ferry sails\n\n  {SAID}\n\n" + "(updates)\n\n" * LONG + SAID,
}


@pytest.mark.parametrize("name", WRITTEN)
def test_the_time_that_a_text_takes_grows_with_its_size(name: str) -> None:
    """A rule and no end of it, options without a text, spaces inside a line, notes above a text."""
    (item,) = read(name, WRITTEN[name].encode()).items
    assert SAID in item.body[-1]
    assert item.parser.partition("/")[0] in PARSERS


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.rst", f"{RST}.. |a| replace:: {{}}\n\n|a| once.\n\n{{}}\n"),
        ("a.adoc", "= Ferry\n:a: {}\n\n{{a}} once.\n\n{}\n"),
    ],
)
def test_what_is_filled_in_has_an_end(name: str, text: str) -> None:
    """A long text behind a short name, a thousand times: a megabyte made gigabytes."""
    mark = "|a| " if name.endswith(".rst") else "{a} "
    (item,) = read(name, text.format("sea " * 5000, mark * 1000).encode()).items
    assert item.body[0] == f"{'sea ' * 5000}once."
    assert sum(map(len, item.body)) < 200_000
