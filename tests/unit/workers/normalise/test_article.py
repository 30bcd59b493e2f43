from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shared.domain.article import Claim, Field, PubStatus, RawItem
from shared.errors import Reason, Rejected
from workers.mending import MENDED
from workers.normalise.article import FIRST_SENTENCE, as_item, normalise
from workers.normalise.choosing import Profile

if TYPE_CHECKING:
    from shared.domain.article import Article

NOW = datetime(2026, 11, 24, tzinfo=UTC)
BODY = (
    "The government said that it would look at the figures before it decides on new rules.",
    "Engineers have warned of a slump, and the minister is not sure that help will be enough.",
)
FIELDS = (
    "headline", "body", "authors", "editors", "source", "published_at", "updated_at", "language",
    "embargoed_until", "url", "guid", "version", "pub_status", "dateline", "slugline", "section",
    "keywords", "item", "parser", "notes",
)  # fmt: skip


def item(body: tuple[str, ...] = BODY, **claims: str | tuple[Claim, ...]) -> RawItem:
    """Build an item; a claim given as text comes from `test`."""
    return RawItem(
        body=body,
        body_source="paragraphs",
        claims={
            Field(name): value if isinstance(value, tuple) else (Claim(value, "test"),)
            for name, value in claims.items()
        },
        item="3",
        parser="test/1",
    )


def read(raw: RawItem, **profile: Any) -> Article:
    """Normalise with a profile."""
    return normalise(raw, Profile(**profile), now=NOW)


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


def test_the_profile_says_what_items_do_not() -> None:
    """Zone, language and publisher of a provider stand in."""
    article = read(
        item(body=("12 345",), published="2020-07-18 16:42"),
        zone="Europe/Berlin",
        language="de",
        source="Wire",
    )
    assert article.published_at == datetime(2020, 7, 18, 14, 42, tzinfo=UTC)
    assert (article.language, article.source) == ("de", "Wire")
    assert article.provenance[Field.LANGUAGE].source == "provider default"
    assert article.provenance[Field.SOURCE].source == "provider default"


def test_the_heaviest_claim_wins_and_the_others_are_kept() -> None:
    """At most five of them, 200 characters each."""
    claims = [Claim(f"Headline number {n} " + "x" * 300, f"s{n}", 0.5) for n in range(8)]
    article = read(item(headline=(*claims, Claim("The best headline", "best", 0.9))))
    kept = article.provenance[Field.HEADLINE]
    assert (article.headline, kept.source) == ("The best headline", "best")
    assert [other.source for other in kept.others] == ["s0", "s1", "s2", "s3", "s4"]
    assert all(len(other.value) <= 200 for other in kept.others)


def test_two_sources_that_agree_outweigh_one() -> None:
    """.6 and .5 make .8; the same source twice is one."""
    two = (Claim("A B C", "a", 0.7), Claim("X Y Z", "x", 0.6), Claim("x y z!", "y", 0.5))
    assert read(item(headline=two)).headline == "X Y Z"
    same = (Claim("A B C", "a", 0.7), Claim("X Y Z", "x", 0.6), Claim("X Y Z", "x", 0.5))
    assert read(item(headline=same)).headline == "A B C"


def test_a_claim_that_does_not_survive_is_passed_over() -> None:
    """However heavy it was."""
    article = read(
        item(
            published=(Claim("yesterday", "a", 1.0), Claim("2020-11-18", "b", 0.1)),
            headline=(Claim(" – ", "a", 1.0), Claim("Fine", "b", 0.1)),  # noqa: RUF001 - a dash
            url="not an address",
            language="some",
            version="final",
            guid=" ",
            pub_status="unheard-of",
            source="—",
            section=" ",
        )
    )
    assert article.published_at == datetime(2020, 11, 18, tzinfo=UTC)
    assert article.headline == "Fine"
    assert (article.url, article.version, article.guid) == (None, None, None)
    assert (article.source, article.section) == (None, None)
    assert article.pub_status is PubStatus.USABLE


def test_a_clock_completes_the_day_that_weighs_more() -> None:
    """A date, a clock and a zone that fit together are one moment."""
    article = read(
        item(
            published=(
                Claim("18 November 2020", "visible", 0.9),
                Claim("2020-11-18 16:42", "meta", 0.5),
                Claim("2020-11-18T16:42:00+01:00", "meta", 0.3),
                Claim("2020-11-17T10:00:00Z", "json-ld", 0.7),
            )
        )
    )
    assert article.published_at == datetime(2020, 11, 18, 15, 42, tzinfo=UTC)
    assert article.provenance[Field.PUBLISHED].assumed is None


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


def test_an_address_as_source_is_its_host() -> None:
    """A publisher's home page names the publisher."""
    assert read(item(source="https://www.daily.example.com/")).source == "daily.example.com"


