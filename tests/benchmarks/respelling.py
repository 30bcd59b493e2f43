"""
The labelled texts in scripts of which there are no labelled texts.

Each word becomes a made-up one of another script, the same one everywhere; figures, mark-up and the
order of words stay. So layout and repetition say what they said, and words say nothing: as hard as
a language of which a reader knows no word. The labels hold as they are.
"""

from __future__ import annotations

import html
import random
import re
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")  # noqa: RUF001 - quotation marks
_GAP = re.compile(r"(?<=[^\W\d_]) (?=[^\W\d_])")
_STOP = re.compile(r"\.(?=\s|$|[\"”])")
_MARKUP = re.compile(
    r"<(script|style|noscript|textarea)\b.*?</\1\s*>|<!--.*?-->|<[^>]+>", re.DOTALL | re.IGNORECASE
)
_TOLD = re.compile(r"title|description", re.IGNORECASE)
_CONTENT = re.compile(r"(content=)([\"'])(.*?)\2", re.DOTALL | re.IGNORECASE)
_LANGUAGE = re.compile(r"\blang=(?:\"[^\"]*\"|'[^']*'|\w+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Script:
    """How a script spells: its letters, its full stop and comma, and whether it parts words."""

    letters: str
    stop: str = "."
    comma: str = ","
    spaced: bool = True
    ideographs: bool = False


SCRIPTS = {
    "cyrillic": Script("абвгдежзийклмнопрстуфхцчшыэюя"),
    "arabic": Script("ابتثجحخدذرزسشصضطظعغفقكلمنهوي", "۔", "،"),  # noqa: RUF001 - its own full stop
    "hindi": Script("कखगघचछजझटठडढतथदधनपफबभमयरलवशसह", "।"),
    "thai": Script("กขคงจชซดตถทนบปผพฟมยรลวสหอ", " ", " ", spaced=False),
    "burmese": Script("ကခဂငစဆဇညတထဒနပဖဗဘမယရလဝသဟအ", "။", "၊", spaced=False),
    "chinese": Script(
        "".join(chr(0x4E00 + 7 * place) for place in range(1500)), "。", "，",  # noqa: RUF001
        spaced=False, ideographs=True,
    ),
}  # fmt: skip


def respeller(script: Script) -> Callable[[str], str]:
    """Return what writes one paragraph or line in a script."""
    known: dict[str, str] = {}

    def word(match: re.Match[str]) -> str:
        plain = match[0].lower()
        if plain not in known:
            known[plain] = _made_up(plain, script)
        spelt = known[plain]
        return spelt.capitalize() if match[0][0].isupper() else spelt

    def write(text: str) -> str:
        text = _WORD.sub(word, text)
        if not script.spaced:
            text = _GAP.sub("", text)
        text = _STOP.sub(script.stop, text).replace(", ", f"{script.comma} ")
        if script.ideographs:
            text = text.replace(f"{script.stop} ", script.stop).replace(
                f"{script.comma} ", script.comma
            )
        return text

    return write


def respell(text: str, write: Callable[[str], str]) -> str:
    """Write a text line by line."""
    return "\n".join(map(write, text.split("\n")))


def respell_page(page: str, write: Callable[[str], str]) -> str:
    """Write a page's texts, its titles and descriptions; without JSON-LD and without a language."""
    parts: list[str] = []
    at = 0
    for match in _MARKUP.finditer(page):
        parts += [_text(page[at : match.start()], write), _markup(match[0], write)]
        at = match.end()
    return "".join([*parts, _text(page[at:], write)])


def _made_up(word: str, script: Script) -> str:
    """Return a word of the script: of as many letters, or of an ideograph for some four of them."""
    chance = random.Random(zlib.crc32(word.encode()))
    size = 1 + len(word) // 5 if script.ideographs else len(word)
    return "".join(chance.choice(script.letters) for _ in range(size))


def _text(text: str, write: Callable[[str], str]) -> str:
    if not text.strip():
        return text
    return html.escape(respell(html.unescape(text), write), quote=False)


def _markup(markup: str, write: Callable[[str], str]) -> str:
    kind = markup[:60].lower()
    if kind.startswith("<script") and "ld+json" in kind:
        return ""
    if kind.startswith("<html"):
        return _LANGUAGE.sub("", markup)
    if kind.startswith("<meta") and _TOLD.search(markup):
        return _CONTENT.sub(
            lambda found: (
                f"{found[1]}{found[2]}{html.escape(write(html.unescape(found[3])))}{found[2]}"
            ),
            markup,
        )
    return markup
