"""
What a file is that Copydesk does not read, and what to do about it, by its first bytes or its name.

The signatures are those of the formats' own specifications.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from shared.errors import Reason, Rejected

if TYPE_CHECKING:
    from workers.parsers.base import RawFile

_PICTURE = "a picture{}: there is no text in it; save what is written on it as text"
_SOUND = "sound or film{}: drop its transcript"
_ARCHIVE = "an archive{}: pack it as zip or tar"
_TABLE = "a store of rows{}: export it as CSV or JSON lines"
_PROGRAM = "a program{}: there is no article in it"
_FONT = "a font{}: there is no article in it"
_BOOK = "a book{}: save it as EPUB"
_DOCUMENT = "a document{}: save it as PDF"
_MESSAGE = "a part of a message{}: drop the message itself, as EML or MSG"

_SIGNATURES: Final = (
    (0, b"\x89PNG\r\n", _PICTURE, "PNG"),
    (0, b"\xff\xd8\xff", _PICTURE, "JPEG"),
    (0, b"GIF87a", _PICTURE, "GIF"),
    (0, b"GIF89a", _PICTURE, "GIF"),
    (0, b"II*\0", _PICTURE, "TIFF"),
    (0, b"MM\0*", _PICTURE, "TIFF"),
    (0, b"8BPS", _PICTURE, "Photoshop"),
    (0, b"BM6", _PICTURE, "BMP"),
    (0, b"\0\0\1\0", _PICTURE, "icon"),
    (8, b"WEBP", _PICTURE, "WebP"),
    (4, b"ftyphei", _PICTURE, "HEIC"),
    (4, b"ftypmif1", _PICTURE, "HEIF"),
    (4, b"ftypavif", _PICTURE, "AVIF"),
    (4, b"ftyp", _SOUND, "MP4"),
    (0, b"\x1aE\xdf\xa3", _SOUND, "Matroska, WebM"),
    (8, b"AVI ", _SOUND, "AVI"),
    (8, b"WAVE", _SOUND, "WAV"),
    (0, b"OggS", _SOUND, "Ogg"),
    (0, b"fLaC", _SOUND, "FLAC"),
    (0, b"ID3", _SOUND, "MP3"),
    (0, b"FLV\1", _SOUND, "FLV"),
    (0, b"7z\xbc\xaf'\x1c", _ARCHIVE, "7z"),
    (0, b"Rar!\x1a\x07", _ARCHIVE, "RAR"),
    (0, b"MSCF\0\0\0\0", _ARCHIVE, "CAB"),
    (0, b"xar!", _ARCHIVE, "XAR"),
    (0, b"LZIP", _ARCHIVE, "lzip"),
    (0, b"\x04\x22M\x18", _ARCHIVE, "LZ4"),
    (0, b"\x1f\x9d", _ARCHIVE, "compress"),
    (0, b"PAR1", _TABLE, "Parquet"),
    (0, b"ARROW1", _TABLE, "Arrow"),
    (0, b"Obj\1", _TABLE, "Avro"),
    (0, b"ORC\x11", _TABLE, "ORC"),
    (0, b"SQLite format 3\0", _TABLE, "SQLite"),
    (0, b"\x89HDF\r\n", _TABLE, "HDF5"),
    (60, b"BOOKMOBI", _BOOK, "Mobipocket, Kindle"),
    (0, b"ITSF\3", _BOOK, "compiled help"),
    (0, b"AT&TFORM", _DOCUMENT, "DjVu"),
    (0, b"\x78\x9f\x3e\x22", _MESSAGE, "Outlook's, TNEF"),
    (0, b"MZ", _PROGRAM, ""),
    (0, b"\x7fELF", _PROGRAM, ""),
    (0, b"\xca\xfe\xba\xbe", _PROGRAM, ""),
    (0, b"\xcf\xfa\xed\xfe", _PROGRAM, ""),
    (0, b"\0asm", _PROGRAM, ""),
    (0, b"wOF", _FONT, ""),
    (0, b"OTTO\0", _FONT, ""),
    (0, b"\0\1\0\0\0", _FONT, ""),
)
"""Where the signature stands, in bytes; the sentence; the format."""
_IN_RIFF: Final = 8
"""Where the shell RIFF says what it holds."""
_MEDIA: Final = frozenset({_PICTURE, _SOUND, _FONT})
_SCRIPTS: Final = frozenset(
    {".css", ".less", ".scss", ".js", ".mjs", ".cjs", ".jsx", ".ts", ".tsx", ".map"}
)
_SETTINGS: Final = frozenset(
    {".yaml", ".yml", ".toml", ".ini", ".cfg", ".conf", ".properties", ".env", ".desktop",
     ".service", ".cmake", ".mk", ".gradle", ".lock", ".po", ".pot", ".reg", ".log"}
)  # fmt: skip
_SOURCES: Final = frozenset(
    {".py", ".pyi", ".rb", ".go", ".rs", ".c", ".h", ".cc", ".cpp", ".hpp", ".cs", ".java", ".kt",
     ".swift", ".scala", ".pl", ".pm", ".lua", ".sh", ".bash", ".zsh", ".bat", ".ps1", ".sql",
     ".vue", ".proto", ".el", ".vim", ".diff", ".patch", ".ipynb"}
)  # fmt: skip
OF_PROGRAMS: Final = _SCRIPTS | _SETTINGS | _SOURCES
"""Suffixes of files that programs are made of; their comments look like Markdown."""
_TEX: Final = (b"\n\\documentclass", b"\n\\documentstyle")
_TEX_WITHIN: Final = 4096
"""Bytes of comments that may stand before its first command."""


def not_text(file: RawFile) -> Rejected:
    """Return why a file whose bytes are no text is not taken: what it is, where that is known."""
    if (known := _known(file.head)) is None:
        detail = "the bytes are neither text nor a format that Copydesk reads"
        return Rejected(Reason.NOT_TEXT, detail)
    sentence, kind = known
    return Rejected(Reason.NOT_TEXT, sentence.format(f" ({kind})" if kind else ""))


def is_media(head: bytes) -> bool:
    """Return whether the first bytes are those of a picture, sound, film or font."""
    known = _known(head)
    return known is not None and known[0] in _MEDIA


def _known(head: bytes) -> tuple[str, str] | None:
    """Return the sentence about a file with such first bytes, and its format."""
    for at, signature, sentence, kind in _SIGNATURES:
        if head.startswith(signature, at) and (at != _IN_RIFF or head.startswith(b"RIFF")):
            return sentence, kind
    return None


def no_article(file: RawFile) -> Rejected | None:
    """Return why a file that is text holds no article for a reader of plain text, if so."""
    if file.suffix in _SCRIPTS:
        detail = "a script or style sheet, which comes along with pages: there is no article in it"
        return Rejected(Reason.NO_ARTICLE, detail)
    if file.suffix in _SETTINGS:
        detail = "the settings or the log of a program: there is no article in it"
        return Rejected(Reason.NO_ARTICLE, f"{detail}; save records as JSON or CSV")
    if file.suffix in _SOURCES:
        return Rejected(Reason.NO_ARTICLE, _PROGRAM.format("'s source"))
    opening = b"\n" + file.head[:_TEX_WITHIN]
    if b"\\" in opening and any(command in opening for command in _TEX):
        return Rejected(Reason.UNKNOWN_FORMAT, "a document in TeX: save it as PDF, or as Markdown")
    return None
