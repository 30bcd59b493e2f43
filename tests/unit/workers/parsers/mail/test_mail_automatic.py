"""Mail that programs write in answer to other mail holds no article."""

from __future__ import annotations

import pytest

from shared.errors import Reason
from tests.unit.workers.parsers.mail.mail_messages import BODY, mail, mailbox
from tests.unit.workers.parsers.reading import PARAGRAPHS, read

ENTRY = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Ferries\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
CALENDAR = f"Content-Type: text/calendar; method=REQUEST\r\n{{}}\r\n{ENTRY}"


def of_parts(kind: str, *parts: str) -> bytes:
    """Return a message of some kind whose parts are given with their headers."""
    inner = "".join(f"--x\r\n{part}\r\n" for part in parts)
    head = mail(None).decode().partition("\n\n")[0]
    return f'{head}\nContent-Type: multipart/{kind}; boundary="x"\n\n{inner}--x--\r\n'.encode()


TEXT = f"Content-Type: text/plain\r\n\r\n{BODY}"


@pytest.mark.parametrize(
    ("message", "told"),
    [
        (of_parts("report; report-type=delivery-status", TEXT), "report on the delivery"),
        (mail(Auto_Submitted="auto-replied"), "an automatic reply"),
        (mail(X_Autoreply="yes"), "an automatic reply"),
        (of_parts("alternative", TEXT, CALENDAR.format("")), "an invitation"),
    ],
)
def test_what_a_program_answers_is_refused_by_its_name(message: bytes, told: str) -> None:
    """Newsrooms' mailboxes are full of them; the others in the box go on."""
    found = read("a.eml", message)
    assert found.reason is Reason.NO_ARTICLE
    assert found.rejected is not None
    assert told in found.rejected.detail
    box = read("a.mbox", mailbox(mail(), message, mail()))
    assert [item.item for item in box.items] == ["1", "3"]
    assert box.refused == {"2": Reason.NO_ARTICLE}


@pytest.mark.parametrize(
    "message",
    [
        mail(Auto_Submitted="auto-generated"),
        mail(Auto_Submitted="no"),
        of_parts("mixed", TEXT, CALENDAR.format("Content-Disposition: attachment\r\n")),
        of_parts("mixed", TEXT, CALENDAR.format("").replace("REQUEST", "PUBLISH")),
    ],
)
def test_newsletters_and_press_offices_are_read(message: bytes) -> None:
    """A program may send them, and an invitation to the press brings its date for the calendar."""
    assert read("a.eml", message).items


def test_a_full_text_with_an_invitation_in_it_is_read() -> None:
    """A press office invites to a briefing with its release: three paragraphs and more are told."""
    release = "\n\n".join((*PARAGRAPHS, *(one.replace("ferry", "boat") for one in PARAGRAPHS)))
    text = f"Content-Type: text/plain\r\n\r\n{release}"
    page = f"Content-Type: text/html\r\n\r\n<p>{release.replace(chr(10) * 2, '</p><p>')}</p>"
    for part in (text, page):
        (item,) = read("a.eml", of_parts("alternative", part, CALENDAR.format(""))).items
        assert item.body[0] == PARAGRAPHS[0]


def test_a_header_that_says_no_is_no_automatic_reply() -> None:
    """Some programs write it into every message."""
    assert read("a.eml", mail(X_Autoreply="no")).items
