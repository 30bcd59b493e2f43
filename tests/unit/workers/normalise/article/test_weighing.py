"""Of several claims one is believed: what decides, and what becomes of the others."""

from __future__ import annotations

from datetime import UTC, datetime

from shared.domain.article import Claim, Field, PubStatus
from tests.unit.workers.normalise.article.items import item, read


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


def test_a_front_page_s_address_yields_to_an_article_s_of_the_same_host() -> None:
    """Some pages call the site's front page their canonical address; another host's is believed."""
    home, page = "https://coast.example/", "https://www.coast.example/ferry"
    told = (Claim(home, "link canonical", 0.9), Claim(page, "address given", 0.5))
    assert read(item(url=told)).url == page
    assert read(item(url=told[:1])).url == home
    other = (told[0], Claim("https://mirror.example/ferry", "address given", 0.5))
    assert read(item(url=other)).url == home
