"""The XML parts of a document that is a zip: DOCX, ODT."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workers.parsers.unpacking import zips
from workers.parsers.unpacking.inner import Inner
from workers.parsers.xml_formats.safe import parse, prepare

if TYPE_CHECKING:
    import zipfile

    from lxml import etree

    from workers.parsers.base import ParseContext
    from workers.parsers.unpacking.budget import Budget


class XmlParts:
    """Reads parts by their names; a missing one is None, a broken one is read as far as it is."""

    def __init__(self, archive: zipfile.ZipFile, context: ParseContext, budget: Budget) -> None:
        """Take an archive that stays open while parts are asked for."""
        self._archive, self._context, self._budget = archive, context, budget
        self._names = {info.filename.lower(): info for info in archive.infolist()}

    def tree(self, name: str) -> etree._Element | None:
        """Return the root of a part, whatever the case of its name."""
        info = self._names.get(name.lower())
        if info is None:
            return None
        limit = self._context.limits.file_bytes
        data = zips.read(self._archive, info, limit, self._budget)
        prepared = prepare(Inner(name=name, content=data), self._context)
        return parse(prepared.text, recover=True)