def test_an_article_that_names_no_publisher_is_its_host_s() -> None:
    """That this is assumed is said; what a provider's profile names comes first."""
    unnamed = item(url="https://www.daily.example.com/a")
    article = read(unnamed)
    assert article.source == "daily.example.com"
    assert article.provenance[Field.SOURCE].assumed is not None
    assert read(unnamed, source="Daily News").source == "Daily News"


def test_a_headline_in_the_place_of_the_publisher_names_none() -> None:
    """But for a publisher whose name stands in the address."""
    claims: dict[str, Any] = {
        "url": "https://www.daily.example.com/a",
        "headline": "Dikes hold",
        "source": "",
    }
    assert read(item(**claims | {"source": "Dikes hold"})).source == "daily.example.com"
    known = claims | {"headline": "The Daily", "source": "The Daily"}
    assert read(item(**known)).source == "The Daily"


def test_mended_text_is_said_so() -> None:
    """Double-encoded UTF-8 is undone and noted once."""
    article = read(item(body=("Il a donnÃ© sa dÃ©mission.", *BODY)))
    assert article.body[0] == "Il a donné sa démission."
    assert article.notes == (MENDED,)


def test_authors_of_one_source_stay_together() -> None:
    """Two claims of one place are two persons; the other place's set supports the same set."""
    article = read(
        item(
            author=(
                Claim("Max Muster", "meta", 0.7),
                Claim("Jane Doe", "json-ld", 0.6),
                Claim("John Roe", "json-ld", 0.6),
                Claim("By John Roe and Jane Doe", "visible", 0.5),
            )
        )
    )
    assert article.authors == ("Jane Doe", "John Roe")


def test_a_body_does_not_say_its_fields_again() -> None:
    """Headline, byline, date and dateline lines go from the start, a byline from the end."""
    article = read(
        item(
            body=(
                "Engineers Warn!",
                "By Jane Doe",
                "18 November 2020, 16:42",
                "LONDON",
                *BODY,
                "Jane Doe, Reporter",
            ),
            headline="Engineers warn",
            author="Jane Doe",
            dateline="London",
        )
    )
    assert article.body == BODY


def test_a_flash_may_be_its_headline_alone() -> None:
    """Where nothing else is left, the repeated headline stays as the body."""
    article = read(item(body=("Fed raises rates",), headline="Fed raises rates"))
    assert article.body == ("Fed raises rates",)


def test_sentences_with_a_name_or_a_date_are_no_bylines() -> None:
    """Only lines that say nothing else go."""
    body = (
        "Jane Doe said on Monday that she would not run again.",
        "On 18 November 2020 the council met in the town hall to hear all of the parties.",
    )
    assert read(item(body=body, author="Jane Doe", headline="Council meets")).body == body


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ("Mr. Smith went home. Then he slept.", "Mr. Smith went home."),
        ("No full stop here", "No full stop here"),
        ("政府表示将作出决定。之后再公布。", "政府表示将作出决定。"),
        ("word " * 40 + "end.", ("word " * 24).strip()),
        ("x" * 200, "x" * 120),
    ],
)
def test_a_first_sentence_makes_a_headline(text: str, headline: str) -> None:
    """It ends at the sentence's end, or at a word within 120 characters."""
    assert read(item(body=(text, BODY[1]))).headline == headline


def test_a_first_sentence_keeps_the_site_s_name_where_nothing_else_is_left() -> None:
    """A sign alone would be none when the article is read again."""
    assert read(item(body=("{|Daily News",), source="Daily News")).headline == "{|Daily News"


TEXT = st.one_of(
    st.text(max_size=50),
    st.lists(
        st.sampled_from(
            ["Jane", "Doe", "By", "and", "Engineers warn", "Daily News", "|", "-", "2020-11-18"]
        ),
        max_size=6,
    ).map(" ".join),
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(TEXT, min_size=1, max_size=4),
    st.dictionaries(
        st.sampled_from([name for name in Field if name is not Field.BODY]),
        st.lists(st.builds(Claim, TEXT, st.sampled_from(["a", "b"]), st.floats(0, 1)), max_size=3),
    ),
)
def test_normalising_an_article_again_changes_nothing(
    body: list[str], claims: dict[Field, list[Claim]]
) -> None:
    """An article's own fields, taken as claims, give the same article."""
    raw = RawItem(
        body=tuple(body),
        body_source="any",
        claims={name: tuple(values) for name, values in claims.items()},
    )
    try:
        once = read(raw)
    except Rejected:
        return
    again = read(as_item(once))
    assert {name: getattr(again, name) for name in FIELDS} == {
        name: getattr(once, name) for name in FIELDS
    }


def test_what_stands_after_the_first_long_paragraph_stays() -> None:
    """A date or a name alone in its line is a heading there."""
    long = f"The city has seen three such days, and each of them is told here. {BODY[0]}"
    body = (f"{long} And more.", "18 November 2020", "Jane Doe", f"{long} And so on.")
    assert read(item(body=body, author="Jane Doe", headline="Three days")).body == body
    signed = read(item(body=(*body, "By Jane Doe"), author="Jane Doe", headline="Three days"))
    assert signed.body == body


