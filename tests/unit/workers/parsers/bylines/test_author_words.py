"""The words for who wrote it in languages that no other list has: lines, labels and clean names."""

# ruff: noqa: RUF001 - the letters of many scripts are meant
from __future__ import annotations

import pytest

from workers.normalise.bylines.authors import people
from workers.parsers.bylines.marked import byline_in, labelled_in
from workers.parsers.text.labels import fields_on_line


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Eftir Sigríður Jónsdóttir", "Sigríður Jónsdóttir"),
        ("Пишува: Васка Јанева", "Васка Јанева"),
        ("De Ioana Pop și Radu Stan", "Ioana Pop și Radu Stan"),
        ("De Florența Nistor", "Florența Nistor"),
        ("Av Jüri Männik ja Andrus Reinsalu", "Jüri Männik ja Andrus Reinsalu"),
        ("Piše: Janja Maržić i Sara Sabol", "Janja Maržić i Sara Sabol"),
        ("By محمد أحمد", "محمد أحمد"),
        ("بقلم محمد أحمد، فاطمة علي", "محمد أحمد، فاطمة علي"),
        ("מאת איתמר מלכה, יונתן אברמוביץ", "איתמר מלכה, יונתן אברמוביץ"),
        ("글 김민수·이영희", "김민수·이영희"),
    ],
)
def test_a_word_of_the_language_opens_a_byline(line: str, names: str) -> None:
    """And its own `and` joins two."""
    assert byline_in(line) == names


@pytest.mark.parametrize("line", ["De Telegraaf", "De Groene Amsterdammer", "De Volkskrant"])
def test_a_dutch_paper_is_no_romanian_byline(line: str) -> None:
    """Behind that `De` a given name has to stand."""
    assert byline_in(line) is None


@pytest.mark.parametrize(
    ("line", "person"),
    [
        ("Avtor: Matjaž Godec", "Matjaž Godec"),
        ("Müəllif: Əhəd Gəncəli", "Əhəd Gəncəli"),
        ("Autorius: Emilis Gaičiūnas", "Emilis Gaičiūnas"),
        ("Հեղինակ՝ Եվա Ղազինյան", "Եվա Ղազինյան"),
        ("ავტორი: ზინა კუპატაძე", "ზინა კუპატაძე"),
        ("લેખક: વિરાજ શર્મા", "વિરાજ શર્મા"),
        ("எழுதியவர்: இந்திரா", "இந்திரா"),
    ],
)
def test_a_label_of_the_language_stands_before_the_names(line: str, person: str) -> None:
    """In a text's line, in an element, and where a field keeps its label."""
    assert [value for _, value in fields_on_line(line)] == [person]
    assert people([line]) == (person,)
    assert labelled_in(line) in (person, None)  # it asks for capitals


@pytest.mark.parametrize(
    ("byline", "persons"),
    [
        ("محمد أحمد، مراسل", ("محمد أحمد",)),
        ("देवदान जयरामन, संवाददाता", ("देवदान जयरामन",)),
        ("Hoàng Hữu Nguyễn, phóng viên", ("Hoàng Hữu Nguyễn",)),
        ("Eka Widodo dan Ghani Padmasari", ("Eka Widodo", "Ghani Padmasari")),
        ("（鈴木 英樹記者）", ("鈴木 英樹",)),
        ("Emily Post, Charlotte Post, Maren Oakes", ("Emily Post", "Maren Oakes")),
    ],
)
def test_offices_and_joints_of_the_language_are_no_persons(
    byline: str, persons: tuple[str, ...]
) -> None:
    """Nor is a paper, whose name may begin as a person's does."""
    assert people([byline]) == persons


@pytest.mark.parametrize(
    "line",
    [
        "De Maria Callas Collectie",
        "De Paul McCartney Tour",
        "De Isabel Allende: nuevo libro",
        "כתב אישום הוגש נגד ראש העיר",
        "โดย ผู้ว่าราชการ จังหวัด เชียงใหม่ แถลง ว่า",
        "News By Email March 4, 2024",
        "Politics By The Numbers March 4, 2024",
    ],
)
def test_a_line_that_goes_on_from_such_a_word_names_nobody(line: str) -> None:
    """The word begins a name in Dutch, an indictment in Hebrew, a sentence in Thai."""
    assert byline_in(line) is None


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("De Ioana Pop", "Ioana Pop"),
        ("De Ana-Maria Pop, 5 mai 2024", "Ana-Maria Pop"),
        ("מאת דנה לוי, יוסי כהן", "דנה לוי, יוסי כהן"),
        ("מאת דנה לוי, פרשנית", "דנה לוי, פרשנית"),
        ("News By Ada Brook March 4, 2024", "Ada Brook"),
    ],
)
def test_names_behind_it_are_all_of_the_line_or_of_its_part(line: str, names: str) -> None:
    """Several have commas between them; a day may follow."""
    assert byline_in(line) == names
