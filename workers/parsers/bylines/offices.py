"""Names beside an office or a paper in one line, with nothing but capitals to part them."""

from __future__ import annotations

import re

from workers.parsers.bylines.not_persons import is_thing
from workers.parsers.bylines.persons import NAMES, UPPER, is_person_like, names_nobody
from workers.words.given_names import is_given_name

_OFFICE = re.compile(
    r"(?:By|BY|Von|Par|Door|D[ae]l?|Por)\s(?:[Oo]ur|unser(?:em|er)?|notre|onze|nostr[oa]|nuestr[oa])"
    r"\s[\w\s-]{0,40}?"
    r"(?:[Cc]orrespondent|[Rr]eporter|[Ee]ditor|[Ww]riter|[Kk]orrespondent(?:en|in)?"
    r"|[Rr]edakteur(?:in)?|correspondante?|envoyée? spéciale?|redacteur|verslagge(?:ver|efster)"
    r"|inviat[oa]|corrispondente|corresponsal|enviad[oa] especial)s?,?\s"
    rf"(?P<who>{NAMES})(?:\s?[,(|]|\s(?:in|à|at)\s|$)"
)
"""`By our transport correspondent, Ada Brook`."""
_PLACE = re.compile(rf"From\s(?P<who>{NAMES})(?:\sin\s|\sat\s|,\s)[{UPPER}][^.!?]{{1,40}}")
"""`From Ada Brook in Oslo`."""
_PAPER = re.compile(
    rf"(?P<who>[{UPPER}]{{2,}}(?:[\s'.-][{UPPER}]{{2,}})+)"
    rf"(?=(?:\s[{UPPER}][^\W\d_{UPPER}]+){{2}})"
)
"""A name in capitals before its paper's: `ADA BROOK Harbour News`."""
_ROMANIAN = re.compile(
    rf"De:? (?P<given>[{UPPER}][^\W\d_]+)(?:-[^\W\d_]+)?(?P<middle> [{UPPER}][^\W\d_]+)??"
    rf" [{UPPER}][^\W\d_]+(?:-[^\W\d_]+)?(?=$|\s?[,|(/•·–]|\s(?:-|și|si)\s)"  # noqa: RUF001 - a dash
)
"""… and no more: `De Maria Callas Collectie` is Dutch."""
_TWO = 2
"""Words of a name."""


def behind_office(line: str) -> str | None:
    """Return the names that an office opens behind a `By`, or `From` before a place; or None."""
    found = _OFFICE.match(line) or _PLACE.fullmatch(line)
    if found is None or " " not in found["who"] or names_nobody(found["who"]):
        return None
    return found["who"].strip()


def with_by(line: str) -> str:
    """Return a line that begins as Romanian bylines do (`De Ioana Pop`) with a `By` instead."""
    found = _ROMANIAN.match(line)
    if found is None:
        return line
    given = [found["given"], *(found["middle"] or "").split()]
    return f"By{line[2:]}" if all(map(is_given_name, given)) else line


def before_paper(text: str) -> str:
    """Return a text with a stroke behind the name in capitals that it begins with."""
    return _PAPER.sub(r"\g<who> |", text, count=1) if _PAPER.match(text) else text


def is_section(opening: str, behind: str) -> bool:
    """Return whether a section stands before a name: `News By Ada Brook |`, not `By Email |`."""
    named = " ".join(behind.split()[:_TWO])
    return " " not in opening and is_thing(opening) and is_person_like(named)
