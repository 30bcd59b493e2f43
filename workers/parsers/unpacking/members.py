"""The members of a container: which are no articles by nature, and reading the others."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from shared.domain.article import RawItem
from shared.errors import Reason, Rejected
from shared.litter import left_alone
from workers.limits.time_and_memory import Overtime
from workers.parsers.base import RejectedItem, defect, is_of_disk
from workers.parsers.unpacking.budget import Spent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workers.parsers.base import ParseContext, Parsed
    from workers.parsers.unpacking.budget import Budget
    from workers.parsers.unpacking.inner import Inner

_MEDIA = """
.png .jpg .jpeg .jpe .jfif .gif .webp .avif .heic .bmp .tif .tiff .ico .cur .svg .svgz .psd .eps
.mp3 .m4a .aac .ogg .oga .opus .wav .flac
.mp4 .m4v .mov .avi .mkv .webm .ogv .wmv .flv .mpg .mpeg
.css .less .scss .js .mjs .cjs .map .wasm .swf .woff .woff2 .ttf .otf .eot
"""
_MEDIA_SUFFIXES = frozenset(_MEDIA.split())


def is_silent(name: str) -> bool:
    """
    Return whether a member is passed over without a word, by its name.

    Pictures, sound, films, styles, scripts and fonts, which come along with pages; and what the
    inbox leaves alone as well, be it a folder: what is hidden, unfinished, about another file.
    """
    parts = [part for part in name.replace("\\", "/").split("/") if part not in {"", ".", ".."}]
    if any(map(left_alone, parts)) or left_alone("/".join(parts)):
        return True
    return PurePosixPath(parts[-1]).suffix.lower() in _MEDIA_SUFFIXES if parts else True


def is_unsafe(name: str) -> bool:
    """Return whether a member's name would lie outside the folder it is unpacked to."""
    path = name.replace("\\", "/")
    return path.startswith("/") or path[1:3] == ":/" or ".." in path.split("/") or "\0" in path


def read_member(
    label: str, file: Inner, context: ParseContext, notes: tuple[str, ...] = ()
) -> Iterator[Parsed]:
    """
    Yield the items of a member, labelled with its name; what goes wrong in it stays there.

    `context` is the member's own; `notes` are added to its items.
    """
    assert context.read is not None
    assert file.budget is not None
    for parsed in contained("", context.read(file, context), file.budget):
        own = joined(label, parsed.item)
        if isinstance(parsed, RawItem):
            yield replace(parsed, item=own, notes=notes + parsed.notes)
        else:
            yield replace(parsed, item=own)


def contained(label: str, items: Iterator[Parsed], budget: Budget) -> Iterator[Parsed]:
    """
    Yield a member's items, and a refusal labelled `label` in place of what reading it raises.

    A member that takes too long is broken off; the time begins anew with the next item, its own
    refusal. Only what concerns the whole delivery is raised: the budget (`Spent`), and a disk that
    fails.
    """
    budget.begin()
    try:
        yield from items
    except Spent:
        raise
    except Rejected as rejected:
        # its trace would hold the bytes of the member until the refusal is written
        yield RejectedItem(label, rejected.with_traceback(None))
    except Overtime:
        budget.overtime()
        yield refused(label, Reason.TOO_SLOW, "reading it took longer than one file may take")
    except RecursionError:
        yield refused(label, Reason.TOO_DEEP, "it is nested deeper than can be read")
    except MemoryError:
        yield refused(label, Reason.TOO_MUCH_MEMORY, "reading it took more memory than the limit")
    except Exception as error:
        if isinstance(error, OSError) and is_of_disk(error):
            raise
        # told as what it is, with its cause for the log
        broken = defect(error)
        broken.__cause__ = error
        yield RejectedItem(label, broken)


def joined(label: str, inner: str) -> str:
    """Return the label of an item inside a member: `feed.xml/3`."""
    return f"{label}/{inner}" if label and inner else label or inner


def refused(label: str, reason: Reason, detail: str) -> RejectedItem:
    """Return the refusal of one member."""
    return RejectedItem(label, Rejected(reason, detail))


def some(parsed: Iterator[Parsed], *, otherwise: str) -> Iterator[Parsed]:
    """Yield everything; raise `Rejected` (`no_article`) where there was nothing at all."""
    empty = True
    for each in parsed:
        empty = False
        yield each
    if empty:
        raise Rejected(Reason.NO_ARTICLE, otherwise)