def test_paragraphs_that_meet_when_a_line_goes_are_one() -> None:
    """The headline stood between two equal lines."""
    article = read(item(body=("Live", "Fed acts", "Live", "And more"), headline="Fed acts"))
    assert article.body == ("Live", "And more")


def test_an_abbreviation_at_the_end_ends_the_sentence() -> None:
    """There is nothing after it."""
    assert read(item(body=("He met Mr. Doe Jr.", BODY[1]))).headline == "He met Mr. Doe Jr."


def test_a_page_prints_the_minute_of_what_its_data_has_to_the_second() -> None:
    """The heavier claim is believed to the second, and the printed one speaks for it."""
    told = (
        Claim("2020-11-18T16:42:31Z", "json-ld", 0.9),
        Claim("18 November 2020, 16:42 UTC", "visible date", 0.6),
        Claim("2020-11-19T10:00:00Z", "meta", 0.92),
    )
    article = read(item(published=told))
    assert article.published_at == datetime(2020, 11, 18, 16, 42, 31, tzinfo=UTC)


def test_the_same_source_supports_no_fuller_time() -> None:
    """A place that states day and clock apart is still one place."""
    claims = (
        Claim("2020-11-18", "meta", 0.6),
        Claim("2020-11-18 16:42", "meta", 0.5),
        Claim("2020-11-17", "url", 0.7),
    )
    assert read(item(published=claims)).published_at == datetime(2020, 11, 17, tzinfo=UTC)


@pytest.mark.parametrize(
    ("url", "month"),
    [("https://news.example.co.uk/a", 4), ("https://news.example.com/a", 3), ("not an address", 3)],
)
def test_english_dates_are_read_as_their_country_writes_them(url: str, month: int) -> None:
    """`03/04/2020` on a British page is in April."""
    published = read(item(url=url, published="03/04/2020")).published_at
    assert published is not None
    assert published.month == month


@pytest.mark.parametrize(
    ("zone", "month"),
    [("Europe/Dublin", 4), ("Asia/Manila", 3), ("America/Chicago", 3), ("Etc/UTC", 3)],
)
def test_the_provider_s_zone_tells_how_its_english_dates_are_written(zone: str, month: int) -> None:
    """Records have no address; their provider's zone was set by someone who knows it."""
    published = read(item(published="03/04/2020"), zone=zone).published_at
    assert published is not None
    assert published.month == month


def test_a_date_of_open_order_is_the_one_that_another_place_states() -> None:
    """`01/11/2023` in the data, `1 November 2023` in print: both are one day."""
    claims = (Claim("01/11/2023 12:43", "meta", 0.65), Claim("1 November 2023", "visible", 0.35))
    article = read(item(published=claims))
    assert article.published_at == datetime(2023, 11, 1, 12, 43, tzinfo=UTC)
    assert "as another place states it" in str(article.provenance[Field.PUBLISHED].assumed)
    alone = read(item(published=claims[:1]))
    assert alone.published_at == datetime(2023, 1, 11, 12, 43, tzinfo=UTC)


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


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("www.Harbour.example", "harbour.example"),
        ("Ada Brook ada@harbour.example", "Ada Brook"),
        ("ada@harbour.example", "ada@harbour.example"),
    ],
)
def test_a_source_has_no_address_of_mail_and_no_www(told: str, name: str) -> None:
    """Those are where somebody is found, not what he is called."""
    assert read(item(source=told)).source == name


def test_a_publisher_that_knows_nothing_of_its_host_yields_to_the_host_s_name() -> None:
    """A motto of .85 beside the site's name of .8."""
    claims = (Claim("Hope Comes Back", "json-ld", 0.85), Claim("The Harbour", "meta", 0.8))
    address = "https://theharbour.example/1"
    assert read(item(source=claims, url=address)).source == "The Harbour"
    assert read(item(source=claims, url="https://sea.example/1")).source == "Hope Comes Back"


def test_what_was_saved_before_the_publication_is_no_update() -> None:
    """Systems publish at an hour that was set when an article was saved for the last time."""
    planned: dict[str, Any] = {
        "published": "2024-03-14T09:00:00Z",
        "updated": "2024-03-13T17:20:00Z",
    }
    article = read(item(**planned))
    assert (article.updated_at, article.published_at) == (
        None,
        datetime(2024, 3, 14, 9, tzinfo=UTC),
    )
    assert "before the publication" in str(article.provenance[Field.UPDATED].assumed)
    same = read(item(published="2024-03-14T09:00:00Z", updated="2024-03-14T10:00:00+01:00"))
    assert same.updated_at == same.published_at


@pytest.mark.parametrize("host", ["192.0.2.7:8080", "localhost:8000", "intranet"])
def test_a_host_without_a_name_of_its_own_is_no_publisher(host: str) -> None:
    """A number, or a machine of a local network."""
    assert read(item(url=f"http://{host}/a")).source is None
