"""Mail that a program sends with a record in the place of its text."""

from __future__ import annotations

import json
from email.message import EmailMessage

import pytest

from shared.domain.article import Field
from tests.unit.workers.parsers.mail.mail_messages import mail
from tests.unit.workers.parsers.reading import PARAGRAPHS, read

RECORD = {"title": "Ferry sails again", "author": "Ann Ek", "body": "\n\n".join(PARAGRAPHS)}
NITF = (
    '<?xml version="1.0"?><nitf><body><body.head><hedline><hl1>Ferry sails again</hl1></hedline>'
    f"</body.head><body.content><p>{'</p><p>'.join(PARAGRAPHS)}</p></body.content></body></nitf>"
)


def of_kind(kind: str, content: str) -> bytes:
    message = EmailMessage()
    message["From"], message["Subject"] = "feed@news.example", "article 123"
    message["Date"] = "Fri, 13 Mar 2026 18:30:00 +0100"
    message["Message-ID"] = "<1@news.example>"
    main, _, sub = kind.partition("/")
    message.set_content(content.encode(), maintype=main, subtype=sub)
    return bytes(message)


@pytest.mark.parametrize(
    "message",
    [
        mail(json.dumps(RECORD)),
        mail(json.dumps(RECORD, indent=1) + "\n-- \nThe feed\n"),
        mail(json.dumps([RECORD])),
        mail(NITF),
        of_kind("application/json", json.dumps(RECORD)),
        of_kind("application/xml", NITF),
    ],
)
def test_a_record_knows_more_than_the_message(message: bytes) -> None:
    """Its title is the headline, not the subject; when the message was sent is a weak claim."""
    (item,) = read("a.eml", message).items
    assert item.first(Field.HEADLINE) == "Ferry sails again"
    assert [one.value for one in item.claims[Field.HEADLINE]] == ["Ferry sails again"]
    assert item.body == PARAGRAPHS
    assert all(one.weight < 0.5 for one in item.claims[Field.PUBLISHED])


def test_records_in_lines_are_items_each() -> None:
    """As many as there are."""
    lines = "\n".join(json.dumps({**RECORD, "title": title}) for title in ("One", "Two"))
    found = read("a.eml", mail(lines))
    assert [item.first(Field.HEADLINE) for item in found.items] == ["One", "Two"]


def test_a_text_that_only_begins_like_a_record_is_a_text() -> None:
    """What breaks off is shown as it stands."""
    (item,) = read("a.eml", mail('{"note": he wrote.\n\n' + "\n\n".join(PARAGRAPHS))).items
    assert item.first(Field.HEADLINE) == "Ferry sails on Monday"
