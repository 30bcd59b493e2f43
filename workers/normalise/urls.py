"""The address of an article in one spelling, so that two copies of one page can be told as one."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit, urlunsplit

from workers.words.mending import whole

_TRACKING = re.compile(
    r"utm_\w+|[a-z]{0,3}clid|igshid|mc_[ce]id|_g[al]|_hs(enc|mi)|mkt_tok|ns_(campaign|source"
    r"|mchannel|linkname|fee)|at_(medium|campaign\w*|custom\d|link_\w+|format|ptr_name|bbc_team)"
    r"|wtmc|wt[._]mc\w*|cmpid|icid|ncid|ito|smid|smtyp|sref|s_cid|spm|xtor|rss|fb_\w+"
    r"|__twitter_impression|(gaa|pk|mtm|piwik|matomo|hsa|oly|vero|guce|sfmc)_\w+|guccounter"
    r"|ref_?(src|url)?|referrer|share|trk\w*|ocid|taid|ftag|ceid|em[cd]i|wpisrc|ex_cid",
    re.IGNORECASE,
)
"""
Query parameters that say how a reader came, never which article it is.

What is an article's number on some site (`cid`, `src`, `id`) is left alone: to take two articles
for one is worse than to miss that two are the same.
"""
_BLANKS = re.compile(r"[\s\x00-\x1f\x7f]+")
_PORTS = {"http": 80, "https": 443}
_SAFE_PATH = "/%:@!$&'()*+,;=~-._"
_ARCHIVED = re.compile(
    r"\A(?:https?://(?:web\.archive\.org/web/\d{4,14}(?:[a-z]{2}_)?"
    r"|archive\.(?:ph|is|today|li|md|vn|fo)/(?:o/\w+|[\d.-]{8,20}))/)+(?=https?://)",
    re.IGNORECASE,
)
"""What archives put before the address of a page that they kept."""
_CACHED = re.compile(
    r"\A(?:https?:)?//webcache\.googleusercontent\.com/search\?(?:[^#]{0,500}?&)?q=cache(?::|%3a)"
    r"(?:[\w-]{1,40}(?::|%3a))?(?P<scheme>https?(?::|%3a)(?:/|%2f){2})?(?P<rest>[^&+\s]+)",
    re.IGNORECASE,
)
"""… and where a search engine showed its copy."""
_PASSED_ON = re.compile(
    r"\A(?:https?:)?//[^/?#]{3,100}/(?:url|(?:news/)?apiclick\.aspx|l\.php|redir(?:ect)?|goto|out|away(?:\.php)?"
    r"|click)/?\?(?:[^#]{0,2000}?&)?(?:url|u|q|target|to)=(https?(?:://|%3a%2f%2f)[^&#\s]+)",
    re.IGNORECASE,
)
"""An address that only leads on, as aggregators and networks count who goes where."""
_LABEL = r"[a-z\d_](?:[a-z\d_-]*+(?<!-))?"
_HOST = re.compile(rf"{_LABEL}(?:\.{_LABEL})+|localhost|\[[\da-f:.]+\]", re.ASCII)
_MAX_LENGTH = 4096
"""Characters of an address in its one spelling; one that is cut leads elsewhere."""
_LONGEST = 4 * _MAX_LENGTH
"""… and as it is written, with what is taken away and without what is quoted."""
_HOME = re.compile(
    r"/?(?:[a-z]{2}(?:[-_][a-z]{2})?/?|(?:index|default|home)(?:\.\w{2,5})?)?", re.IGNORECASE
)


@lru_cache(maxsize=1024)
def canonical(written: str) -> str | None:
    """
    Return an address in its one spelling, or None where it is no web address, or too long for one.

    Scheme and host in lower case, no default port, user or fragment, no tracking parameters; what
    an archive kept has the address that it had, and one that only leads on is the one that it leads
    to. The path stays as it is: AMP and mobile pages are
    others' addresses until a page says otherwise.
    """
    address = _spelled(written[:_LONGEST])
    while address is not None and (behind := _behind(address)) != address:
        address = _spelled(behind)
    return address if address is not None and len(address) <= _MAX_LENGTH else None


def _spelled(written: str) -> str | None:
    """Return a web address in its one spelling, without those that only lead to it."""
    text, farther = "", written
    while farther != text:  # each time it is shorter
        text = _BLANKS.sub("", whole(farther))
        if text.startswith("//"):
            text = f"https:{text}"
        farther = _behind(text)
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        return None
    host = parts.hostname or ""
    if parts.scheme.lower() not in _PORTS or not host:
        return None
    known = _ascii_host(f"[{host}]" if ":" in host else host)
    if known is None:
        return None
    place = known if port in (None, _PORTS[parts.scheme.lower()]) else f"{known}:{port}"
    path = quote(parts.path, safe=_SAFE_PATH) or "/"
    return urlunsplit((parts.scheme.lower(), place, path, _query(parts.query), ""))


def _behind(text: str) -> str:
    """Return the address behind one that only leads to it; else the same."""
    if (cached := _CACHED.match(text)) is not None:
        return unquote(f"{cached['scheme'] or 'http://'}{cached['rest']}")
    leads = _PASSED_ON.match(text)
    return unquote(leads[1]) if leads is not None else _ARCHIVED.sub("", text)


def identity(url: str) -> str | None:
    """
    Return what two addresses of one article share, or None for a front page's address.

    http and https, `www.` and a slash at the end make no other article.
    """
    full = canonical(url)
    if full is None:
        return None
    parts = urlsplit(full)
    path = parts.path.rstrip("/")
    if _HOME.fullmatch(path) and not parts.query:
        return None
    query = f"?{parts.query}" if parts.query else ""
    return f"{parts.netloc.removeprefix('www.')}{path}{query}"


def host_of(url: str) -> str:
    """Return the host of a canonical address without `www.`; empty where there is none."""
    return (urlsplit(url).hostname or "").removeprefix("www.")


def _ascii_host(host: str) -> str | None:
    """Return a host name as the network knows it; None where it is no host name."""
    if not host.isascii():
        try:
            host = host.encode("idna").decode("ascii")
        except UnicodeError:
            return None
    host = host.rstrip(".").lower()  # a full stop of another script is one only now
    return host if _HOST.fullmatch(host) else None


def _query(query: str) -> str:
    """Return a query without tracking parameters, in the order that it had."""
    if not query:
        return ""
    try:
        pairs = parse_qsl(query, keep_blank_values=True, max_num_fields=200)
    except ValueError:
        return query
    kept = [(name, value) for name, value in pairs if not _TRACKING.fullmatch(name)]
    if len(kept) == len(pairs):
        return quote(query, safe=_SAFE_PATH + "?")
    return urlencode(kept)
