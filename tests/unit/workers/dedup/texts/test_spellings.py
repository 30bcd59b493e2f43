"""Ways of writing the same words that are compared as one."""

# ruff: noqa: RUF001 - the signs of many scripts are meant

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import fingerprint_of
from tests.unit.workers.dedup.book import Book
from tests.unit.workers.dedup.builders import article
from workers.dedup.texts.features import unpack_text
from workers.dedup.texts.spellings import in_one_alphabet, respelled
from workers.dedup.texts.titles import unpack_title
from workers.dedup.texts.tokens import tokens_of

WRITTEN = {
    "traditional Chinese": (
        (
            "周一清晨,河水漫过码头,冲走了鱼市场。两百户家庭被安"
            "置在山上的学校里,市长办公室在那里准备了床铺、毛毯和"
            "厨房。工程师表示,建于1911年的旧水闸在连续"
            "九天的降雨之后垮塌。著名的台风也将于周四登陆。"
        ),
        (
            "週一清晨,河水漫過碼頭,沖走了魚市場。兩百戶家庭被安"
            "置在山上的學校裏,市長辦公室在那裡準備了床鋪、毛毯和"
            "廚房。工程師表示,建於1911年的舊水閘在連續"
            "九天的降雨之後垮塌。着名的颱風也將於週四登陸。"
        ),
    ),
    "French in capitals' spelling": (
        (
            "La majorité sénatoriale a rejeté mardi le budget présenté"
            " par le gouvernement, après une"
            " séance très animée. Le président de l'Assemblée a déclaré"
            " que le texte serait réexaminé."
        ),
        (
            "La majorite senatoriale a rejete mardi le budget presente"
            " par le gouvernement, apres une"
            " seance tres animee. Le president de l'Assemblee a declare"
            " que le texte serait reexamine."
        ),
    ),
    "German of seven bits": (
        (
            "Die Bürgermeisterin will die Straße am Fluss für längere"
            " Zeit schließen, weil die Brücke"
            " über die Mühle beschädigt ist. Für Fußgänger bleibt ein schmaler Übergang geöffnet."
        ),
        (
            "Die Buergermeisterin will die Strasse am Fluss fuer laengere Zeit schliessen, weil die"
            " Bruecke ueber die Muehle beschaedigt ist. Fuer Fussgaenger"
            " bleibt ein schmaler Uebergang"
            " geoeffnet."
        ),
    ),
    "Danish of seven bits": (
        "Ålborg får en ny bro, og færgen sejler for sidste gang på søndag.",
        "Aalborg faar en ny bro, og faergen sejler for sidste gang paa soendag.",
    ),
    "Polish of seven bits": ("Łódź: żółw wróci do ogrodu", "Lodz: zolw wroci do ogrodu"),
    "Turkish of seven bits": ("Cumhurbaşkanı Erdoğan açıkladı", "Cumhurbaskani Erdogan acikladi"),
    "Russian without its points": (
        "Самолёт сел в Орле. Её выполнил опытный лётчик, всё прошло благополучно.",
        "Самолет сел в Орле. Ее выполнил опытный летчик, все прошло благополучно.",
    ),
    "Arabic without hamza": (
        "أعلنت الحكومة إجراءات جديدة تهدف إلى خفض الأسعار في المدينة",
        "اعلنت الحكومة اجراءات جديدة تهدف الى خفض الاسعار في المدينه",
    ),
    "Persian with Arabic letters": ("وزیر کشور گفت که کار می‌کند", "وزير كشور گفت كه كار می‌كند"),
    "Hindi without its dots": ("सड़क हादसे में पाँच की मौत", "सडक हादसे में पांच की मौत"),
    "Serbian in Latin letters": (
        "Скупштина Србије усвојила је буџет, који предвиђа раст. Љубиша Њагојевић ће рећи.",
        "Skupština Srbije usvojila je budžet, koji predviđa rast. Ljubiša Njagojević će reći.",
    ),
    "Serbian in capitals": ("ЊЕГОШ ЈЕ ЧИТАО", "NJEGOŠ JE ČITAO"),
}


@pytest.mark.parametrize("way", WRITTEN)
def test_a_text_in_another_way_of_writing_has_the_same_words(way):
    """Nothing else differs."""
    one, other = WRITTEN[way]
    assert tokens_of(one) == tokens_of(other)


@pytest.mark.parametrize("way", ["traditional Chinese", "German of seven bits"])
def test_a_copy_in_another_way_of_writing_is_one_story(way):
    """Under a headline that is written so too."""
    book = Book()
    for text in WRITTEN[way]:
        book.add([article(text, text[:40], (text, "Agency"), provider=text[:3])])
    assert len({entry.story_id for entry in book.entries.values()}) == 1


def test_a_headline_is_compared_in_the_alphabet_of_its_text():
    """Few words need have no letter that only Serbian has; a text does."""
    fire = (
        "Пожар у центру Београда избио је у недељу ујутру у згради код пијаце. Повређених нема,"
        " рекли су ватрогасци. Улица је затворена до вечери, а станари су смештени код рођака."
    )
    latin = (
        "Požar u centru Beograda izbio je u nedelju ujutru u zgradi kod pijace. Povređenih nema,"
        " rekli su vatrogasci. Ulica je zatvorena do večeri, a stanari su smešteni kod rođaka."
    )
    one = fingerprint_of("Пожар у центру Београда", [fire])
    other = fingerprint_of("Požar u centru Beograda", [latin])
    assert one.content_hash == other.content_hash
    assert unpack_title(one.title) == unpack_title(other.title)
    assert unpack_title(one.title) <= unpack_text(one.features).words


def test_words_that_differ_in_more_stay_apart():
    """Languages may share most of their letters."""
    assert tokens_of("київ сьогодні") != tokens_of("киев сегодня")
    assert tokens_of("東京で地震") != tokens_of("东京地震")


def test_russian_keeps_its_letters():
    """Only a text with a letter of Serbian alone is Serbian."""
    assert tokens_of("Москва слезам не верит") == ["москва", "слезам", "не", "верит"]
    assert in_one_alphabet("Москва") == "Москва"


characters = (
    st.sampled_from("äöüåæøœ\u093c\u0901éßłđёأىک發著學a1 洪Ж\U0001f600\U00020000") | st.characters()
)


@given(st.text(characters, max_size=40), st.text(characters, max_size=40))
def test_a_long_text_is_folded_as_its_parts_are(one, other):
    """Short ones letter by letter, long ones at once: the copies of a text are of any length."""
    padding = "z" * 30
    assert respelled(one + other + padding) == respelled(one) + respelled(other) + padding


@given(st.text(characters, max_size=60))
def test_what_is_folded_folds_no_further(text):
    """Whatever it is folded to is the last."""
    assert respelled(respelled(text)) == respelled(text)
