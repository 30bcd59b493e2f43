"""Names behind a word for them, as blogs, papers and agencies print them."""

from __future__ import annotations

import pytest

from workers.parsers.bylines.marked import byline_in, byline_of


def test_one_word_after_by_counts_only_alone() -> None:
    """`by Roman soldiers` in a sentence names nobody; `By Cooper` as a line does."""
    assert byline_in("By Cooper") == "Cooper"
    assert byline_in("The road was built by Romans in the valley") is None


def test_the_month_of_a_day_without_a_year_is_no_name() -> None:
    """`March` has a capital like the names before it."""
    assert byline_in("By Ann Ek March 18 at 3:00 PM") == "Ann Ek"
    assert byline_in("By Ann March | 18 comments") == "Ann March"


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ann Ek", "Ann Ek"),
        ("by Ann Ek and Bo Lind", "Ann Ek and Bo Lind"),
        ("By Ann Ek | 3 May 2021", "Ann Ek"),
        ("BY ANN EK AND BO LIND", "ANN EK and BO LIND"),
        ("POR ANA EK Y BLAS LIND", "ANA EK y BLAS LIND"),
        ("By By Ann Ek", "Ann Ek"),
        ("By Ann EkAnn Ek, BBC weather editor", "Ann Ek"),
        ("By JoAnn JoAnnson", "JoAnn JoAnnson"),
        ("By Ann Ek 2021-05-03T10:00:00Z", "Ann Ek"),
        ("Von Jannes Petersen", "Jannes Petersen"),
        ("Par Camille Roussel", "Camille Roussel"),
        ("Por Lucía Arregui", "Lucía Arregui"),
        ("记者 陆青禾", "陆青禾"),
        ("記者 小野寺 楓", "小野寺 楓"),
        ("بقلم: ليلى منصور", "ليلى منصور"),
    ],
)
def test_a_byline_gives_its_names_without_the_by(line: str, names: str) -> None:
    """What follows the names (a time, a role) is left out."""
    assert byline_of(line) == names


@pytest.mark.parametrize(
    "line",
    [
        "By the end of the week the water had gone.",
        "By noon",
        "Von der Küste kam am Abend der Wind.",
        "By " + "Ann " * 80,
        "Bystanders",
    ],
)
def test_a_sentence_that_begins_with_by_is_no_byline(line: str) -> None:
    """Names are capitalised and few, and no sentence."""
    assert byline_of(line) is None


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ann Ek, Harbour News, Oslo", "Ann Ek"),
        ("By Ann Ek Harbour News", "Ann Ek Harbour News"),
        ("By HARBOUR POST STAFF", "HARBOUR POST STAFF"),
        ("By Ann Ek And Bo Lind For The Harbour", "Ann Ek And Bo Lind"),
        ("Por Ana Ek / Blas Lind", "Ana Ek / Blas Lind"),
        ("Por Ana Ek martes, 3 de mayo de 2022", "Ana Ek"),
        ("By Ann EkMarch 17, 2024", "Ann Ek"),
        ("12 jan 23 | 5h27   Por Ana Ek", "Ana Ek"),
        ("Written by Ann Ek Copyright: Harbour News", "Ann Ek"),
        ("By Ann EkStaff Writer", "Ann Ek"),
        ("Par ANNE EK, LUC LIND Envoyés spéciaux à Toulouse", "ANNE EK, LUC LIND"),
        ("By Ann B.C. Ek Harbour News", "Ann B.C. Ek Harbour News"),
        ("Post author By Ann Ek", "Ann Ek"),
        ("Von Anna von Berg", "Anna von Berg"),
        ("By Harbour News", None),
    ],
)
def test_an_office_or_a_paper_behind_the_names_hides_nobody(line: str, names: str | None) -> None:
    """The paper's name alone, with a word of menus in it, names nobody."""
    assert byline_in(line) == names


@pytest.mark.parametrize(
    ("line", "account"),
    [
        ("Erstellt von annek", "annek"),
        ("geschrieben von ann2012 am 21. Jan. 2015, 19:04 [ antworten ]", "ann2012"),
        ("8. Januar 2020 · by Annek · in Hafen", "Annek"),
        ("Posted by Annek under Harbour, Boats", "Annek"),
        ("12/04/2020 by Ann 24 Comments", "Ann"),
        ("By admin - 2018-09-16", "admin"),
        ("By noon on Friday", None),
        ("Di stagione", None),
        ("By Romans in the valley", None),
    ],
)
def test_an_account_signs_with_a_day_or_a_word_for_writing_beside_it(
    line: str, account: str | None
) -> None:
    """One word behind `by` may be anything else."""
    assert byline_in(line) == account


@pytest.mark.parametrize(
    "line",
    [
        "by Taboolaby Taboola",
        "Von Booten mit Segeln gerammt: Trauer im Hafen",
        "Von Möwen inspirierte Flügel könnten leiser werden",
        "Por último, se ofreció que la lonja abra",
        "Ein Gespräch mit Autorin Ann Ek",
        "Autor:innen",
        "Medically reviewed by Ann Ek, MD",
        "Der Bericht analysiert die Rolle von Reedereien in der Stadt 2020",
    ],
)
def test_headlines_and_sentences_with_a_by_in_them_name_nobody(line: str) -> None:
    """Behind names no sentence goes on, and before one word stands no long one."""
    assert byline_in(line) is None


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ann Ek, health correspondent", "Ann Ek"),
        ("Text von Ann Ek Illustration von Bo Lind", "Ann Ek"),
        ("Written by Ann Ek", "Ann Ek"),
        ("By Ann Ek the harbour was known", None),
        ("Writing by Ann Ek; Editing by Bo Lind", None),
    ],
)
def test_a_line_is_a_byline_from_its_first_word_to_its_last(line: str, names: str | None) -> None:
    """An office behind a comma belongs to it."""
    assert byline_of(line) == names
