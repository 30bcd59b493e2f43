"""A page that a program printed as text: its signs are taken off, the rest is read as any text."""

from __future__ import annotations

from dataclasses import replace

from shared.domain.article import Claim, Field
from workers.parsers.paragraphs.markup import without_headline
from workers.parsers.text.printers.programs import plain
from workers.parsers.text.reading import Reading, read_text


def read_printed(text: str) -> Reading:
    """Return the reading of a whole text; the one heading that its Markdown marks comes first."""
    printed = plain(text)
    reading = read_text(printed.text)
    if not (printed.heading and reading.body):
        return reading
    told = Claim(printed.heading, "markdown heading", 0.9)
    headlines = (told, *reading.claims.get(Field.HEADLINE, ()))
    return replace(
        reading,
        body=without_headline(reading.body, printed.heading),
        claims={**reading.claims, Field.HEADLINE: headlines},
    )
