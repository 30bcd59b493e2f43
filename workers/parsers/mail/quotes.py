"""
What a message repeats of another: quoted lines, the message answered, the message passed on.

An answer's text is what its writer added; of a message that was passed on it is the other one's,
with that one's sender and time.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from email.utils import getaddresses
from typing import TYPE_CHECKING

from shared.domain.article import Claim, Field
from workers.parsers.charset.decoding import decode

if TYPE_CHECKING:
    from collections.abc import Iterator

_FROM = (
    "from|von|de(?: la)?|da|van|fra|från|od|kimden|от|від|lähettäjä|feladó|από|từ|จาก|מאת|من"
    "|发件人|寄件者|差出人|보낸 사람"
)
_SENT = (
    "sent|date|gesendet|datum|envoyé|enviado(?: el)?|fecha|data|inviato|verzonden|sendt|dato"
    "|skickat|wysłano|gönderildi|tarih|отправлено|дата|надіслано|lähetetty|päivä|elküldve|dátum"
    "|odesláno|odoslané|trimis|poslano|ημερομηνία|đã gửi|ngày|วันที่|נשלח|תאריך|التاريخ"
    "|发送时间|日期|送信日時|날짜"
)
_SUBJECT = (
    "subject|betreff|objet|asunto|assunto|oggetto|onderwerp|emne|ämne|temat|konu|тема|aihe|tárgy"
    "|předmět|predmet|subiect|θέμα|chủ đề|เรื่อง|נושא|الموضوع|主题|主旨|件名|제목"
)
_TOLD = rf"[ \t]*+[:：][^\n]*\n(?:(?![ \t]*+\*?(?:{_SUBJECT})\b)[ \t]++\S[^\n]*\n)?"  # noqa: RUF001 - a wide colon
"""What a header says, folded once. Headers are atomic: several could be told apart in many ways."""
_FROM_LINE = rf"(?>[ \t]*+\*?(?:{_FROM})\*?{_TOLD})"
_SUBJECT_LINE = rf"(?>[ \t]*+\*?(?:{_SUBJECT})\*?{_TOLD})"
_ANY = rf"(?>[ \t]*+\*?[^\n:：]{{1,24}}{_TOLD})"  # noqa: RUF001 - the same
_BLOCK = re.compile(
    r"^(?P<rule>[ \t]*-{2,}[ \t]?[^\W\d_][^\n-]{2,60}-{2,}[ \t]*\n|[ \t]*_{8,}[ \t]*\n)?"
    rf"(?:[ \t]*\n){{0,2}}(?P<head>{_FROM_LINE}{_ANY}{{0,4}}{_SUBJECT_LINE}{_ANY}{{0,3}}"
    rf"|(?(rule){_SUBJECT_LINE}{_ANY}{{0,3}}{_FROM_LINE}{_ANY}{{0,3}}|(?!)))",
    re.MULTILINE | re.IGNORECASE,
)
"""The headers of the other message, as programs write them; Thunderbird begins with the subject."""
_VALUE = re.compile(r"[ \t*]*([^:：]{1,24}?)[ \t*]*[:：][ \t*]*(.*)")  # noqa: RUF001 - the same
_PASSED_ON = re.compile(
    r"\s*(?:fwd?|wg|tr|rv|vs|enc|doorst|пересл|转发|轉寄|転送)\s*[:：]",  # noqa: RUF001 - the same
    re.IGNORECASE,
)
_FORWARDED = re.compile(
    r"^[ \t>]*(?:begin forwarded message:|anfang der weitergeleiteten nachricht:"
    r"|début du message (?:transféré|réexpédié)\s?:|-{2,}[ \t]?(?:forwarded message"
    r"|weitergeleitete nachricht|message transféré"
    r"|mensaje reenviado|messaggio inoltrato|mensagem (?:re)?encaminhada|doorgestuurd bericht"
    r"|vidarebefordrat meddelande|videresendt (?:meddelelse|melding)|wiadomość przekazana dalej"
    r"|välitetty viesti|přeposlaná zpráva|továbbított üzenet|yönlendirilmiş ileti"
    r"|пересылаемое сообщение|переслане повідомлення|转发的邮件|已轉寄的郵件|전달된 메일)"
    r"[ \t]?-{2,})[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)
"""The rule above a message that is passed on: the subject may have been written anew."""
_ANSWER = re.compile(
    r"\s*(?:re|aw|sv|antw|rif|odp|ynt|回复|答复|回覆)(?:\[\d+\])?\s*[:：]",  # noqa: RUF001 - the same
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[ \t]{0,3}>(?!>*From )")
"""A quoted line, and none that mailboxes mark so because it begins like a message."""
_MARK = re.compile(r"^[ \t]{0,3}>[ ]?", re.MULTILINE)
_DIGIT = re.compile(r"\d")
_CLOCK = re.compile(r"\b\d{1,2}:\d\d\b")
_ABOVE = 3
"""Lines in which a program says whose words it quotes: `On Monday Ann Ek <…> wrote:`."""


@dataclass(frozen=True, slots=True)
class Said:
    """The text of a message that is its own, and what another says that it passes on."""

    text: str
    claims: dict[Field, tuple[Claim, ...]]


@dataclass(frozen=True, slots=True)
class Own:
    """Which lines of a message are its own: their places in order, None where some are left out."""

    places: list[int | None]
    lines: list[str]
    """All lines, without their marks where what was passed on stood behind such marks."""
    claims: dict[Field, tuple[Claim, ...]]


def own_words(
    content: bytes, charset: str | None, subject: str, *, answers: bool = False
) -> Said | None:
    """
    Return what a plain text says itself; None where it repeats no other message.

    Lines behind `>` may be entries of a list, unless the message is known to answer another or a
    line above says whose words they are. Headers in the middle of a text may be a letter that an
    article prints, unless a rule stands above them or the message answers another.
    """
    text = decode(content, charset).text.replace("\r\n", "\n")
    found = own_lines(text, subject, answers=answers, wrapped=True)
    own = "\n".join("" if at is None else found.lines[at] for at in found.places)
    return Said(own, found.claims) if own != text and says_something(own) else None


def own_lines(text: str, subject: str, *, answers: bool, wrapped: bool) -> Own:
    """Return which lines are a message's own; `wrapped`: sentences may go over several."""
    passed_on = is_passed_on(subject) or _is_forwarded(text, subject)
    block, text = _other_headers(text, passed_on=passed_on)
    lines = text.split("\n")
    begin, end = 0, len(lines)
    claims: dict[Field, tuple[Claim, ...]] = {}
    if block is not None:
        if passed_on or not says_something(text[: block.start()]):
            begin, claims = text.count("\n", 0, block.end()), _claims(block["head"])
        elif answers or block["rule"]:
            end = text.count("\n", 0, block.start())
    above = _ABOVE if wrapped else 1
    return Own(_without_quotes(lines, range(begin, end), above, answers=answers), lines, claims)


