"""Archives: members that fail, and what comes along with texts."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

import pytest

from shared.domain.article import Field
from shared.errors import Reason
from tests.unit.workers.parsers.reading import PAGE, PARAGRAPHS, TEXT, read
from workers.limits.time_and_memory import Ending, Overtime
from workers.parsers.text.plain_text import PlainText
from workers.parsers.unpacking.budget import SLOW_MEMBERS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from workers.parsers.base import ParseContext, Parsed, RawFile
from tests.unit.workers.parsers.containers.archives import PACKERS, zipped


@pytest.mark.parametrize("suffix", PACKERS)
def test_a_member_that_fails_is_one_item_and_the_others_go_on(suffix: str) -> None:
    """Bytes of no format and an empty text are told by name."""
    members = {"noise.bin": bytes(range(256)) * 9, "empty.txt": "", "ferry.txt": TEXT}
    found = read("all" + suffix, PACKERS[suffix](members))
    assert found.labels == ["ferry.txt"]
    assert found.refused == {"noise.bin": Reason.NOT_TEXT, "empty.txt": Reason.EMPTY}


def doing(broken: Callable[[], None], monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the parser of texts do something else in members whose names begin with `bad`."""
    whole = PlainText.parse

    def parse(self: PlainText, file: RawFile, context: ParseContext) -> Iterator[Parsed]:
        if file.name.startswith("bad"):
            broken()
        return whole(self, file, context)

    monkeypatch.setattr(PlainText, "parse", parse)


def raising(error: BaseException) -> Callable[[], None]:
    def broken() -> None:
        raise error

    return broken


@pytest.mark.parametrize("suffix", PACKERS)
@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (Overtime(), Reason.TOO_SLOW),
        (MemoryError(), Reason.TOO_MUCH_MEMORY),
        (RecursionError(), Reason.TOO_DEEP),
        (ZeroDivisionError("a defect of ours"), Reason.PARSER_FAILED),
        (OSError("a library's word for broken bytes"), Reason.PARSER_FAILED),
    ],
)
def test_a_member_that_breaks_its_parser_is_one_item_and_the_others_go_on(
    suffix: str, error: BaseException, reason: Reason, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Too slow, too large, or a defect: in a container of containers too, and nothing twice."""
    doing(raising(error), monkeypatch)
    inner = PACKERS[suffix]({"x.txt": TEXT, "bad.txt": TEXT, "y.txt": TEXT})
    found = read("all" + suffix, PACKERS[suffix]({"bad.txt": TEXT, "in" + suffix: inner}))
    assert found.labels == [f"in{suffix}/x.txt", f"in{suffix}/y.txt"]
    assert found.refused == {"bad.txt": reason, f"in{suffix}/bad.txt": reason}
    assert found.rejected is None


@pytest.mark.parametrize("error", [OSError(errno.EIO, "the disk fails"), Ending()])
def test_what_is_no_fault_of_a_member_is_not_contained(
    error: BaseException, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk fails, or the worker is told to end: the delivery is given back, whole."""
    doing(raising(error), monkeypatch)
    with pytest.raises(type(error)):
        read("all.zip", zipped({"bad.txt": TEXT}))


def test_an_archive_of_slow_members_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """A few of them are bad luck; each may take as long as a file may, so many are a bomb."""
    doing(raising(Overtime()), monkeypatch)
    slow = {f"bad{number}.txt": TEXT for number in range(SLOW_MEMBERS + 2)}
    found = read("all.zip", zipped({"in.zip": zipped({"ferry.txt": TEXT, **slow})}))
    assert found.labels == ["in.zip/ferry.txt"]
    assert len(found.refused) == SLOW_MEMBERS
    assert found.reason is Reason.TOO_SLOW


@pytest.mark.parametrize("suffix", PACKERS)
def test_what_comes_along_with_pages_is_passed_over(suffix: str) -> None:
    """Pictures (by name or by bytes), styles, fonts, system files and dot-files are no items."""
    members = {
        "page_files/photo.jpg": b"any",
        "page_files/photo": b"\x89PNG\r\n\x1a\n" + bytes(40),
        "page_files/style.css": "p {}",
        "__MACOSX/._ferry.txt": TEXT,
        ".git/config": TEXT,
        "~$report.docx": b"\x04User",
        "report.txt.crdownload": TEXT[:40],
        "Thumbs.db": b"\xd0\xcf\x11\xe0",
        "ferry.txt": TEXT,
    }
    found = read("all" + suffix, PACKERS[suffix](members))
    assert found.labels == ["ferry.txt"]
    assert found.refused == {}


POSTS = (
    "post_id,post_date,is_published,type,title\n"
    "1.ferry,2026-03-13T10:00:00.000Z,true,newsletter,Ferry sails on Monday\n"
    "2.pier,,false,newsletter,A draft\n"
)


def test_a_table_beside_the_texts_tells_of_them() -> None:
    """A newsletter's export: title and time of each post, and which are drafts."""
    page = "".join(f"<p>{one}</p>" for one in PARAGRAPHS)
    packed = zipped({
        "posts.csv": POSTS, "posts/1.ferry.html": page, "posts/2.pier.html": page,
        "posts/1.ferry.opens.csv": "post_id,email\n1.ferry,a@b.example\n",
    })  # fmt: skip
    found = read("export.zip", packed)
    assert not found.refused
    first, second = found.items
    assert first.body == PARAGRAPHS
    assert first.claims[Field.HEADLINE][0].value == "Ferry sails on Monday"
    assert first.claims[Field.PUBLISHED][0].value == "2026-03-13T10:00:00.000Z"
    assert second.claims[Field.PUB_STATUS][0].value == "withheld"


def test_a_table_with_the_texts_is_read_itself() -> None:
    """It is no list of what lies beside it, and neither are the other tables."""
    table = "post_id,title,content\n{0},Ferry {0},The ferry sails on Monday with {0} cars.\n"
    packed = zipped({"posts.csv": table.format(1), "more.csv": table.format(2)})
    assert read("a.zip", packed).labels == ["posts.csv/1", "more.csv/1"]


@pytest.mark.parametrize(
    "table", ["post_id,title\n1.ferry\n", "name,size\na,1\n", 'post_id,title\n"x\0y,"1\n', ""]
)
def test_a_table_that_tells_nothing_of_them_does_no_harm(table: str) -> None:
    """Its columns are others, its rows broken, or there is nothing in it."""
    assert "ferry.txt" in read("a.zip", zipped({"posts.csv": table, "ferry.txt": TEXT})).labels


@pytest.mark.parametrize("suffix", PACKERS)
def test_the_parts_of_a_saved_page_are_none_of_its_own(suffix: str) -> None:
    """Frames too, where the page lies beside their folder; any other folder's pages are read."""
    members = {
        "The tide.html": PAGE,
        "The tide_files/frame.html": PAGE,
        "The tide_files/main.css": "a { color: red }",
        "press_files/release.html": PAGE,
    }
    found = read(f"pages{suffix}", PACKERS[suffix](members))
    assert [item.item for item in found.items] == ["The tide.html", "press_files/release.html"]
    assert not found.refused
