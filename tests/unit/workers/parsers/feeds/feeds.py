"""Feeds of one entry, for the tests of their parser."""

from __future__ import annotations

from workers.parsers.feeds.feed import Feed

FEED = Feed()

SPACES = (
    'xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" '
    'xmlns:t="http://purl.org/dc/terms/"'
)


def rss(inside: str, channel: str = "") -> str:
    return (
        f'<rss version="2.0" {SPACES}><channel><title>Herald</title>{channel}'
        f"<item><title>Tide</title><description>The tide was late.</description>{inside}</item>"
        "</channel></rss>"
    )


def atom(inside: str) -> str:
    return (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>Herald</title><entry>'
        f"<title>Tide</title>{inside}</entry></feed>"
    )
