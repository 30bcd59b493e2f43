# ruff: noqa: RUF001, E501 - sentences of many scripts, one a line
from __future__ import annotations

import pytest

from workers.normalise.languages.language import choose, detect, tag, warm_up

TEXTS = {
    "en": "The government said that it would look at the figures before it decides on new rules.",
    "de": "Die Regierung sagte, dass sie die Zahlen noch nicht kennt und auf neue Regeln wartet.",
    "fr": "Le gouvernement a dit qu'il ne connaît pas les chiffres et que la décision est pour plus tard.",
    "es": "El gobierno dijo que no conoce las cifras y que la decisión será para más tarde.",
    "pt": "O governo disse que não conhece os números e que a decisão fica para mais tarde.",
    "pl": "Rząd powiedział, że nie zna danych i że decyzja zapadnie dopiero za kilka dni.",
    "ru": "Правительство сообщило, что это решение будет принято позже, когда появятся данные.",
    "bg": "Правителството съобщи, че решението ще бъде взето по-късно, когато има данни.",
    "uk": "Уряд повідомив, що рішення буде ухвалено пізніше, коли з'являться її дані.",
    "be": "Урад паведаміў, што рашэнне будзе прынята пазней, калі з'явяцца ўсе звесткі ў краіне.",
    "sr": "Влада је саопштила да ће одлука бити донета касније, када стигну подаци у септембру.",
    "mk": "Владата соопшти дека одлуката ќе биде донесена подоцна, кога ќе пристигнат податоците.",
    "kk": "Үкімет шешім кейінірек, деректер келген кезде қабылданатынын хабарлады.",
    "ar": "قالت الحكومة إن القرار سيتخذ في وقت لاحق عندما تتوفر الأرقام",
    "fa": "دولت اعلام کرد که تصمیم بعداً گرفته می‌شود و گزارش چاپ خواهد شد",
    "ur": "حکومت نے کہا ہے کہ فیصلہ بعد میں کیا جائے گا جب اعداد و شمار آئیں گے ڑ",
    "he": "הממשלה הודיעה כי ההחלטה תתקבל מאוחר יותר",
    "el": "Η κυβέρνηση ανακοίνωσε ότι η απόφαση θα ληφθεί αργότερα",
    "zh": "政府表示，将在数据公布之后作出决定。",
    "ja": "政府は、数字が出てから決定すると述べた。",
    "ko": "정부는 수치가 나온 뒤 결정하겠다고 밝혔다.",
    "th": "รัฐบาลกล่าวว่าจะตัดสินใจในภายหลัง",
    "hi": "सरकार ने कहा है कि फैसला बाद में किया जाएगा और आंकड़े आएंगे",
    "mr": "सरकारने सांगितले आहे की निर्णय नंतर घेतला जाईल आणि या आकडेवारी",
    "ka": "მთავრობამ განაცხადა, რომ გადაწყვეტილებას მოგვიანებით მიიღებს",
}  # fmt: skip


@pytest.mark.parametrize("language", TEXTS)
def test_a_sentence_tells_its_language(language: str) -> None:
    """Scripts, letters and small words tell languages apart."""
    assert detect(TEXTS[language]) == language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Одлуката е донесена во земјата со мнозинство, а податоците се јавни.", "mk"),
        ("Одлука је донета у земљи, а подаци су јавни и није јасно шта следи.", "sr"),
    ],
)
def test_neighbours_with_the_same_letters_are_told_apart_by_words(text: str, language: str) -> None:
    """Neither text holds a letter that the other language lacks."""
    assert detect(text) == language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "E mandatario a bisa cu e proyecto aki ta hopi importante pa desaroyo di comunidad.",
            "pap",
        ),
        ("Segun minister, esaki ta un paso importante ku lo drenta na vigor pa tur hende.", "pap"),
        ("Dapre minis la, se yon gwo etap pou peyi a ak pou tout moun k ap viv nan zile a.", "ht"),
        ("Segundo o ministro, é un paso importante para o país e para todas as persoas.", "gl"),
        ("El gobiernu á anunciau que la nueva lei entrará en vigol en eneru pa la región.", "ext"),
    ],
)
def test_papiamento_is_told_from_what_is_written_like_it(text: str, language: str) -> None:
    """By its small words: Galician, Extremaduran and Haitian share some of them."""
    assert detect(text) == language


