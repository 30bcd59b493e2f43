"""Records of crawls, for the tests of their parser."""

from __future__ import annotations

import zlib

from tests.unit.workers.parsers.reading import PAGE

URL = "https://news.example/ferry"


def record(block: bytes, *, kind: str = "response", url: str = URL, **headers: str) -> bytes:
    """Return one WARC record."""
    named = {
        "WARC-Type": kind,
        "WARC-Target-URI": url,
        "WARC-Date": "2026-03-14T12:00:00Z",
        **{name.replace("_", "-"): value for name, value in headers.items()},
        "Content-Length": str(len(block)),
    }
    lines = "".join(f"{name}: {value}\r\n" for name, value in named.items())
    return f"WARC/1.0\r\n{lines}\r\n".encode() + block + b"\r\n\r\n"


def response(
    body: bytes | str = PAGE, *, status: str = "200 OK", kind: str | None = "text/html", **more: str
) -> bytes:
    """Return one HTTP response."""
    data = body.encode() if isinstance(body, str) else body
    named = {"Content-Type": kind} if kind is not None else {}
    named |= {name.replace("_", "-"): value for name, value in more.items()}
    lines = "".join(f"{name}: {value}\r\n" for name, value in named.items())
    return f"HTTP/1.1 {status}\r\n{lines}\r\n".encode() + data


INFO = record(b"software: test\r\n", kind="warcinfo")

FILE = (
    INFO
    + record(b"GET /ferry HTTP/1.1\r\n\r\n", kind="request")
    + record(response())
    + record(b"fetchTimeMs: 12", kind="metadata")
    + record(response(), url="https://news.example/2")
)


def raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()
