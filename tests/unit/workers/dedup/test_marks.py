"""What a desk's mark is, and what is but a word of a headline."""

from __future__ import annotations

import pytest

from shared.domain.reissue import Reissue, ReissueKind
from workers.dedup.marks import marked, reissue_of

MARKED = [
    ("UPDATE 2-Oil rises on supply fears", "Oil rises on supply fears", "update 2"),
    ("WRAP-UP 4-Stocks end up", "Stocks end up", "update 4"),
    ("WRAPUP 1 US data in line", "US data in line", "update 1"),
    ("LEAD 1 - Minister resigns", "Minister resigns", "update 1"),
    ("(2nd LD) Minister resigns", "Minister resigns", "update 2"),
    ("Ship aground (1st Ld-Writethru)", "Ship aground", "update 1"),
    ("Five dead in crash (updated)", "Five dead in crash", "update"),
    ("CORRECTED: River floods", "River floods", "correction"),
    ("CORRECTED River floods", "River floods", "correction"),
    ("Refile: River floods", "River floods", "correction"),
    ("RPT-UPDATE 3-CORRECTED-Oil falls", "Oil falls", "update 3"),
    ("Korrektur: Bürgermeister tritt zurück", "Bürgermeister tritt zurück", "correction"),
    ("Berichtigung - Der Preis steigt", "Der Preis steigt", "correction"),
    ("2. ZUSAMMENFASSUNG: Unwetter im Süden", "Unwetter im Süden", "update 2"),
    ("Rectificatif : le ministre démissionne", "le ministre démissionne", "correction"),
    ("MISE À JOUR - Incendie en ville", "Incendie en ville", "update"),
    ("(Ampliación) Cae el gobierno", "Cae el gobierno", "update"),
    ("更正\uff1a北京宣布新政策", "北京宣布新政策", "correction"),
    ("【訂正】東京で地震", "東京で地震", "correction"),
    ("정부 발표(종합2보)", "정부 발표", "update 2"),
    ("تصحيح: الوزير يستقيل", "الوزير يستقيل", "correction"),
    ("Обновлено: министр ушёл", "министр ушёл", "update"),
]

PLAIN = [
    "Lead-free paint sells well",
    "Lead: a metal in the water",
    "Wrap: the day in pictures",
    "Update on the flood in the old town",
    "Corrections officer held",
    "Correction",
    "UPDATE 2-",
    "COVID-19 update: cases rise",
    "CORRECTED FIGURES SHOW A LOSS",
    "EU-China talks",
]


@pytest.mark.parametrize(("headline", "bare", "said"), MARKED)
def test_a_mark_is_taken_off_and_understood(headline, bare, said):
    """Before or after the headline, in any of the languages."""
    found = marked(headline)
    assert (found.headline, str(found.reissue)) == (bare, said)
    assert found.reissue == Reissue.read(said)


@pytest.mark.parametrize("headline", PLAIN)
def test_a_word_of_the_headline_is_no_mark(headline):
    """Nor is a mark that nothing follows."""
    assert marked(headline).headline == headline
    assert marked(headline).reissue is None


def test_a_repeat_is_no_version():
    """It is taken off, and announces nothing."""
    assert marked("RPT-Oil falls").headline == "Oil falls"
    assert marked("RPT-Oil falls").reissue is None


def test_sluglines_and_signals_of_the_wire_speak_too():
    """What has a number says most."""
    oil = marked("Oil falls")
    assert reissue_of(oil, "UPDATE 2-OIL", ()) == Reissue(ReissueKind.UPDATE, 2)
    assert reissue_of(oil, None, ("signal: correction",)) == Reissue(ReissueKind.CORRECTION)
    updated = reissue_of(oil, "OIL/PRICES", ("signal: updated",))
    assert updated is not None
    assert updated.kind is ReissueKind.UPDATE
    assert reissue_of(oil, "OIL", ("charset assumed: utf-8",)) is None
