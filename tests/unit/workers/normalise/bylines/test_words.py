# ruff: noqa: RUF001 - the dotless letter is meant
"""Words beside the names in a byline: for writing, of offices, of labels."""

from __future__ import annotations

import pytest

from workers.normalise.bylines.authors import people


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("Piše: Ana Horvat", ["Ana Horvat"]),
        ("Pisze Anna Kowalska", ["Anna Kowalska"]),
        ("Opracowanie: Anna Kowalska", ["Anna Kowalska"]),
        ("Napsala Jana Nováková", ["Jana Nováková"]),
        ("Írta: Kovács Péter", ["Kovács Péter"]),
        ("Teksti: Aino Virtanen", ["Aino Virtanen"]),
        ("Haber: Mehmet Demir", ["Mehmet Demir"]),
        ("Ayşe Kaya / İSTANBUL", ["Ayşe Kaya"]),
        ("Ada Holm / Nettavisen.no", ["Ada Holm"]),
        ("Nettavisen.no", ["Nettavisen.no"]),
        ("Reportagem: Rita Prado", ["Rita Prado"]),
        ("Oleh Dewi Lestari", ["Dewi Lestari"]),
        ("Oleh: Dewi", ["Dewi"]),
        ("Oleh Marchenko", ["Oleh Marchenko"]),
        ("By Oleh Marchenko and Ada Brook", ["Oleh Marchenko", "Ada Brook"]),
        ("Γράφει ο Νίκος Παππάς", ["Νίκος Παππάς"]),
        ("Подготовила Ольга Кузнецова", ["Ольга Кузнецова"]),
        ("خبرنگار: علی رضایی", ["علی رضایی"]),
        ("लेखक: राम शर्मा", ["राम शर्मा"]),
        ("ผู้เขียน: สมชาย ใจดี", ["สมชาย ใจดี"]),
        ("โดย สมชาย ใจดี", ["สมชาย ใจดี"]),
        ("Von Maren Oakes und dpa", ["Maren Oakes"]),
        ("사회부 김민수 기자", ["김민수"]),
        ("文・山本太郎", ["山本太郎"]),
        ("記者陳美玲／台北報導", ["陳美玲"]),
        ("本报记者 李晓明 王\u3000红", ["李晓明", "王红"]),
    ],
)
def test_words_for_writing_in_many_languages_are_no_part_of_a_name(
    byline: str, names: list[str]
) -> None:
    """Nor are a desk, a town in capitals, an agency, or the space inside a short Chinese name."""
    assert list(people([byline])) == names


@pytest.mark.parametrize(
    ("bylines", "names"),
    [
        (["Ada Brook Founder and CEO"], ["Ada Brook"]),
        (["Ada Brook, Vice President at Harbour Ltd"], ["Ada Brook"]),
        (["Ada Brook", "Chief People Officer"], ["Ada Brook"]),
        (["Ada Brook", "Senior Politics Editor"], ["Ada Brook"]),
        (["Ada Brook", "Bo Li | The Harbour Post | Getty Images"], ["Ada Brook"]),
        (["Release Date"], []),
        (["发布于"], []),
        (["Brook, Ada R. B."], ["Ada R. B. Brook"]),
    ],
)
def test_offices_labels_and_who_took_a_picture_are_no_authors(
    bylines: list[str], names: list[str]
) -> None:
    """They stand in elements and tags of their own; initials end a name that is turned round."""
    assert list(people(bylines)) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Von HAFEN-Online-Experte Robin Vogt", ("Robin Vogt",)),
        ("Gastautorin Maren Oakes", ("Maren Oakes",)),
        ("Von unserem Korrespondenten Bo Lind", ("Bo Lind",)),
        ("Notre correspondante Ada Brook", ("Ada Brook",)),
        ("Reportagem de Ana Silva", ("Ana Silva",)),
        ("HBN's Ada Jane Brook", ("Ada Jane Brook",)),
        ("Rasender Reporter", ("Rasender Reporter",)),
        ("Bo Lind Redakteur für Häfen und Küsten", ("Bo Lind",)),
        ("Bo Lind, Redakteurin für Häfen und Küsten", ("Bo Lind",)),
        ("Maren Oakes (Text) und Bo Lind (Fotos)", ("Maren Oakes",)),
        ("Bo Lind (Fotos)", ()),
        ("ada[at]harbour.example", ()),
    ],
)
def test_an_office_before_a_name_or_behind_it_is_no_part_of_it(
    line: str, names: tuple[str, ...]
) -> None:
    """Nor is who took the pictures an author, by a word in brackets."""
    assert people([line]) == names


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("THE ASSOCIATED PRESS", "The Associated Press"),
        ("HBN STAFF", "HBN Staff"),
        ("HAFENSTROM AG", "Hafenstrom AG"),
        ("AUTO ZEITUNG", "Auto Zeitung"),
        ("CBS/AP", "CBS/AP"),
    ],
)
def test_a_house_in_capitals_keeps_its_abbreviations(told: str, name: str) -> None:
    """Other words of it are written as names are."""
    assert people([told]) == (name,)


def test_a_wire_is_a_house_s_and_a_surname() -> None:
    """A person beside one wrote the text."""
    assert people(["HBN Wire", "Ada Brook"]) == ("Ada Brook",)
    assert people(["Nicky Wire"]) == ("Nicky Wire",)


@pytest.mark.parametrize(
    "byline",
    [
        "Interview by Ada Brook",
        "Ada Brook for The Conversation",
        "Ada Brook For Harbour News",
        "Ada Brook 3 min read",
        "Ada Brook [email protected]",
        "Politics, Ada Brook",
    ],
)
def test_what_stands_beside_a_name_is_no_part_of_it(byline: str) -> None:
    """For whom it was written, how long it takes to read, a folder, a hidden address."""
    assert people([byline]) == ("Ada Brook",)


@pytest.mark.parametrize("word", ["Politics", "Opinion", "Local", "Deportes", "[email protected]"])
def test_a_folder_and_a_hidden_address_sign_nothing(word: str) -> None:
    """Systems fill in the one where nobody is named, and programs put the other for the first."""
    assert people([word]) == ()


def test_a_house_with_a_for_in_its_name_keeps_it() -> None:
    """No given name begins it."""
    assert people(["Centre for Harbour Studies"]) == ("Centre for Harbour Studies",)
