"""
The same pages with less to go by: without the data, the meta tags or the names of elements.

What a publisher's page lacks nobody chose for the benchmark's sake, so each loss is tried by
itself: how far a reader falls tells what it leans on.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from tests.benchmarks.corpora import Sample

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_JSON_LD = re.compile(
    rb"<script\b[^<>]*application/ld\+json[^<>]*>.*?</script\s*>", re.IGNORECASE | re.DOTALL
)
_META = re.compile(rb"<meta\b(?![^<>]*(?:charset|http-equiv))[^<>]*>", re.IGNORECASE)
_TAG = re.compile(rb"<[a-zA-Z](?:[^<>\"']|\"[^\"]*\"|'[^']*')*>")


def _attributes(names: bytes) -> re.Pattern[bytes]:
    return re.compile(
        rb"\s(?:" + names + rb")(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'<>]+))?(?=[\s/>])",
        re.IGNORECASE,
    )


_NAMES = _attributes(rb"class|id|rel")
_MICRODATA = _attributes(rb"itemprop|itemscope|itemtype|property|typeof|datetime")


def _without(attributes: re.Pattern[bytes], page: bytes) -> bytes:
    """Take attributes off every tag; what only looks like one in a script is no matter."""
    return _TAG.sub(lambda tag: attributes.sub(b"", tag[0]), page)


LOSSES: dict[str, Callable[[bytes], bytes]] = {
    "json-ld": lambda page: _JSON_LD.sub(b"", page),
    "meta": lambda page: _META.sub(b"", page),
    "classes": lambda page: _without(_NAMES, page),
    "microdata": lambda page: _without(_MICRODATA, page),
}
"""What can be taken away, and how: `classes` are the names of elements, `rel` with them."""


@dataclass(frozen=True)
class Stripped(Sample):
    """A sample that has lost something."""

    losses: tuple[str, ...] = ()

    @cached_property
    def data(self) -> bytes:
        """The bytes of the page without what was taken away."""
        page = super().data
        for loss in self.losses:
            page = LOSSES[loss](page)
        return page


def strip(samples: Iterable[Sample], losses: Iterable[str]) -> list[Sample]:
    """Return the samples without what `losses` name, in their order."""
    return [Stripped(each.path, each.url, each.truth, tuple(losses)) for each in samples]
