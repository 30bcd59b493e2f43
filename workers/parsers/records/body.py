"""The text of a JSON record: markup, plain text, or the blocks of an editor's document."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import orjson

from workers.parsers.html.whole_pages import is_html_page, is_printed
from workers.parsers.paragraphs.markdown import is_markdown, markdown_paragraphs
from workers.parsers.paragraphs.markup import html_paragraphs, looks_like_html
from workers.parsers.paragraphs.typeset import plain_paragraphs, text_paragraphs
from workers.parsers.records.values import in_one_language
from workers.parsers.records.words import BODY_KEYS, LOOSE_BODY_KEYS, SUMMARY_KEYS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from workers.parsers.records.keys import Held, Spread

Text = tuple[tuple[str, ...], str]
"""Paragraphs, and where they stood."""
_MORE = 1.2
"""A second key that says nearly the same is no better."""
_KINDS = ("type", "_type", "nodeType", "kind", "role")
_INLINE = frozenset(
    {"text", "span", "link", "hyperlink", "a", "strong", "bold", "em", "italic", "mark", "code"}
)
_BLOCKS = frozenset(
    """
    paragraph p heading header h1 h2 h3 h4 block blockquote quote listitem list-item list_item
    """.split()  # noqa: SIM905 - the kinds as one text are read more easily
)
_NO_TEXT = frozenset(
    """
    image picture photo gallery slideshow video audio embed oembed oembed_response iframe ad
    advertisement related related-content interstitial_link newsletter figure caption media chart
    map custom_embed social instagram twitter tweet youtube html-embed raw_html divider separator
    kicker byline date author_info author-info
    reference promo poll asset embedded-asset-block embedded-entry-block
    author photographer illustrator pullquote aside logo portrait mosaic music podcast tiktok place
    facebook_post embedwebvideo embedvideo article_link article_thumbnail link_button
    banner_advertisement medium_rectangle_advertisement replica_advertisement
    """.split()  # noqa: SIM905 - the same
)
_CHILDREN = (
    "text", "content", "children", "value", "rendered", "processed", "html", "#text", "$t",
    "blocks", "elements", "content_elements", "data", "items", "paragraphs", "sections",
    "body", "basic", "root", "*", "components",
)  # fmt: skip
"""Where a block has its text or its parts, the surest first."""
_CHANGES = "ops"
"""Where Quill's editor has a document: as the changes that made it."""
_DEPTH = 12
_SIGNED = re.compile(r"\n\s*Reuters?\s*\Z", re.IGNORECASE)
"""The agency's name below its text, as its wire of old had it."""
_CHAT_LINK = re.compile(r"<(?:https?://|mailto:|[@#!])[^|<>\s]{1,500}\|([^<>\n]{1,200})>")
"""A link as Slack keeps it: `<https://herald.example/1|The Herald>`."""
_STARRED = re.compile(r"\A\*([^*\n]{3,200})\*\Z")
"""A paragraph between stars, as chats mark a headline."""
_TAGS = re.compile(r"(?:#[^\W_][\w-]{1,60}[\s,.·|]*+){1,40}")
"""A line of hashtags and nothing else."""
_JATS = re.compile(r"<(/?)jats:(?=[a-z])")
"""The tags of abstracts as publishers register them."""
_CODED = re.compile(r"\s*(?:\[\s*)?\{\s*\"")
"""How a text begins that is an editor's document, coded once more."""
_STOP = re.compile(r"[.\u0964\u06d4\u3002]")
"""The end of a sentence in Latin, Indian, Urdu and East Asian writing."""
_LEAST_TEXT = 120
"""Characters of a text under a loose key."""
_CUT = re.compile(r"\s*(?:…|\.\.\.)?\s*\[\+?(\d+) chars\]\s*$")


def body_of(record: Spread) -> Text | None:
    """Return the fullest text of a record; None where no key holds one."""
    return _fullest(record, BODY_KEYS) or _fullest(_texts_alone(record), LOOSE_BODY_KEYS)


def summary_of(record: Spread) -> Text | None:
    """Return the fullest summary of a record; None where no key holds one."""
    return _fullest(record, SUMMARY_KEYS)


def pages_of(record: Spread) -> Iterator[Held]:
    """Yield where a record keeps a whole web page: HTML under any key, then Markdown as a text."""
    for several in record.values():
        yield from (held for held in several if _is(held.value, is_html_page))
    for key in BODY_KEYS:
        yield from (held for held in record.get(key, ()) if _is(held.value, is_printed))


def _texts_alone(record: Spread) -> Spread:
    """Return the loose keys of a record as far as they hold running text."""
    loose = {key: record.get(key, ()) for key in LOOSE_BODY_KEYS}
    return {
        key: [held for held in several if _runs(_joined(held.value))]
        for key, several in loose.items()
    }


def _joined(value: object) -> str:
    """Return a text, or the paragraphs of one; nothing for anything else."""
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return " ".join(value)
    return value if isinstance(value, str) else ""


