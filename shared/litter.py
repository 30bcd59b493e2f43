"""
What lies beside files and is none by itself: hidden, partial, a sidecar, a part of a saved page.

Pure. In the inbox such names are left where they lie; in an archive they are passed over.
"""

from __future__ import annotations

from typing import Final

UNFINISHED: Final = (
    ".part",  # Firefox, curl, wget and many transfer agents, until the file is complete
    ".partial",  # Edge, and sync tools
    ".tmp",  # editors and everything that writes first and renames afterwards
    ".temp",
    ".crdownload",  # Chrome
    ".opdownload",  # Opera
    ".download",  # Safari
    ".filepart",  # WinSCP
    ".swp",  # vim
    "~",  # an editor's backup of what was there before
)
"""Endings of files that will have another name when they are whole."""

SIDECARS: Final = (
    ".meta.json",  # says something of the file beside it; it is no article
    ".md5",  # checksums of the file beside it
    ".sha1",
    ".sha256",
    ".lock",  # a writer's own business
    ".aria2",  # how far a download has come
)
"""Endings of files about a file."""

LITTER: Final = frozenset(
    {
        "thumbs.db",  # Windows Explorer
        "desktop.ini",
        "$recycle.bin",
        "system volume information",
        "__macosx",  # what macOS puts into its zip files
        "@eadir",  # Synology's index
        "lost+found",  # the root of an ext4 volume
    }
)
"""Names, in lower case, that file managers and file systems leave behind."""

PAGE_FOLDERS: Final = (
    "_files", ".files", "-dateien", "_fichiers", "_archivos", "_bestanden", "_file", "-filer",
    "_tiedostot", "_pliki", "_soubory", "_elemei", "_ficheiros", "_arquivos", "_dosyalar",
    "_datoteke", "_fitxers", "_failid", "_fails", "_bylos", "_fajlovi", "_fitxategiak",
)  # fmt: skip
"""
Endings of the folder in which a browser or an office program puts the parts of a saved page.

In the languages of Windows (`ConnectedFiles` of its file manager); most programs write the first.
"""
_PARTS: Final = frozenset(
    """
    .css .js .mjs .map .wasm .woff .woff2 .ttf .otf .eot .png .jpg .jpeg .gif .webp .avif .svg .ico
    .bmp .cur .mp3 .m4a .ogg .mp4 .m4v .webm .mso .thmx .swf
    """.split()  # noqa: SIM905 - the suffixes as one text are read more easily
)
_FRAME: Final = "saved_resource"
"""How Chrome calls a frame, or another part, that has no name of its own."""
_DOCUMENTS: Final = (
    ".doc", ".docx", ".eml", ".epub", ".msg", ".odt", ".ods", ".pdf", ".rtf", ".xlsx", ".zip",
)  # fmt: skip
"""What a page leads to, and no program saves with it: people put such files there."""


def left_alone(path: str) -> bool:
    """Return whether the file or folder at a path is none of ours: its name, or its folder's."""
    folder, _slash, last = path.rpartition("/")
    name = last.lower()
    return (
        name.startswith((".", "~$"))  # hidden; Office's "I have it open"
        or (name.startswith("#") and name[1:].endswith("#"))  # what Emacs saves by itself meanwhile
        or name.endswith(UNFINISHED + SIDECARS)
        or name in LITTER
        or (folder != "" and _is_part(folder, name))
    )


def _is_part(folder: str, name: str) -> bool:
    """Return whether a name is that of a part of a saved page, and lies where such parts lie."""
    _stem, dot, suffix = name.rpartition(".")
    if f"{dot}{suffix}" not in _PARTS and not name.startswith(_FRAME):
        return False
    return any(part.endswith(PAGE_FOLDERS) for part in folder.lower().split("/"))


def pages_of(path: str) -> tuple[str, ...]:
    """Return where the page may lie whose part is at a path; nothing where it is no page's."""
    if path.lower().endswith(_DOCUMENTS):
        return ()
    above: list[str] = []
    for part in path.split("/")[:-1]:
        ending = next((each for each in PAGE_FOLDERS if part.lower().endswith(each)), None)
        if ending is not None and len(part) > len(ending):
            page = "/".join((*above, part[: -len(ending)]))
            return f"{page}.html", f"{page}.htm", f"{page}.xhtml"
        above.append(part)
    return ()
