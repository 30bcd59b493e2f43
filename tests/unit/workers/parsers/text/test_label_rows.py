"""Labels without a colon prove one another: in rows of a table, and with empty lines between."""

from __future__ import annotations

import pytest

from shared.domain.article import Field
from workers.parsers.text.label_rows import row_of
from workers.parsers.text.labels import labelled
from workers.parsers.text.typesetting.lines import passages, split

_TOLD = [
    (Field.SOURCE, "Harbour Herald"),
    (Field.AUTHOR, "Ann Ek"),
    (Field.PUBLISHED, "2023-05-09 08:15"),
]
_ROWS = (("Source", "Harbour Herald"), ("Author", "Ann Ek"), ("Published", "2023-05-09 08:15"))


def pairs(text: str) -> list[tuple[Field, str]]:
    return [(one.name, one.value) for one in labelled(passages(split(text)))]


@pytest.mark.parametrize(
    "row",
    ["{}\t{}", "{} | {}", "{} - {}", "[{}] {}", "【{}】{}", "**{}:** {}", "{}\n\n{}\n", "{} {}"],
)
def test_rows_of_labels_are_read_however_they_are_parted(row: str) -> None:
    """A table's cells, brackets, bold letters, and lines with empty ones between."""
    assert pairs("\n".join(row.format(*one) for one in _ROWS)) == _TOLD


@pytest.mark.parametrize(
    "text",
    [
        "Source of the river\nAuthor of a book\nThe text",
        "Source | Harbour Herald\nThe text goes on.\nAuthor | Ann Ek",
        "Source\n\nAbout us\n\nEditor\n\nContact",
        "Published | 2023-05-09",
        "Source code",
        "Source code of the engine is open.",
    ],
)
def test_words_of_labels_that_nothing_supports_are_none(text: str) -> None:
    """They stand in menus and sentences too: one of a run has to tell a moment."""
    assert pairs(text) == []


@pytest.mark.parametrize(
    ("line", "row"),
    [
        ("Publié le | 9 mai 2023", ("publié le", "9 mai 2023")),
        ("【来源】江岸晚报", ("来源", "江岸晚报")),
        ("Journal | Ann Ek", None),
        ("Source", None),
        ("", None),
    ],
)
def test_the_label_of_a_row_may_have_several_words(line: str, row: tuple[str, str] | None) -> None:
    """What is a menu's word as well is a label with a colon alone."""
    assert row_of(line) == row
