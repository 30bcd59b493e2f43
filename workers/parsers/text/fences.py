"""
What pandoc writes into Markdown for elements that Markdown has no sign for.

`::: {.menu}` and `:::` stand around a block, `[text]{.name}` is a piece of a line, `{#id .name}`
behind a heading or a link holds its attributes.
"""

from __future__ import annotations

import re

_BRACES = r"\{(?:[^{}]|\{(?:[^{}]|\{[^{}]{0,1000}+\}){0,1000}+\}){1,2000}+\}"
"""Attributes; those of scripts hold objects of their own."""
_FENCE = re.compile(
    rf"^[ \t>]*:{{3,}}[ \t]*(?P<names>{_BRACES}|[^\n{{]{{0,500}}+)[ \t]*$", re.MULTILINE
)
_ATTRIBUTES = re.compile(
    rf"(?<=[\])]){_BRACES}|(?<=[ \t])\{{(?=[#.\w])[^{{}}]{{1,1000}}+\}}(?=[ \t]*$)", re.MULTILINE
)
_SPAN = re.compile(rf"(?<![\]!\\])\[([^\[\]]{{0,2000}}+)\]{_BRACES}")
_NAME = re.compile(r"(?:\A|(?<=[\s.{]))(?<!=)[\w-]+(?![\w-]*=)")
_FEWEST = 4
"""Fences of a page: two make a box that somebody wrote."""


def is_fenced(text: str) -> bool:
    """Return whether a text has the fences that pandoc writes around a page's blocks."""
    return ":::" in text and len(_FENCE.findall(text)) >= _FEWEST


def without_fences(text: str) -> str:
    """Return the text without fences and attributes."""
    return _FENCE.sub("", _without_attributes(text))


def fences_to_tags(text: str) -> str:
    """Return the text with tags in the place of fences; without a page's fences, as it is."""
    if not is_fenced(text):
        return text
    return _FENCE.sub(_tag, _without_attributes(text))


def _without_attributes(text: str) -> str:
    if "{" not in text:
        return text
    for _ in range(3):  # spans stand in spans
        text = _SPAN.sub(r"\1", text)
    return _ATTRIBUTES.sub("", text)


def _tag(fence: re.Match[str]) -> str:
    names = " ".join(_NAME.findall(fence["names"].partition('"')[0]))
    # the blank lines end a block of HTML: what stands inside is Markdown again
    return f'\n<div class="{names}">\n\n' if fence["names"].strip() else "\n</div>\n\n"