def is_passed_on(subject: str) -> bool:
    """Return whether a subject says that the message passes another on."""
    return _PASSED_ON.match(subject) is not None


def _is_forwarded(text: str, subject: str) -> bool:
    """Return whether a text passes on another, longer than what is said above, by its rule."""
    rule = _FORWARDED.search(text)
    if rule is None or _ANSWER.match(subject):
        return False
    return rule.start() < len(text) - rule.end()


def _other_headers(text: str, *, passed_on: bool) -> tuple[re.Match[str] | None, str]:
    """Return the other message's headers, and the text, without marks if they stand behind such."""
    block = _BLOCK.search(text)
    if block is None and passed_on:
        bare = _MARK.sub("", text)
        if (block := _BLOCK.search(bare)) is not None:
            return block, bare
    return block, text


def says_something(text: str) -> bool:
    """Return whether there is a letter or a digit in a text."""
    return any(map(str.isalnum, text))


def _claims(head: str) -> dict[Field, tuple[Claim, ...]]:
    """Return what the headers of a message that was passed on say."""
    return dict(_told(head))


def _told(head: str) -> Iterator[tuple[Field, tuple[Claim, ...]]]:
    for line in head.splitlines():
        pair = _VALUE.fullmatch(line.rstrip("* \t"))
        if pair is None:
            continue
        if re.fullmatch(_FROM, pair[1], re.IGNORECASE):
            name = next((name for name, _ in getaddresses([pair[2]]) if name), "")
            if name and "@" not in name:
                yield Field.AUTHOR, (Claim(name, "mail passed on From", 0.8),)
        elif re.fullmatch(_SENT, pair[1], re.IGNORECASE):
            yield Field.PUBLISHED, (Claim(pair[2], "mail passed on Date", 1.0),)


def _without_quotes(
    lines: list[str], span: range, above: int, *, answers: bool
) -> list[int | None]:
    """Return the places of lines, without those that begin with `>` and without whose they are."""
    kept: list[int | None] = []
    at = span.start
    while at < span.stop:
        end = at
        while end < span.stop and _QUOTED.match(lines[end]):
            end += 1
        whose = _whose(lines, kept, above, answers=answers) if end > at else None
        if end > at and (answers or whose is not None):
            del kept[whose if whose is not None else len(kept) :]
            kept.append(None)
        else:
            end = max(end, at + 1)
            kept += range(at, end)
        at = end
    return kept


def _whose(lines: list[str], kept: list[int | None], above: int, *, answers: bool) -> int | None:
    """
    Return where among the kept the lines begin that say whose words come next, with a colon last.

    Those of a program have an address or a clock in them; those of an article have not.
    """
    told = ["" if place is None else lines[place].strip() for place in kept[-2 * _ABOVE :]]
    skipped = len(kept) - len(told)
    at = len(told)
    while at and len(told) - at < _ABOVE and not told[at - 1]:
        at -= 1
    first = at
    while first and at - first < above and told[first - 1]:
        first -= 1
    said = " ".join(told[first:at])
    tells = "@" in said or (_DIGIT if answers else _CLOCK).search(said)
    return skipped + first if said.endswith((":", "：")) and tells else None  # noqa: RUF001 - a wide colon
