from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workers.normalise.headlines import clean_headline

PIECES = st.lists(
    st.sampled_from(
        [
            "Home",
            "Daily News",
            "BBC",
            " | ",
            " - ",
            ": ",
            "::",
            "»",
            "Engineers warn of a slump",
            "A",
        ]
    ),
    max_size=8,
).map("".join)


@pytest.mark.parametrize(
    ("raw", "headline"),
    [
        ("*** The mill is open ***", "The mill is open"),
        (">>>The mill is open", "The mill is open"),
        ("+++ The mill is open +++", "The mill is open"),
        ("MILL IS OPEN =", "MILL IS OPEN"),
        ("C++ wins at the mill", "C++ wins at the mill"),
        ("#Mills are open", "#Mills are open"),
        ("Engineers warn of slump", "Engineers warn of slump"),
        ("Engineers warn of slump - Daily News", "Engineers warn of slump"),
        ("Engineers warn of slump | Daily News | daily news", "Engineers warn of slump"),
        ("Daily News: Engineers warn of slump", "Engineers warn of slump"),
        ("Engineers warn of slump – bbc.co.uk", "Engineers warn of slump"),  # noqa: RUF001 - a dash
        ("Engineers warn of slump - BBC", "Engineers warn of slump"),
        ("Engineers warn of slump | Other Site", "Engineers warn of slump"),
        ("Engineers warn of slump | what it means", "Engineers warn of slump | what it means"),
        ("UPDATE 2-Engineers warn of slump", "UPDATE 2-Engineers warn of slump"),
        ("CORRECTED: Engineers  warn", "CORRECTED: Engineers warn"),
        ("Germany - a country of engineers", "Germany - a country of engineers"),
        ("Daily News", "Daily News"),
        ("| Daily News", "| Daily News"),
        ("Engineers warn of a slump - Business - Daily News", "Engineers warn of a slump"),
        ("Engineers warn - Business - Daily News", "Engineers warn - Business"),
        ("Engineers warn of slump: daily news", "Engineers warn of slump"),
        (
            "Engineers: BBC World is right about the slump",
            "Engineers: BBC World is right about the slump",
        ),
        ("Engineers warn of slump - BBC World", "Engineers warn of slump"),
        ("Engineers warn of slump- bbc.co.uk", "Engineers warn of slump"),
        ("Engineers warn of slump - and so do many others from all over the world today", None),
        ("Engineers warn of slump -  -", None),
        ("Engineers warn | Other Site", None),
        ("有英勇的你才有英雄的城-北方网", "有英勇的你才有英雄的城"),
        ("技術者が不況を警告している｜北方新聞デジタル", "技術者が不況を警告している"),  # noqa: RUF001 - as it is printed
        ("外媒：他起诉北方日报", None),  # noqa: RUF001 - as it is printed
    ],
)
def test_a_headline_loses_the_site_and_keeps_its_markers(raw: str, headline: str | None) -> None:
    """A known site name goes from the end or the start, a short unknown one only after `|`."""
    kept = " ".join(raw.split())
    assert clean_headline(raw, ["Daily News", ""], "www.bbc.co.uk") == (headline or kept)


@pytest.mark.parametrize(
    ("title", "host"),
    [
        ("La Vie des idées", "laviedesidees.fr"),
        ("The New York Times", "www.nytimes.com"),
        ("ÖTV", "www.oetv.at"),
        ("Investment Watch", "investmentwatchblog.com"),
        ("MyOOS Community Forum", "foren.myoos.de"),
        ("kochbar.de", "www.kochbar.de"),
    ],
)
def test_a_host_spells_the_name_of_its_site(title: str, host: str) -> None:
    """With or without accents and articles, by its initials, or as a part."""
    assert (
        clean_headline(f"Engineers warn of slump - {title}", host=host) == "Engineers warn of slump"
    )


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(PIECES)
def test_a_clean_headline_stays(raw: str) -> None:
    """`clean_headline` is idempotent."""
    once = clean_headline(raw, ["Daily News"], "bbc.co.uk")
    assert clean_headline(once, ["Daily News"], "bbc.co.uk") == once


@pytest.mark.parametrize(
    "raw",
    [
        "江边老茶馆重新开门迎客_本地_江城官方门户",
        "江边老茶馆重新开门迎客--江城大讲堂",
        "江边老茶馆重新开门迎客__江城公报",
    ],
)
def test_folders_behind_underscores_are_no_headline_in_ideographs(raw: str) -> None:
    """No headline has an underscore; two dashes stand there for one."""
    assert clean_headline(raw) == "江边老茶馆重新开门迎客"


def test_an_underscore_in_other_writing_stays() -> None:
    """It is a part of a name there."""
    assert clean_headline("How the snake_case of Python was made") == (
        "How the snake_case of Python was made"
    )
