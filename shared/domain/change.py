"""What can happen to stored articles and stories: the kinds of the feed's changes."""

from __future__ import annotations

from enum import StrEnum


class ChangeKind(StrEnum):
    """What happened, for those who follow the feed."""

    ARTICLE_STORED = "article_stored"
    """A new article (or copy, or version) can be read."""
    ARTICLE_SUPERSEDED = "article_superseded"
    """A later version of its item took its place."""
    ARTICLE_RESTANDS = "article_restands"
    """Its number among the versions changed: an earlier one arrived late."""
    ARTICLE_MOVED = "article_moved"
    """A rebuild put it into another story; it was in `detail.from`."""
    ARTICLE_REREAD = "article_reread"
    """Its file was read again, and it says otherwise: `detail.fields`."""
    ARTICLE_REMOVED = "article_removed"
    """Its file was read again, and it is not among what came of it."""
    STORY_MERGED = "story_merged"
    """The story ended; its articles belong to `detail.into`."""
    STORY_HEAD = "story_head"
    """The story shows another article; None: nothing of it may be shown."""
