"""Messages for the tests of mail."""

from __future__ import annotations

from email.message import EmailMessage
from typing import Any

from tests.unit.workers.parsers.reading import PARAGRAPHS

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
