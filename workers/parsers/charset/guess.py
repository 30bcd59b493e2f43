"""Which charset bytes are in when nothing trustworthy says so."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from importlib.util import find_spec

from workers.parsers.charset.labels import canonical, codec

FALLBACK = "windows-1252"
"""What a browser takes where nothing is known; it gives some reading of any bytes."""
_WORD = re.compile(rb"(?<![A-Za-z\x80-\xff])[a-z]{2,5}(?![A-Za-z\x80-\xff])")
_ASCII = bytes(range(128))
_SURE = 2
"""So many small words of a language show it even in a line of text."""


@dataclass(frozen=True, slots=True)
class _Habit:
    """How a language is written in the charsets of one byte a letter."""

    words: frozenset[bytes]
    """Small words all in ASCII: the same bytes in any of the charsets."""
    letters: frozenset[str]
    """Its letters beyond ASCII."""
    charsets: tuple[str, ...]


def _habit(words: str, letters: str, *charsets: str) -> _Habit:
    return _Habit(frozenset(words.encode().split()), frozenset(letters + letters.upper()), charsets)


_HABITS = (
    _habit("the of and to in is that for was with it on as by be at", "éèêëàâçôöüïñ", FALLBACK),
    _habit(
        "az egy hogy nem van volt csak mint meg ez ha vagy",
        "áéíóöőúüű",
        "windows-1250", "iso-8859-2",
    ),
    _habit(
        "nie na jest do to jak od przez za po dla oraz lub",
        "ąćęłńóśźż",
        "windows-1250", "iso-8859-2",
    ),
    _habit(
        "na je za do pro by ale jako jsou od nebo sa ako ani pre",
        "áčďéěíňóřšťúůýžľĺŕôä",
        "windows-1250", "iso-8859-2",
    ),
    _habit(
        "je na da za od koji ali biti ili kao su so ne in pri kot",
        "čćđšž",
        "windows-1250", "iso-8859-2",
    ),
    _habit(
        "ir yra kad tik apie buvo kaip bet ar dar iki arba",
        "ąčęėįšųūž",
        "windows-1257", "iso-8859-13",
    ),
    _habit("un ir ar par no kas uz vai nav bet lai", "āčēģīķļņšūž", "windows-1257", "iso-8859-13"),
    _habit("ja on ei et kui see oli mis ning aga ka ole", "äöõüšž", FALLBACK, "windows-1257"),
    _habit("ve bir bu da de olan daha ne ama veya her", "çğıöşüİâîû", "windows-1254"),
    _habit("de la un nu care cu din sunt mai pe sau este", "ăâîşţ", "windows-1250", "iso-8859-2"),
    _habit("die der und das ist nicht ein mit von den", "äöüß", FALLBACK),
    _habit("het een van en dat is de niet op voor met", "éëïóöüèê", FALLBACK),
    _habit("le la les des et est une que qui pour dans pas", "àâæçéèêëîïôœùûüÿ", FALLBACK),
    _habit("el la los las que de del en es una por con", "áéíñóúü", FALLBACK),
    _habit("il di che la per non con una del sono le", "àèéìíòóùú", FALLBACK),
    _habit("que de os as um uma para com em do da se", "áâãàçéêíóôõúü", FALLBACK),
    _habit("och att det som en av den till med har inte", "åäöé", FALLBACK),
    _habit("og det er en til af som den med har ikke", "æøåé", FALLBACK),
    _habit("ja on ei se oli mutta kun hän myös ovat", "äöå", FALLBACK),
)  # fmt: skip


def guess(sample: bytes, *, whole: bool = True) -> str:
    """
    Return the canonical name of the likeliest charset of bytes that are not UTF-8.

    `whole` says whether the sample ends where the text does: then a half character at its end
    speaks against a charset.
    """
    name = _model(sample, whole=whole) or FALLBACK
    return of_another_system(sample, name) or second_look(sample, name)


if find_spec("chardetng_py"):
    from chardetng_py import EncodingDetector  # type: ignore[import-untyped] # it has no types

    def _model(sample: bytes, *, whole: bool) -> str | None:
        """Ask the detector of Firefox: 40 µs, and right three times as often on a line of text."""
        detector = EncodingDetector()
        detector.feed(sample, last=whole)
        return canonical(detector.guess(tld=None, allow_utf8=False))

else:  # pragma: no cover - a platform for which it has no wheel
    import charset_normalizer

    def _model(sample: bytes, *, whole: bool) -> str | None:  # noqa: ARG001 - the same shape
        """Ask the detector that is written in Python."""
        best = charset_normalizer.from_bytes(sample).best()
        return canonical(best.encoding) if best else None


def second_look(sample: bytes, name: str) -> str:
    """
    Return the charset in which a Latin text has only the letters of its language.

    The model looks at pairs of letters and takes Hungarian `õ` for French; small words know better.
    """
    if not name.startswith(("windows-125", "iso-8859-")) or name in _NOT_LATIN:
        return name
    likely = _likely(sample)
    readings = dict.fromkeys((name, *(each for habit in likely for each in habit.charsets)))
    letters = _letters(likely)
    return min(readings, key=lambda each: _foreign(sample, each, letters)) if likely else name


def of_another_system(sample: bytes, name: str) -> str | None:
    """
    Return the charset of DOS or the old Mac in which a text was written, which no model knows.

    In the charset of Windows that was guessed it has hardly a letter of its language, nor those of
    one other alone, and in the other charset hardly another one: two small letters at least inside
    words, where no quotation mark is.
    """
    latin = name.startswith(("windows-125", "iso-8859-")) and name not in _NOT_LATIN
    if (latin or name == _CYRILLIC) and _is_mac_cyrillic(sample):
        return _MAC_CYRILLIC
    inside = _INSIDE.findall(sample) if latin else []
    likely = _likely(sample) if len(inside) >= _FEWEST else []
    letters = _letters(likely)
    if not likely or _own(sample, name, letters) * 4 > len(inside):
        return None
    joined = b"".join(inside)
    # the small words may be of the wrong language: some Polish ones are Czech ones too
    written = (each.letters for each in _HABITS if name in each.charsets)
    if any(_own(joined, name, each) == len(joined) for each in written):
        return None
    others = [
        each
        for charset in dict.fromkeys(each for habit in likely for each in habit.charsets)
        for each in _OLD.get(charset, ())
        if _fits(joined, each, letters)
    ]
    return max(others, key=lambda each: _own(joined, each, letters), default=None)


def _fits(inside: bytes, name: str, letters: frozenset[str]) -> bool:
    """Return whether what stands inside words is letters of a language in a charset."""
    read = [char for char in inside.decode(codec(name), "replace") if char.isalpha()]
    own = [char for char in read if char in letters and char.islower()]
    return len(own) >= _FEWEST and len({*own}) > 1 and len(own) * 4 > len(read) * 3


_OLD = {
    FALLBACK: ("cp850", "macintosh"),
    "windows-1250": ("cp852", "mac-latin2"),
    "windows-1254": ("cp857",),
    "windows-1257": ("cp775",),
}
"""Windows' charset of a language → those that it had on other systems."""
_INSIDE = re.compile(rb"(?<=[A-Za-z])[\x80-\xff]{1,2}(?=[a-z])")
_FEWEST = 3
_CYRILLIC, _MAC_CYRILLIC = "windows-1251", "x-mac-cyrillic"
_CAPITAL_INSIDE = re.compile("[а-ю]Я(?![А-Я])")  # noqa: RUF001 - the Russian letters


