"""Articles as a Parquet file: what becomes of errors on our side of the library."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from services.cli.articles import parquet
from shared.errors import Retryable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from services.api.answers.schemas import StoredItem


@pytest.mark.parametrize("error", [Retryable("the database is away"), KeyboardInterrupt()])
def test_what_ends_the_articles_is_raised_as_it_is(error: BaseException, tmp_path: Path) -> None:
    """The library would make it words of its own, and a defect of what passes."""

    def articles() -> Iterator[StoredItem]:
        raise error
        yield

    with pytest.raises(type(error)) as raised:
        parquet.write(articles(), tmp_path / "articles.parquet")
    assert raised.value is error
