"""Who is named inside or below the text: in its first words, behind its last, in a credit."""

# ruff: noqa: RUF001 - the signs of many scripts are meant

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workers.parsers.bylines.east_signatures import signed_in_brackets
from workers.parsers.bylines.firms import FIRM
from workers.parsers.bylines.persons import NAME_WORD, SMALL, names_only
from workers.parsers.bylines.words import NOBODY
from workers.parsers.lines.datelines import agency_of, dateline_of
from workers.parsers.lines.stops import ends_sentence
from workers.words.agencies import AGENCIES
from workers.words.east_asian_names import chinese_names, is_japanese, is_person
from workers.words.given_names import is_given_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_OPENING = 80
"""Characters at the start of the first paragraph among which a reporter is named."""
_LEAD = re.compile(
    r"[（(【][\u3400-\u9fff]{0,10}?(?:记者|記者|通讯员|通訊員)\s*[:：]?\s*"
    r"(?P<who>[^（()）】]{2,40})[）)】]"
)
_LEAD_KOREAN = re.compile(
    r"^[\[【(][^\])】]{1,20}?(?:=|[,\s]\s?)(?P<inside>[\uac00-\ud7a3]{2,4})\s?(?:기자|특파원)[\])】]|"
    r"(?:^|[)\]】]\s*)(?P<who>[\uac00-\ud7a3]{2,4})\s?(?:기자|특파원|선임기자|통신원)\s*="
)
_REPORTERS = ("기자", "특파원", "통신원")
"""Of these each such line has one."""
_TAIL_JAPANESE = re.compile(
    r"[。」][（(【](?P<who>[\u3040-\u30ff\u3400-\u9fff々 \u3000]{3,9})[）)】]$"
)
_ALONE_EAST = re.compile(
    r"[（(【［\[](?:[\u3400-\u9fff]{1,5}[部局課][ \u3000])?"
    r"([\u3040-\u30ff\u3400-\u9fff々 \u3000]{2,10})[）)】］\]]"
)
_FULL = rf"(?:{NAME_WORD}\s(?:{SMALL})?){{1,2}}{NAME_WORD}"
_ALONE = re.compile(rf"[–—-]?\s?({_FULL})(?:,\s[\w /.-]{{2,12}})?")
_BRACKETED = re.compile(rf"[.!?…”\"»]\s?\(({_FULL})\)[\s+*]*$")
_BRACKETED_BY = re.compile(
    rf"(?:^|[.!?…”\"»]\s?)\((?:By|by)\s({_FULL}(?:(?:,|\sand)\s{_FULL}){{0,4}})\)\s?(?:Enditem\S*)?$"
)
"""`(By Ann Ek and Bo Li) Enditem/kb`: how agencies of East Asia sign in English."""
_LONGEST = 60
"""Characters of a signature in brackets and the words before it."""
_AND_EAST = re.compile(r"[、，,\s]+")
_TASK_EAST = re.compile(
    r"(?:实习|见习)?(?:整合|综合|整理|编译|報道|报道|摄影报道|文并摄|文/图|文|图|摄|摄影|通讯员|通訊員|实习生|记者|記者)[：:]?"
    r"(?=$|[\u3400-\u9fff])"
)
"""What else stands in such brackets: what the reporter did, and who helped."""
_TASKS = re.compile(
    r"(?P<task>(?:additional |further )?reporting|writing|written|editing|edited)"
    r"(?:\s(?:and|&)\s(?P<more>writing|editing|reporting))?"
    r"(?:\s(?:in|from)\s[^;.()]{2,40}?)?\sby\s(?P<who>[^;()]{3,200}?)"
    r"(?=[;()]|\.?$|[.,]?\s(?:additional |further )?(?:reporting|writing|editing)\b)",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"^[(\[]?\s*(?:additional |further )?(?:reporting|writing|editing|edited)\b", re.IGNORECASE
)
_CREDIT_BEHIND = re.compile(
    r"(?<=[.!?\"'\u201d])\s([(\[](?:additional |further )?(?:reporting|writing|editing|edited)\b"
    r"[^()\[\]]{3,280}[)\]])$",
    re.IGNORECASE,
)
"""The same behind the last sentence, in its paragraph."""
_BRACKETS = (")", "]")
_FILED_BY = re.compile(
    r"[–—-]{1,2}\s?by\s(?P<who>[^.;()]{3,120}?)(?:,\swith files from\s[^;()]{2,160})?\.?",
    re.IGNORECASE,
)
"""`— By Ann Ek in Northby, with files from Bo Li in Southby.`: the last line of a wire's story."""
_PLACE = re.compile(r"\s+(?:in|from)\s+[A-Z][\w. ]*?(?=,|$|\sand\s)")
_LONGEST_CREDIT = 300
_LABELLED = re.compile(
    r"(?:quelle|source|fuente|fonte|bron|kilde|källa|źródło|von|by|来源|來源)\s?[:：]\s?",
    re.IGNORECASE,
)
_RIGHTS = re.compile(r"(?:©|\(c\))\s?(?:(?:19|20)\d\d\s|(?=dpa-infocom\b))|,\s?dpa:\d[\d/-]*$")
"""Whose text it is: a year stands with it, or the number of the text; with neither a picture's."""
_OWNED = re.compile(
    r"(?:copyright|©|\(c\))[\s©]{0,3}(?:(?:19|20)\d\d,?\s)?(?:by\s)?([^.,;:]{2,30})"
    r"[.,]\s?all rights reserved",
    re.IGNORECASE,
)
"""`Copyright 2013 The Associated Press. All rights reserved. …`, in a line of any length."""
_PARTS = re.compile(r"\s?[/,&+]\s?|\s(?:mit|with|avec|con)\s")
_INITIALS = re.compile(r"[\w.]{1,20}")
"""Who edited it, or a site, beside an agency: no person in full, who is one of a picture."""
_LONGEST_AGENCY = 40
_FILED = re.compile(r"—\s([^\W\d][\w.-]*(?:\s[^\W\d][\w.-]*){0,2})\s@\s\d{1,2}:\d\d")
_ENDED_BY = re.compile(r"[.!?…”\"»“]\s?\(([\w./,& +-]{2,24})\)\s?$")


