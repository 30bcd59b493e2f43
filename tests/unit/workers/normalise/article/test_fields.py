"""The fields of an article: clean, complete, and the same when they are read again."""

# ruff: noqa: RUF001 - the signs of many scripts are meant
from __future__ import annotations

import contextlib
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shared.domain.article import Claim, Field, PubStatus, RawItem
from shared.errors import Reason, Rejected
from tests.unit.workers.normalise.article.items import BODY, NOW, item, read
from tests.unit.workers.normalise.pieces import LINES, WORDS
from workers.normalise.article import FIRST_SENTENCE, as_item, normalise
from workers.normalise.claims.choosing import Profile
from workers.words.mending import MENDED

FIELDS = (
    "headline", "body", "authors", "editors", "source", "published_at", "updated_at", "language",
    "embargoed_until", "url", "guid", "version", "pub_status", "dateline", "slugline", "section",
    "keywords", "item", "parser", "notes",
)  # fmt: skip


def test_every_field_is_read() -> None:
    """All that can be claimed comes out clean."""
    article = read(
        item(
            headline="Engineers warn - Daily News",
            author="By Jane Doe and John Roe",
            editor="Jane Doe; Max Muster",
            source="Daily News",
            published="Nov. 18, 2020, 4:42 p.m. EST",
            updated="2020-11-19T10:00:00Z",
            embargo="2020-11-18T21:00:00Z",
            language="en_GB",
            url="https://daily.example.com/a?utm_source=x",
            guid=" tag:1 ",
            version="v3.0",
            pub_status="stat:usable",
            dateline="LONDON,  Nov 18",
            slugline="engineers-slump",
            section="Business",
            keyword="economy, Germany; economy, #slump",
        ),
        provider="wire",
    )
    assert article.headline == "Engineers warn"
    assert (article.authors, article.editors) == (("Jane Doe", "John Roe"), ("Max Muster",))
    assert article.source == "Daily News"
    assert article.published_at == datetime(2020, 11, 18, 21, 42, tzinfo=UTC)
    assert article.updated_at == datetime(2020, 11, 19, 10, tzinfo=UTC)
    assert article.embargoed_until == datetime(2020, 11, 18, 21, tzinfo=UTC)
    assert article.language == "en-GB"
    assert article.url == "https://daily.example.com/a"
    assert (article.guid, article.version) == ("tag:1", 3)
    assert article.pub_status is PubStatus.USABLE
    assert article.dateline == "LONDON, Nov 18"
    assert (article.slugline, article.section) == ("engineers-slump", "Business")
    assert article.keywords == ("economy", "Germany", "slump")
    assert (article.body, article.provider) == (BODY, "wire")
    assert (article.item, article.parser, article.notes) == ("3", "test/1", ())
    assert article.provenance[Field.BODY].source == "paragraphs"


def test_an_item_without_text_is_no_article() -> None:
    """White space and invisible characters are no paragraph."""
    with pytest.raises(Rejected) as error:
        read(item(body=(" ", "\u200b")))
    assert error.value.reason is Reason.NO_ARTICLE


def test_nothing_claimed_leaves_nothing_said() -> None:
    """Only the headline is made up, and that is told; the file's time is no publication time."""
    article = normalise(item(), Profile(), now=NOW, modified_at=NOW)
    assert article.headline == BODY[0]
    assert article.provenance[Field.HEADLINE].source == FIRST_SENTENCE
    assert article.published_at is None
    assert "the file is of 2026-11-24" in str(article.provenance[Field.PUBLISHED].assumed)
    assert (article.language, article.provenance[Field.LANGUAGE].source) == ("en", "text")
    assert (article.authors, article.source, article.version) == ((), None, None)
    assert Field.PUBLISHED not in read(item()).provenance


def test_text_of_no_language_has_none() -> None:
    """Digits alone say nothing."""
    assert read(item(body=("12 345",))).language is None


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("canceled", PubStatus.CANCELED),
        ("stat:canceled", PubStatus.CANCELED),
        ("Killed", PubStatus.CANCELED),
        ("withdrawn", PubStatus.CANCELED),
        ("Mandatory Kill", PubStatus.CANCELED),
        ("http://cv.iptc.org/newscodes/pubstatusg2/withheld", PubStatus.WITHHELD),
        ("Usable", PubStatus.USABLE),
    ],
)
def test_publication_status_is_iptc_s(word: str, status: PubStatus) -> None:
    """Codes, addresses and the wires' own words mean three statuses."""
    assert read(item(pub_status=word)).pub_status is status


def test_mended_text_is_said_so() -> None:
    """Double-encoded UTF-8 is undone and noted once."""
    article = read(item(body=("Il a donnÃ© sa dÃ©mission.", *BODY)))
    assert article.body[0] == "Il a donné sa démission."
    assert article.notes == (MENDED,)


ADDRESSES = ("https://harbour.example/news/a", "http://www.daily-news.co.uk/", "http://10.0.0.1/a")
MOMENTS = ("2020-11-18", "Nov 18, 2020 4:42 p.m. EST", "10/11/2020 12:00", "2030-01-01T00:00:00")
CLAIMED = st.one_of(LINES, st.sampled_from(WORDS), st.sampled_from((*ADDRESSES, *MOMENTS)))


