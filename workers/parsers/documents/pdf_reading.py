"""What a PDF says: its pages by pypdf, their lines and blocks by `pdf_lines` and `pdf_layout`."""

from __future__ import annotations

import io
import logging
from contextlib import contextmanager, suppress
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

import pypdf
from pypdf.errors import FileNotDecryptedError, PyPdfError

from shared.domain.article import Field
from shared.errors import Reason, Rejected
from workers.parsers.documents.pdf_layout import blocks_of, day_of, headline_of, printed_from
from workers.parsers.documents.pdf_lines import lines_of
from workers.parsers.documents.prose import article_of, stated
from workers.parsers.unpacking.inner import budget_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from shared.domain.article import RawItem
    from workers.parsers.base import ParseContext, RawFile
    from workers.parsers.documents.pdf_lines import Line

# The library tells the log of each oddity that it reads around: thousands of lines for one file.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)

_MOST_PAGES = 200
"""An article has some, a newspaper a hundred; a longer file is read so far, and a note says so."""
_LETTERS = 80
_Told: TypeAlias = "tuple[Field, str | None, str, float]"


def read_pdf(file: RawFile, context: ParseContext) -> RawItem:
    """Return the article, or raise `Rejected` saying why there is none."""
    with _whatever_breaks():
        reader = pypdf.PdfReader(io.BytesIO(file.data))
        _unlock(reader)
        count = len(reader.pages)
        pages = [lines_of(reader.pages[at], at + 1) for at in range(min(count, _MOST_PAGES))]
        properties, links = _properties(reader), _links(reader)
    blocks = blocks_of(pages)
    if sum(len(block.text) for block in blocks) < _LETTERS:
        raise _too_little(pages)
    address = printed_from(pages)
    # the day in the heads of a web page, and in its properties, is that of the printing
    told = [one for one in properties if not (address and one[0] is Field.PUBLISHED)]
    day = None if address else day_of(pages)
    claims = stated(
        (Field.HEADLINE, headline_of(blocks), "pdf largest type", 0.9),
        (Field.PUBLISHED, day, "pdf running head", 0.4),
        (Field.URL, _whole(address), "pdf running foot", 0.6),
        *told,
    )
    texts = [block.text for block in blocks]
    budget = budget_of(file, context)
    article = article_of(texts, claims, "pdf text layer", context, budget, links=links)
    cut = (f"only the first {_MOST_PAGES} of {count} pages are read",)
    return replace(article, notes=cut if count > _MOST_PAGES else ())


def _too_little(pages: Sequence[Sequence[Line]]) -> Rejected:
    """Return why there is no article: no letters at all, as in a scan, or only a few words."""
    if any(char.isalpha() for page in pages for line in page for char in line.text):
        return Rejected(Reason.NO_ARTICLE, "the PDF has only a few words of text")
    return Rejected(
        Reason.NO_ARTICLE, "the PDF has no text layer: it holds only pictures of its pages"
    )


@contextmanager
def _whatever_breaks() -> Iterator[None]:
    """Turn what the library raises over a broken file, which is of every kind, into a refusal."""
    try:
        yield
    except (Rejected, MemoryError):
        raise
    except FileNotDecryptedError as error:
        raise Rejected(Reason.ENCRYPTED, "the PDF is locked with a password") from error
    except RecursionError as error:
        raise Rejected(Reason.TOO_DEEP, "the PDF is nested deeper than can be read") from error
    except Exception as error:
        told = f"{type(error).__name__}: {error}"[:200]
        raise Rejected(Reason.MALFORMED, f"the PDF is broken: {told}") from error


def _unlock(reader: pypdf.PdfReader) -> None:
    """Open a file that anybody may read, though its printing or changing is locked."""
    if reader.is_encrypted and not reader.decrypt(""):
        raise Rejected(Reason.ENCRYPTED, "the PDF is locked with a password")


def _whole(address: str | None) -> str | None:
    """Return an address of the web that is all there."""
    cut = address is None or not address.startswith("http") or address.endswith(("…", "..."))
    return None if cut else address


def _links(reader: pypdf.PdfReader) -> int:
    """Return how many places lead to other pages of the web, on the pages that are read."""
    found = 0
    with suppress(PyPdfError, ValueError, TypeError, KeyError, AttributeError):
        for at in range(min(len(reader.pages), _MOST_PAGES)):
            for each in reader.pages[at].get("/Annots") or ():
                action = each.get_object().get("/A")
                found += action is not None and "/URI" in action.get_object()
    return found


def _properties(reader: pypdf.PdfReader) -> list[_Told]:
    """Return what the file's properties say: they name whoever made the file, often wrongly."""
    told: list[_Told] = []
    with suppress(
        PyPdfError, ValueError, TypeError, KeyError, AttributeError
    ):  # they may be rubbish
        language = reader.root_object.get("/Lang")
        told.append((Field.LANGUAGE, str(language or ""), "pdf property Lang", 0.4))
        properties = reader.metadata
        if properties is not None:
            told.append((Field.HEADLINE, properties.title, "pdf property Title", 0.4))
            told.append((Field.AUTHOR, properties.author, "pdf property Author", 0.4))
            created = properties.creation_date
            moment = created.isoformat() if created else ""
            told.append((Field.PUBLISHED, moment, "pdf property CreationDate", 0.3))
    return told
