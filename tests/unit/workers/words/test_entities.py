"""Character references in texts."""

from workers.dedup.texts.tokens import encoded_tokens
from workers.words.entities import unescaped


def test_references_become_what_they_stand_for() -> None:
    assert unescaped("Fish &amp; chips &#228;") == "Fish & chips ä"


def test_a_reference_with_thousands_of_digits_stays_as_it_is() -> None:
    number = f"&#{'9' * 5000};"
    assert unescaped(f"Fish {number}") == f"Fish {number}"
    assert encoded_tokens(f"Fish {number}")
