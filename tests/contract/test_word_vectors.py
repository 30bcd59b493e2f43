"""Words as PostgreSQL's `tsvector`: what is packed here is what it would have made itself."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

from shared.domain.searching import LONGEST_TEXT, LONGEST_WORD, searchable
from shared.storage.database import bulk
from shared.storage.database.column_types import Words
from shared.storage.database.word_vectors import LAST_PLACE, MOST_PLACES

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.postgres
ONE = sa.Table("one", sa.MetaData(), sa.Column("words", Words))


@pytest.fixture
def connection(postgres_url: str) -> Iterator[sa.Connection]:
    """Give a database with a table of words."""
    engine = sa.create_engine(postgres_url)
    with engine.connect() as opened:
        ONE.create(opened)
        yield opened
    engine.dispose()


@pytest.mark.parametrize(
    "words",
    [
        "",
        "one",
        "the harbour and the ship endoffield0 the 2nd of may 1999 a3 007 1e5 42",
        "many " * (MOST_PLACES + 20) + "one",
        " ".join(f"word{number}" for number in range(LAST_PLACE - 3)) + " last but last",
        " ".join(f"word{number}" for number in range(LAST_PLACE + 20)) + " word7 late",
        "short " + "l" * LONGEST_WORD + " " + "t" * (LONGEST_WORD + 1) + " end",
        "łodz ελλαδα москва 東京 京都 ירושלים",
    ],
    ids=["none", "one", "words", "often", "just", "long", "wide", "letters"],
)
def test_words_are_packed_as_the_database_parts_them(connection: sa.Connection, words: str) -> None:
    """The same words at the same places, up to the limits of the form."""
    bulk.copy(connection, ONE, [{"words": words}])
    packed = connection.scalar(sa.select(sa.cast(ONE.c.words, sa.Text)))
    own = sa.select(sa.cast(sa.func.to_tsvector(sa.literal_column("'simple'"), words), sa.Text))
    assert packed == connection.scalar(own)


def test_a_word_with_marks_stays_whole(connection: sa.Connection) -> None:
    """Its vowels are marks, at which some locales break it."""
    bulk.copy(connection, ONE, [{"words": "हिन्दी समाचार"}])
    assert connection.scalar(sa.select(sa.func.length(ONE.c.words))) == 2


def test_more_words_than_the_form_holds_lose_their_last(connection: sa.Connection) -> None:
    """One article of rare characters alone would else end the search for all that come later."""
    characters = [chr(0x20000 + number % 40_000) for number in range(LONGEST_TEXT)]
    random.Random(1).shuffle(characters)
    words = searchable(["".join(characters)])
    bulk.copy(connection, ONE, [{"words": words}])
    kept = connection.execute(sa.select(sa.func.length(ONE.c.words))).scalar_one()
    assert kept > len(set(words.split())) * 3 // 4
    first = " <-> ".join(f"'{word}'" for word in words.split()[:9])
    asked = sa.cast(first, postgresql.TSQUERY)
    assert connection.scalar(sa.select(ONE.c.words.op("@@")(asked)))
