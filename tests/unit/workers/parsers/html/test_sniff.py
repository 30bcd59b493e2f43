"""Pages are known by their first tags; other formats with tags in them are left alone."""

from __future__ import annotations

import pytest

from workers.parsers.html.sniff import html_score

PAGES = {
    "doctype": b"<!DOCTYPE html><html><body><p>x</p></body></html>",
    "lower case doctype": b"\n<!doctype HTML>\n<title>x</title>",
    "no doctype": b"<html lang='en'><head></head></html>",
    "old doctype": b'<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01//EN"><HTML><BODY>x</BODY></HTML>',
    "xhtml": b'<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0//EN" "x"><html/>',
    "comment first": b"<!-- saved from url=(0020)http://example.org -->\n<html>",
    "utf-8 mark": b"\xef\xbb\xbf<!DOCTYPE html><html>",
    "utf-16": "\ufeff<!DOCTYPE html><html>".encode("utf-16-le"),
}
OTHERS = {
    "json": b'{"html": "<html><body><p>x</p></body></html>"}',
    "json lines": b'[{"body": "<p>x</p><p>y</p><p>z</p>"}]',
    "rss": b'<?xml version="1.0"?><rss version="2.0"><channel><title>x</title></channel></rss>',
    "bare rss": b'<rss version="2.0"><channel><title>x</title></channel></rss>',
    "atom": b'<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title></feed>',
    "newsml": b'<?xml version="1.0"?><newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"/>',
    "nitf": b"<nitf><head><title>x</title></head><body><body.content/></body></nitf>",
    "nitf doctype": b'<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "nitf.dtd"><nitf><head/></nitf>',
    "text": b"If a < b and b > c, then the <html> tag comes first.\n\nA second paragraph.",
    "mail": b"Subject: x\nContent-Type: text/html\n\n<html><body><p>x</p></body></html>",
    "warc": b"WARC/1.0\r\nWARC-Type: response\r\n\r\nHTTP/1.1 200 OK\r\n\r\n<!DOCTYPE html><html>",
    "empty": b"",
    "svg": b'<svg xmlns="http://www.w3.org/2000/svg"><text>x</text></svg>',
}


@pytest.mark.parametrize("head", PAGES.values(), ids=PAGES)
def test_a_page_is_known_without_its_name(head: bytes) -> None:
    """Doctype or first tag are enough, whatever the name."""
    assert html_score(head, ".bin") >= 0.9


@pytest.mark.parametrize("suffix", [".txt", ".html"])
@pytest.mark.parametrize("head", OTHERS.values(), ids=OTHERS)
def test_other_formats_are_no_pages_whatever_their_name(head: bytes, suffix: str) -> None:
    """JSON, feeds, wire formats, mail and texts with a `<` score nothing, or little by name."""
    assert html_score(head, suffix) <= (0.5 if suffix == ".html" else 0.0)


def test_a_fragment_needs_tags_or_the_name() -> None:
    """Three closed paragraphs are plausible; one tag before a text is not, unless named so."""
    assert html_score(b"<p>a</p><p>b</p><p>c</p>", "") >= 0.5
    assert html_score(b"<b>Note</b> a text", ".txt") < 0.3
    assert html_score(b"<b>Note</b> a text", ".html") >= 0.5
