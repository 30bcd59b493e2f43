"""
The views: what other services read. They may gain columns, never lose or change one.

The SQL is alike on both databases but for the clock and the UUIDs' form.
"""

from __future__ import annotations

CLOCK = {
    "postgresql": "now()",
    "sqlite": "strftime('%Y-%m-%d %H:%M:%f000', 'now')",
}
"""The present moment, in the form in which each database keeps times."""

_ARTICLE = """
    a.id, a.story_id, h.canonical_id IS NOT NULL AND h.canonical_id = a.id AS canonical,
    a.headline, a.body, a.authors, a.editors, a.source, a.provider,
    a.published_at, a.updated_at, a.received_at, a.embargoed_until,
    a.language, a.url, a.guid, a.dateline, a.slugline, a.section, a.keywords, a.pub_status,
    a.ordinal AS version, a.supersedes, a.item_id, a.verdict AS outcome,
    a.delivery_id, a.item, a.parser, a.notes, a.provenance
"""

REISSUE = ", a.reissue"
"""The column that came with migration 0016; at the end, where a view may grow as it stands."""

VIEWS = {
    "published_articles": f"""
        SELECT {_ARTICLE}{REISSUE}
        FROM articles a JOIN story_heads h ON h.id = a.story_id
        WHERE a.current AND a.pub_status = 'usable'
          AND (a.embargoed_until IS NULL OR a.embargoed_until <= {{clock}})
    """,
    "article_versions": f"""
        SELECT {_ARTICLE}, a.current{REISSUE}
        FROM articles a JOIN story_heads h ON h.id = a.story_id
    """,
    "stories": """
        SELECT h.id, h.canonical_id, c.headline, c.source, c.published_at, c.language,
               h.members, h.merged_into
        FROM story_heads h LEFT JOIN articles c ON c.id = h.canonical_id
    """,
    "changes": "SELECT seq, at, kind, article_id, story_id, detail FROM change_log",
}
"""Name → its SELECT, with `{clock}` for the present moment."""


def create(dialect: str, *, without: str = "", verb: str = "CREATE VIEW") -> list[str]:
    """Return the statements that make the views, in order; `without` a column of a later one."""
    return [
        f"{verb} {name} AS {select.replace(without, '').format(clock=CLOCK[dialect])}"
        for name, select in VIEWS.items()
    ]


def drop() -> list[str]:
    """Return the statements that remove the views."""
    return [f"DROP VIEW IF EXISTS {name}" for name in reversed(VIEWS)]
