"""What an EPUB file says of itself: its chapters in reading order, and who made it (EPUB 3.3)."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote

from shared.addresses import split
from shared.errors import Reason, Rejected
from workers.parsers.xml_formats.safe import child, children, local, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

CONTAINER = "META-INF/container.xml"
ENCRYPTION = "META-INF/encryption.xml"
_PAGES = frozenset({"application/xhtml+xml", "text/html", "application/x-dtbook+xml"})
_FRONT = frozenset({"cover", "toc", "title-page", "titlepage", "copyright-page", "index"})
_FONT_SCRAMBLING = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc")


@dataclass(frozen=True, slots=True)
class Book:
    """The package document: chapters (paths inside the archive), and what it says of the whole."""

    chapters: tuple[str, ...]
    title: str
    creator: str
    publisher: str
    date: str
    language: str
    identifier: str


def package_path(container: etree._Element | None) -> str:
    """Return the path of the package document; raise `Rejected` where the file names none."""
    for rootfile in children(child(container, "rootfiles"), "rootfile"):
        path = str(rootfile.get("full-path", ""))
        if path:
            return path
    raise Rejected(Reason.MALFORMED, "the EPUB file does not name its package document")


def read_package(package: etree._Element, path: str) -> Book:
    """Return the book of a package document that lies at `path`."""
    metadata = child(package, "metadata")
    inner = child(metadata, "dc-metadata")
    told = metadata if inner is None else inner
    return Book(
        chapters=tuple(dict.fromkeys(_chapters(package, posixpath.dirname(path)))),
        title=text(child(told, "title")),
        creator=text(child(told, "creator")),
        publisher=text(child(told, "publisher")),
        date=text(child(told, "date")),
        language=text(child(told, "language")),
        identifier=text(child(told, "identifier")),
    )


def locked(encryption: etree._Element | None) -> frozenset[str]:
    """Return the paths that a rights management holds back; scrambled fonts are none."""
    found = set()
    for element in () if encryption is None else encryption.iter():
        if local(element) != "EncryptedData":
            continue
        method = child(element, "EncryptionMethod")
        algorithm = "" if method is None else str(method.get("Algorithm", ""))
        reference = child(element, "CipherData", "CipherReference")
        if reference is not None and not algorithm.startswith(_FONT_SCRAMBLING):
            found.add(unquote(str(reference.get("URI", ""))))
    return frozenset(found)


def _chapters(package: etree._Element, folder: str) -> Iterator[str]:
    """Yield the pages of the spine, without cover, contents and the like."""
    front = set(_front_matter(package, folder))
    items = {str(item.get("id")): item for item in children(child(package, "manifest"), "item")}
    for reference in children(child(package, "spine"), "itemref"):
        item = items.get(str(reference.get("idref")))
        if item is None or reference.get("linear") == "no":
            continue
        path = _joined(folder, str(item.get("href", "")))
        is_page = str(item.get("media-type", "")).lower() in _PAGES
        if is_page and path not in front and "nav" not in str(item.get("properties", "")).split():
            yield path


def _front_matter(package: etree._Element, folder: str) -> Iterator[str]:
    for reference in children(child(package, "guide"), "reference"):
        if str(reference.get("type", "")).lower() in _FRONT:
            yield _joined(folder, str(reference.get("href", "")))


def _joined(folder: str, href: str) -> str:
    """Return a path inside the archive; one that leads out of it stays as odd as it is."""
    return posixpath.normpath(posixpath.join(folder, unquote(split(href).path)))
