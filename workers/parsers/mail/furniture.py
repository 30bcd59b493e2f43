"""What newsletters put around their text: how to leave them, where to see them in a browser."""

# ruff: noqa: RUF001 - the words of many scripts

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_AROUND = re.compile(
    r"\bsubscribe (?:for free )?to receive new posts\b"
    r"|\bunsubscrib|\bopt[- ]?out\b|\b(?:manage|update) (?:your )?(?:e-?mail )?(?:preferences"
    r"|subscription)|\b(?:view|read|open)\b.{0,40}\bin (?:your |a )?browser|\babbestellen"
    r"|\babmelden|\bim browser\b|\bdésabonner|\bdésinscri|\bnavigateur\b|\bdarse de baja"
    r"|\bcancelar (?:la |su |a |sua )?(?:suscripción|inscrição|assinatura)|\bnavegador\b"
    r"|\bdescadastr|\bdisiscriv|\bannulla l[’']iscrizione|\bnel browser\b|\buitschrijven|\bafmelden"
    r"|\bavregistrer|\bafmeld|\bmeld deg av|\bwypisz|\bzrezygn|\babonelikten|\bотписаться"
    r"|退订|取消订阅|取消訂閱|配信停止|購読解除|수신 ?거부|إلغاء الاشتراك",
    re.IGNORECASE,
)
_LONGEST = 250
_FIRST = 2
_LAST = 5
"""Paragraphs at the start and at the end among which such lines stand."""


def without_furniture(body: Sequence[str]) -> tuple[str, ...]:
    """Return the paragraphs of a newsletter without those lines; all where none else is there."""
    last = len(body) - _LAST
    kept = tuple(
        text
        for at, text in enumerate(body)
        if _FIRST <= at < last or len(text) > _LONGEST or not _AROUND.search(text)
    )
    return kept or tuple(body)
