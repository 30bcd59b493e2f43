"""reStructuredText, with the fields that Pelican, Nikola and people write above it."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from shared.domain.article import Claim, Field, RawItem
from shared.errors import Reason, Rejected
from workers.parsers.charset.decoding import decode
from workers.parsers.claims.sources import named
from workers.parsers.claims.together import both
from workers.parsers.light_markup.rest_blocks import blocks, underlines
from workers.parsers.paragraphs.markup import without_headline
from workers.parsers.records.keys import claims, spread
from workers.parsers.text.opening import without_masthead

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workers.parsers.base import ParseContext, Parsed, RawFile
    from workers.parsers.light_markup.rest_blocks import Block

_SUFFIXES = frozenset({".rst", ".rest"})
_OTHER_SUFFIXES = frozenset({".txt", ".text", ""})
_SIGN = re.compile(
    rb"^\.\. (?:[\w|][^\n]{0,80}::|_[^\n]{1,80}:|\[\S{1,40}\] )|:[a-z][\w:-]{1,30}:`[^`\n]|``\S|"
    rb"`[^`\n<>]{1,200}<[^<>\s]{1,300}>`_|`_(?!\w)|^:(?:[Aa]uthor|[Dd]ate|[Tt]ags|[Cc]ategory): ",
    re.MULTILINE,
)
_NIKOLA = re.compile(r"\A\ufeff?(?:\s*\.\. [a-z_]{2,30}:(?:[ \t][^\n]*)?\n){2,30}")
_META = re.compile(r"\.\. ([a-z_]{2,30}):[ \t]*(.*)")
_RULE = re.compile(rb"\n([-=#*~^])\1\1")
_SEEN, _FIRST_BYTES = 16 * 1024, 1024
_FIRST_LINES = 4
_SIGNS = 2


class RestructuredText:
    """Reads the one article of a text in reStructuredText."""

    name = "restructured_text"
    version = 2
    opens = b""
    suffixes = _SUFFIXES | _OTHER_SUFFIXES

    def score(self, file: RawFile) -> float:
        """Return .8 by the name, .5 for a title that is underlined and two other signs of it."""
        named_so = file.suffix in _SUFFIXES
        if not (named_so or (file.suffix in _OTHER_SUFFIXES and _is_marked(file.head))):
            return 0.0
        return 0.0 if file.is_binary else 0.8 if named_so else 0.5

    def parse(self, file: RawFile, context: ParseContext) -> Iterator[Parsed]:
        """Yield the article, or raise `Rejected` saying why there is none."""
        limit = context.limits.file_bytes
        if len(file.data) > limit:
            detail = f"the text has {len(file.data) / 1e6:.0f} MB; the limit is {limit / 1e6:.0f}"
            raise Rejected(Reason.TOO_LARGE, f"{detail} MB")
        decoded = decode(file.data, context.charset)
        meta, text = _meta(decoded.text)
        title, fields, body = _parted(blocks(text))
        told = named(claims(spread({**meta, **fields})), "field")
        if title:
            told = both(told, {Field.HEADLINE: (Claim(title, "rst title", 0.8),)})
        headlines = told.get(Field.HEADLINE, ())
        body = without_headline(body, headlines[0].value if headlines else None)
        if not body:
            raise Rejected(Reason.NO_ARTICLE, "there are no paragraphs in the text: only headings")
        found = dict(told)
        body = without_masthead(body, found)
        yield RawItem(body=body, body_source="restructured text", claims=found, notes=decoded.notes)


def _is_marked(head: bytes) -> bool:
    """Return whether a text begins with a title that is underlined, and has two other signs."""
    if not _RULE.search(head, 0, _FIRST_BYTES):  # most texts: their lines need not be parted
        return False
    lines = head[:_FIRST_BYTES].lstrip(b"\xef\xbb\xbf\r\n").splitlines()[: _FIRST_LINES + 1]
    pairs = pairwise(line.rstrip() for line in lines)
    if not any(title and underlines(_ascii(rule), _ascii(title)) for title, rule in pairs if rule):
        return False
    return sum(1 for _ in zip(range(_SIGNS), _SIGN.finditer(head[:_SEEN]), strict=False)) == _SIGNS


def _ascii(line: bytes) -> str:
    return line.decode("utf-8", "replace")


def _meta(text: str) -> tuple[dict[str, str], str]:
    """Return the fields that Nikola keeps in comments above a text, and the text."""
    found = _NIKOLA.match(text)
    if found is None:
        return {}, text
    pairs = (_META.match(line.strip("\ufeff \t")) for line in found[0].splitlines())
    return {pair[1]: pair[2].strip() for pair in pairs if pair}, text[found.end() :]


def _parted(found: Iterator[Block]) -> tuple[str, dict[str, str], tuple[str, ...]]:
    """Return the title, the fields above the text, and the paragraphs."""
    title, body = "", list[str]()
    fields: dict[str, str] = {}
    for block in found:
        if block.field and not body:
            fields.setdefault(block.field, block.text)
        elif block.field:
            body.append(f"{block.field}: {block.text}".strip())
        elif block.heading and not (title or body):
            title = block.text
        else:
            body.append(block.text)
    return title, fields, tuple(body)
