"""Mail: what is one, and what is broken, hostile or locked."""

from __future__ import annotations

import pytest

from shared.domain.article import Field
from shared.errors import Reason
from tests.unit.workers.parsers.mail.mail_messages import BODY, mail, mailbox
from tests.unit.workers.parsers.reading import PAGE, PARAGRAPHS, TEXT, assert_only_rejected, read
from workers.parsers.base import RawFile
from workers.parsers.mail.mail import Mail


def test_a_charset_with_a_null_in_its_name_is_survived() -> None:
    """Python's own decoder does not."""
    packed = mail().replace(b'charset="utf-8"', b'charset="utf\x00-8"')
    assert read("a.eml", packed).items[0].body == PARAGRAPHS


def test_an_encrypted_message_says_so() -> None:
    """PGP and S/MIME."""
    head = b"From: a@b.example\r\nSubject: Secret\r\nMIME-Version: 1.0\r\nContent-Type: "
    pgp = b"multipart/encrypted; boundary=x\r\n\r\n--x\r\n\r\nVersion: 1\r\n--x--\r\n"
    smime = b"application/pkcs7-mime; smime-type=enveloped-data\r\n\r\nMIIB\r\n"
    assert read("a.eml", head + pgp).reason is Reason.ENCRYPTED
    assert read("a.eml", head + smime).reason is Reason.ENCRYPTED


@pytest.mark.parametrize(
    "text",
    [
        "Title: Ferry sails\nDate: 2026-03-13\nAuthor: Ida Holm\n\n" + BODY,
        "Subject: Ferry sails\nDate: 13 March 2026\nFrom: our correspondent\n\n" + BODY,
        "Source: Harbour News\nEditor: Ida Holm\nTime: 2026-03-13 18:30\n\n" + BODY,
        "From Monday on, the ferry sails again, at 18:30.\n\n" + BODY,
        "Headline\nFrom: Ida Holm <ida@news.example>\nMessage-ID: <a@b>\n\n" + BODY,
        "https://news.example: a page\n" + BODY,
        TEXT,
        "",
    ],
)
def test_a_text_with_labels_is_no_mail(text: str) -> None:
    """Only what mail programs write makes a mail."""
    assert Mail().score(RawFile(name="a.txt", content=text.encode())) == 0.0


def test_a_message_of_the_usenet_is_mail() -> None:
    """It has no MIME headers."""
    text = f"From: ida@news.example (Ida)\nSubject: Ferry\nNewsgroups: misc.ferry\n\n{BODY}"
    assert Mail().score(RawFile(name="a", content=text.encode())) > 0.9


def test_blank_lines_above_the_headers_are_passed_over() -> None:
    """Web mail shows a message's source so."""
    assert read("a.txt", b"     \r\n\n" + mail(BODY)).items == read("a.txt", mail(BODY)).items


def test_a_message_of_apples_mail_is_below_its_size() -> None:
    """And above what the program notes of it."""
    packed = mail(BODY)
    found = read("a.emlx", b"%-10d\n" % len(packed) + packed + b"<?xml version='1.0'?><plist/>")
    assert found.items[0].body == read("a.eml", packed).items[0].body


def test_parts_in_parts_without_end_are_survived() -> None:
    """2,000 multiparts inside one another."""
    levels = b"".join(
        b'Content-Type: multipart/mixed; boundary="%d"\r\n\r\n--%d\r\n' % (n, n)
        for n in range(2000)
    )
    found = read("a.eml", b"From: a@b.example\r\nMIME-Version: 1.0\r\nSubject: x\r\n" + levels)
    assert found.reason in (Reason.TOO_DEEP, Reason.NO_ARTICLE)


def test_damage_of_any_kind_ends_in_a_reason() -> None:
    """Nothing but `Rejected` leaves the parser, wherever a byte is lost or wrong."""
    packed = mail(BODY, PAGE, {"ferry.txt": TEXT.encode()})
    assert_only_rejected("a.eml", packed)
    assert_only_rejected("a.mbox", mailbox(packed, mail()))


@pytest.mark.parametrize(
    "head",
    [
        'From: a@b.example\nContent-Type: multipart/mixed; boundary="x"\n\n',
        "Subject: Ferry\nContent-Type: text/plain; charset=utf-8\n\n",
    ],
)
def test_the_type_of_a_content_is_written_by_programs_alone(head: str) -> None:
    """With one header more it makes a message."""
    assert Mail().score(RawFile(name="a", content=head.encode())) > 0.9


def test_a_boundary_may_be_folded_at_its_space() -> None:
    """As any header may."""
    head = b'From: a@b.example\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="a\n b"'
    packed = head + b"\n\n--a b\n\n" + BODY.encode() + b"\n--a b--\n"
    assert read("a.eml", packed).items[0].body == PARAGRAPHS


def test_a_posting_with_few_headers_is_mail() -> None:
    """As the collection of 20 newsgroups keeps them: nobody counts lines by hand."""
    head = "From: ann@gull.example (Ann Ek)\nSubject: Ferry sails\nLines: 7\n\n"
    (item,) = read("52550", f"{head}{BODY}".encode()).items
    assert item.claims[Field.AUTHOR][0].value == "Ann Ek"
    assert item.body == PARAGRAPHS
