"""
The quotation marks, dashes and dots that pandoc writes in ASCII into its Markdown.

`“`, `’`, `–`, `—` and `…` become `"`, `'`, `--`, `---` and `...` there; where the page itself had
those, a backslash stands before them. So each can be told, and is what the page shows again.
"""

# ruff: noqa: RUF001, RUF002 - typographic signs are meant

from __future__ import annotations

import re

from workers.parsers.text.printers.fences import is_fenced

_SIGN = re.compile(
    r"(?P<kept>\\.|`[^`\n]{1,500}+`|\]\([^()\n]{0,2000}+(?:\([^()\n]{0,500}+\)[^()\n]{0,500}+)?\)"
    r"|<[/!a-zA-Z][^<>]{0,2000}+>|\{[^{}\n]{0,1000}+\}|-{4,}|^[ \t|:-]++$|^[ \t>]*+:{3,}.*$)"
    r"|(?P<low>[„‚])|(?P<sign>\.\.\.|---?|[\"'])",
    re.MULTILINE,
)
_OPENS = re.compile(r"(?:^|[\s(\[{/*_„‚“‘«¡¿>–—-])$")
_REACH = 2
_DOUBLE, _SINGLE = ("“", "”"), ("‘", "’")
_LOW = {"„": '"', "‚": "'"}


def typographic(text: str) -> str:
    """Return Markdown with pandoc's fences with the signs that the page had; any other as it is."""
    return restored(text) if is_fenced(text) else text


def restored(text: str) -> str:
    """Return a text of pandoc's with the signs that it wrote in ASCII."""
    low: set[str] = set()

    def sign(found: re.Match[str]) -> str:
        if found["kept"]:
            return found[0]
        if found["low"]:
            low.add(_LOW[found[0]])
            return found[0]
        if found[0] in _DASHES:
            return _DASHES[found[0]]
        opening, closing = _DOUBLE if found[0] == '"' else _SINGLE
        if found[0] in low and not _opens(found):
            low.discard(found[0])  # what begins below the line ends with the sign that opens others
            return opening
        return opening if _opens(found) else closing

    return _SIGN.sub(sign, text)


_DASHES = {"...": "…", "---": "—", "--": "–"}


def _opens(found: re.Match[str]) -> bool:
    """Whether a quotation mark opens: a gap or a bracket stands before it, and words behind."""
    text, at, end = found.string, found.start(), found.end()
    before, after = text[max(0, at - _REACH) : at], text[end : end + 1]
    if not after or after.isspace() or (found[0] == "'" and after.isdigit()):
        return False
    return _OPENS.search(before) is not None
