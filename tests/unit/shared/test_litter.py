"""What is none of ours by its name."""

from __future__ import annotations

import pytest

from shared.litter import left_alone, pages_of


@pytest.mark.parametrize(
    "name",
    [
        ".hidden",
        ".DS_Store",
        "a.part",
        "b.PARTIAL",
        "c.tmp",
        "d.crdownload",
        "d.opdownload",
        "d.iso.aria2",
        "#d.txt#",
        "e.filepart",
        "f.swp",
        "g.txt~",
        "~$letter.docx",
        "h.meta.json",
        "i.txt.md5",
        "Thumbs.db",
        "lost+found",
        "@eaDir",
    ],
)
def test_hidden_partial_and_side_files_are_left_alone(name: str):
    assert left_alone(name)


@pytest.mark.parametrize(
    "name",
    [
        "a.txt",
        "part",
        "tmp",
        "partial.html",
        "meta.json",
        "a.json",
        "swp.xml",
        "noext",
        "ü",
        "#1",
        "#",
    ],
)
def test_articles_are_not(name: str):
    assert not left_alone(name)


@pytest.mark.parametrize(
    "path",
    [
        "page_files/a.css",
        "wire/Seite-Dateien/x/logo.PNG",
        "p_fichiers/b.js",
        "p_files/saved_resource(1).html",
        "p_files/saved_resource",
    ],
)
def test_the_parts_of_a_saved_page_are_left_alone(path: str):
    """In the folder that the browser made for them, in its language."""
    assert left_alone(path)


@pytest.mark.parametrize("path", ["page_files", "press_files/a.html", "files/a.css", "a/logo.png"])
def test_articles_in_a_folder_of_such_a_name_are_not(path: str):
    """And nor are styles and pictures elsewhere: they are refused by what they are."""
    assert not left_alone(path)


def test_a_part_tells_where_its_page_lies():
    """Beside its folder, under the folder's name."""
    assert pages_of("a/The tide_files/ads/frame.html")[0] == "a/The tide.html"
    assert pages_of("a/_files/frame.html") == pages_of("a/b.html") == ()


def test_a_document_in_the_folder_of_a_page_is_none_of_its_parts() -> None:
    """People lay files beside the list that leads to them; a browser saves none with a page."""
    assert pages_of("Reports_files/may.PDF") == pages_of("Reports_files/june.docx") == ()
