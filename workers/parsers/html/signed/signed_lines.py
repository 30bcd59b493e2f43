"""Who wrote it, as lines of plain text tell: bylines, labels with names, signatures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.domain.article import Field
from workers.parsers.bylines.marked import byline_in, byline_of, is_label, labelled_in
from workers.parsers.bylines.signatures import (
    agency_alone,
    agency_inside,
    closing_author,
    credits_of,
    filed_by,
    opening_authors,
    plain_signature,
    signature_in,
)
from workers.parsers.bylines.unmarked import names_in
from workers.parsers.bylines.words import CHECKED
from workers.parsers.claims.evidence import AGENCY_LINE, BESIDE_DATE
from workers.parsers.html.label_lines import author_label, label_fields
from workers.parsers.html.signed import below_headline
from workers.parsers.html.signed.after_label import named_after_label
from workers.parsers.html.signed.alone import (
    ideographs_with_day,
    is_somebody,
    is_topic,
    name_beside_day,
    name_with_day,
)
from workers.parsers.html.signed.boxes import ends_a_box
from workers.parsers.html.signed.nearest import Beside, nearest
from workers.parsers.html.signed.source_label import add_source
from workers.parsers.html.signed.whose import fills_a_cell, is_pictured
from workers.parsers.lines.printed_dates import has_date

if TYPE_CHECKING:
    from workers.parsers.claims.evidence import Evidence
    from workers.parsers.html.walk.nodes import Block
    from workers.parsers.html.walk.page import Page

_LONGEST = 120
_OPENING = 30
"""Characters before the names of a byline; behind more, `by` is a word of a sentence."""
_OPENING_LINES = 4
"""Lines of the body among which a byline may stand."""
_HEAD_LINES = 6
"""Blocks before the headline among which a name may stand beside a date."""
_TOGETHER = 3
"""Blocks that lie between the lines of one byline, at most."""
_TOLD = 3
"""Paragraphs before one that says who wrote them, at least."""
_SIGNED, _BOLD = 1, 0.9
"""Blocks behind the last one in which a signature stands, and how much of it is bold."""
_NOTED = 3
"""… and before it: notes may stand below a signature."""
_ABOVE = 3
"""Blocks above the headline in which an agency's name stands alone."""
_CREDITS = 3
"""Blocks after the last one in which `Reporting by …; editing by …` stands."""
_LONGEST_DATED = 90
"""Characters of a line among the first of the body that has a day and a byline."""
_DATED = 60
"""Characters at the start of a longer line with a date among them: all that a blog tells in one."""
_NOT_SIGNED = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "li", "figcaption", "td", "th"})


