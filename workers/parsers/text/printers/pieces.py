"""
Paragraphs that a program tore at each link and each stressed word, a line for every piece.

BeautifulSoup's `get_text`, given a line break, does so. Nobody begins lines with a comma: a text
with some such lines is in pieces, and those are joined whose sentence plainly goes on. Empty lines
are borders.
"""

# ruff: noqa: RUF001 - the signs of many scripts are meant

from __future__ import annotations

import re
from itertools import islice, zip_longest

from workers.parsers.lines.lexicon import FUNCTION_WORDS
from workers.parsers.lines.stops import STOPS_AND_COLONS, is_closed

FEWEST = 2
"""Lines that begin with a comma or a full stop, and a space: fewer may be slips."""
LONG = 30
"""Characters of the pieces together from which a small letter goes on with a sentence."""
BEGUN = 25
"""Characters of a sentence that a name may stand in; shorter, it is a heading above one."""
_TORN = re.compile(r"\n[ \t]*+[,;.][ \r\n]")
_HANGS = re.compile(r"[,;.:!?)\]’”…%](?![\w.])|['’](?:(?:s|d|ll|re|ve)\b|\s)")
"""What no line begins with by itself."""
_OPENS = frozenset("([“„‘«$£€")
_LAST_WORD = re.compile(r"[^\W\d_]+$")


def joined(text: str) -> str:
    """Return a text in pieces with its sentences joined; any other as it is."""
    if sum(1 for _ in islice(_TORN.finditer(text), FEWEST)) < FEWEST:
        return text
    # only spaces stand between two links in one sentence: such a line parts nothing
    lines = [line for line in text.splitlines() if not line or not line.isspace()]
    chains: list[list[str]] = []
    size, above = 0, ""
    for line, after in zip_longest(lines, lines[1:], fillvalue=""):
        piece = line.strip()
        if piece and above and _goes_on(above, size, line, after.strip()):
            close = _HANGS.match(piece) or above.rstrip()[-1] in _OPENS
            chains[-1].append(piece if close else f" {piece}")
            size += len(piece)
        else:
            chains.append([piece])
            size = len(piece)
        above = line
    return "\n".join(map("".join, chains))


def _goes_on(above: str, size: int, line: str, after: str) -> bool:
    """Whether a line is of the sentence, of `size` so far, whose last piece is `above`."""
    last, piece = above.rstrip(), line.strip()
    if _hangs(last, size, piece) or last[-1] in _OPENS:
        return True
    if is_closed(last, STOPS_AND_COLONS):
        return False
    within = after != "" and _hangs(piece, len(piece), after)
    if size >= BEGUN and within:
        return True
    spaced = above[-1].isspace() or line[0].isspace()
    return (spaced or _leads_on(last)) and (within or size + len(piece) >= LONG)


def _hangs(above: str, size: int, piece: str) -> bool:
    """Whether a piece cannot begin a line: by its first sign, or by a small letter."""
    if _HANGS.match(piece):
        return True
    return (
        piece[0].islower() and size + len(piece) >= LONG and not is_closed(above, STOPS_AND_COLONS)
    )


def _leads_on(last: str) -> bool:
    """Whether a line cannot end a heading: a little word or a comma stands last."""
    word = _LAST_WORD.search(last)
    return last[-1] == "," or (word is not None and word[0] in FUNCTION_WORDS)
