"""Mail: the headers name the article, the text is read by the parser of its kind."""

from __future__ import annotations

from email.message import EmailMessage
from typing import Any

import pytest

from shared.domain.article import Field
from shared.errors import Reason
from tests.unit.workers.parsers.reading import PAGE, PARAGRAPHS, TEXT, assert_only_rejected, read
from workers.parsers.base import Limits, RawFile
from workers.parsers.containers.mail_quotes import own_words
from workers.parsers.mail import Mail

HEADERS = {
    "From": "Ida Holm <ida@news.example>",
    "To": "desk@paper.example",
    "Subject": "Ferry sails on Monday",
    "Date": "Fri, 13 Mar 2026 18:30:00 +0100",
    "Message-ID": "<ferry-1@news.example>",
}
BODY = "\n\n".join(PARAGRAPHS) + "\n"


def mail(
    text: str | None = BODY, page: str | None = None, attached: dict[str, bytes] | None = None,
    **headers: Any,
) -> bytes:  # fmt: skip
    """Return a message as a mail program writes it."""
    message = EmailMessage()
    named = HEADERS | {name.replace("_", "-"): value for name, value in headers.items()}
    for name, value in named.items():
        if value is not None:
            message[name] = value
    if text is not None:
        message.set_content(text)
    if page is not None:
        if text is None:
            message.set_content(page, subtype="html")
        else:
            message.add_alternative(page, subtype="html")
    for name, content in (attached or {}).items():
        message.add_attachment(
            content, maintype="application", subtype="octet-stream", filename=name
        )
    return bytes(message)


def mailbox(*messages: bytes) -> bytes:
    lines = (b"From ida@news.example Fri Mar 13 17:30:00 2026\n" + m + b"\n" for m in messages)
    return b"".join(lines)


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


def test_a_newsletter_names_its_source_and_only_perhaps_an_author() -> None:
    """What has a list to leave comes from a publication."""
    packed = mail(From="The Daily Ferry <a@b.example>", List_Unsubscribe="<https://b.example/u>")
    claims = read("a.eml", packed).items[0].claims
    assert claims[Field.SOURCE][0].value == "The Daily Ferry"
    assert claims[Field.AUTHOR][0].weight < 0.5


@pytest.mark.parametrize(
    "line",
    [
        "You receive this because you subscribed. Unsubscribe",
        "Den Newsletter können Sie hier jederzeit abbestellen.",
        "Pour vous désabonner, cliquez ici",
        "如不想再收到本邮件请点击退订",
    ],
)
def test_how_to_leave_a_newsletter_is_no_part_of_its_text(line: str) -> None:
    """A letter from a person may speak of it."""
    letter = "".join(f"<p>{text}</p>" for text in (*PARAGRAPHS, line))
    (item,) = read("a.eml", mail(None, letter, List_Unsubscribe="<https://n.example/u>")).items
    assert item.body == PARAGRAPHS
    (item,) = read("a.eml", mail(None, letter)).items
    assert item.body[-1] == line


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


def test_a_signature_is_no_part_of_the_text() -> None:
    """It stands below two dashes and a blank."""
    packed = mail(BODY + "-- \nIda Holm, Harbour Street 5\n")
    assert read("a.eml", packed).items[0].body == PARAGRAPHS


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


def test_a_first_sentence_alone_in_its_line_is_text() -> None:
    """A mail has its headline in the subject; a short message may begin with one sentence."""
    text = "The ferry is late.\n\nIt will come at noon, the harbour office said on Monday.\n"
    found = read("a.eml", f"From: a@b.example\nMIME-Version: 1.0\nSubject: Tide\n\n{text}".encode())
    assert found.items[0].body[0] == "The ferry is late."


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


OTHER = "From: Olof Brandt <olof@ferry.example>\nSent: Monday, March 9, 2026 5:12 PM\n"
TOLD = "The ferry sails again, its owner said on Monday.\n"


