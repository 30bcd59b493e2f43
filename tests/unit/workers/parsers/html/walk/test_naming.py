"""What the names of elements suggest."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workers.parsers.html.walk.naming import Hint, hints, hints_of, role_hint


def told(names: str) -> set[Hint]:
    return {hint for hint in Hint if hints(names) >> hint & 1}


@pytest.mark.parametrize(
    ("names", "hint"),
    [
        ("article-body", Hint.BODY), ("articleBody", Hint.BODY), ("entry__content", Hint.BODY),
        ("bodytext", Hint.BODY), ("see-more-box", Hint.RELATED), ("list-item", Hint.RELATED),
        ("listItem", Hint.RELATED), ("sr-only", Hint.HIDDEN), ("sign-up", Hint.SIGN_UP),
        ("sub-title", Hint.SUMMARY), ("postdate-12", Hint.DATE), ("e-content", Hint.BODY),
        ("rich__copy", Hint.BODY), ("read_on", Hint.RELATED), ("inline-link", Hint.RELATED),
        ("more-x", Hint.RELATED), ("most-x", Hint.RELATED), ("you-may", Hint.RELATED),
        ("by_line", Hint.AUTHOR), ("section-name", Hint.ABOUT), ("app-x", Hint.SIGN_UP),
        ("key-point", Hint.SUMMARY), ("twitter-x", Hint.QUOTE), ("instagram-x", Hint.TWEET),
        ("fb-post", Hint.TWEET), ("screen-reader", Hint.HIDDEN), ("d-none", Hint.HIDDEN),
    ],
)  # fmt: skip
def test_words_tell_alone_and_joined_by_signs(names: str, hint: Hint) -> None:
    """Dashes, underlines and capitals part words; digits at the end do not count."""
    assert hint in told(names)


def test_a_visiting_card_is_no_link_to_other_articles() -> None:
    """`vcard` is the oldest name for a byline; a `card` is a teaser."""
    assert told("vcard") == {Hint.AUTHOR}
    assert Hint.RELATED in told("card")


def test_parts_of_other_words_tell_nothing() -> None:
    """`ads` is an advert, `shads` is not; `navy` is no menu."""
    assert Hint.ADVERT in told("top-ads")
    assert told("shads") == told("navy") == set()


def test_roles_tell_what_they_are() -> None:
    """An unknown role tells nothing."""
    assert role_hint(" Navigation ") == 1 << Hint.MENU
    assert role_hint("unknown") == 0


@given(
    st.lists(st.sampled_from(["post-body", "Author", "date_x", "x9", "promo"])).map(" ".join),
    st.text(),
)
def test_class_and_id_say_the_same_apart_and_together(names: str, own: str) -> None:
    """Each is looked up by itself, since the class of one element is another's too."""
    assert hints_of(names, own) == hints(f"{names} {own}")