def _differences(raw: RawItem) -> dict[str, tuple[object, object]]:
    """Return what is other in the article of an article of an item."""
    once = read(raw)
    again = read(as_item(once))
    both = {name: (getattr(once, name), getattr(again, name)) for name in FIELDS}
    return {name: (first, second) for name, (first, second) in both.items() if first != second}


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.one_of(LINES, st.sampled_from(BODY)), min_size=1, max_size=4),
    st.dictionaries(
        st.sampled_from([name for name in Field if name is not Field.BODY]),
        st.lists(
            st.builds(Claim, CLAIMED, st.sampled_from(["a", "b"]), st.floats(0, 1)), max_size=3
        ),
    ),
    st.sampled_from(WORDS),
    st.sets(st.sampled_from([Field.HEADLINE, Field.SOURCE, Field.AUTHOR, Field.DATELINE])),
)
def test_normalising_an_article_again_changes_nothing(
    body: list[str], claims: dict[Field, list[Claim]], told: str, among: set[Field]
) -> None:
    """An article's own fields, taken as claims, give the same article; fields repeat each other."""
    for name in among:
        claims.setdefault(name, []).append(Claim(told, "c", 0.5))
    raw = RawItem(
        body=(*body, told) if among else tuple(body),
        body_source="any",
        claims={name: tuple(values) for name, values in claims.items()},
    )
    with contextlib.suppress(Rejected):
        assert _differences(raw) == {}


@pytest.mark.parametrize(
    ("body", "claims"),
    [
        # the name of the source is the headline, which nobody stated, or stated otherwise
        (("Ferry 2",), {"source": "Ferry 2", "url": "http://x.example/a"}),
        (("Tide",), {"source": "FerryÃ©", "headline": "FerryÃ©", "url": "//m.example/a"}),
        (("…。8.1.20", "The tide"), {}),
        (("ï»¿ß", "©"), {}),
        (("）! LONDON", "The tide"), {"dateline": "LONDON"}),
        (("€::Daily", "The tide"), {"url": "http://www.daily.example/a"}),
        (("Home - Start",), {"source": "Home | Start", "url": "http://start.example/a"}),
    ],
)
def test_an_article_was_another_one_the_second_time(
    body: tuple[str, ...], claims: dict[str, str]
) -> None:
    """Each of these lost its source, its headline or its first line when it was read again."""
    assert _differences(item(body=body, **claims)) == {}


def test_half_a_character_in_an_address_costs_no_article() -> None:
    """JSON can hold it, no UTF-8 can: it is told as the sign for what cannot be read."""
    article = read(item(url="https://x.example/\ud83d", source="//x.example/\ud83d"))
    assert article.url == "https://x.example/%EF%BF%BD"
    assert article.source == "x.example"


def test_half_a_character_is_not_kept_beside_what_is_believed() -> None:
    """What lost against it, and a time as it was written, are stored and shown as well."""
    claims = (
        Claim("Ferry \ud83d", "a", 0.9),
        Claim("Tide \ud83d\ude00", "b", 0.5),
        Claim("\ud83d", "c"),
    )
    article = read(item(headline=claims, published="2020-11-18 \ud83d"))
    assert article.headline == "Ferry \ufffd"
    assert [other.value for other in article.provenance[Field.HEADLINE].others] == ["Tide 😀"]
    assert article.provenance[Field.PUBLISHED].written == "2020-11-18 \ufffd"


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("/world/middle_east", "middle east"),
        ("/business/", "business"),
        ("Arts/Culture", "Arts/Culture"),
    ],
)
def test_the_last_folder_of_a_path_is_the_section(told: str, name: str) -> None:
    """Systems write where an article lies instead of how its section is called."""
    assert read(item(section=told)).section == name


def test_the_headline_again_is_no_section() -> None:
    """Some systems have nothing else to say."""
    article = read(item(headline="Ferry sinks in storm", section="Ferry Sinks in Storm"))
    assert article.section is None


@pytest.mark.parametrize("told", ["The Harbour", "harbour.example", "THE HARBOUR"])
def test_the_site_itself_is_no_section(told: str) -> None:
    """The first step of the way to a page is called after the paper, or its address."""
    url = "https://www.harbour.example/news/ferry"
    assert read(item(url=url, source="The Harbour", section=told)).section is None
    assert read(item(url=url, source="The Harbour", section="Ports")).section == "Ports"


def test_a_section_stays_where_the_host_does_not_know_the_source_of_that_name() -> None:
    """`Magazine` may be taken for the publisher of a page that says no other."""
    url = "https://www.harbour.example/news/ferry"
    assert read(item(url=url, source="Magazine", section="Magazine")).section == "Magazine"


def test_keywords_in_ideographs_are_parted_by_spaces() -> None:
    """No Chinese word has a space inside; broken markup is no keyword."""
    assert read(item(keyword="港口 渡轮 天气")).keywords == ("港口", "渡轮", "天气")
    assert read(item(keyword="<meta name=")).keywords == ()


@pytest.mark.parametrize("written", ["January 21", "21 janvier 2024", "4/4/2024", "3.6.2024 EEST"])
def test_a_day_alone_is_no_dateline(written: str) -> None:
    """Programs fill the day into the dateline's element; a place makes it one."""
    assert read(item(dateline=written)).dateline is None
    assert read(item(dateline=f"NORTHBY, {written} -")).dateline == f"NORTHBY, {written}"


@pytest.mark.parametrize(
    ("told", "number"),
    [("20240304101530.0", 20240304101530), ("9007199254740991", 2**53 - 1), (str(2**53), None)],
)
def test_a_version_counted_by_the_clock_is_a_number(told: str, number: int | None) -> None:
    """As long as JSON keeps it whole."""
    assert read(item(version=told)).version == number
