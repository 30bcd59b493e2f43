"""What the address of a page and the data of its scripts say."""

from __future__ import annotations

import pytest

from shared.domain.article import Field
from workers.parsers.claims.evidence import Evidence
from workers.parsers.html import address


def days(url: str, text: str = "") -> list[str]:
    evidence = Evidence()
    address.gather(text, url, evidence)
    return evidence.values(Field.PUBLISHED)


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://example.org/2024/03/14/bridge", "2024-03-14"),
        ("https://example.org/bridge-2024-03-14.html", "2024-03-14"),
        ("https://example.org/2024/POLITICS/03/14/bridge", "2024-03-14"),
        ("https://example.org/home/2024/3/4/bridge", "2024-03-04"),
        ("https://example.org/news/14-03-2024", "14.03.2024"),
        ("https://example.org/news/~14.03.2024-bridge", "14.03.2024"),
    ],
)
def test_a_day_in_the_address_is_claimed(url: str, day: str) -> None:
    """Year first, or day first as most of the world writes."""
    assert days(url) == [day]


@pytest.mark.parametrize("path", ["a-99-03-2024", "id-14-03-20245", "2024/03", "x?d=14-03-2024"])
def test_other_digits_in_the_address_are_no_day(path: str) -> None:
    """Numbers of articles, months alone, and what is asked of a page."""
    assert days(f"https://example.org/{path}") == []


def test_a_time_with_a_name_for_it_in_a_script_is_claimed() -> None:
    """Where nothing surer is."""
    script = '<script>{"publishedAt": "2024-03-14T09:30:00Z"}</script>'
    assert days("https://example.org/bridge", script) == ["2024-03-14T09:30:00Z"]


@pytest.mark.parametrize(
    ("script", "seconds"),
    [
        ('var ct = "1581517074";', "1581517074"),
        ("createTime: 1581517074000,", "1581517074000"),
        ('"publish_time":1581517074', "1581517074"),
        ('direct = "1581517074";', None),
        ("<a href='/login?v=2&amp;ct=1581517074&amp;id=4'>", None),
        ("<a href='/login?v=2&#038;ct=1581517074'>", None),
        ("<a href='/login?createTime=1581517074'>", None),
        ("count: 15815170741,", None),
    ],
)
def test_seconds_with_a_name_for_them_in_a_script_are_claimed(
    script: str, seconds: str | None
) -> None:
    """Names say what a number is: one inside another word, or of too many digits, is none."""
    assert days("https://example.org/a", f"<script>{script}</script>") == (
        [seconds] if seconds else []
    )


def authors(text: str) -> list[str]:
    evidence = Evidence()
    address.gather(text, None, evidence)
    return evidence.values(Field.AUTHOR)


@pytest.mark.parametrize(
    "data",
    [
        '<script>dataLayer.push({"type":"article","author":"Ada Brook"})</script>',
        '<script id="__NEXT_DATA__">{"authors":[{"id":7,"name":"Ada Brook"}]}</script>',
        "<script>window.__NUXT__={data:[{article:{byline:'Ada Brook',id:1}}]}</script>",
        '<script>page({"byline":"Ada Brook", "topic":"Seas"})</script>',
        r'<script>self.push("{\"author\":{\"name\":\"Ada Brook\"}}")</script>',
        '<p>İzmir İstanbul</p><script>page({"Article_Author": "Ada Brook"})</script>',
        '<script>page({"author": {"byline": "Ben Carr", "name": "Ada Brook"}})</script>',
    ],
)
def test_the_one_person_whom_scripts_name_for_an_author_is_claimed(data: str) -> None:
    """Data that a page is built from, and what it tells those who count its readers."""
    assert authors(data) == ["Ada Brook"]


@pytest.mark.parametrize("name", ["Aoife O'Brien", "Jan van der Berg", "Oscar de la Hoya"])
def test_names_in_scripts_have_apostrophes_and_particles(name: str) -> None:
    assert authors(f'<script>dataLayer.push({{"author":"{name}"}})</script>') == [name]


def test_several_authors_in_scripts_are_those_of_other_articles() -> None:
    """Nor is a desk or a place one, nor anybody where the page says who wrote it."""
    assert authors('<script>[{"author":"Ada Brook"},{"author":"Ben Carr"}]</script>') == []
    assert authors('<script>{"author":"New York","authors":"Online Desk"}</script>') == []
    evidence = Evidence()
    evidence.add(Field.AUTHOR, "Cy Dunn", "meta author", 0.45)
    address.gather('<script>{"author":"Ada Brook"}</script>', None, evidence)
    assert evidence.values(Field.AUTHOR) == ["Cy Dunn"]


def test_names_in_scripts_need_no_quotation_marks() -> None:
    """As programs write their own data; a plain `date` has to have them."""
    assert days("", '{id:1,publishedAt:"2024-03-14T17:30:00Z"}') == ["2024-03-14T17:30:00Z"]
    assert days("", '{date:"2024-03-14"}') == []


def test_a_path_alone_is_of_the_address_s_site() -> None:
    """Some pages state their canonical address without scheme and host; some a folder's."""
    evidence = Evidence()
    evidence.add(Field.URL, "/news/bridge", "link canonical", 0.9)
    evidence.add(Field.URL, "/news", "meta og:url", 0.8)
    address.gather("", "https://example.org/news/bridge?from=home", evidence)
    claims = evidence.ordered()[Field.URL]
    whole = [(one.value, one.weight) for one in claims if "//" in one.value]
    assert whole == [
        ("https://example.org/news/bridge", 0.9),
        ("https://example.org/news/bridge?from=home", 0.5),
    ]


@pytest.mark.parametrize("given", ["http://[broken", "http://x.example//[", "no address"])
@pytest.mark.parametrize("stated", ["/", "//[", "/[broken"])
def test_an_address_that_is_none_costs_no_page(given: str, stated: str) -> None:
    """The standard library raises at it; crawlers keep what a page's link said."""
    evidence = Evidence()
    evidence.add(Field.URL, stated, "link canonical", 0.9)
    address.gather("", given, evidence)
    assert given in evidence.values(Field.URL)
