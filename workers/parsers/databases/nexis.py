"""
LexisNexis and Nexis Uni: articles one below the other, each between a head and labels.

The older text has `1 of 250 DOCUMENTS` above each article, the source and the day in the middle of
their lines, and labels in capitals (`BYLINE:`, `LENGTH:`; `LOAD-DATE:` below the text). Nexis Uni
has headline, source, day and labels (`Length:`), a line `Body`, and `End of Document` below.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from shared.domain.article import Field
from workers.parsers.databases.gathered import Found
from workers.parsers.text.moments import is_moment_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_ABOVE = re.compile(
    r"^[ \t]*(?:\d{1,5}[ \t]+(?:of|von|de|van|di|sur)[ \t]+\d{1,5}[ \t]+DO[CK]UMENT\w{0,4}"
    r"|(?:Dokument|Document)[ \t]+\d{1,5}[ \t]+(?:of|von|de|van|di)[ \t]+\d{1,5})[ \t]*$",
    re.MULTILINE,
)
_BELOW = re.compile(r"^[ \t]*End of Document[ \t]*$", re.MULTILINE)
_BODY = "Body"
_LABEL = re.compile(r"\s{0,4}(?P<label>[^\W\d_][\w/ -]{1,28}?):(?:\s+(?P<value>.*))?")
_COPYRIGHT = re.compile(r"\s*(?:Copyright|\(c\)|©)\s", re.IGNORECASE)
_HEAD = {
    **dict.fromkeys(("headline", "titel", "titre", "titular", "title"), Field.HEADLINE),
    **dict.fromkeys(("byline", "autor", "author", "auteur", "auteurs", "autore"), Field.AUTHOR),
    **dict.fromkeys(
        ("section", "rubrik", "rubrique", "sección", "sectie", "rubriek", "sezione"), Field.SECTION
    ),
    **dict.fromkeys(("dateline", "ort", "lieu"), Field.DATELINE),
    **dict.fromkeys(
        ("length", "länge", "longueur", "longitud", "lengte", "lunghezza", "highlight", "series",
         "distribution", "encart")
    ),
}  # fmt: skip
"""Labels above the text, and what they mean; None for what no field holds."""
_TAIL = {
    "url": Field.URL,
    **dict.fromkeys(
        ("language", "sprache", "langue", "idioma", "taal", "lingua"), Field.LANGUAGE
    ),
    **dict.fromkeys(
        ("load-date", "update", "datum", "date-chargement", "graphic", "grafik", "illustration",
         "publication-type", "publikationstyp", "type-publication", "subject", "company",
         "organization", "ticker", "industry", "person", "people", "geographic", "country", "state",
         "city", "correction-date", "correction", "notes", "note", "document-type", "journal-code",
         "acc-no", "pub-type", "type", "chart/graphic", "copyright")
    ),
}  # fmt: skip
"""Labels below it."""
_PARTS = frozenset({"Classification", "Graphic", "Correction", "Notes", _BODY})
"""Lines of Nexis Uni that stand alone above a part of an article."""
_ENDS = _PARTS | {""}
"""What ends a label's value: such a line, or a blank one."""


def is_export(head: str) -> bool:
    """Return whether a text begins as one of the two."""
    if _ABOVE.search(head) and re.search(r"^[A-ZÄÖÜÉ-]{3,20}: ", head, re.MULTILINE):
        return True
    return re.search(r"^Length:.{1,40}$[\s\S]{0,2000}?^Body[ \t]*$", head, re.MULTILINE) is not None


def documents(text: str) -> Iterator[Found]:
    """Yield the articles of an export in order."""
    if _BELOW.search(text) or not _ABOVE.search(text):
        for block in _BELOW.split(text):
            if any(line.strip() == _BODY for line in block.split("\n")):
                yield _of_nexis_uni(block.split("\n"))
        return
    for block in _ABOVE.split(text)[1:]:
        yield _of_lexis_nexis(block.split("\n"))


def _of_lexis_nexis(lines: Sequence[str]) -> Found:
    found = Found()
    day = next((at for at, line in enumerate(lines) if _is_day(line)), 0)
    labels = _labels(lines, day, _HEAD)
    first = max(labels, default=day)
    last = min(_labels(lines, first + 1, _TAIL) | _copyrights(lines, first), default=len(lines))
    source = next((line for line in lines[:day] if line.strip()), "")
    found.add(Field.SOURCE, source, "export head")
    found.add(Field.PUBLISHED, lines[day] if _is_day(lines[day]) else "", "export head")
    _claim(found, lines, {**labels, **_labels(lines, last, _TAIL)})
    if Field.HEADLINE not in found.claims:
        found.add(Field.HEADLINE, _headline(lines[day + 1 : min(labels, default=last)]), "export")
    found.text = list(lines[_end_of(lines, first) : last])
    return found


def _of_nexis_uni(lines: Sequence[str]) -> Found:
    found = Found()
    body = next(at for at, line in enumerate(lines) if line.strip() == _BODY)
    shown = [line for line in lines[:body] if line.strip()]
    day = next((at for at, line in enumerate(shown) if _is_day(line)), None)
    if day is not None:
        found.add(Field.PUBLISHED, shown[day], "export head")
        found.add(Field.SOURCE, shown[day - 1] if day else "", "export head")
        found.add(Field.HEADLINE, shown[day - 2] if day > 1 else "", "export head")
    last = min(
        (at for at in range(body + 1, len(lines)) if lines[at].strip() in _PARTS),
        default=len(lines),
    )
    last = min([last, *_labels(lines, body + 1, _TAIL)])
    _claim(found, lines, {**_labels(lines[:body], 0, _HEAD), **_labels(lines, last, _TAIL)})
    found.text = list(lines[body + 1 : last])
    return found


def _is_day(line: str) -> bool:
    return len(line.strip()) < 80 and is_moment_line(line.strip())  # noqa: PLR2004 - one line


def _labels(lines: Sequence[str], begin: int, known: dict[str, Field | None]) -> dict[int, str]:
    """Return where labels of a kind stand from a line on, each with its name."""
    found = ((at, _LABEL.fullmatch(lines[at])) for at in range(begin, len(lines)))
    named = {at: label["label"].strip().casefold() for at, label in found if label is not None}
    return {at: name for at, name in named.items() if name in known}


def _copyrights(lines: Sequence[str], begin: int) -> dict[int, str]:
    return {at: "copyright" for at in range(begin, len(lines)) if _COPYRIGHT.match(lines[at])}


def _claim(found: Found, lines: Sequence[str], labels: dict[int, str]) -> None:
    """Add what labels say, each with the lines that belong to it."""
    for at, name in labels.items():
        meaning = _HEAD.get(name) or _TAIL.get(name)
        if meaning is not None:
            value = " ".join(lines[at : _end_of(lines, at)]).partition(":")[2]
            if meaning is Field.LANGUAGE:
                value = value.partition(";")[0].strip().capitalize()
            found.add(meaning, value, f"export label {name}")


def _end_of(lines: Sequence[str], at: int) -> int:
    """Return the line below a label and what belongs to it: all up to a blank line or a label."""
    end = at + 1
    while end < len(lines) and lines[end].strip() not in _ENDS and not _LABEL.fullmatch(lines[end]):
        end += 1
    return end


def _headline(lines: Sequence[str]) -> str:
    """Return the headline between the day and the labels: an edition stands in the middle."""
    left = [line for line in lines if line.strip() and not line.startswith("        ")]
    return " ".join(left or [line for line in lines if line.strip()])
