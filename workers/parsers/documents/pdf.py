"""
PDF with a text layer: what was set in type is read, in the order in which it was set.

Running heads, page numbers and notes are left out, words that were parted at a line's end are
whole again. A scan without text is refused: letters in pictures are not read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from workers.parsers.unpacking.inner import too_large

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workers.parsers.base import ParseContext, Parsed, RawFile

_HEADER_WITHIN = 1024


class Pdf:
    """Reads the text of a file as one article."""

    name = "pdf"
    version = 3

    def score(self, file: RawFile) -> float:
        """Return .97 for the signature, which may stand behind some rubbish."""
        if file.head.startswith(b"%PDF-"):
            return 0.97
        return 0.5 if b"%PDF-1." in file.head[:_HEADER_WITHIN] and b"\0" in file.head else 0.0

    def parse(self, file: RawFile, context: ParseContext) -> Iterator[Parsed]:
        """Yield the article, or raise `Rejected` saying why there is none."""
        if len(file.data) > context.limits.file_bytes:
            raise too_large(context.limits.file_bytes)
        # the library takes a quarter of a second to load: only those pay who have a PDF
        from workers.parsers.documents.pdf_reading import read_pdf  # noqa: PLC0415

        yield read_pdf(file, context)
