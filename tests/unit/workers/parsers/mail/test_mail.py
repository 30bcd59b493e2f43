"""Mail: its fields, its parts, and mailboxes."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from shared.domain.article import Field
from shared.errors import Reason
from tests.unit.workers.parsers.mail.mail_messages import BODY, HEADERS, mail, mailbox
from tests.unit.workers.parsers.reading import PAGE, PARAGRAPHS, TEXT, read
from workers.parsers.base import Limits


def test_the_headers_are_the_fields_of_the_article() -> None:
    """Subject, sender's name, date and Message-ID, each with the header it came from."""
    (item,) = read("ferry.eml", mail()).items
    assert item.item == ""
    assert item.body == PARAGRAPHS
    assert item.parser.startswith("mail/")
    told = {name: item.first(name) for name in item.claims}
    assert told[Field.HEADLINE] == "Ferry sails on Monday"
    assert told[Field.AUTHOR] == "Ida Holm"
    assert told[Field.PUBLISHED] == "2026-03-13T18:30:00+01:00"
    assert told[Field.GUID] == "ferry-1@news.example"
    assert item.claims[Field.HEADLINE][0].source == "mail header Subject"


@pytest.mark.parametrize(
    ("raw", "subject"),
    [
        (b"=?utf-8?B?RsOkaHJlIGbDpGhydA==?= wieder", "F\u00e4hre f\u00e4hrt wieder"),
        (b"=?iso-8859-1?Q?F=E4hre?=\r\n =?iso-8859-1?Q?_wieder?=", "F\u00e4hre wieder"),
        (b"=?gb2312?B?0MLOxQ==?=", "\u65b0\u95fb"),
        ("F\u00e4hre f\u00e4hrt".encode(), "F\u00e4hre f\u00e4hrt"),
        (b"F\xe4hre f\xe4hrt wieder", "F\u00e4hre f\u00e4hrt wieder"),
        (b"=?x-unheard-of?B?RsOkaHJl?=", "F\u00e4hre"),
        (b"=?utf-8?B?broken!?=", "=?utf-8?B?broken!?="),
        (b"Fwd: Re: Ferry sails", "Ferry sails"),
        (b"WG: AW: Ferry sails", "Ferry sails"),
        (b"Ferry\r\n  sails", "Ferry sails"),
    ],
)
def test_a_subject_in_any_manner_of_writing_is_text(raw: bytes, subject: str) -> None:
    """Encoded words, raw bytes, folded lines; marks of replies and forwards go."""
    packed = mail(Subject="STAND-IN").replace(b"STAND-IN", raw)
    assert read("a.eml", packed).items[0].first(Field.HEADLINE) == subject


def test_letters_inside_an_encoded_word_are_read_too() -> None:
    """They should have been encoded; the rest of the word is."""
    raw = "Subject: =?windows-1252?Q?The_ferry\u2019s_caf=E9?=\n".encode()
    packed = mail(BODY, Subject=None)
    (item,) = read("a.eml", raw + packed).items
    assert item.first(Field.HEADLINE) == "The ferry\u2019s caf\u00e9"


def test_a_sender_without_a_name_is_no_author() -> None:
    """An address names nobody."""
    assert Field.AUTHOR not in read("a.eml", mail(From="desk@news.example")).items[0].claims


@pytest.mark.parametrize(
    ("sender", "author", "source"),
    [
        ("Ida Holm from Harbour Notes", "Ida Holm", "Harbour Notes"),
        ("'Ida Holm' via Harbour Desk", "Ida Holm", "Harbour Desk"),
        ("News from Harbour Notes", "News from Harbour Notes", "News from Harbour Notes"),
    ],
)
def test_a_newsletter_may_name_who_writes_it_and_itself(
    sender: str, author: str, source: str
) -> None:
    """Services that send them set both into one name."""
    packed = mail(From=f'"{sender}" <ida@notes.example>', List_Unsubscribe="<https://x.example>")
    (item,) = read("ferry.eml", packed).items
    assert (item.first(Field.AUTHOR), item.first(Field.SOURCE)) == (author, source)


def test_a_newsletter_names_its_source_and_only_perhaps_an_author() -> None:
    """What has a list to leave comes from a publication."""
    packed = mail(From="The Daily Ferry <a@b.example>", List_Unsubscribe="<https://b.example/u>")
    claims = read("a.eml", packed).items[0].claims
    assert claims[Field.SOURCE][0].value == "The Daily Ferry"
    assert claims[Field.AUTHOR][0].weight < 0.5


def test_a_page_is_read_where_there_is_no_plain_text() -> None:
    """As newsletters are sent."""
    (item,) = read("a.eml", mail(None, PAGE)).items
    assert item.body[-3:] == PARAGRAPHS
    assert item.first(Field.HEADLINE) == "Ferry sails on Monday"