def _runs(text: str) -> bool:
    return len(text) >= _LEAST_TEXT and _STOP.search(text) is not None


def _is(value: object, kind: Callable[[str], bool]) -> bool:
    return isinstance(value, str) and kind(value)


def _fullest(record: Spread, keys: Sequence[str]) -> Text | None:
    best: Text | None = None
    most = 0.0
    for key in keys:
        for held in record.get(key, ()):
            if _is(held.value, is_html_page) or _is(held.value, is_printed):
                continue
            found = paragraphs(held.value)
            size = sum(map(len, found))
            if size > most * _MORE:
                best, most = (found, f"json key {held.path}"), size
    return best


def without_mark(body: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return a text without the mark `[+1234 chars]` of one that was cut off, and what to say."""
    found = _CUT.search(body[-1])
    if found is None:
        return body, ()
    last = body[-1][: found.start()].rstrip()
    told = (f"the provider cut the text off: {found[1]} characters are missing",)
    return (*body[:-1], *([f"{last} …"] if last else [])), told


def without_tags(body: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return a text without the line of hashtags that a post ends in, and its tags."""
    if len(body) > 1 and _TAGS.fullmatch(body[-1]):
        return body[:-1], tuple(part.strip(" ,.·|") for part in body[-1].split("#")[1:])
    return body, ()


def paragraphs(value: object, depth: int = _DEPTH) -> tuple[str, ...]:
    """Return the paragraphs of a text, of a list of blocks, or of a tree of them."""
    if isinstance(value, str):
        return _of_text(value)
    if depth == 0:
        return ()
    if isinstance(value, list):
        if _is_one_text(value):
            return plain_paragraphs(_flat(value, depth - 1))
        return tuple(one for part in value for one in paragraphs(part, depth - 1))
    return _of_block(value, depth) if isinstance(value, dict) else ()


def _of_text(text: str) -> tuple[str, ...]:
    if _CODED.match(text) and isinstance(told := _decoded(text), list | dict):
        return paragraphs(told)
    text = _CHAT_LINK.sub(r"\1", _SIGNED.sub("", _JATS.sub(r"<\1", text)))
    if looks_like_html(text):
        return html_paragraphs(text)
    if is_markdown(text):
        return markdown_paragraphs(text)
    return tuple(_STARRED.sub(r"\1", one) for one in plain_paragraphs(text))


def _decoded(text: str) -> object:
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError:
        return None


def _of_block(value: dict[str, Any], depth: int) -> tuple[str, ...]:
    kind = next((str(value[key]).casefold() for key in _KINDS if value.get(key)), "")
    if kind in _NO_TEXT:
        return ()
    if isinstance(changes := value.get(_CHANGES), list):
        told = (one.get("insert") for one in changes if isinstance(one, dict))
        return text_paragraphs("".join(one for one in told if isinstance(one, str)))
    if (parts := value.get("paragraphs")) and (heading := value.get("headline")):
        return paragraphs([heading, parts], depth - 1)
    inner = next((value[key] for key in _CHILDREN if value.get(key)), in_one_language(value))
    frame = inner is value.get("components")  # Apple News has its headline in a `header`
    if kind in _BLOCKS and isinstance(inner, list) and not frame:
        text = _flat(inner, depth - 1)
        return text_paragraphs(text) if text.strip() else ()
    if isinstance(inner, str) and value.get("format") == "markdown":
        return markdown_paragraphs(inner)
    return paragraphs(inner, depth - 1) if isinstance(inner, str | list | dict) else ()


def _is_one_text(parts: list[Any]) -> bool:
    """Return whether a list holds the pieces of one text: plain ones and marked ones mixed."""
    marked = [one for one in parts if isinstance(one, dict)]
    goes_on = any(isinstance(one, str) and one.strip() != one for one in parts)
    if not marked or not goes_on:
        return False  # texts that begin and end by themselves are paragraphs
    kinds = {str(one.get(key, "")).casefold() for one in marked for key in _KINDS}
    return kinds.isdisjoint(_BLOCKS | _NO_TEXT) and all(
        isinstance(one.get("text"), str) for one in marked
    )


def _flat(nodes: list[Any], depth: int) -> str:
    """Return the text of the nodes inside one block, one behind the other."""
    if depth <= 0:
        return ""
    pieces: list[str] = []
    for node in nodes:
        if isinstance(node, str):
            pieces.append(node)
        elif isinstance(node, dict):
            inner = next((node[key] for key in _CHILDREN if node.get(key)), "")
            blocks = any(str(node.get(key, "")).casefold() in _BLOCKS for key in _KINDS)
            text = inner if isinstance(inner, str) else _flat(_listed(inner), depth - 1)
            pieces.append(f"\n{text}\n" if blocks else text)
    return "".join(pieces)


def _listed(value: object) -> list[Any]:
    return value if isinstance(value, list) else [value]