def _is_mac_cyrillic(sample: bytes) -> bool:
    """
    Return whether a text is in the Mac's Cyrillic: its small letters are those of Windows but one.

    That one, which ends most words of a kind, is a capital there.
    """
    if b"\xff" in sample or sample.count(b"\xdf") < _FEWEST:
        return False
    text = sample.decode(_CYRILLIC, "replace")
    return len(_CAPITAL_INSIDE.findall(text)) >= _FEWEST and _own(
        sample, _CYRILLIC, _RUSSIAN
    ) > sum(char.isascii() and char.isalpha() for char in text)


_RUSSIAN = frozenset("абвгдежзийклмнопрстуфхцчшщъыьэю")


def _likely(sample: bytes) -> list[_Habit]:
    """Return the languages that most small words are of; none where there are hardly any."""
    words = Counter(_WORD.findall(sample))
    hits = [(sum(words[word] for word in habit.words), habit) for habit in _HABITS]
    most = max(count for count, _ in hits)
    return [habit for count, habit in hits if count == most] if most >= _SURE else []


def _letters(habits: list[_Habit]) -> frozenset[str]:
    """Return the letters beyond ASCII of some languages."""
    return frozenset[str]().union(*(habit.letters for habit in habits))


def _own(sample: bytes, name: str, letters: frozenset[str]) -> int:
    """Return how many small letters of a reading are the language's own."""
    text = sample.translate(None, _ASCII).decode(codec(name), "replace")
    return sum(char in letters and char.islower() for char in text)


_NOT_LATIN = frozenset(
    {"windows-1251", "windows-1253", "windows-1255", "windows-1256", "windows-1258"}
    | {f"iso-8859-{part}" for part in (5, 6, 7, 8, 11)}
)


def _foreign(sample: bytes, name: str, letters: frozenset[str]) -> int:
    """Return how many letters of a reading are not the language's; undefined bytes count too."""
    text = sample.translate(None, _ASCII).decode(codec(name), "replace")
    return sum(
        times
        for char, times in Counter(text).items()
        if char not in letters
        and (char.isalpha() or char == "\ufffd" or "\x80" <= char < "\xa0")
        and char > "\x7f"
    )
