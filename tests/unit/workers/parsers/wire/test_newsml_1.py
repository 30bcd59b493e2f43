"""NewsML 1 as agencies still send it: components in components, identifiers with the revision."""

from __future__ import annotations

from pathlib import Path

import pytest

from shared.domain.article import Field
from shared.errors import Reason, Rejected
from tests.unit.workers.parsers.one_parser import (
    assert_survives,
    one,
    parse,
    score,
    until_refused,
    values,
)
from workers.parsers.wire.newsml_1 import Newsml1

NEWSML = Newsml1()
GOLDEN = Path(__file__).parents[4] / "golden" / "newsml_1"
TEXT = "<MediaType FormalName='Text'/><DataContent><p>The tide was late.</p></DataContent>"

WAITING = (
    "<Status FormalName='Embargoed'/><StatusWillChange><FutureStatus FormalName='Usable'/>"
    "<DateAndTime>20240305T100000Z</DateAndTime></StatusWillChange>"
)
REVISED = "<FirstCreated>20240304</FirstCreated><ThisRevisionCreated>20240305</ThisRevisionCreated>"


def component(lines: str = "", contents: str = TEXT, more: str = "") -> str:
    return (
        f"<NewsComponent><NewsLines>{lines}</NewsLines>{more}"
        f"<ContentItem>{contents}</ContentItem></NewsComponent>"
    )


def item(management: str = "", components: str = "", identifier: str = "") -> str:
    return (
        f"<NewsItem><Identification><NewsIdentifier>{identifier}</NewsIdentifier></Identification>"
        f"<NewsManagement>{management}</NewsManagement>{components or component()}</NewsItem>"
    )


def document(*items: str) -> str:
    return f"<NewsML>{''.join(items)}</NewsML>"


def test_the_first_tag_is_known() -> None:
    """The root's name is the standard's alone."""
    assert score(NEWSML, document(item())) > 0.9
    assert score(NEWSML, "<newsItem/>") == 0


@pytest.mark.parametrize(
    ("management", "field", "read"),
    [
        ("<Status FormalName='Canceled'/>", Field.PUB_STATUS, ["Canceled"]),
        ("<Instruction FormalName='Delete'/>", Field.PUB_STATUS, ["canceled"]),
        (WAITING, Field.EMBARGO, ["20240305T100000Z"]),
        (WAITING, Field.PUB_STATUS, []),
        (REVISED, Field.PUBLISHED, ["20240304", "20240305"]),
        (REVISED, Field.UPDATED, ["20240305"]),
    ],
)
def test_the_management_is_read(management: str, field: Field, read: list[str]) -> None:
    """Times, status, embargo and orders to withdraw stand there."""
    assert values(one(NEWSML, document(item(management))), field) == read


def test_the_revision_is_no_part_of_the_identity() -> None:
    """The public identifier holds both glued together; two revisions are versions of one item."""
    told = (
        "<ProviderId>x.example</ProviderId><DateId>20240305</DateId><NewsItemId>7</NewsItemId>"
        "<RevisionId>3</RevisionId><PublicIdentifier>urn:newsml:x.example:20240305:7:3"
        "</PublicIdentifier>"
    )
    read = one(NEWSML, document(item(identifier=told)))
    assert values(read, Field.GUID) == ["urn:newsml:x.example:20240305:7"]
    assert values(read, Field.VERSION) == ["3"]


def test_the_fullest_rendition_is_the_text() -> None:
    """Markup keeps more than the same words plain; captions and pictures are no text."""
    caption = f"<Role FormalName='Caption'/><ContentItem>{TEXT}</ContentItem>"
    inner = (
        "<NewsComponent><ContentItem><DataContent>The tide was late, and long.</DataContent>"
        "</ContentItem><ContentItem><DataContent><p>One.</p><p>Two.</p></DataContent>"
        f"</ContentItem></NewsComponent><NewsComponent>{caption}</NewsComponent>"
    )
    read = one(
        NEWSML,
        document(item(components=f"<NewsComponent>{inner}</NewsComponent>")),
    )
    assert read.body == ("One.", "Two.")


def test_of_many_items_each_has_its_place() -> None:
    """Pictures among them are passed over without a word."""
    picture = component(contents="<MediaType FormalName='Photo'/>")
    found = parse(NEWSML, document(item(), item(components=picture), item()))
    assert [each.item for each in found] == ["1", "3"]


def test_without_a_text_the_reason_is_said() -> None:
    """Pictures alone, topics alone, or a component with links alone are no news."""
    picture = component(contents="<MediaType FormalName='Photo'/>")
    for content in (document(item(components=picture)), document()):
        with pytest.raises(Rejected) as refused:
            parse(NEWSML, content)
        assert refused.value.reason is Reason.NO_ARTICLE


def test_a_kill_needs_no_text() -> None:
    """It becomes an item all the same, so that it can withdraw the one before."""
    killed = "<Status FormalName='Canceled'/>"
    bare = f"<NewsItem><NewsManagement>{killed}</NewsManagement></NewsItem>"
    assert one(NEWSML, document(bare)).body == ("This item is canceled.",)


