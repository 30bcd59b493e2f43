"""An article's keywords: where lists in one string part, and where a comma is a term's own."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from workers.normalise.text import clean

if TYPE_CHECKING:
    from collections.abc import Callable

LONGEST_KEYWORD = 100
LONGEST_KEYWORDS = 4000
MOST_KEYWORDS = 50
_LISTED = 3
"""Commas in one of several keywords: so many part keywords."""
_IDEOGRAPHS = re.compile(r"[\u3400-\u9fff]+(?: [\u3400-\u9fff]+){2,}")
"""Three Chinese words and more with spaces between, where no name or phrase has any."""
_CODE = re.compile(r"(?=[A-Z0-9]{0,3}[A-Z])[A-Z0-9]{1,4}:[A-Z0-9][A-Z0-9.=/-]{0,15}")
"""A code of somebody's list, which says nothing to people: `N2:BLR`, `R:GULL.X`."""
_KEYWORD_BREAK = re.compile(r"\s*[,;|\n、，；،؛]\s*")  # noqa: RUF001 - separators of many scripts
_NO_COMMA = re.compile(r"\s*[;|\n；؛]\s*")  # noqa: RUF001 - the same
_ONE_TERM = re.compile(
    r"(?:arts?|artes?|[ck]ultur\w*|[kc]unst|konst|crim\w+|krim\w*|brott|disaster\w*|d[eé]sastre\w*"
    r"|[ck]atastro\w+|econom\w+|économie|wirtschaft|[eø]konomi|talous|[ck]onfli[ck]t\w*|conflit\w*"
    r"|unrest)"
    r"(?:, [^\W\d_][^,;|\n]{1,30}){1,2}\s(?:and|und|och|og|et|y|e|en|ja|&)\s"
    r"(?:medi\w+|médias|mídia|entertainment|unterhaltung|underh\w+|entret\w+|spectacles|justi\w+|recht|rätt|rett|emergency\b[^,;|\n]*|accident\w*|finan\w+|rahoitus"
    r"|peace|paix|paz|frieden|fred|wars?|krieg|guerra)",
    re.IGNORECASE,
)
"""A topic of the IPTC's NewsCodes; `travel, food and drink` is a list as sites write one."""


def terms(values: list[str]) -> tuple[str, ...]:
    """
    Split keywords that stand in one string; each once, in their order.

    Of several a comma belongs to the one that has it (`arts, culture and entertainment`), unless
    there are many: that is a list once more. One alone is a term where the IPTC has it as one:
    `economy, business and finance`.
    """
    if len(values) > 1:
        several = _words(values, lambda value: value.count(",") < _LISTED)
        if len(several) > 1:
            return several
    return _words(values, lambda value: _ONE_TERM.fullmatch(value.strip()) is not None)


def is_code(word: str) -> bool:
    """Return whether a word is a code with the sign of its list before it."""
    return ":" in word and _CODE.fullmatch(word) is not None


def _words(values: list[str], is_one: Callable[[str], bool]) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for value in values:
        text = value[:LONGEST_KEYWORDS]
        pattern = _NO_COMMA if is_one(value) else _KEYWORD_BREAK
        cleaned = (clean(part).strip(" #\"'") for part in pattern.split(text))
        for word in chain.from_iterable(map(_ideographic, cleaned)):
            if word and len(word) <= LONGEST_KEYWORD and "<" not in word and not is_code(word):
                found.setdefault(word.casefold(), word)
    return tuple(list(found.values())[:MOST_KEYWORDS])


def _ideographic(word: str) -> list[str]:
    """Return the words of a list of Chinese ones, and whatever else as it is."""
    is_list = not word.isascii() and _IDEOGRAPHS.fullmatch(word)
    return word.split(" ") if is_list else [word]