@pytest.mark.parametrize(
    ("quoted", "headers"),
    [
        (
            "On Monday, March 9, 2026, Olof <olof@ferry.example>\nwrote:\n> Does it?\n>\n> Olof\n",
            {},
        ),
        ("> Does it?\n", {"In-Reply-To": "<a@b.example>"}),
        (f"-----Original Message-----\n{OTHER}To: Ida\nSubject: Ferry\n\nDoes it?\n", {}),
        (f"{OTHER.replace('From', 'Von').replace('Sent', 'Gesendet')}Betreff: Ferry\n\nJa?\n", {}),
    ],
)
def test_what_a_message_answers_is_no_part_of_its_text(
    quoted: str, headers: dict[str, Any]
) -> None:
    """Quoted line by line, or whole with its headers; a page beside it repeats it too."""
    text = f"{TOLD}\n{quoted}"
    (item,) = read("a.eml", mail(text, f"<p>{text}</p>", Subject="Re: Ferry", **headers)).items
    assert item.body == (TOLD.strip(),)


@pytest.mark.parametrize(
    "list_", ["> Ferry sails\n> Harbour opens\n", ">From the pier people waved.\n"]
)
def test_lines_behind_a_sign_are_kept_where_nothing_is_answered(list_: str) -> None:
    """Newsletters begin the entries of their lists so, and mailboxes mark a line so."""
    assert ">" in "".join(read("a.eml", mail(f"{TOLD}\n{list_}")).items[0].body)


@pytest.mark.parametrize(
    "letter",
    [
        "In its answer of 12 May the club says:\n\n> We are sorry for all that happened there.\n",
        f"A letter that was found reads:\n\n{OTHER}Subject: Costs\n\nWe will tell nobody yet.\n",
    ],
)
def test_a_letter_that_an_article_prints_is_part_of_it(letter: str) -> None:
    """Where the message answers none, and no program says whose words they are."""
    assert own_words(f"{BODY}\n{letter}\n{TOLD}".encode(), "utf-8", "Ferry") is None


