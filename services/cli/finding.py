"""What a person means by FILE or ID: a delivery, an article, a story, a task, a name, the bytes."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from services.file_names import name_of
from shared.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from shared.config import Settings
    from shared.storage import Storage
    from shared.storage.reading import Reading, Row

LAST_DIGITS = re.compile(r"[0-9a-fA-F]{6,32}")
"""The short form in which the log shows a delivery's id."""


@dataclass(frozen=True, slots=True)
class Meant:
    """What was found."""

    deliveries: list[Row] = field(default_factory=list)
    article: UUID | None = None
    """The one article that is meant, where an article's id was given."""
    story: Row | None = None


def find(word: str, reading: Reading, settings: Settings) -> Meant:
    """Return what is meant; raises `UserError` with what is like it."""
    for ask in (_by_id, _by_name, _by_bytes, _by_last_digits, _by_task):
        meant = ask(word, reading, settings)
        if meant is not None:
            return meant
    like = reading.named_like(Path(word).name) if word else []
    hint = "; is it one of these?\n  " + "\n  ".join(like) if like else ""
    raise UserError(
        f"nothing is known of {word!r}: it is no delivery, article, story, task or file that was "
        f"received in {settings.home}{hint}"
    )


def with_outcome(
    words: Sequence[str], outcomes: Collection[str], storage: Storage, settings: Settings
) -> list[UUID]:
    """Return the deliveries that words mean, those that ended so; raises as `find` does."""
    with storage.reading() as reading:
        found = [row for word in words for row in find(word, reading, settings).deliveries]
    return [row["id"] for row in found if row["outcome"] in outcomes]


def _by_id(word: str, reading: Reading, _settings: Settings) -> Meant | None:
    try:
        identifier = UUID(word)
    except ValueError:
        return None
    delivery = reading.delivery(identifier)
    if delivery is not None:
        return Meant([delivery])
    article = reading.article(identifier)
    if article is not None:
        # a story has the id of the article that founded it: the article shows its story too
        delivery = reading.delivery(article["delivery_id"])
        return Meant([delivery] if delivery else [], article=identifier)
    former = reading.former_readings(identifier)
    if former:  # its file was read again, and it is not among what came of it
        delivery = reading.delivery(former[0]["delivery_id"])
        return Meant([delivery] if delivery else [])
    story = reading.story(identifier)
    return Meant(story=story) if story is not None else None


def _by_name(word: str, reading: Reading, settings: Settings) -> Meant | None:
    path = Path(word).absolute()
    names = [word]
    if path.is_relative_to(settings.inbox):
        names.append(str(path.relative_to(settings.inbox)))
    for name in names:
        found = reading.named(name_of(name))
        if found:
            return Meant(found[::-1])
    return None


def _by_bytes(word: str, reading: Reading, _settings: Settings) -> Meant | None:
    """Take a file of this machine, wherever it lies and whatever it is called now."""
    path = Path(word)
    if not path.is_file():
        return None
    with path.open("rb") as file:
        found = reading.of_bytes(hashlib.file_digest(file, "sha256").hexdigest())
    return Meant(found[::-1]) if found else None


def _by_last_digits(word: str, reading: Reading, _settings: Settings) -> Meant | None:
    if not LAST_DIGITS.fullmatch(word):
        return None
    found = reading.ending_in(word)
    return Meant(found) if found else None


def _by_task(word: str, reading: Reading, _settings: Settings) -> Meant | None:
    """Take the id that Celery gave to a message: all deliveries that came in it."""
    found = reading.of_task(word)
    return Meant(found) if found else None
