"""Paragraphs out of the lines of a light markup: Org, AsciiDoc."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from shared.domain.article import Claim, Field, RawItem
from shared.errors import Reason, Rejected
from workers.parsers.paragraphs.markup import without_headline
from workers.parsers.text.opening import without_masthead

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_SLACK = 2
"""Signs by which a heading and the rule below it may differ in length."""


@dataclass(slots=True)
class Lines:
    """The paragraphs so far, and the lines of the one that grows."""

    plain: Callable[[str], str]
    """Takes the marks out of a paragraph."""
    title: str = ""
    """The first heading, where no text stands above it."""
    paragraphs: list[str] = field(default_factory=list)
    headings: int = 0
    """So many of the paragraphs."""
    _growing: list[str] = field(default_factory=list)

    def add(self, line: str) -> None:
        """Add a line to the paragraph."""
        self._growing.append(line)

    def end(self) -> None:
        """End the paragraph."""
        text = " ".join(self.plain(" ".join(self._growing)).split())
        self._growing.clear()
        if text:
            self.paragraphs.append(text)

    def alone(self, line: str) -> None:
        """Add a line that is a paragraph by itself."""
        self.end()
        self.add(line)
        self.end()

    def underlined(self, line: str) -> bool:
        """Take a line for the rule below a heading, where one line of its length stands above."""
        above = self._growing
        rule = len(line) > _SLACK and line[0] in "=-~^+" and not line.strip(line[0])
        if not rule or len(above) != 1 or abs(len(above[0]) - len(line)) > _SLACK:
            return False
        title = above.pop()
        self.heading(title)
        return True

    def heading(self, line: str) -> None:
        """Add a heading; the first of all is the title."""
        self.end()
        if self.title or self.paragraphs:
            self.alone(line)
            self.headings += 1
        else:
            self.title = " ".join(self.plain(line).split())


def item_of(
    lines: Lines, told: Mapping[Field, tuple[Claim, ...]], source: str, notes: tuple[str, ...]
) -> RawItem:
    """Return the article of a text's fields and lines; raise `Rejected` where it has no text."""
    lines.end()
    claims = {name: each for name, each in told.items() if each}
    if lines.title and Field.HEADLINE not in claims:
        claims[Field.HEADLINE] = (Claim(lines.title, f"{source} title", 0.8),)
    headlines = claims.get(Field.HEADLINE, ())
    body = without_headline(tuple(lines.paragraphs), headlines[0].value if headlines else None)
    if len(lines.paragraphs) == lines.headings:
        raise Rejected(Reason.NO_ARTICLE, "there are no paragraphs in the text: only headings")
    body = without_masthead(body, claims)
    return RawItem(body=body, body_source=f"{source} text", claims=claims, notes=notes)
