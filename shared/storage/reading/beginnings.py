"""
`begin*` on SQLite: the words that begin so, one by one in its stead.

FTS5 puts together every article of every word that begins so before it gives the first: seconds
where the words are common. Of words that are named it gives the newest articles at once. They are
found by steps through its index; a beginning of very many words is left to FTS5.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from shared.domain.searching import Search, Term
from shared.storage.database.engine import SEARCH_TERMS

if TYPE_CHECKING:
    from collections.abc import Iterator

    import sqlalchemy as sa

MOST: Final = 300
"""Words that a beginning is spelt out in; each costs .1 ms to find, and as much to look up."""

_FIRST: Final = f"SELECT term FROM temp.{SEARCH_TERMS} WHERE term >= ? LIMIT 1"  # noqa: S608 - our own name


def spelt_out(search: Search, connection: sa.Connection) -> Search:
    """Return a search with the words in the place of their beginnings, where they are not many."""
    terms = [term for group in (*search.groups, search.unwanted) for term in group]
    words = {term: _words_of(term, connection) for term in terms if term.prefix}
    if not words:
        return search
    return replace(
        search,
        groups=tuple(
            tuple(word for term in group for word in words.get(term, (term,)))
            for group in search.groups
        ),
        unwanted=tuple(word for term in search.unwanted for word in words.get(term, (term,))),
    )


def _words_of(term: Term, connection: sa.Connection) -> tuple[Term, ...]:
    """Return a term for each word that begins so; the term itself, where there are many or none."""
    *before, beginning = term.words
    found = []
    for word in _beginning_so(beginning, connection):
        found.append(Term((*before, word)))
        if len(found) > MOST:
            return (term,)
    return tuple(found) or (term,)


def _beginning_so(beginning: str, connection: sa.Connection) -> Iterator[str]:
    """Yield the indexed words that begin so, in their order: each a seek, however often it is."""
    least = beginning
    while True:
        word = connection.exec_driver_sql(_FIRST, (least,)).scalar()
        if word is None or not word.startswith(beginning):
            return
        yield word
        least = f"{word}\x01"  # before any longer word: no word holds such a character