class Bylines:
    """Reads the lines around one body, which goes from block `first` to `last`."""

    def __init__(self, page: Page, evidence: Evidence, heading: int, first: int, last: int) -> None:
        self._blocks = page.blocks
        self._lines = frozenset(block.text for block in page.blocks if " " not in block.text)
        self._evidence = evidence
        self._heading, self._first, self._last = heading, first, last
        self._inside = range(first + _OPENING_LINES, last)
        self._signed: int | None = None
        """The first byline between headline and body."""
        self._beside: list[Beside] = []

    def read(self, block: Block) -> None:
        """Add the names of a line that says who wrote it."""
        if block.node.tag == "figcaption" or block.node.hidden:
            return  # who took the picture, or the film that is shown later
        self.read_text(block)
        self._labelled(block)
        self._evidence.add(Field.AUTHOR, filed_by(block.text), "byline pattern", 0.45)
        if len(block.text) > _LONGEST and not has_date(block.text[:_DATED]):
            return
        first, last = self._first, self._last
        outside = block.at < first or block.at > last
        if outside or block.at in (first, last):
            self._byline(block, early=self._is_early(block))
        elif block.at <= first + _OPENING_LINES and self._opens(block):
            self._byline(block, early=True)
        elif labelled_in(block.text[:_OPENING]):
            self._byline(block, early=block.at <= first + _OPENING_LINES)
        signed = max(first + 1, last - _NOTED) <= block.at <= last + _SIGNED
        if signed or ends_a_box(block, self._blocks, self._inside):
            self._signature(block)
        above = self._heading - _ABOVE <= block.at < first
        if above or last <= block.at + 1 <= last + _CREDITS:
            self._agency(block)
        if is_label(block.text) and block.at + 1 < len(self._blocks):
            near = self._heading - _HEAD_LINES <= block.at < self._first
            names = named_after_label(self._blocks[block.at + 1], near=near)
            self._evidence.add(Field.AUTHOR, names, "line after a label", 0.5)

    def close(self) -> None:
        """Add the bylines beside the body: of several places those nearest to it, no teasers'."""
        for each in nearest(self._beside, self._first, self._last):
            self._evidence.add(Field.AUTHOR, each.names, each.source, each.weight)

    def _opens(self, block: Block) -> bool:
        """Return whether a line among the first of the body says who wrote it, and nothing else."""
        said = byline_of(block.text) is not None or author_label(block.text) is not None
        if block.node.tag == "address" or said:
            return True
        if self._alone(block) is not None:
            return True
        short = len(block.text) <= _LONGEST_DATED and has_date(block.text)
        return short and (byline_in(block.text) or self._beside_date(block.text)) is not None

    def _alone(self, block: Block) -> str | None:
        """Return the name in a line between headline and text, a line away from its day."""
        if not self._heading < block.at <= self._first + _OPENING_LINES:
            return None
        before = self._blocks[self._first : block.at]
        if any(each.prose and not has_date(each.text) for each in before):
            return None
        name = name_beside_day(self._blocks, block.at)
        return name if name is not None and self._is_somebody(name, block) else None

    def read_text(self, block: Block) -> None:
        """Add who is named in the first words of the text or behind its last, of any length."""
        if self._first <= block.at <= self._first + 1:
            names = opening_authors(block.text)
            self._evidence.add(Field.AUTHOR, names, "opening of the body", 0.4)
        if self._last - 1 <= block.at <= self._last:
            name = closing_author(block.text)
            self._evidence.add(Field.AUTHOR, name, "signature", 0.25)
        if block.at in (self._first, self._first + 1, self._last):
            agency = agency_inside(block.text)
            self._evidence.add(Field.AUTHOR, agency, "agency in the text", 0.18)
        if self._last <= block.at <= self._last + _CREDITS:
            if len(block.text) > _LONGEST:
                self._agency(block)  # whose text it is
            for edited, names in credits_of(block.text):
                field, weight = (Field.EDITOR, 0.5) if edited else (Field.AUTHOR, 0.3)
                self._evidence.add(field, names, "closing credit", weight)

    def _labelled(self, block: Block) -> None:
        """Add the editors and the source that labels of a line around or at the edge name."""
        if self._first + _OPENING_LINES < block.at < self._last - _CREDITS:
            return
        for field, value in label_fields(block.text):
            if field is Field.EDITOR:
                self._evidence.add(field, value, "editor label", 0.5)
            elif field is Field.SOURCE:
                add_source(self._evidence, value)
        if self._heading <= block.at < self._first and len(block.text) <= _LONGEST_DATED:
            for field, value, weight in ideographs_with_day(block.text):
                self._evidence.add(field, value, BESIDE_DATE, weight)

    def _is_early(self, block: Block) -> bool:
        """Return whether a line is in the article's head; a second byline is a teaser's."""
        framed = self._heading <= block.at <= self._first
        return framed and (self._signed is None or block.at - self._signed <= _TOGETHER)

    def _byline(self, block: Block, *, early: bool) -> None:
        """Add the names of a byline; those that stand elsewhere than above the body are apart."""
        weight = 0.5 if early else 0.3
        found = self._found(block)
        if found is None:
            return
        names, kind, more = found
        if not early:
            self._beside.append(Beside(names, f"{kind} beside the body", weight + more, block.at))
            return
        self._evidence.add(Field.AUTHOR, names, kind, weight + more)
        if self._signed is None and kind != below_headline.SOURCE:
            self._signed = block.at

    def _found(self, block: Block) -> tuple[str, str, float] | None:
        """Return the names in a line, how they stand in it, and how much surer that is."""
        text = block.text[:_LONGEST]
        names = labelled_in(text) or author_label(text)
        if names is not None:
            return names, "byline label", 0.25
        names = byline_in(text)
        if names is not None:
            if self._signed is not None and CHECKED.match(text):
                return None
            opens = text.find(names) <= _OPENING or has_date(text) or byline_of(text) == names
            return (names, "byline pattern", 0.0) if opens else None
        near = self._heading - _HEAD_LINES <= block.at <= self._last + _TOGETHER
        return self._unmarked(block, text) if near else None

    def _unmarked(self, block: Block, text: str) -> tuple[str, str, float] | None:
        """Return the names in a line without a `By`, by what it is or what stands beside them."""
        if block.node.tag == "address" and (names := names_in(text)) and names[0].isupper():
            return names, "address element", -0.1
        if (name := self._alone(block)) is not None:
            return name, f"{BESIDE_DATE}'s line", -0.15
        if len(block.text) <= _LONGEST and (names := self._beside_date(text)) is not None:
            known = not is_topic(block, names, self._lines) and self._is_somebody(names, block)
            framed = has_date(text) or self._heading < block.at <= self._first
            return (names, BESIDE_DATE, -0.15) if known and framed else None
        span = (self._heading, self._first, self._last)
        alone = below_headline.signs(block, self._blocks, span, self._topics())
        return (block.text, below_headline.SOURCE, -0.3) if alone else None

    def _beside_date(self, text: str) -> str | None:
        """Return the names in a line that has nothing but them, a date, and the site's name."""
        return name_with_day(text, self._evidence.values(Field.SOURCE))

    def _is_somebody(self, names: str, block: Block) -> bool:
        """Return whether names that only stand beside a day are a person's."""
        body = self._blocks[self._first : self._last]
        texts = [each.text for each in body if each is not block and each.prose]
        if len(texts) > _TOLD and texts[-1].startswith(names):  # it says who that is
            texts.pop()
        return is_somebody(names, (*self._topics(), *texts))

    def _topics(self) -> tuple[str, ...]:
        return (*self._evidence.values(Field.HEADLINE), *self._evidence.values(Field.KEYWORD))

    def _agency(self, block: Block) -> None:
        """Add the agencies that a line names alone: nobody else signs then; no picture's."""
        if block.node.tag in _NOT_SIGNED or is_pictured(block):
            return
        self._evidence.add(Field.AUTHOR, agency_alone(block.text), AGENCY_LINE, 0.2)

    def _signature(self, block: Block) -> None:
        """Add the name that stands alone, bold or behind a dash, below the text."""
        if block.links or block.node.tag in _NOT_SIGNED or fills_a_cell(block):
            return
        bold = block.bold_chars >= _BOLD * len(block.text)
        if bold and block.at < self._last and not ends_a_box(block, self._blocks, self._inside):
            return  # a heading of what follows
        name = signature_in(block.text, bold=bold)
        if name is None:
            lines = self._blocks[self._first : self._last + 1]
            others = (each.text for each in lines if each is not block)
            told = (*self._evidence.values(Field.HEADLINE), *others)
            name = plain_signature(block.text, self._blocks[block.at - 1].text, told)
        self._evidence.add(Field.AUTHOR, name, "signature", 0.25)
