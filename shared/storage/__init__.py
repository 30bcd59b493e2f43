"""The SQL store: the ledger, articles, stories and the feed, on SQLite or PostgreSQL."""

from shared.storage.unit_of_work import Storage, UnitOfWork

__all__ = ["Storage", "UnitOfWork"]