@pytest.mark.parametrize(
    ("text", "declared", "language"),
    [
        ("混蛋！我最恨到這個網頁。", ["en-US"], "zh"),
        ("ありがとう iPod", ["en-US", "ja-JP"], "ja-JP"),
        ("Первый снег.", ["en"], "ru"),
        ("Первый снег.", ["en", "bg"], "bg"),
        ("חדשות", ["en-US"], "he"),
        ("Snow in 東京 again", ["en-GB"], "en-GB"),
        ("Nice", ["ja"], "ja"),
    ],
)
def test_a_short_text_is_in_no_language_that_has_not_its_letters(
    text: str, declared: list[str], language: str
) -> None:
    """Blogs are set to English and written in Chinese: the tag is the program's."""
    assert choose(text, declared) == language


@pytest.mark.parametrize("written", ["euc-KR", "gbk", "us-ascii", "iso-8859-15"])
def test_a_charset_is_no_language(written: str) -> None:
    """Programs that mix the two up leave the field without a claim."""
    assert tag(written) is None


@pytest.mark.parametrize(("written", "language"), [("cz", "cs"), ("ua", "uk"), ("dk-DK", "da-DK")])
def test_a_country_stands_for_its_language(written: str, language: str) -> None:
    """These codes of countries are no language's."""
    assert tag(written) == language


def test_text_without_letters_has_no_language() -> None:
    """Digits and signs are of every language."""
    assert detect("1234 !?") is None
    assert choose("1234 !?") is None
    assert choose("12" * 300, ["de"]) == "de"


def test_letters_of_no_known_script_tell_no_language() -> None:
    """Ol Chiki is none of the scripts that are told apart."""
    assert detect("\u1c5a\u1c5b\u1c5c" * 30) is None


def test_names_and_numbers_are_of_no_rare_language() -> None:
    """Tables and addresses look like one to the model; what is declared is believed then."""
    names = (
        "Received: from mail-wg0-x230.google.com (mail-wg0-x230.google.com. [2a00:1450:400c:c00])"
    )
    assert detect(names) is None
    assert choose(names * 3, ["en"]) == "en"


def test_the_declared_tag_is_kept_where_it_agrees() -> None:
    """A region that a page declares says more than detection can."""
    assert choose(TEXTS["en"], ["de", "en-GB", "en"]) == "en-GB"
    assert choose(TEXTS["ru"], ["kk"]) == "kk"


def test_the_text_is_believed_against_the_frame() -> None:
    """A German page frame does not make an English text German."""
    assert choose(TEXTS["en"], ["de-DE"]) == "en"


def test_a_short_text_takes_what_is_declared() -> None:
    """Few words tell nothing."""
    assert choose("Die Hard", ["fr"]) == "fr"


@pytest.mark.parametrize(
    ("declared", "expected"),
    [
        ("en_US", "en-US"),
        ("EN-us", "en-US"),
        ("English", "en"),
        ("Tiếng Việt", "vi"),
        ("deu", "de"),
        ("zh-hant-tw", "zh-Hant-TW"),
        ("pt-BR.UTF-8", "pt-BR"),
        ("de, en", "de"),
        ("es-419", "es-419"),
        ("de-DE-1996", "de-DE"),
        ("iw", "he"),
        ("und", None),
        ("some language", None),
        ("", None),
    ],
)
def test_declared_languages_become_bcp_47(declared: str, expected: str | None) -> None:
    """Locales, names and ISO 639-2 codes are understood."""
    assert tag(declared) == expected


def test_the_model_can_be_loaded_before_it_is_needed() -> None:
    """A rare language is asked of it afterwards."""
    warm_up()
    assert detect("Mae'r llywodraeth wedi dweud y bydd penderfyniad yn cael ei wneud") == "cy"


def test_a_chinese_text_with_programs_in_it_is_chinese() -> None:
    """An ideograph says as much as some letters do; a name in an English text says little."""
    program = "handler.insert_one(json.loads(data)) while True: print(result)"
    assert detect(f"我们来看这样一个场景：程序从数据库中持续读入数据。{program}") == "zh"
    assert detect(f"{TEXTS['en']} She is called 王小明 by her friends.") == "en"
