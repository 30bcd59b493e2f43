from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workers.normalise.urls import canonical, host_of, identity

SCHEMES = ("http://", "HTTPS://", "//", "")
HOSTS = ("www.Exämple.com", "a.b:80", "a.b:443", "[::1]", "user@a.b", "")
PATHS = ("", "/", "//", "/path é", "/%20/index.html", "?a=1&utm_source=x", "/x?é#f")
PIECES = st.tuples(*map(st.sampled_from, (SCHEMES, HOSTS, PATHS, PATHS))).map("".join)


@pytest.mark.parametrize(
    ("written", "address"),
    [
        (
            "HTTP://WWW.Example.COM:80/A/b?utm_source=x&id=3&fbclid=9#top",
            "http://www.example.com/A/b?id=3",
        ),
        ("https://example.com:443", "https://example.com/"),
        ("https://example.com:8443/x", "https://example.com:8443/x"),
        ("//example.com/x", "https://example.com/x"),
        (
            "https://web.archive.org/web/20240305081500/https://example.com/x",
            "https://example.com/x",
        ),
        ("http://web.archive.org/web/2024id_/http://example.com/x", "http://example.com/x"),
        ("https://archive.ph/2024.04.20-100000/https://example.com/x", "https://example.com/x"),
        ("https://archive.today/o/AbC1d/https://example.com/x", "https://example.com/x"),
        ("https://archive.ph/AbC1d", "https://archive.ph/AbC1d"),
        (
            "http://webcache.googleusercontent.com/search?q=cache:aB-1:https://example.com/x",
            "https://example.com/x",
        ),
        (
            "https://webcache.googleusercontent.com/search?hl=en&q=cache:example.com/x+ferry&cd=1",
            "http://example.com/x",
        ),
        (
            "https://www.google.com/url?rct=j&url=https://example.com/x%3Fid%3D7&ct=ga",
            "https://example.com/x?id=7",
        ),
        (
            "http://www.bing.com/news/apiclick.aspx?ref=F&url=https%3a%2f%2fexample.com%2fx&c=1",
            "https://example.com/x",
        ),
        (
            "https://l.facebook.com/l.php?u=https%3A%2F%2Fa.b%2Furl%3Fq%3Dhttps%253A%252F%252Fexample.com%252Fx",
            "https://example.com/x",
        ),
        (
            "https://example.com/print?url=https://a.b/x",
            "https://example.com/print?url=https://a.b/x",
        ),
        ("https://example.com/url?q=x", "https://example.com/url?q=x"),
        ("https://web.archive.org/about/", "https://web.archive.org/about/"),
        ("https://user:pw@example.com./x", "https://example.com/x"),
        ("https://exämple.com/ü?q=ü&b", "https://xn--exmple-cua.com/%C3%BC?q=%C3%BC&b"),
        ("https://[::1]/x", "https://[::1]/x"),
        ("https://example.com/a\n b", "https://example.com/ab"),
        ("https://example.com/?utm_medium=rss", "https://example.com/"),
        ("ftp://example.com/x", None),
        ("https:///x", None),
        ("https://example/x", None),
        ("https://[x/", None),
        ("https://example.com:port/", None),
        ("https://ex\u2488ample..com/", None),
        ("no address", None),
        ("", None),
    ],
)
def test_an_address_has_one_spelling(written: str, address: str | None) -> None:
    """Case, port, user, fragment and tracking go; what is no web address is None."""
    assert canonical(written) == address


def test_a_query_of_a_thousand_fields_is_left_alone() -> None:
    """Too many fields are not taken apart."""
    query = "&".join(f"a{n}=1" for n in range(300))
    assert canonical(f"https://example.com/x?{query}") == f"https://example.com/x?{query}"


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(PIECES)
def test_the_one_spelling_is_its_own(written: str) -> None:
    """`canonical` is idempotent."""
    address = canonical(written)
    assert address is None or canonical(address) == address


@pytest.mark.parametrize(
    "url", ["https://a.com", "https://a.com/en/", "https://www.a.com/index.html", "x"]
)
def test_a_front_page_is_no_identity(url: str) -> None:
    """A home page, also of an edition, is the address of no one article."""
    assert identity(url) is None


def test_scheme_www_and_last_slash_make_no_other_article() -> None:
    """Two addresses of one page have one identity."""
    assert (
        identity("http://www.a.com/news/1/") == identity("https://a.com/news/1") == "a.com/news/1"
    )


def test_the_query_belongs_to_the_identity() -> None:
    """`?id=3` can be the article's only name."""
    assert identity("https://a.com/?id=3&utm_source=x") == "a.com?id=3"


def test_the_host_is_told_without_www() -> None:
    """`host_of` is empty where there is no host."""
    assert host_of("https://www.a.com/x") == "a.com"
    assert host_of("x") == ""


def test_a_host_without_its_first_label_is_none() -> None:
    """Templates leave it out: `https://.harbour.example`."""
    assert canonical("https://.harbour.example/x") is None
