# ruff: noqa: RUF001, E501 - sentences of many scripts, one a line
from __future__ import annotations

import pytest

from tests.unit.workers.normalise.languages.neighbours import NEWS
from workers.normalise.languages.language import choose, detect
from workers.normalise.languages.neighbours import nearest


@pytest.mark.parametrize(("language", "text"), NEWS)
def test_a_paragraph_of_news_is_of_its_own_language_and_no_neighbour_s(
    language: str, text: str
) -> None:
    """Asturian is no Spanish, Kyrgyz no Russian, Frisian no Dutch: by words and letters of their own."""
    assert detect(text) == language


def test_what_is_quoted_in_a_neighbour_s_letters_changes_no_language() -> None:
    """A Ukrainian name in a Russian text, and `los`, `las` and `lo` of Spanish, which Occitan has too."""
    spanish = (
        "Los vecinos de las casas lo tienen claro: los técnicos llegaron tarde y las obras no."
    )
    assert detect(spanish) == "es"
    assert (
        detect("Об этом пишет издание «Українська правда», сообщает агентство в четверг.") == "ru"
    )


def test_a_declared_neighbour_is_believed_where_a_text_tells_neither() -> None:
    """Croats, Bosniaks and Serbs share most of their words, Malays and Indonesians too."""
    assert (
        choose("Vlada je u četvrtak prihvatila zakon te da se neće odnositi na ugovore.", ["bs"])
        == "bs"
    )
    assert choose("དེ་ཡང་ག་ར་ལུ་ཨིན་རུང་" * 4, ["dz"]) == "dz"


def test_a_script_of_one_language_tells_it() -> None:
    """Tibetan, Thaana and Syriac letters are of no other."""
    assert detect("བོད་ཡིག་གི་གསར་འགྱུར།") == "bo"
    assert detect("ދިވެހިރާއްޖޭގެ ޚަބަރު") == "dv"
    assert detect("ܫܠܡܐ ܥܠܝܟܘܢ") == "syr"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("uk", "Росіяни кажуть: «Мы ничего не знаем, это не мы, это ошибка», — повідомили у штабі."),
        ("sr", "Руси кажу: «Мы ничего не знаем об этом», јавља агенција из Москве у понедељак."),
        ("no", "«Eg veit ikkje kva dei meiner», sier ordføreren, som ikke vil svare på flere spørsmål."),
        ("da", "»Tað er ikki hevur«, siger lagmanden, og Folketinget skal nu drøfte aftalen om fiskeri."),
        ("en", "“Hey dem say make we go, na dis”, sang the crowd, and the minister laughed with them."),
    ],
)  # fmt: skip
def test_what_is_quoted_is_not_the_text_s_own(language: str, text: str) -> None:
    """Papers quote presidents, neighbours and songs in their own words."""
    assert detect(text) == language


def test_names_are_no_words_of_a_neighbour() -> None:
    """`Go`, `Wey` and `di` with capitals are a gym and people."""
    english = (
        "The gym of Di Stefano, called Go Fit, says it will open ten branches as Wey Dey joins."
    )
    assert detect(english) == "en"


@pytest.mark.parametrize(
    ("language", "headline"),
    [("uk", "Суд у справі мера"), ("uk", "Збірна перемогла"), ("sr", "Влада усвојила буџет")],
)
def test_a_headline_whose_letters_two_languages_have_is_the_larger_one_s(
    language: str, headline: str
) -> None:
    """Belarusian and Macedonian have those too, but nothing that only they have is there."""
    assert detect(headline) == language


@pytest.mark.parametrize(
    ("found", "neighbour", "text"),
    [
        ("en", "pcm", "Dem (wey) talk; dey; 'wetin' pass."),
        ("es", "an", "D'o lugar: toz, puet 'n'a' casa."),
        ("it", "co", "Hè una casa, cù «ella» micca quì; ghjè sò."),
    ],
)
def test_signs_beside_a_word_do_not_hide_it(found: str, neighbour: str, text: str) -> None:
    """Stops, brackets and quotes stand around words; an apostrophe inside one is its own."""
    assert nearest(found, text) == neighbour
