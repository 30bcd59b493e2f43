"""
What text browsers leave in the pages that they print.

`lynx -dump` and `elinks -dump` put `[12]` before each link and list the addresses at the end; w3m
and links leave fields, buttons and pictures in brackets; the older html2text puts headings between
stars and underlines between the words of a link.
"""

from __future__ import annotations

import re

from workers.parsers.text.typesetting.lines import HOLDER, PICTURE, passages, split

FEWEST = 3
"""Links that a text has at the least before their signs are taken off."""
LISTED_SHARE = 0.5
"""Of the lines of a list of addresses; some addresses hold line breaks or the text of a letter."""
_LIST = re.compile(
    r"^[ \t]*(?:References|Verweise|Références|Referencias|Riferimenti|Referências)[ \t]*:?[ \t]*$",
    re.MULTILINE,
)
"""What stands above the addresses that a text browser lists at the end, by their numbers."""
_LISTED = re.compile(r"\s*(?:(?:\d{1,5}\.|\[\d{1,5}\])\s+\S*[:/]|[a-z]{3,10}:/\S+\s*$)")
_NUMBER = re.compile(r"\[(\d{1,5})\]")
_PRESSED = re.compile(
    r"\((?:BUTTON|SUBMIT|IMG)\)[ \t]?|\[(?:BUTTON|INLINE|IMG|LINK|USEMAP)\][ \t]?|_{4,}"
)
_SURE = re.compile(
    r"\[[ \t]*\]|\[(?:IMG|INLINE)\]|\[[ ](?:Submit|Search|Ok|Go)[ ]+\]|^[ \t]*(?:Link|IFRAME): \S"
    r"|^[ \t]*IFrame$|\[[\w-]+\.(?:png|gif|jpe?g|svg|webp)\]",
    re.MULTILINE,
)
"""What only a text browser writes: an empty field, a picture, a button, a link of the head."""
_BRACKETS = r"\[(?:[^\[\]\n]|\n(?![ \t]*\n)){0,400}\]"
"""A picture's words may go on in the next lines."""
_LEFT_BY_BROWSER = re.compile(
    r"^[ \t\u2060]*(?:(?:Link|IFRAME): \S.{0,200}|IFrame"
    rf"|(?:[•*+□-][ \t]+)?(?:{_BRACKETS}[ \t]*)+)$\n?",
    re.MULTILINE,
)
_INLINE = re.compile(r"\[(?:[\w.%-]{1,80}\.(?:png|gif|jpe?g|svg|webp))?\]", re.IGNORECASE)
"""A picture without words, or by the name of its file, beside the words of a line."""
_PICTURE = re.compile(r"\[https?://[^\[\]\s]{1,400}\]")
_STARRED = re.compile(r"^[ \t]*(\*{2,6}) (\S(?:[^*\n]|\n(?!\n)){0,300}?)\s\1$", re.MULTILINE)
"""A heading as the older html2text writes it; the words of its links are parted by underlines."""
_WORDS = re.compile(r"\S+")
_STARS = 2
"""Headings between stars that make a text one of html2text's."""


def without_browsers_signs(text: str) -> str:
    """Return a text without the signs of a text browser; without enough of them as it is."""
    # to look for one sign costs a thirtieth of the look for more, and most texts have none of these
    bracket = "[" in text
    if bracket and "[1]" in text and (found := list(_LIST.finditer(text))):
        links = _listed(text[found[-1].end() :])
        if links >= FEWEST:
            return _without_pictures(_unnumbered(text[: found[-1].start()], links))
    if (bracket or "Link:" in text) and len(_SURE.findall(text)) >= FEWEST:
        text = _without_pictures(text)
    if "*" in text and "** " in text and len(_STARRED.findall(text)) >= _STARS:
        return _without_stars(text)
    return text


def _listed(text: str) -> int:
    """Return how many addresses a list has, 0 where most of its lines are none."""
    lines = [line for line in text.splitlines() if line.strip()]
    links = sum(_LISTED.match(line) is not None for line in lines)
    return links if links >= len(lines) * LISTED_SHARE else 0


def _unnumbered(text: str, most: int) -> str:
    """Take off the numbers that the list at the end explains, and what can be pressed."""
    text = _NUMBER.sub(lambda found: found[0] if int(found[1]) > 2 * most else _hidden(found), text)
    return _PRESSED.sub(_pressed, text)


def _hidden(found: re.Match[str]) -> str:
    """Return what holds the place of a sign in its line: the program broke the line with it."""
    return HOLDER * len(found[0])


def _pressed(found: re.Match[str]) -> str:
    """Return what holds the place of a picture or a button in its line."""
    return PICTURE * len(found[0])


def _without_pictures(text: str) -> str:
    return _INLINE.sub(_pressed, _LEFT_BY_BROWSER.sub(_pictured, text))


def _pictured(found: re.Match[str]) -> str:
    """Return a line that says that a picture, a field or a button stood there."""
    return f"{PICTURE}\n" if "[" in found[0] else ""


def _without_stars(text: str) -> str:
    """Return a text without stars of headings, underlines of links and pictures in brackets."""
    text = _PICTURE.sub(PICTURE, _LEFT_BY_BROWSER.sub(_pictured, text))
    text = _STARRED.sub(lambda found: "\n" + " ".join(found[2].split()) + "\n", text)
    return _WORDS.sub(_without_underlines, _rejoined(text))


def _without_underlines(found: re.Match[str]) -> str:
    """Return the words of a link, which have underlines between them; an address as it is."""
    words = found[0]
    if "_" not in words or "/" in words or "@" in words:
        return words
    return HOLDER + words.replace("_", " ")


def _rejoined(text: str) -> str:
    """Return a text with a paragraph in each line: it was broken where no underline stands."""
    lines: list[str] = []
    group = 0
    for part in passages(split(text)):
        if part.group != group:
            lines.append("")
        group = part.group
        if part.pictured:
            lines.append(PICTURE)
        entry = part.bullet and not part.text[:1].isdigit()
        lines.append(f"{' ' * part.lines[0].indent}{'* ' if entry else ''}{part.text}")
    return "\n".join(lines)
