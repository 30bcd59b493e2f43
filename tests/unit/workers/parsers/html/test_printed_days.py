"""The days that a line prints."""

# ruff: noqa: RUF001 - dashes are meant
from __future__ import annotations

import pytest

from shared.domain.article import Field
from workers.parsers.html.printed_days import days_of


@pytest.mark.parametrize(
    "line",
    [
        "김수정 기자 2024.03.14",
        "Güncel | 14 Mart 2024",
        "From the board (Vorstand) 14.03.2024",
        "Credited 14 March 2024",
    ],
)
def test_words_that_hold_one_for_a_change_tell_of_none(line: str) -> None:
    """A reporter's name, a section, a board."""
    assert [field for field, _, _ in days_of(line)] == [Field.PUBLISHED]


@pytest.mark.parametrize(
    "line",
    [
        "최종수정 2024.03.14",
        "Güncelleme: 14 Mart 2024",
        "Redaktionsstand: 14.03.2024",
        "Edited 14 March 2024",
    ],
)
def test_a_word_for_a_change_before_a_day_makes_it_one(line: str) -> None:
    """Also written together with the word before it."""
    assert [field for field, _, _ in days_of(line)] == [Field.UPDATED]


@pytest.mark.parametrize(
    "line",
    [
        "Actualitzat el 14/03/2024",
        "Atjaunināts: 14.03.2024",
        "Posodobljeno: 14. 3. 2024",
        "Eguneratua 2024-03-14",
        "Përditësuar më 14.03.2024",
        "Uppfært 14.03.2024",
        "Τροποποιήθηκε 14.03.2024",
        "Абноўлена: 14.03.2024",
        "Жаңартылды: 14.03.2024",
        "Yenilənib 14.03.2024",
        "Imesasishwa 14.03.2024",
        "განახლდა 14.03.2024",
        "Թարմացվել է 14.03.2024",
        "最后修改：2024-03-14",
        "اپ ڈیٹ 14.03.2024",
        "અપડેટ 14.03.2024",
        "ਅੱਪਡੇਟ 14.03.2024",
        "അപ്ഡേറ്റ് 14.03.2024",
        "Laatst aangepast: 14.03.2024",
        "Zuletzt überarbeitet 14.03.2024",
        "Last revised: 14 March 2024",
        "MAJ le 14/03/2024",
        "Son düzenleme 14.03.2024",
    ],
)
def test_a_change_is_known_by_its_word_in_other_languages_too(line: str) -> None:
    """Else the day of a change printed first would be the day of publication."""
    assert [field for field, _, _ in days_of(line)] == [Field.UPDATED]


@pytest.mark.parametrize("line", ["maj 14.03.2024", "Toplantı düzenlendi 14.03.2024"])
def test_a_month_and_a_verb_that_look_like_such_a_word_tell_of_no_change(line: str) -> None:
    """The Polish and Swedish May; Turkish for what was held."""
    assert [field for field, _, _ in days_of(line)] == [Field.PUBLISHED]


def test_hours_of_business_before_a_day_are_no_clock_of_it() -> None:
    """From when to when is not when."""
    assert [value for _, value, _ in days_of("Mo–Fr 9:00–18:00 | 14 March 2024")] == [
        "14 March 2024"
    ]
    assert [value for _, value, _ in days_of("18:00 | 14 March 2024")] == ["18:00 | 14 March 2024"]
