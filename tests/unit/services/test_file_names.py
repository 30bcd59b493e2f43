from __future__ import annotations

import os

from services.file_names import LONGEST_NAME, name_of, provider_of, shown


def test_the_provider_is_the_first_folder():
    assert provider_of("reuters/2024/a.txt") == "reuters"
    assert provider_of("reuters/a.txt") == "reuters"


def test_a_file_in_the_inbox_itself_has_the_default_provider():
    assert provider_of("a.txt") == "default"


def test_undecodable_bytes_are_shown_in_backslash_form():
    """Python holds them as lone surrogates, which no database and no log takes."""
    name = name_of(os.fsdecode(b"agence/d\xe9p\xeache.txt"))

    assert name == r"agence/d\xe9p\xeache.txt"
    assert name.encode("utf-8")


def test_line_breaks_and_terminal_codes_are_shown_in_backslash_form():
    """A dropped name must not forge a log line or colour a terminal."""
    assert shown("a\nb\x1b[31m\u2028\u202ec.txt") == r"a\nb\x1b[31m\u2028\u202ec.txt"


def test_letters_of_all_scripts_stay_as_they_are():
    assert shown("新闻/Überblick — مقال.txt") == "新闻/Überblick — مقال.txt"


def test_of_a_name_too_long_the_end_is_kept():
    """The suffix says what the file is."""
    name = name_of("x" * 3000 + "/story.txt")

    assert len(name) == LONGEST_NAME
    assert name.startswith("…x")
    assert name.endswith("x/story.txt")