def test_the_plain_text_is_taken_where_it_says_as_much_as_the_page() -> None:
    """It needs no extraction."""
    assert read("a.eml", mail(BODY, PAGE)).items[0].body == PARAGRAPHS


def test_the_page_is_taken_where_the_plain_text_is_but_a_stub() -> None:
    """`View this message in your browser` is no article."""
    stub = "View this message in your browser:\nhttps://b.example/" + "x" * 900 + "\n"
    assert read("a.eml", mail(stub, PAGE)).items[0].body[-3:] == PARAGRAPHS


def test_a_short_message_is_an_article_too() -> None:
    """Somebody sent it on purpose."""
    (item,) = read("a.eml", mail("Ferry sails.\n")).items
    assert item.body == ("Ferry sails.",)


@pytest.mark.parametrize("charset", ["iso-8859-1", "windows-1252", "utf-8", "koi8-r"])
def test_a_text_in_the_charset_of_its_part_is_read(charset: str) -> None:
    """Quoted-printable or base64, as the mail program chose."""
    word = "\u0444\u0435\u0440\u0440\u0438" if charset == "koi8-r" else "F\u00e4hre"
    message = EmailMessage()
    for name, value in HEADERS.items():
        message[name] = value
    message.set_content(BODY.replace("ferry", word), charset=charset)
    assert word in read("a.eml", bytes(message)).items[0].body[0]


def test_attached_documents_are_items_of_their_own() -> None:
    """Pictures and signatures are not."""
    attached = {"ferry.txt": TEXT.encode(), "logo.png": b"any", "noise.bin": bytes(range(256)) * 9}
    found = read("a.eml", mail(attached=attached))
    assert found.labels == ["", "ferry.txt"]
    assert found.items[1].body == PARAGRAPHS
    assert found.refused == {"noise.bin": Reason.NOT_TEXT}


def test_the_name_of_what_is_attached_is_read_where_it_is_coded() -> None:
    """Programs put encoded words where no standard has them, folded too: a picture is known."""
    message = mail(attached={"ferry.txt": TEXT.encode(), "logo.bin": b"any"})
    coded = b'filename="=?UTF-8?Q?F=C3=A4hre_am?=\n =?UTF-8?Q?_Montag=2Etxt?="'
    message = message.replace(b'filename="ferry.txt"', coded)
    message = message.replace(b'filename="logo.bin"', b'filename="=?UTF-8?B?bG9nby5wbmc=?="')
    found = read("a.eml", message)
    assert found.labels == ["", "F\u00e4hre am Montag.txt"]
    assert not found.refused


def test_a_message_in_a_message_is_read_as_one() -> None:
    """Forwarded as an attachment."""
    inner = mail(Subject="Inner ferry")
    outer = (
        b"From: a@b.example\r\nSubject: Outer\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/mixed; boundary="x"\r\n\r\n--x\r\n'
        b'Content-Type: message/rfc822\r\nContent-Disposition: attachment; filename="f.eml"\r\n\r\n'
        + inner.replace(b"\n", b"\r\n")
        + b"\r\n--x--\r\n"
    )
    found = read("a.eml", outer)
    assert found.labels == ["f.eml"]
    assert found.items[0].first(Field.HEADLINE) == "Inner ferry"


def test_a_message_in_a_message_needs_no_name() -> None:
    """Some programs forward without one."""
    outer = (
        b"From: a@b.example\r\nSubject: Outer\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/mixed; boundary="x"\r\n\r\n--x\r\n'
        b"Content-Type: message/rfc822\r\n\r\n" + mail() + b"\r\n--x--\r\n"
    )
    assert read("a.eml", outer).labels == ["message.eml"]


def test_a_mailbox_gives_an_item_a_message() -> None:
    """By their numbers; a line of the text that begins with `From` parts nothing."""
    text = BODY + "\n>From the harbour to the islands it is 40 minutes in good weather, they say.\n"
    attached = mail(attached={"ferry.txt": TEXT.encode()})
    found = read("all.mbox", mailbox(mail(text), attached, mail(Message_ID="<3@a>")))
    assert found.labels == ["1", "2", "2/ferry.txt", "3"]
    assert found.items[0].body[-1].startswith("From the harbour")
    assert found.items[3].first(Field.GUID) == "3@a"


def test_a_message_of_a_mailbox_that_fails_is_one_item_and_the_others_go_on() -> None:
    """Too large, and empty."""
    big, bare = mail("word " * 5000), b"Subject: nothing\nFrom: a@b.example\n\n"
    found = read("all.mbox", mailbox(big, bare, mail()), Limits(file_bytes=9000))
    assert found.refused == {"1": Reason.TOO_LARGE, "2": Reason.NO_ARTICLE}
    assert found.labels == ["3"]
