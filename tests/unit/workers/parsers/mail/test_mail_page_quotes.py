"""Pages in mail: what they repeat of another message is cut, as it is of plain texts."""

from __future__ import annotations

import pytest

from shared.domain.article import Field
from tests.unit.workers.parsers.mail.mail_messages import mail
from tests.unit.workers.parsers.reading import PARAGRAPHS, read
from workers.parsers.mail.page_quotes import own_page

OWN = "".join(f"<p>{one}</p>" for one in PARAGRAPHS)
OTHER = "<p>Could you send us two paragraphs on the ferry before noon, and a picture of it?</p>"
WROTE = "On Mon, Mar 9, 2026 at 5:12 PM Olof Brandt &lt;olof@ferry.example&gt; wrote:"
HEADERS = (
    "<b>{}:</b> Olof Brandt &lt;olof@ferry.example&gt;<br><b>{}:</b> Monday, March 9, 2026 5:12 PM"
    "<br><b>{}:</b> Ida Holm<br><b>{}:</b> Ferry<br>"
)
ENGLISH = HEADERS.format("From", "Sent", "To", "Subject")

QUOTED = {
    "Gmail": f'<div class="gmail_quote"><div class="gmail_attr">{WROTE}<br></div>'
    f'<blockquote class="gmail_quote">{OTHER}</blockquote></div>',
    "Apple": f'<blockquote type="cite"><div>{WROTE}</div><div>{OTHER}</div></blockquote>',
    "Thunderbird": '<div class="moz-cite-prefix">Am 09.03.26 um 17:12 schrieb Olof:<br></div>'
    f'<blockquote type="cite" cite="mid:a@ferry.example">{OTHER}</blockquote>'
    '<div class="moz-signature">-- <br>Ida Holm, desk for ferries and the sea</div>',
    "Yahoo": f'<div id="yahoo_quoted_123" class="yahoo_quoted"><div>{WROTE}</div>{OTHER}</div>',
    "Outlook on the web": f'<hr><div id="divRplyFwdMsg">{ENGLISH}</div><div>{OTHER}</div>',
    "Outlook": f'<div style="border-top:solid"><p>{ENGLISH}</p></div>{OTHER}',
    "Outlook in Finnish": HEADERS.format("Lähettäjä", "Lähetetty", "Vastaanottaja", "Aihe") + OTHER,
    "headers as paragraphs": f"<p>{ENGLISH.replace('<br>', '</p><p>')}</p>{OTHER}",
    "a program that types": "<pre>Olof wrote on Mar 9:\n\n&gt; Could you\n&gt; send it?</pre>",
}


@pytest.mark.parametrize("program", QUOTED)
def test_what_a_page_answers_is_no_part_of_its_text(program: str) -> None:
    """Each program marks it in its own way, or by the other message's headers alone."""
    page = f"<html><body>{OWN}{QUOTED[program]}</body></html>"
    (item,) = read("a.eml", mail(None, page, Subject="Re: Ferry")).items
    assert item.body == PARAGRAPHS
    assert [claim.value for claim in item.claims[Field.AUTHOR]] == ["Ida Holm"]


def test_an_answer_may_stand_between_what_it_quotes() -> None:
    """The paragraphs of the writer are the text, in their order."""
    quote = f'<blockquote type="cite">{OTHER}</blockquote>'
    page = quote + quote.join(f"<p>{one}</p>" for one in PARAGRAPHS)
    (item,) = read("a.eml", mail(None, page, Subject="Re: Ferry")).items
    assert item.body == PARAGRAPHS


PASSED = {
    "Gmail": '<p>For you</p><div class="gmail_quote"><div class="gmail_attr">---------- Forwarded '
    f"message ---------<br>{ENGLISH}</div>{OWN}</div>",
    "Apple": '<div>For you</div><blockquote type="cite"><div>Begin forwarded message:</div>'
    f"<div>{ENGLISH.replace('<br>', '</div><div>')}</div>{OWN}</blockquote>",
    "Thunderbird": '<div class="moz-forward-container">-------- Forwarded Message --------<table>'
    "<tr><th>Subject: </th><td>Ferry</td></tr><tr><th>Date: </th><td>Monday, March 9, 2026 5:12 PM"
    "</td></tr><tr><th>From: </th><td>Olof Brandt &lt;olof@ferry.example&gt;</td></tr></table>"
    f"{OWN}</div>",
}


@pytest.mark.parametrize("program", PASSED)
@pytest.mark.parametrize("subject", ["Fwd: Ferry", "For today"])
def test_a_page_that_was_passed_on_keeps_its_sender_and_time(program: str, subject: str) -> None:
    """Its text is the article, as in plain texts; the word above it is left out."""
    (item,) = read("a.eml", mail(None, PASSED[program], Subject=subject)).items
    assert item.body == PARAGRAPHS
    assert [claim.value for claim in item.claims[Field.AUTHOR]][:1] == ["Olof Brandt"]
    assert item.claims[Field.PUBLISHED][0].value == "Monday, March 9, 2026 5:12 PM"


@pytest.mark.parametrize(
    ("page", "subject"),
    [
        (f"{OWN}<blockquote>{OTHER}</blockquote><p>So ends the letter.</p>", "Re: Ferry"),
        (f'{OWN}<blockquote type="cite">{OTHER}</blockquote>', "Ferry"),
        (f'<blockquote type="cite">{OTHER}</blockquote>', "Re: Ferry"),
    ],
)
def test_a_quotation_of_the_writers_own_stays(page: str, subject: str) -> None:
    """One that no program marks, one that answers nobody, a message that is nothing else."""
    assert own_page(page.encode(), None, subject, answers=subject.startswith("Re")) is None


def test_a_page_of_any_depth_is_survived() -> None:
    """Its tree is walked, and never gone down by calls."""
    page = "<div>" * 20_000 + OWN + f'<blockquote type="cite">{OTHER}</blockquote>'
    said = own_page(page.encode(), None, "Re: Ferry", answers=True)
    assert said is None or PARAGRAPHS[0] in said.text


@pytest.mark.parametrize("page", [b"", b"\0", b"<!-- gmail_quote -->", b"<?x gmail_quote?>"])
def test_a_page_without_any_element_repeats_nothing(page: bytes) -> None:
    """Its reader calls that an error."""
    assert own_page(page, "utf-8", "Re: Ferries", answers=True) is None
