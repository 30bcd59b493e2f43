"""
The language of a text that is not in Latin letters: by its script, its letters, its small words.

Languages that share a script differ in the letters that they add to it, and in those that they have
no use for: Kazakh has nine beside the Russian ones, Ukrainian lacks four of those.
"""

# ruff: noqa: RUF001 - letters and words of many scripts
from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from workers.normalise.languages.quotations import without_quotations

_SCRIPTS: tuple[tuple[str, int, int], ...] = (
    ("el", 0x370, 0x3FF),
    ("Cyrl", 0x400, 0x52F),
    ("hy", 0x530, 0x58F),
    ("he", 0x590, 0x5FF),
    ("Arab", 0x600, 0x6FF),
    ("syr", 0x700, 0x74F),
    ("Arab", 0x750, 0x77F),
    ("dv", 0x780, 0x7BF),
    ("Deva", 0x900, 0x97F),
    ("bn", 0x980, 0x9FF),
    ("pa", 0xA00, 0xA7F),
    ("gu", 0xA80, 0xAFF),
    ("or", 0xB00, 0xB7F),
    ("ta", 0xB80, 0xBFF),
    ("te", 0xC00, 0xC7F),
    ("kn", 0xC80, 0xCFF),
    ("ml", 0xD00, 0xD7F),
    ("si", 0xD80, 0xDFF),
    ("th", 0xE00, 0xE7F),
    ("lo", 0xE80, 0xEFF),
    ("bo", 0xF00, 0xFFF),
    ("my", 0x1000, 0x109F),
    ("ka", 0x10A0, 0x10FF),
    ("ko", 0x1100, 0x11FF),
    ("am", 0x1200, 0x139F),
    ("km", 0x1780, 0x17FF),
    ("mn", 0x1800, 0x18AF),
    ("el", 0x1F00, 0x1FFF),
    ("ja", 0x3040, 0x30FF),
    ("Hani", 0x3400, 0x9FFF),
    ("ko", 0xAC00, 0xD7AF),
)
_ADDED = {
    "Cyrl": {
        "uk": "ґєії", "be": "іў", "sr": "ђјљњћџ", "mk": "ѓјѕљњќџ", "kk": "әғқңөұүһі",
        "ky": "ңөү", "tt": "әөүҗңһ", "ba": "әөүғҡҫҙңһ", "tg": "ғӣқӯҳҷ", "uz": "ўқғҳ",
        "az": "әғҝөүһҹј", "mn": "өү", "sah": "ҕҥөһү", "cv": "ӑӗҫӳ", "os": "ӕ", "ab": "ҟҩҵәқҳҷ",
    },
    "Arab": {
        "fa": "پچژگکی", "ur": "ٹڈڑںےہھگپچکی", "ps": "ټډړښځڅږګڼېۍۀیکپچژ", "ckb": "ڕێۆڵەیکگپچژڤ",
        "ug": "ېۈۇۆەھڭۋپچژگ", "sd": "ڄڃٻڀڪڳڦڌڏٺٽڻڱٿ",
    },
}  # fmt: skip
"""Letters that a language has beside those of Russian, or of Arabic."""
_LACKED = {"uk": "ыэъё", "be": "ищъ", "sr": "йщъыьэюяё", "mk": "йщъыьэюяё", "bg": "ыэё"}
"""… and those of Russian that it has not."""
_RARE = 200
"""Of so many letters one that the script's first language has not is a name's."""
_LEAST = 7
"""Of so many letters that a language adds one at least has to be seen."""
_DEVANAGARI = {
    "hi": "है और की का को हैं नहीं यह कि",
    "mr": "आहे आणि या व होते आहेत त्या नाही किंवा हा ही",
    "ne": "छ र पनि गरेको हो छन् गर्ने भएको वा लागि",
    "bho": "बा आ बाटे बानी होखे कइल कवनो कौनो आपन ओकर ओकरा आओर खातिर हऽ हवे नइखे सभे",
    "mai": "अछि छथि केर सँ आओर छैक एहि छल नहि हेतु सभ अपन आ",
    "sa": "च अस्ति इति भवति एव अपि वा",
}
"""The commonest words of languages in Devanagari: by letters they cannot be told apart."""
_CLOSE = (
    {"sr": "у је на су као што се који", "mk": "во со на се што ќе како од"},
    {"uk": "та що не це до за від про як", "be": "што не гэта да за ад пра як"},
    {"mn": "нь ба болон бөгөөд эрх энэ байна юм", "ky": "жана менен бир же үчүн эле бул деп"},
    {"ru": "что это как или его к о с", "bg": "се са че като със е си"},
    {"uz": "билан учун бир ёки ҳам бўлган эгадир", "tg": "дар ба аз ки ин бояд барои аст"},
    {"am": "ነው እና ወይም ላይ ውስጥ ወደ ግን", "ti": "ናይ ካብ እዩ ወይ እዚ ከምኡ ኣብ እቲ ዝኾነ"},
)
"""Languages with nearly the same letters, and words that tell them apart; the first one's else."""
_SURELY = {"mk": "ѓќѕ", "sr": "ђћ", "ky": "ң", "uk": "ґєї", "be": "ў"}
"""Letters that one of those has alone."""
_YIDDISH = "װײױ"
"""Double letters that Hebrew has not."""
_EDGES = ".,;:!?()[]\"'“”„«»–—…।፡።፣"


