"""Text search: which articles match, newest first, from the index of each database."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

from shared.storage.tables import search_entries

if TYPE_CHECKING:
    from shared.domain.searching import Search, Term

search_words = sa.table("search_words", sa.column("rowid", sa.BigInteger()), sa.column("words"))
"""SQLite's FTS5 table; its `rowid` is the `time_key`."""


def matching(search: Search, dialect: str) -> sa.Select[Any]:
    """Select the `article_id` and `time_key` of what matches, also of what may not be shown."""
    entry = search_entries.c
    if dialect == "postgresql":
        # as it is: `to_tsquery` would part the words by its own rules
        asked = sa.cast(_tsquery(search), postgresql.TSQUERY)
        return sa.select(entry.article_id, entry.time_key).where(entry.words.op("@@")(asked))
    # the key is FTS5's own: so it yields the newest first, and nothing has to be sorted
    return (
        sa.select(entry.article_id, search_words.c.rowid.label("time_key"))
        .join(search_words, search_words.c.rowid == entry.time_key)
        .where(sa.literal_column("search_words").op("MATCH")(_fts5(search)))
    )


def _fts5(search: Search) -> str:
    """Return a search in the language of FTS5; words hold nothing that would need escaping."""

    def written(term: Term) -> str:
        return f'"{" ".join(term.words)}"' + ("*" if term.prefix else "")

    wanted = " AND ".join(
        "(" + " OR ".join(written(term) for term in group) + ")" for group in search.groups
    )
    return f"({wanted})" + "".join(f" NOT {written(term)}" for term in search.unwanted)


def _tsquery(search: Search) -> str:
    """Return a search in the language of `tsquery`; words hold nothing that would need escaping."""

    def written(term: Term) -> str:
        phrase = " <-> ".join(f"'{word}'" for word in term.words)
        return f"({phrase}{':*' if term.prefix else ''})"

    wanted = [" | ".join(written(term) for term in group) for group in search.groups]
    return " & ".join(
        [f"({group})" for group in wanted] + [f"!{written(term)}" for term in search.unwanted]
    )