@pytest.mark.parametrize(
    "repeated",
    [
        "> a\n\n",
        "From: x\n" + (" " * 26 + "a:\n") * 4,
        "From: x\n" + (" " * 23 + ":b\n") * 4,
        "From: x\n" + " a:\n" * 9,
    ],
)
def test_what_looks_like_another_message_costs_no_more_than_its_length(repeated: str) -> None:
    """However its lines might be told apart."""
    text = TOLD + repeated * (200_000 // len(repeated))
    said = own_words(text.encode(), "utf-8", "Ferry", answers=True)
    assert said is None or TOLD.strip() in said.text


@pytest.mark.parametrize("subject", ["Fwd: Ferry sails", "WG: Ferry sails", "Ferry sails"])
def test_a_message_that_was_passed_on_keeps_its_sender_and_time(subject: str) -> None:
    """A word above it is left out where the subject says so; alone it needs no such subject."""
    above = "Please run this at noon.\n\n" if ":" in subject else ""
    head = "---------- Forwarded message ---------\n"
    told = f"{above}{head}{OTHER}Subject: Ferry sails\nTo: Ida\n\n{BODY}"
    (item,) = read("a.eml", mail(told, Subject=subject)).items
    assert item.body == PARAGRAPHS
    assert [claim.value for claim in item.claims[Field.AUTHOR]][:1] == ["Olof Brandt"]
    assert item.claims[Field.PUBLISHED][0].value == "Monday, March 9, 2026 5:12 PM"
    assert item.claims[Field.HEADLINE][0].value == "Ferry sails"


def test_what_was_passed_on_is_told_from_what_is_answered_by_its_rule() -> None:
    """Under a subject of its own, too; an answer quotes, and what is longer above is the text."""
    told = f"---------- Forwarded message ---------\n{OTHER}Subject: Ferry sails\n\n{{}}"
    passed = f"For you.\n\n{told.format(BODY)}"
    (item,) = read("a.eml", mail(passed, Subject="For today")).items
    assert item.body == PARAGRAPHS
    (item,) = read("a.eml", mail(passed, Subject="Re: For today")).items
    assert item.body == ("For you.",)
    (item,) = read("a.eml", mail(f"{BODY}\n{told.format('We sail.')}", Subject="Ferry")).items
    assert item.body == PARAGRAPHS


def test_a_sentence_that_was_broken_below_its_first_line_is_whole() -> None:
    """The line is no headline: a mail has its own."""
    text = "The ferry sails again on Monday at noon, and it\nwill take cars, its owner said.\n"
    (item,) = read("a.eml", mail(text)).items
    assert item.body == (" ".join(text.split()),)


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


LISTED = (
    "This release\nhas a new parser, which needs a tenth less\nof the memory.\n\n"
    + "".join(
        f"* part {n}\n\n  - `--size' of part {n} and `size'\n    added\n\n" for n in range(12)
    )
    + "Thanks to all.\n"
)


def test_what_stands_between_a_messages_sentences_is_its_writers_own() -> None:
    """Lists, entry by entry, and lines that pages have in their menus."""
    body = read("a.eml", mail(LISTED)).items[0].body
    assert body[:3] == (
        "This release has a new parser, which needs a tenth less of the memory.",
        "part 0",
        "`--size' of part 0 and `size' added",
    )
    assert body[-1] == "Thanks to all."


@pytest.mark.parametrize("begins", ["12. of May", "- as all do -", "\u2013 as all do \u2013"])
def test_a_wrapped_line_may_begin_like_an_entry(begins: str) -> None:
    """It is one where the line above ends a sentence, is short or is an entry of the same kind."""
    text = f"The harbour of Norrholm opened again with music on the\n{begins} with forty people,\n"
    body = read("a.eml", mail(f"{text}and cows.\n\n{LISTED}")).items[0].body
    assert body[0] == f"{' '.join(text.split())} and cows."


def test_a_text_full_of_addresses_is_read_as_a_page_is() -> None:
    """A newsletter is: its menus and teasers are left out."""
    links = "".join(f"News {n}\nhttps://x.example/{n}\n\n" for n in range(25))
    told = read("a.eml", mail(f"{links}{BODY}\n{links}")).items[0].body
    assert "News 3" not in told
    assert set(PARAGRAPHS) <= set(told)


TABLES = """The spring regatta on the bay ended on Sunday with a home win in the big boats.

Results, 12 feet:
1. Maja Holm, Westerby, 12 points
2. Ole Brandt, Sandvik, 15

Markets

Mill Street: Mondays
Old Harbour: Tuesdays and Fridays
Station Square: Saturdays

Ida Holm
Desk for boats
"""


def test_lists_below_the_only_sentence_stay() -> None:
    """Entries and lines of a table each for itself, with their headings; a signature is none."""
    assert read("a.eml", mail(TABLES)).items[0].body == (
        "The spring regatta on the bay ended on Sunday with a home win in the big boats.",
        "Results, 12 feet:",
        "1. Maja Holm, Westerby, 12 points",
        "2. Ole Brandt, Sandvik, 15",
        "Markets",
        "Mill Street: Mondays",
        "Old Harbour: Tuesdays and Fridays",
        "Station Square: Saturdays",
    )


@pytest.mark.parametrize("mark", ["", "> "])
def test_what_was_passed_on_may_stand_behind_signs(mark: str) -> None:
    """Apple's program marks it as a quotation, Thunderbird's begins with the subject."""
    head = f"Begin forwarded message:\n\n{OTHER}Subject: Ferry\nTo: Ida\n\n"
    if not mark:
        head = f"-------- Forwarded Message --------\nSubject: Ferry\nTo: Ida\n{OTHER}\n"
    told = "".join(f"{mark}{line}\n" for line in f"{head}{BODY}".splitlines())
    (item,) = read("a.eml", mail(f"For you\n\n{told}", Subject="Fwd: Ferry")).items
    assert item.body == PARAGRAPHS
    assert item.claims[Field.AUTHOR][0].value == "Olof Brandt"


def test_a_posting_with_few_headers_is_mail() -> None:
    """As the collection of 20 newsgroups keeps them: nobody counts lines by hand."""
    head = "From: ann@gull.example (Ann Ek)\nSubject: Ferry sails\nLines: 7\n\n"
    (item,) = read("52550", f"{head}{BODY}".encode()).items
    assert item.claims[Field.AUTHOR][0].value == "Ann Ek"
    assert item.body == PARAGRAPHS


@pytest.mark.parametrize(
    ("subject", "heads"), [("News of today", True), ("Fares from May: FERRY FARES", False)]
)
def test_the_line_above_a_table_is_kept(subject: str, heads: bool) -> None:  # noqa: FBT001 - a case
    """The subject is the headline; the line that heads a table would be nowhere."""
    rows = (
        "Vik to Sand: 12.50, now 13.00",
        "Sand to Ost: 9.00, now 9.50",
        "Ost to Vik: 4.00, now 5.00",
    )
    text = "\n\n".join(["Ferry fares", "\n".join(rows), *PARAGRAPHS])
    (item,) = read("a.eml", mail(text, Subject=subject)).items
    assert item.body == (*(["Ferry fares"] if heads else []), *rows, *PARAGRAPHS)
