"""How the press of many languages writes bylines: what opens, joins and labels them, offices."""

# ruff: noqa: RUF001 - words are spelled with the letters of their language
from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Habit:
    """The words of one language; `{}` is where the names stand."""

    by: str
    joint: str
    label: str
    office: str
    """The byline of one with an office beside the name."""


_HABITS = {
    "en": ("By {}", " and ", "Author: {}", "By {}, Staff Writer"),
    "de": ("Von {}", " und ", "Autor: {}", "Von {}, Redakteur"),
    "fr": ("Par {}", " et ", "Auteur : {}", "Par {}, journaliste"),
    "es": ("Por {}", " y ", "Autor: {}", "Por {}, corresponsal"),
    "ca": ("Per {}", " i ", "Autor: {}", "Per {}, periodista"),
    "it": ("di {}", " e ", "Autore: {}", "di {}, giornalista"),
    "pt": ("Por {}", " e ", "Autor: {}", "Por {}, jornalista"),
    "nl": ("Door {}", " en ", "Auteur: {}", "Door {}, verslaggever"),
    "sv": ("Av {}", " och ", "Text: {}", "Av {}, reporter"),
    "da": ("Af {}", " og ", "Forfatter: {}", "Af {}, journalist"),
    "no": ("Av {}", " og ", "Tekst: {}", "Av {}, journalist"),
    "is": ("Eftir {}", " og ", "Höfundur: {}", "Eftir {}, blaðamaður"),
    "fi": ("Teksti: {}", " ja ", "Kirjoittaja: {}", "Teksti: {}, toimittaja"),
    "et": ("Autor: {}", " ja ", "Autor: {}", "Autor: {}, reporter"),
    "lv": ("Autors: {}", " un ", "Autors: {}", "Autors: {}, žurnālists"),
    "lt": ("Autorius: {}", " ir ", "Autorius: {}", "Autorius: {}, žurnalistas"),
    "pl": ("Autor: {}", ", ", "Autor: {}", "Autor: {}, dziennikarz"),
    "cs": ("Autor: {}", ", ", "Autor: {}", "Autor: {}, redaktor"),
    "sk": ("Autor: {}", ", ", "Autor: {}", "Autor: {}, redaktor"),
    "sl": ("Avtor: {}", " in ", "Piše: {}", "Avtor: {}, novinar"),
    "hr": ("Piše: {}", " i ", "Autor: {}", "Piše: {}, novinar"),
    "bg": ("Автор: {}", " и ", "Автор: {}", "Автор: {}, журналист"),
    "mk": ("Пишува: {}", " и ", "Автор: {}", "Пишува: {}, новинар"),
    "ru": ("Автор: {}", ", ", "Текст: {}", "Автор: {}, корреспондент"),
    "uk": ("Автор: {}", ", ", "Текст: {}", "Автор: {}, журналіст"),
    "ro": ("De {}", " și ", "Autor: {}", "De {}, redactor"),
    "hu": ("Írta: {}", ", ", "Szerző: {}", "Írta: {}, újságíró"),
    "el": ("Του {}", ", ", "Συντάκτης: {}", "Του {}, δημοσιογράφος"),
    "tr": ("Haber: {}", " ve ", "Yazar: {}", "Haber: {}, muhabir"),
    "az": ("Müəllif: {}", " və ", "Müəllif: {}", "Müəllif: {}, müxbir"),
    "uz": ("Muallif: {}", " va ", "Muallif: {}", "Muallif: {}, muxbir"),
    "ar": ("بقلم {}", "، ", "الكاتب: {}", "بقلم {}، مراسل"),
    "fa": ("نویسنده: {}", "، ", "خبرنگار: {}", "نویسنده: {}، خبرنگار"),
    "he": ("מאת {}", ", ", "כתב: {}", "מאת {}, כתב"),
    "hi": ("लेखक: {}", ", ", "लेखक: {}", "लेखक: {}, संवाददाता"),
    "mr": ("लेखक: {}", ", ", "प्रतिनिधी: {}", "लेखक: {}, प्रतिनिधी"),
    "ne": ("लेखक: {}", ", ", "संवाददाता: {}", "लेखक: {}, संवाददाता"),
    "bn": ("লেখক: {}", ", ", "প্রতিবেদক: {}", "লেখক: {}, প্রতিবেদক"),
    "gu": ("લેખક: {}", ", ", "લેખક: {}", "લેખક: {}, સંવાદદાતા"),
    "or": ("ଲେଖକ: {}", ", ", "ଲେଖକ: {}", "ଲେଖକ: {}, ସାମ୍ବାଦିକ"),
    "ta": ("எழுதியவர்: {}", ", ", "ஆசிரியர்: {}", "எழுதியவர்: {}, செய்தியாளர்"),
    "th": ("โดย {}", ", ", "ผู้เขียน: {}", "โดย {}, ผู้สื่อข่าว"),
    "vi": ("Tác giả: {}", ", ", "Phóng viên: {}", "Tác giả: {}, phóng viên"),
    "id": ("Oleh: {}", " dan ", "Penulis: {}", "Oleh: {}, wartawan"),
    "zh": ("记者 {}", "、", "作者：{}", "本报记者 {}"),
    "zh-TW": ("記者 {}", "、", "作者：{}", "記者{}／台北報導"),
    "ja": ("取材・文：{}", "、", "執筆者：{}", "（{}記者）"),
    "ko": ("글 {}", "·", "기자: {}", "{} 기자"),
    "hy": ("Հեղինակ՝ {}", ", ", "Հեղինակ՝ {}", "Հեղինակ՝ {}, լրագրող"),
    "ka": ("ავტორი: {}", ", ", "ავტორი: {}", "ავტორი: {}, ჟურნალისტი"),
    "sw": ("Na {}", " na ", "Mwandishi: {}", "Na {}, mwandishi"),
    "ga": ("Le {}", " agus ", "Údar: {}", "Le {}, iriseoir"),
}
HABITS = {language: Habit(*words) for language, words in _HABITS.items()}