@dataclass(frozen=True, slots=True)
class _Fit:
    """How well an alphabet fits a text: letters it explains, and what share of its own it has."""

    language: str
    explained: int
    seen: float


def by_script(sample: str, foreign: list[str]) -> str | None:
    """Return the language of a text by the letters `foreign` to Latin; None for no known script."""
    scripts = Counter[str]()
    for char, times in Counter(foreign).items():
        scripts[_script(ord(char))] += times
    if scripts["ja"] * 20 > scripts["Hani"] and scripts["ja"] >= scripts["ko"]:
        return "ja"
    name = scripts.most_common(1)[0][0]
    if name == "Deva":
        return _by_words(sample, _DEVANAGARI)
    if name == "he":
        return "yi" if sum(map(sample.count, _YIDDISH)) * _RARE > len(sample) else "he"
    if name == "am":
        return _told_apart(name, sample)
    if name in _ADDED:
        return _by_letters(name, without_quotations(sample).lower(), scripts[name])
    return {"Hani": "zh", "other": None}.get(name, name)


def _script(code: int) -> str:
    """Return the script (or the only language) of a code point."""
    return next((name for name, low, high in _SCRIPTS if low <= code <= high), "other")


def _by_words(sample: str, words: dict[str, str]) -> str:
    """Return the language that most of the words are of; the first where none is."""
    tokens = Counter(token.strip(_EDGES) for token in sample.split())
    return max(words, key=lambda language: sum(tokens[word] for word in words[language].split()))


def _by_letters(script: str, sample: str, total: int) -> str:
    """Return the language whose alphabet explains a text best."""
    letters = Counter(sample)
    fits = [
        _Fit(language, sum(letters[each] for each in added) - _lacked(language, letters), seen)
        for language, added in _ADDED[script].items()
        if (seen := sum(each in letters for each in added) / len(added)) * _LEAST >= 1
    ]
    best = max(fits, key=lambda fit: (fit.explained, fit.seen), default=None)
    if best is not None and best.explained * _RARE > total:
        return _told_apart(best.language, sample)
    if script == "Arab":
        return "ar"
    lacked, own = _lacked("bg", letters), letters["ъ"]
    return _told_apart("ru", sample) if lacked == own else "ru" if lacked > own else "bg"


def _lacked(language: str, letters: Counter[str]) -> int:
    """Return how many letters of a text a language has not."""
    return sum(letters[each] for each in _LACKED.get(language, ""))


def _told_apart(language: str, sample: str) -> str:
    """Return the language among those with nearly the same letters that a text is in."""
    close = next((each for each in _CLOSE if language in each), {})
    surely = [each for each in close if any(map(sample.count, _SURELY.get(each, "")))]
    if len(surely) == 1:
        return surely[0]
    return _by_words(sample, close) if close else language
