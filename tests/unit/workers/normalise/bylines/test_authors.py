# ruff: noqa: RUF001 - the dotless letter is meant
"""Bylines become persons, however they are written."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workers.normalise.bylines.authors import people

SEPARATORS = (",", "; ", "|", "-", "/", "\n", "\xa0", "and", "und", "&", "e", "I")

NAMES = (
    "Jane",
    "Doe",
    "JOHN",
    "ROE",
    "O'NEIL",
    "M.",
    "van",
    "Dr.",
    "王小明",
    "李华",
    "Иван",
    "SILVA",
)

REST = (
    "By",
    "By:",
    "Von",
    "文/",
    "记者",
    "Автор:",
    "Text:",
    "Staff",
    "Writer",
    "Senior",
    "Reporter",
)

OTHERS = ("Reuters", "dpa", "(Reuters)", "PhD", "Jr.", "for", "in", "Paris", "Redaktion", "unknown")

NOISE = ("2020-11-18", "Nov 18, 2020", "@jane", "jane@x.com", "http://x.com/a")

WORDS = st.lists(st.sampled_from((*SEPARATORS, *NAMES, *REST, *OTHERS, *NOISE)), max_size=8).map(
    " ".join
)


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("Jane Doe", ["Jane Doe"]),
        ("By Jane Doe and John Roe, Reuters", ["Jane Doe", "John Roe"]),
        ("By: Jane Doe", ["Jane Doe"]),
        ("Autor/in: Jane Doe", ["Jane Doe"]),
        ("Auteur(e) : Jane Doe", ["Jane Doe"]),
        ("Redakteur:in: Jane Doe", ["Jane Doe"]),
        ("AFP/ Jane Doe", ["Jane Doe"]),
        ("PTI, Washington", ["PTI"]),
        ("Red., Tine", ["Tine"]),
        ("Harbour Shopping Team; shopping", ["Harbour Shopping Team"]),
        ("AFP/The Harbour", ["AFP/The Harbour"]),
        ("Jane Doe Jane Doe", ["Jane Doe"]),
        ("JANE McDOE Jr.", ["Jane McDoe Jr."]),
        ("Jane Doe, The Harbour Reporter", ["Jane Doe"]),
        ("Letters to the Editor", ["Letters to the Editor"]),
        ("Second edition edited by Jane Doe", []),
        ("All rights reserved", []),
        ("Copyright Harbour GmbH & Co. KG", []),
        ("admin", []),
        ("red", []),
        ("Red Doe", ["Red Doe"]),
        ("Ministerium für Häfen und Küsten", ["Ministerium für Häfen und Küsten"]),
        ("Institut für Häfen und Jane Doe", ["Jane Doe"]),
        ("Written by Jane Doe | Published Nov 18, 2020", ["Jane Doe"]),
        ("By Jane Doe 18 November 2020 4:42 pm", ["Jane Doe"]),
        ("Jane Doe, Senior Political Correspondent", ["Jane Doe"]),
        ("Analysis by Jane Doe, CNN Senior Supreme Court Analyst", ["Jane Doe"]),
        ("Jane Doe (Reuters)", ["Jane Doe"]),
        ("Jane Doe <jane.doe@example.com>", ["Jane Doe"]),
        ("Jane Doe @janedoe", ["Jane Doe"]),
        ('<a href="https://x.com/jane">Jane Doe</a>', ["Jane Doe"]),
        ("https://example.com/authors/jane Jane Doe", ["Jane Doe"]),
        ("By Jane Doe in Paris", ["Jane Doe"]),
        ("By Jane Doe\nBBC News", ["Jane Doe"]),
        ("JANE DOE, SEÁN O'NEIL-MCDONALD", ["Jane Doe", "Seán O'Neil-Mcdonald"]),
        ("JOHN MCDONALD", ["John McDonald"]),
        ("E. BARRENECHE / J. I. DA SILVA", ["E. Barreneche", "J. I. da Silva"]),
        ("Doe, Jane", ["Jane Doe"]),
        ("Doe, Jane and John Roe", ["Doe", "Jane", "John Roe"]),
        ("Lemire, PhD", ["Lemire, PhD"]),
        ("Jane Doe, RN and Ann Roe, RD, LDN", ["Jane Doe, RN", "Ann Roe, RD, LDN"]),
        ("Medically reviewed by Jane Doe, MD — Written by Ann Roe", ["Ann Roe"]),
        ("Reviewed by Ann Roe", ["Ann Roe"]),
        ("Ann Roe, photos by Jane Doe and Max Mustermann", ["Ann Roe"]),
        (
            "Michael L. Anderson, PhD, Carlos Dobkin, PhD",
            ["Michael L. Anderson, PhD", "Carlos Dobkin, PhD"],
        ),
        ("Perry Bacon Jr.", ["Perry Bacon Jr."]),
        ("Rodolfo Costa.", ["Rodolfo Costa"]),
        ("Benjamin Fischer und Marcus Theurer", ["Benjamin Fischer", "Marcus Theurer"]),
        ("Von Roland Brockmann und Sebastian Drescher", ["Roland Brockmann", "Sebastian Drescher"]),
        ("Ein Gastbeitrag von Jürgen Heitmann", ["Jürgen Heitmann"]),
        ("John v. Berenberg-Consbruch", ["John v. Berenberg-Consbruch"]),
        ("Par Jeanne Corriveau et Loïc Le Clerc", ["Jeanne Corriveau", "Loïc Le Clerc"]),
        ("Por Nuño Domínguez y Ana Sandoiu", ["Nuño Domínguez", "Ana Sandoiu"]),
        ("di Giovanni Gaggero", ["Giovanni Gaggero"]),
        ("Автор: Иван Петров и Анна Ким", ["Иван Петров", "Анна Ким"]),
        ("文/焦鹏 孔德明", ["焦鹏", "孔德明"]),
        ("记者 王小明、李华", ["王小明", "李华"]),
        ("بقلم: محمد علي", ["محمد علي"]),
        ("김철수 기자", ["김철수"]),
        ("dpa/lno", ["dpa/lno"]),
        ("cae/tcr", []),
        ("jnv rot", []),
        ("ann/ mir/", []),
        ("gar-rc/lp", []),
        ("Situation calm, ready for all scenarios says the port", []),
        ("Ada Brook, Körfez Haber Ajansı", ["Ada Brook"]),
        ("Ada Brook, reporting from the border town", ["Ada Brook"]),
        ("Ada Brook and the staff of the Harbour", ["Ada Brook"]),
        ("ten Hoeve Jan Willem Piet Klaas", ["ten Hoeve Jan Willem Piet Klaas"]),
        ("Novo Havn A/S; Ada Brook", ["Ada Brook"]),
        ("Petrova N.V.; Brook SA; Ek AB", ["Petrova N.V.", "Brook SA", "Ek AB"]),
        ("Petrova N.V.; Ada Brook", ["Petrova N.V.", "Ada Brook"]),
        ("Brook SE; Ann Ek", ["Brook SE", "Ann Ek"]),
        ("AFP/The Local", ["AFP/The Local"]),
        ("APA/AP", ["APA/AP"]),
        ("Jane Doe/AFP", ["Jane Doe"]),
        ("jdoe; Jane Roe", ["Jane Roe"]),
        ("责任编辑：王小明", ["王小明"]),
        ("Redaktion", ["Redaktion"]),
        ("Staff Writer", ["Staff Writer"]),
        ("Herz und Blut", ["Herz und Blut"]),
        ("Camila Méndez en Territorio", ["Camila Méndez en Territorio"]),
        ("Jan Jansen en Piet de Vries", ["Jan Jansen", "Piet de Vries"]),
        ("Richard Precht im Gespräch mit Karin Fischer", ["Richard Precht", "Karin Fischer"]),
        ("By Jane Doe @janedoe John Roe 01 October 2020", ["Jane Doe", "John Roe"]),
        ("View all posts by Jane Doe", ["Jane Doe"]),
        ("Jane Doe; Photos by Max Muster; Übersetzung Eva Klein", ["Jane Doe"]),
        ("Von Tomas Spahn Fr, 18. Oktober 2019", ["Tomas Spahn"]),
        ("Rob Picheta, CNN", ["Rob Picheta"]),
        ("Ann Ek, MAR 04", ["Ann Ek"]),
        ("Jane Doe, Berlin", ["Jane Doe"]),
        ("Jane Doe, Berlin, John Roe", ["Jane Doe", "John Roe"]),
        ("Daily News, Munich, Germany", ["Daily News"]),
        ("By JANE DOE, AP Auto Writer", ["Jane Doe"]),
        ("Guardian staff reporter", ["Guardian staff reporter"]),
        ("CBS News", ["CBS News"]),
        ("Jane Doe; EDT", ["Jane Doe"]),
        ("www.koffergepackt.com", ["www.koffergepackt.com"]),
        ("Wikimedia Foundation", ["Wikimedia Foundation"]),
        ("Ada Brook CNBC Executive News Editor", ["Ada Brook"]),
        ("ADA BROOK ASSOCIATED PRESS", ["Ada Brook"]),
        ("www.facebook.com", []),
        ("İSMAİL YILMAZ-IŞIK", ["İsmail Yılmaz-Işık"]),
        ("MIHAI BĂLŞAN", ["Mihai Bălşan"]),
        ("ADA VALENTINO-DeVRIES", ["Ada Valentino-DeVries"]),
        ("BEN MacDONALD", ["Ben MacDonald"]),
        ("DELIA VANCE", ["Delia Vance"]),
        ("Ada Brook Reuters", ["Ada Brook"]),
        ("Michael R. Bloomberg", ["Michael R. Bloomberg"]),
        ("User Admin", []),
        ("By Ada Brook Harbour.com Archive", ["Ada Brook"]),
        ("15.08.2015, godz. 13:37", []),
        ("Ada Brook Associated Press Writer", ["Ada Brook"]),
        ("The Associated Press", ["The Associated Press"]),
        ("Ada Bo Brook HealthDay Reporter", ["Ada Bo Brook"]),
        ("Ada McDonald Reporter", ["Ada McDonald"]),
        ("Ada Bo DeVries staff writer", ["Ada Bo DeVries"]),
        ("HT Correspondent", ["HT Correspondent"]),
        ("For the Tribune", []),
        ("Harbour Council, Community Contributor", ["Harbour Council"]),
        ("ADA BROOK, BEN CARR Envoyés spéciaux à Oslo", ["Ada Brook", "Ben Carr"]),
        ("World's Editorial Writers", ["World's Editorial Writers"]),
        ("Staff and news service reports", ["Staff and news service reports"]),
        ("Jane Doe; wordpressadmin", ["Jane Doe"]),
        ("BST", []),
        ("unknown", []),
        ("", []),
        ("12345", []),
        ("This is one long sentence about things that holds no name", []),
    ],
)
def test_a_byline_gives_its_persons(byline: str, names: list[str]) -> None:
    """Openings, roles, agencies, addresses, dates and capitals go; persons stay apart."""
    assert list(people([byline])) == names


def test_organisations_stay_only_where_nobody_is_named() -> None:
    """An agency beside a person is not an author."""
    assert people(["Reuters", "Jane Doe"]) == ("Jane Doe",)
    assert people(["Reuters", "Newsdesk"]) == ("Reuters", "Newsdesk")


def test_a_name_is_told_once_and_in_full() -> None:
    """Spellings of one name are one, and a part of a name is the name."""
    assert people(["Jane Doe", "JANE DOE", "Jane"]) == ("Jane Doe",)


def test_at_most_twelve_persons_are_taken() -> None:
    """More are a list of something else."""
    assert len(people([f"Jane Number{chr(97 + n)}" for n in range(20)])) == 12


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.one_of(WORDS, st.text(max_size=40)), max_size=3))
def test_persons_of_persons_are_the_same(bylines: list[str]) -> None:
    """`people` is idempotent."""
    once = people(bylines)
    assert people(once) == once


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Von Jörg Müller, Grünau", ("Jörg Müller",)),
        ("Jane Doe, Rotterdam correspondent", ("Jane Doe",)),
        ("By Jane Doe and John Okafor, Rotterdam", ("Jane Doe", "John Okafor")),
        ("By Jane Doe, John Okafor", ("Jane Doe", "John Okafor")),
        ("Ann, Bob, Cara", ("Ann", "Bob", "Cara")),
        ("Ek, Ann", ("Ann Ek",)),
    ],
)
def test_a_lone_last_word_behind_full_names_is_their_place(
    line: str, names: tuple[str, ...]
) -> None:
    """Persons in one line are named alike: in full, or all by one word."""
    assert people((line,)) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Jane Doe, PA Scotland", ("Jane Doe",)),
        ("By Jane Doe and John Roe, AAP FinanceNews", ("Jane Doe", "John Roe")),
        ("By Jane Doe, AJ Roe", ("Jane Doe", "AJ Roe")),
    ],
)
def test_the_office_of_an_agency_is_no_author(line: str, names: tuple[str, ...]) -> None:
    """It stands behind the last name, the agency in capitals."""
    assert people([line]) == names
