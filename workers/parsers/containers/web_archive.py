"""
Safari's web archive: a page with what belongs to it, in a binary property list.

The page is read as it was; pictures, styles and frames are passed over.
"""

from __future__ import annotations

import plistlib
from typing import TYPE_CHECKING, Any

from shared.errors import Reason, Rejected
from workers.parsers.unpacking.inner import Inner, budget_of, too_large

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workers.parsers.base import ParseContext, Parsed, RawFile

_MAGIC = b"bplist00"
_MAIN = "WebMainResource"
_HTML = frozenset({"text/html", "application/xhtml+xml"})


class WebArchive:
    """Reads the page inside with its address and the charset that Safari noted."""

    name = "web_archive"
    version = 1
    opens = b"b"

    def score(self, file: RawFile) -> float:
        """Return .98 for a binary property list with a page's resource in it."""
        if not file.head.startswith(_MAGIC):
            return 0.0
        return 0.98 if file.suffix == ".webarchive" or _MAIN.encode() in file.head else 0.0

    def parse(self, file: RawFile, context: ParseContext) -> Iterator[Parsed]:
        """Yield the page's item, or raise `Rejected` where there is no page in the file."""
        assert context.read is not None
        if len(file.data) > context.limits.file_bytes:
            raise too_large(context.limits.file_bytes)
        main = _main(file.data)
        content, kind = main.get("WebResourceData"), _text(main, "WebResourceMIMEType")
        if not isinstance(content, bytes) or kind not in _HTML:
            raise Rejected(Reason.NO_ARTICLE, "there is no page in the web archive")
        inner = Inner(name="page.html", content=content, budget=budget_of(file, context))
        url, charset = (_text(main, f"WebResource{name}") for name in ("URL", "TextEncodingName"))
        yield from context.read(inner, context.nested(url=url, charset=charset))


def _main(data: bytes) -> dict[str, Any]:
    """Return the main resource, empty where there is none; raise `Rejected` for a broken list."""
    try:
        value = plistlib.loads(data, fmt=plistlib.FMT_BINARY)
    except RecursionError as error:
        raise Rejected(Reason.TOO_DEEP, "the web archive is nested too deeply") from error
    except MemoryError:
        raise
    except Exception as error:  # the reader raises whatever its arithmetic ends in
        told = f"{type(error).__name__}: {error}"[:200]
        raise Rejected(Reason.MALFORMED, f"the web archive is broken: {told}") from error
    main = value.get(_MAIN) if isinstance(value, dict) else None
    return main if isinstance(main, dict) else {}


def _text(main: dict[str, Any], key: str) -> str | None:
    value = main.get(key)
    return value if isinstance(value, str) and value else None
