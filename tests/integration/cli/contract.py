"""The keys of what `parse` and `export` write, in order."""

from __future__ import annotations

ARTICLE_KEYS = ["file", "item", "headline", "authors", "editors", "source", "published_at"]
ARTICLE_KEYS += ["updated_at", "language", "url", "guid", "keywords", "body", "parser"]

PARSE_KEYS = [*ARTICLE_KEYS, "provenance", "error"]
"""The contract of a line of `parse`, in order."""

STORED_KEYS = ["id", "delivery", "outcome", "story_id", "canonical", "version", "supersedes"]

EXPORT_KEYS = [*PARSE_KEYS, *STORED_KEYS]
"""… and of `export`, which may have more after them."""
