"""Whether a text can be printed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workers.words.printable import is_printable


@given(st.text(st.characters(max_codepoint=0x7F)) | st.text())
def test_the_answer_is_pythons_own(text: str) -> None:
    """Also for control characters, spaces of all kinds and nothing at all."""
    assert is_printable(text) == text.isprintable()
