"""The line that a blog's software adds below an entry: `The post … appeared first on …`."""

# ruff: noqa: RUF001 - the words of many languages are meant

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workers.words.letters import letters_and_digits

if TYPE_CHECKING:
    from collections.abc import Iterable

_MOST_WORDS = 12
"""Words beside the title and the site's name; a sentence that quotes its own title has more."""
_ADDED = re.compile(
    r"(?:the post|der beitrag|l[’']article|la entrada|l[’']articolo|o post|o conteúdo|el cargo"
    r"|het bericht|artykuł|inlägget|indlægget|innlegget|запись|сообщение|příspěvek|artikel"
    r"|postingan|l[’']entrada|articolul|a bejegyzés|投稿)\s.*"
    r"(?:appeared first on|erschien zuerst auf|est apparu en premier sur"
    r"|se publicó primero en|aparece primero en|proviene da|è apparso per primo su"
    r"|apareceu primeiro em|aparece primeiro em|verscheen eerst op|pochodzi z serwisu"
    r"|dök först upp på|blev først udgivet på|dukket først opp på|впервые появилась"
    r"|появил[аи]сь сначала на|pochází z|pertama kali (?:tampil|muncul) (?:pada|di)"
    r"|に最初に表示されました)"
    r"|the post\s(?-i:[^a-z]).*\sfirst appeared on\s(?-i:[^a-z])",
    re.IGNORECASE,
)
"""English people write `first appeared on` too, of posts that have no title."""
_INSIDE = re.compile(
    r"\s(?:最先出现在|最早出現於|最先出現在)\s|yazısı ilk önce .{1,200} üzerinde ortaya çıktı",
    re.IGNORECASE,
)


def without_closing(
    body: tuple[str, ...], headline: str | None, sites: Iterable[str]
) -> tuple[str, ...]:
    """
    Return the paragraphs without such a line at the end, in whatever language.

    It is known by its words, or by the entry's title and the feed's name in one short line.
    """
    title, names = _key(headline or ""), [_key(site) for site in sites]
    if len(body) > 1 and (_is_added(body[-1]) or _names_both(body[-1], title, names)):
        return body[:-1]
    return body


def _is_added(line: str) -> bool:
    if _ADDED.match(line):
        return True
    return not line.isascii() and _INSIDE.search(line) is not None


def _names_both(line: str, title: str, sites: list[str]) -> bool:
    if not title:
        return False
    plain = _key(line)
    site = next((name for name in sites if name and name in plain), "")
    if not site or title not in plain or plain in (title, site):
        return False
    return len(line.split()) <= _MOST_WORDS + len(title) // 4 + len(site) // 4


def _key(text: str) -> str:
    return letters_and_digits(text).casefold()
