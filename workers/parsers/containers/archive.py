"""
A zip or tar archive of article files.

Nothing is ever written to disk. A member that cannot be read is one rejected item; pictures,
styles and what else comes along with saved pages is passed over.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.errors import Reason, Rejected
from workers.parsers.base import RejectedItem
from workers.parsers.containers.catalogue import NAME, Catalogue, catalogue
from workers.parsers.not_articles.other_kinds import is_media
from workers.parsers.unpacking import tars, zips
from workers.parsers.unpacking.budget import Spent
from workers.parsers.unpacking.inner import budget_of
from workers.parsers.unpacking.members import read_member, some

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workers.parsers.base import ParseContext, Parsed, RawFile
    from workers.parsers.unpacking.budget import Budget
    from workers.parsers.unpacking.inner import Inner


class Archive:
    """Hands each member to its own parser; its items are labelled with the member's name."""

    name = "archive"
    version = 3

    def score(self, file: RawFile) -> float:
        """Return .9 for a zip's signature (documents are zips too), .95 for a tar's header."""
        return 0.9 if file.head.startswith(zips.MAGICS) else tars.score(file.head)

    def parse(self, file: RawFile, context: ParseContext) -> Iterator[Parsed]:
        """Yield the items of all members, in the archive's order."""
        yield from some(
            _items(file, context),
            otherwise="there are no documents in the archive: it is empty, or holds only pictures "
            "and the like",
        )


def _items(file: RawFile, context: ParseContext) -> Iterator[Parsed]:
    budget = budget_of(file, context)
    known = _catalogue(file, context, budget)
    for member in _members(file, context, budget):
        if isinstance(member, RejectedItem):
            yield member
            continue
        name, inner = member
        if not (is_media(inner.head) or known.is_table(name)):
            yield from known.beside(name, read_member(name, inner, context.nested()))


def _catalogue(file: RawFile, context: ParseContext, budget: Budget) -> Catalogue:
    """Return the table beside the texts of a zip; an empty one where there is none."""
    if not file.head.startswith(zips.MAGICS):
        return Catalogue({})
    with zips.open_zip(file) as archive:
        info = archive.NameToInfo.get(NAME)
        if info is None:
            return Catalogue({})
        try:
            return catalogue(zips.read(archive, info, context.limits.file_bytes, budget))
        except Spent:
            raise
        except Rejected:  # said of the member itself when its turn comes
            return Catalogue({})


def _members(
    file: RawFile, context: ParseContext, budget: Budget
) -> Iterator[tuple[str, Inner] | RejectedItem]:
    limit = context.limits.file_bytes
    if not file.head.startswith(zips.MAGICS):
        yield from tars.members(file, limit, budget)
        return
    with zips.open_zip(file) as archive:
        names = archive.namelist()
        if "[Content_Types].xml" in names or names[:1] == ["mimetype"]:
            raise Rejected(
                Reason.UNKNOWN_FORMAT,
                "an office document of a kind that Copydesk does not read: save it as DOCX or PDF",
            )
        yield from zips.members(archive, limit, budget)
