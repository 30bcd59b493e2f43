"""Lists of references: an article for each entry that has an abstract."""

from __future__ import annotations

from pathlib import Path

import pytest

from shared.domain.article import Field
from shared.errors import Reason
from tests.unit.workers.parsers.reading import PARAGRAPHS, assert_only_rejected, read
from workers.parsers.databases.bibtex import entries, plain

GOLDEN = Path(__file__).parents[4] / "golden" / "citations"
CASES = sorted(GOLDEN.glob("*/input.*"))
TEXT = " ".join(PARAGRAPHS)
RIS = f"TY  - NEWS\r\nTI  - Ferry\r\nAB  - {TEXT}\r\n{{}}ER  - \r\n"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.parent.name)
def test_authors_source_and_title_are_fields(case: Path) -> None:
    """Under any name, for the bytes tell."""
    item = read("list.txt", case.read_bytes()).items[0]
    assert item.first(Field.HEADLINE)
    assert item.first(Field.AUTHOR) == "Holm, Ada"
    assert item.first(Field.SOURCE) in {"The Tolvik Herald", "Journal of Ferries"}
    assert item.first(Field.PUBLISHED) in {"2024-03-05", "2024 Mar 5"}
    assert any(word in item.body[0] for word in ("harbour council", "Ferries carry"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.parent.name)
def test_damage_is_refused_and_nothing_else(case: Path) -> None:
    """However the list was cut or changed."""
    assert_only_rejected("list.txt", case.read_bytes())


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("DA  - 2024/03/05/\r\n", "2024-03-05"),
        ("DA  - 2024/3/5/Tuesday\r\n", "2024-3-5"),
        ("DA  - 5 March 2024\r\n", "5 March 2024"),
        ("PY  - 2024\r\n", None),
        ("Y1  - 2024///\r\n", None),
    ],
)
def test_a_year_alone_is_no_time(line: str, day: str | None) -> None:
    """A day is one, in any spelling."""
    (item,) = read("a.ris", RIS.format(line).encode()).items
    assert item.first(Field.PUBLISHED) == day


def test_an_entry_without_an_abstract_is_refused_alone() -> None:
    """The others go on."""
    found = read("a.ris", ("TY  - NEWS\nTI  - Ferry\nER  - \n" + RIS.format("")).encode())
    assert found.refused == {"1": Reason.NO_ARTICLE}
    assert found.labels == ["2"]


def test_of_two_texts_the_longer_is_read() -> None:
    """Databases of newspapers keep the whole text beside the abstract."""
    whole = f"N2  - {TEXT}\r\n\r\n{TEXT}\r\n"
    (item,) = read("a.ris", RIS.format(whole).encode()).items
    assert item.body == (TEXT, TEXT)


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (r"M{\"u}ller", "Müller"),
        (r"Caf\'e", "Café"),
        (r"{\aa}rhus and {\O}rsted", "århus and Ørsted"),
        (r"50\,\% \& more", "50% & more"),
        (r"\emph{The} {W}inter~ferry", "The Winter ferry"),
        (r"gar\c{c}on and \v Skoda", "garçon and Škoda"),
        (r"as in \cite{moss} at \url{https://a.example}", "as in moss at https://a.example"),
    ],
)
def test_signs_of_tex_are_letters_again(written: str, told: str) -> None:
    """Accents stand on their letters, commands are gone."""
    assert plain(written) == told


def test_braces_and_quotes_hold_values() -> None:
    """With braces in them, or nothing behind them."""
    text = '@article{a, title={A {B} C}, note="x {"y"} z", year=2024, abstract={cut off'
    (entry,) = entries(text)
    assert entry == {"title": "A B C", "note": 'x "y" z', "year": "2024", "abstract": "cut off"}


def test_a_style_sheet_is_no_bibliography() -> None:
    """It opens with the same sign."""
    assert read("a.css", b"@media screen, print {\n  a { color: red; }\n}\n").reason is not None


@pytest.mark.parametrize("key", ["author = {a", "keywords = {a", "title = {x}}\n@article{"])
def test_long_runs_of_spaces_in_an_entry_take_time_by_their_length(key: str) -> None:
    """Between two authors, before a sign, below an entry's name: a megabyte took hours."""
    text = f"@article{{a,\n abstract = {{{TEXT}}},\n {key}{' ' * 1_000_000}b}}}}\n"
    assert read("a.bib", text.encode()).items[0].body == (TEXT,)