def opening_authors(paragraph: str) -> str | None:
    """Return who reports by the first words: `江城5月12日电(记者李晓明)`, `김민수 기자 = …`."""
    head = paragraph[:_OPENING]
    if head.isascii():
        return None
    if match := _LEAD.search(head):
        words = [one for one in _AND_EAST.split(match["who"].strip()) if one]
        names = [_TASK_EAST.sub("", one) for one in words if not _TASK_EAST.fullmatch(one)]
        if not all(map(is_person, names)):
            names = list(chinese_names(" ".join(names)))
        return "、".join(names) or None
    # a look for one word takes a tenth of the pattern's time
    match = _LEAD_KOREAN.search(head) if any(map(head.__contains__, _REPORTERS)) else None
    return match["who"] or match["inside"] if match else None


def closing_author(paragraph: str) -> str | None:
    """
    Return who signed in brackets behind the last sentence: `… bleibt offen. (Maren Oakes)`.

    Japanese papers print it so, and many that quote agencies.
    """
    if not paragraph.isascii() and (name := _closing_east(paragraph)) is not None:
        return name
    if "(" not in paragraph[-_LONGEST_CREDIT:]:  # as in most
        return None
    if (told := _BRACKETED_BY.search(paragraph[-_LONGEST_CREDIT:])) is not None:
        return told[1]
    found = _BRACKETED.search(paragraph[-_LONGEST:])
    return found[1] if found is not None and not NOBODY.search(found[1]) else None


def _closing_east(paragraph: str) -> str | None:
    """Return who signed in brackets as papers in Chinese and Japanese print it."""
    match = _TAIL_JAPANESE.search(paragraph[-14:])
    if match and is_japanese(match["who"].strip()):
        return match["who"].strip()
    if (alone := _ALONE_EAST.fullmatch(paragraph)) and is_person(alone[1].strip()):
        return alone[1].strip()
    return "、".join(signed_in_brackets(paragraph)) or None


def agency_inside(paragraph: str) -> str | None:
    """
    Return the agencies that a paragraph opens or ends with, and nobody else.

    `Oslo (dpa) - …`, `PARIS, March 3 (Reuters) - …`, `… bleibt offen. (APA/red)`.
    """
    found = _ENDED_BY.search(paragraph[-_LONGEST:])
    if (line := dateline_of(paragraph)) is not None:
        told = agency_of(line) or line
    elif found is not None:
        told = found[1]
    else:
        return None
    return agency_alone(told)


def filed_by(line: str) -> str | None:
    """Return who posted, as old blogs say it: `— Ada Brook @ 12:30`."""
    found = _FILED.search(line) if " @ " in line else None
    return found[1] if found is not None else None


def signature_in(text: str, *, bold: bool) -> str | None:
    """Return the name that an article is signed with: alone in its line, bold or behind a dash."""
    if not bold and text[:1] not in "–—-":
        return None
    found = _ALONE.fullmatch(text)
    return found[1] if found is not None and not NOBODY.search(text) else None


def plain_signature(text: str, above: str, others: Iterable[str]) -> str | None:
    """
    Return the person with a well-known given name whose name a line is, neither bold nor dashed.

    `above` is the line before it, which ends a text: below `Contact:` or a heading nobody signs.
    `others` are the other lines: who is told of there, or stands in a row of names, signs nothing.
    """
    found = _ALONE.fullmatch(text)
    if found is None or not is_given_name(found[1].split()[0]):
        return None
    if NOBODY.search(text) or FIRM.search(text) or not ends_sentence(above):
        return None
    named = any(found[1] in other or _ALONE.fullmatch(other) for other in others)
    return None if named else found[1]


def credits_of(line: str) -> Iterator[tuple[bool, str]]:
    """Yield whether it is editing, and by whom: `(Reporting by Ann Ek; Editing by Bo Li)`."""
    if filed := _FILED_BY.fullmatch(line[: _LONGEST_CREDIT + 1]):
        names = _PLACE.sub("", filed["who"])
        if names_only(names):
            yield False, names
        return
    if line.endswith(_BRACKETS) and (behind := _CREDIT_BEHIND.search(line[-_LONGEST_CREDIT:])):
        line = behind[1]
    if len(line) > _LONGEST_CREDIT or not _CREDIT.match(line):
        return
    for match in _TASKS.finditer(line):
        task, names = match["task"].casefold(), _PLACE.sub("", match["who"]).strip(" .")
        if names_only(names) and not task.startswith(("additional", "further")):
            yield task.startswith("edit"), names


def agency_alone(line: str) -> str | None:
    """Return the agencies that a line names alone, or whose text it is: `Quelle: kathpress`."""
    if (owned := _OWNED.match(line)) is not None and AGENCIES.fullmatch(owned[1]):
        return owned[1]
    if len(line) > _LONGEST_AGENCY:
        return None
    names = _LABELLED.sub("", _RIGHTS.sub("", line), count=1).strip(" ()[]–—-.")
    parts = _PARTS.split(names)
    known = [AGENCIES.fullmatch(part) is not None for part in parts]
    short = all(told or _INITIALS.fullmatch(part) for told, part in zip(known, parts, strict=True))
    return names if any(known) and short and "Getty" not in names else None