def test_a_kill_may_keep_its_lines() -> None:
    """A component with a headline, and with no content: the headline stands for the text."""
    lines = "<NewsComponent><NewsLines><HeadLine>Tide</HeadLine></NewsLines></NewsComponent>"
    killed = item("<Status FormalName='Canceled'/>", lines)
    assert one(NEWSML, document(killed)).body == ("Tide",)


def test_a_revision_glued_to_the_number_is_no_part_of_the_identity() -> None:
    """`ANPX-1-v2` is the second version of `ANPX-1`; another number at the end is its own."""
    told = "<ProviderId>x</ProviderId><DateId>1</DateId><NewsItemId>{}</NewsItemId>"
    for number, guid in (("A-1-v2", "urn:newsml:x:1:A-1"), ("A-1-v3", "urn:newsml:x:1:A-1-v3")):
        identifier = told.format(number) + "<RevisionId>2</RevisionId>"
        read = one(NEWSML, document(item(identifier=identifier)))
        assert values(read, Field.GUID) == [guid]


def test_a_title_alone_is_no_text() -> None:
    """A tip to desks: its component for the text is empty."""
    title = f"<NewsComponent><Role FormalName='Title'/><ContentItem>{TEXT}</ContentItem>"
    parts = f"<NewsComponent>{title}</NewsComponent></NewsComponent>"
    with pytest.raises(Rejected) as refused:
        parse(NEWSML, document(item(components=parts)))
    assert refused.value.reason is Reason.NO_ARTICLE


@pytest.mark.parametrize("party", ["DWM", "(TIP)", "daa/mt/msr"])
def test_creators_that_are_initials_name_nobody(party: str) -> None:
    """The desk's system knows them, readers do not."""
    creator = f"<Creator><Party FormalName='{party}' Topic='AUTHOR'/></Creator>"
    more = f"<AdministrativeMetadata>{creator}</AdministrativeMetadata>"
    read = one(NEWSML, document(item(components=component(more=more))))
    assert values(read, Field.AUTHOR) == []


def test_no_more_than_sixty_languages_of_an_item_are_read() -> None:
    """There is no item with so many: each would look through all beside it."""
    inner = "".join(
        f"<NewsComponent xml:lang='l{number}'><NewsLines><HeadLine>Tide</HeadLine></NewsLines>"
        f"<ContentItem>{TEXT}</ContentItem></NewsComponent>"
        for number in range(70)
    )
    content = document(item(components=f"<NewsComponent>{inner}</NewsComponent>"))
    assert len(parse(NEWSML, content)) == 60


def test_what_stood_before_a_break_is_kept() -> None:
    """A document that was cut off gives its whole items and then says so."""
    read, reason = until_refused(NEWSML, document(item(), item())[:-60])
    assert [each.item for each in read] == ["1"]
    assert reason is Reason.MALFORMED


def test_any_part_of_a_document_is_survived() -> None:
    """Cut anywhere, it is read or refused."""
    for path in GOLDEN.glob("*/input.*"):
        assert_survives(NEWSML, path.read_bytes())


def test_the_envelope_tells_when_an_item_without_times_was_sent() -> None:
    """The item's own times are believed before it."""
    sent = "<NewsEnvelope><DateAndTime>20240305T100000Z</DateAndTime></NewsEnvelope>"
    assert values(one(NEWSML, document(sent, item())), Field.PUBLISHED) == ["20240305T100000Z"]
    read = one(NEWSML, document(sent, item(REVISED)))
    assert values(read, Field.PUBLISHED)[0] == "20240304"


def test_a_topic_is_named_only_where_a_subject_refers_to_it() -> None:
    """Sets of topics may be whole vocabularies."""
    named = "<Topic><FormalName>0{0}</FormalName><Description>{1}</Description></Topic>"
    topics = f"<TopicSet>{named.format(1, 'tides')}{named.format(2, 'tax')}</TopicSet>"
    code = "<SubjectCode><Subject FormalName='01'/></SubjectCode>"
    about = f"{topics}<DescriptiveMetadata>{code}</DescriptiveMetadata>"
    read = one(NEWSML, document(item(components=component(more=about))))
    assert values(read, Field.KEYWORD) == ["tides"]


@pytest.mark.parametrize(
    "told",
    [
        item("<NewsItemType FormalName='Advisory'/>"),
        item(components=component(more="<DescriptiveMetadata><Genre FormalName='Memo'/>"
                                       "</DescriptiveMetadata>")),
    ],
)  # fmt: skip
def test_what_is_for_desks_is_no_article(told: str) -> None:
    """Its type says so; what it tells of does not."""
    with pytest.raises(Rejected, match="it is for desks") as refused:
        parse(NEWSML, document(told))
    assert refused.value.reason is Reason.NO_ARTICLE


def test_an_advisory_that_takes_a_story_back_is_read() -> None:
    """A kill must reach what it kills."""
    kind = "<NewsItemType FormalName='Advisory'/>"
    order = component("<HeadLine>Kill: Tide late</HeadLine>")
    assert one(NEWSML, document(item(kind, order))).body == ("The tide was late.",)
    held = item(f"{kind}<Status FormalName='Canceled'/>")
    assert one(NEWSML, document(held)).body == ("The tide was late.",)
