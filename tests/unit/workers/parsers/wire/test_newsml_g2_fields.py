"""What NewsML-G2 says of an item: its headlines, its people, what it is about."""

from __future__ import annotations

import pytest

from shared.domain.article import Field
from tests.unit.workers.parsers.one_parser import one, values
from tests.unit.workers.parsers.wire.newsml_items import item
from workers.parsers.wire.newsml_g2 import NewsmlG2

NEWSML = NewsmlG2()


def test_the_headline_in_the_texts_language_is_the_main_one() -> None:
    """Others stand beside it, in another language or for a small place."""
    more = (
        '<language tag="en-GB"/><headline xml:lang="fr">Marée</headline>'
        '<headline role="hldrol:short">T.</headline>'
    )
    read = one(NEWSML, item(content=more))
    assert values(read, Field.HEADLINE) == ["Tide", "Marée", "T."]


@pytest.mark.parametrize("name", ["VRG", "ek.ann", "ae/bl", "dpa"])
def test_initials_and_accounts_name_nobody(name: str) -> None:
    """They tell the desk who filed an item."""
    assert (
        values(one(NEWSML, item(content=f"<creator><name>{name}</name></creator>")), Field.AUTHOR)
        == []
    )


def test_a_sign_of_a_category_is_no_keyword() -> None:
    """A name of the same length is one."""
    names = "<subject><name>f</name></subject><subject><name>USA</name></subject>"
    read = one(NEWSML, item(content=f'<subject literal="ALR"/>{names}'))
    assert values(read, Field.KEYWORD) == ["USA"]


def test_a_name_that_repeats_its_code_is_no_keyword() -> None:
    """It says nothing to people; `EU` beside another code does."""
    about = (
        "<subject qcode='cat:CRO'><name>CRO</name></subject>"
        "<subject qcode='place:7'><name>EU</name></subject>"
    )
    read = one(NEWSML, item(content=about))
    assert values(read, Field.KEYWORD) == ["EU"]


def test_a_subject_of_a_scheme_of_departments_is_the_section() -> None:
    told = (
        '<subject qcode="sttdepartment:9"><name>Liikenne</name></subject>'
        '<genre qcode="sttversion:4"><name>Pika+</name></genre>'
    )
    read = one(NEWSML, item(content=told))
    assert values(read, Field.SECTION) == ["Liikenne", "Pika+"]


def test_who_is_known_by_a_site_is_no_person() -> None:
    told = '<creator qcode="web:rowing.example"><name>The Rowing Network</name></creator>'
    read = one(NEWSML, item(content=told))
    assert values(read, Field.AUTHOR) == []
    assert values(read, Field.SOURCE) == ["The Rowing Network"]
