"""What is left of an address with a password in it."""

from __future__ import annotations

import pytest

from shared.logs.masking import masked, masked_setting


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("away: redis://me:hush@host:6379/0.", "away: redis://…@host:6379/0."),
        ("redis://:hush@h", "redis://…@h"),
        ("a postgresql+psycopg://u:hush@h/d b", "a postgresql+psycopg://…@h/d b"),
        ("sentinel://u:hush@a:1,b:2/M", "sentinel://…@a:1,b:2/M"),
        ("host=h password=hush user=u", "host=h password=… user=u"),
        ("https://example.org/@writer and a@b.c", "https://example.org/@writer and a@b.c"),
        ("nothing to hide", "nothing to hide"),
    ],
)
def test_a_password_is_taken_out_and_nothing_else(text: str, shown: str) -> None:
    """Pages with an @ in their address, and mail, stay as they are."""
    assert masked(text) == shown


def test_a_setting_that_is_wrong_is_told_without_its_secret() -> None:
    """Also where the password has a slash or an @ that was not escaped."""
    assert masked_setting("broker_url", "redis://u:hu/s@h@host/0") == "'redis://…@host/0'"
    assert "hush" not in masked_setting("api_token", "hush")
    assert masked_setting("workers", "many") == "'many'"


@pytest.mark.parametrize("written", [{"secret": "hush"}, [{"url": "h://n", "secret": "hush"}]])
def test_of_a_table_in_the_wrong_place_nothing_is_told(written: object) -> None:
    """Web hooks have a name: `[[hooks]]` is a mistake, and their secret is in it."""
    assert "hush" not in masked_setting("hooks", written)
