"""Names of character sets: what people write, and which codec reads what they mean."""

from __future__ import annotations

import codecs
import re
from functools import lru_cache

_MEANT = {
    # The Encoding Standard (WHATWG) reads these labels as their larger successors, as every
    # browser does: a page that says iso-8859-1 may hold the quotation marks of windows-1252.
    "windows-1252": "ascii us-ascii ansi_x3.4-1968 iso-8859-1 iso8859-1 iso88591 iso_8859-1 latin1 "
    "latin-1 l1 cp819 ibm819 cp1252 x-cp1252 ansi x-user-defined",
    "windows-1254": "iso-8859-9 iso8859-9 iso88599 iso_8859-9 latin5 l5 cp1254 x-cp1254",
    "windows-874": "tis-620 tis620 iso-8859-11 iso8859-11 dos-874 cp874",
    "gb18030": "gb2312 gb_2312 gb_2312-80 gbk x-gbk gb18030 chinese csgb2312 euc-cn cp936 ms936",
    "big5": "big5 big5-hkscs big5hkscs cn-big5 csbig5 x-x-big5 cp950",
    "shift_jis": "shift_jis shift-jis sjis x-sjis ms_kanji csshiftjis windows-31j ms932 cp932",
    "euc-jp": "euc-jp eucjp x-euc-jp cseucpkdfmtjapanese",
    "iso-2022-jp": "iso-2022-jp csiso2022jp jis iso-2022-jp-1 iso-2022-jp-2 iso-2022-jp-ms cp50220 "
    "cp50221 cp50222",
    "iso-2022-kr": "iso-2022-kr csiso2022kr",
    "euc-kr": "euc-kr euckr korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 windows-949 "
    "cp949 uhc cseuckr",
    "iso-8859-8": "iso-8859-8 iso-8859-8-i iso-8859-8-e logical visual hebrew",
    "koi8-u": "koi8-u koi8-ru",
    "koi8-r": "koi8-r koi8 koi8_r koi cskoi8r",
    "ibm866": "ibm866 866 cp866 csibm866",
    "macintosh": "macintosh mac x-mac-roman csmacintosh mac-roman",
    "x-mac-cyrillic": "x-mac-cyrillic x-mac-ukrainian mac-cyrillic",
    "hz-gb-2312": "hz-gb-2312 hz",
    "utf-8": "utf-8 utf8 unicode-1-1-utf-8 x-unicode20utf8 unicode11utf8 utf-8-sig utf8mb4",
    "utf-16le": "utf-16 utf-16le utf16 unicode ucs-2 iso-10646-ucs-2 csunicode unicodefeff",
    "utf-16be": "utf-16be unicodefffe",
    "utf-32le": "utf-32 utf-32le utf32 ucs-4",
    "utf-32be": "utf-32be",
}
_LABELS = {label: name for name, labels in _MEANT.items() for label in (name, *labels.split())}
_CODECS = {
    "windows-874": "cp874",
    "big5": "big5hkscs",
    "shift_jis": "cp932",
    "euc-kr": "cp949",
    "iso-2022-jp": "iso2022_jp_ext",
    "ibm866": "cp866",
    "macintosh": "mac_roman",
    "x-mac-cyrillic": "mac_cyrillic",
    "hz-gb-2312": "hz",
}
_OTHERS = re.compile(r"iso8859-\d+|cp\d+|koi8-[tu]|mac-\w+|johab|kz1048")
"""Further codecs of Python that are character sets; it also has `rot13` and `unicode_escape`."""
_DECLARED = re.compile(
    rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']?\s*([\w.:()+-]{2,40})"""
    rb"""|<meta\b[^>]{0,400}?\bcharset\s*=\s*["']?\s*([\w.:()+-]{2,40})"""
    rb"""|@charset\s+"([\w.:()+-]{2,40})\"""",
    re.IGNORECASE,
)
_COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)


_PAGES = {10000: "mac-roman", 65001: "utf-8"}
"""Numbers of Windows' that are not the charset's own."""


@lru_cache(maxsize=256)
def canonical(label: str) -> str | None:
    """Return the standard's name for the charset that a label means; None where it means none."""
    label = label.strip().strip("\"'").lower()
    if label in _LABELS:
        return _LABELS[label]
    try:
        name = codecs.lookup(label).name.replace("_", "-")
    except (LookupError, ValueError):
        return None
    if name in _LABELS:
        return _LABELS[name]
    if not _OTHERS.fullmatch(name):
        return None
    return re.sub(r"^cp(?=125\d$)", "windows-", name).replace("iso8859", "iso-8859")


def of_code_page(page: int) -> str:
    """Return the charset of a number of Windows'; the caller's reader may not know it."""
    return _PAGES.get(page, f"cp{page}")


def codec(name: str) -> str:
    """Return Python's codec for a canonical name."""
    return _CODECS.get(name, name)


def declared_inside(head: bytes) -> str | None:
    """Return the charset that an XML declaration or a `<meta>` in the head names."""
    lower = head.lower()
    if b"charset" not in lower and b"encoding" not in lower:
        return None
    found = _DECLARED.search(_COMMENT.sub(b"", head))
    if found is None:
        return None
    name = canonical((found[1] or found[2] or found[3]).decode("ascii", "replace"))
    # A declaration that can be read byte by byte is not in UTF-16, whatever it says.
    return "utf-8" if name and name.startswith(("utf-16", "utf-32")) else name
