"""
Reading the store: what the API, `export`, `status` and `trace` show. Never writes.

One module for each subject; `Reading` answers all of them from one consistent look.
"""

from __future__ import annotations

from shared.storage.reading.article_pages import ArticlePages, Wanted
from shared.storage.reading.counts import CountReading
from shared.storage.reading.delivery_pages import DeliveryPages
from shared.storage.reading.imports import ImportReading
from shared.storage.reading.rereadings import RereadingReading
from shared.storage.reading.shown import Row
from shared.storage.reading.stories import StoryReading

__all__ = ["Reading", "Row", "Wanted"]


class Reading(
    ArticlePages, StoryReading, DeliveryPages, ImportReading, CountReading, RereadingReading
):
    """Answers from one consistent look at the store."""
