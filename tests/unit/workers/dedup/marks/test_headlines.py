"""What a desk's mark is, and what is but a word of a headline."""

from __future__ import annotations

import pytest

from shared.domain.reissue import Reissue, ReissueKind
from workers.dedup.marks.headlines import marked, most_of, reissue_of

MARKED = [
    ("UPDATE 2-Oil rises on supply fears", "Oil rises on supply fears", "update 2"),
    ("WRAP-UP 4-Stocks end up", "Stocks end up", "update 4"),
    ("WRAPUP 1 US data in line", "US data in line", "update 1"),
    ("LEAD 1 - Minister resigns", "Minister resigns", "update 1"),
    ("(2nd LD) Minister resigns", "Minister resigns", "update 2"),
    ("Ship aground (1st Ld-Writethru)", "Ship aground", "update 1"),
    ("Ship aground, 2nd Ld-Writethru", "Ship aground", "update 2"),
    ("2ND LEAD Ship aground", "Ship aground", "update 2"),
    ("ROUNDUP 3: Ship aground", "Ship aground", "update 3"),
    ("Ship aground (ADDS quotes, background)", "Ship aground", "update"),
    ("(Adds captain's comment) Ship aground", "Ship aground", "update"),
    ("Ship aground (CORRECTS number of sailors)", "Ship aground", "correction"),
    ("(Korrektur: Zahl der Matrosen) Schiff auf Grund", "Schiff auf Grund", "correction"),
    ("(Ampliación con reacciones) Cae el gobierno", "Cae el gobierno", "update"),
    ("Five dead in crash (updated)", "Five dead in crash", "update"),
    ("CORRECTED: River floods", "River floods", "correction"),
    ("CORRECTED River floods", "River floods", "correction"),
    ("Refile: River floods", "River floods", "correction"),
    ("RPT-UPDATE 3-CORRECTED-Oil falls", "Oil falls", "correction 3"),
    ("Korrektur: Bürgermeister tritt zurück", "Bürgermeister tritt zurück", "correction"),
    ("Berichtigung - Der Preis steigt", "Der Preis steigt", "correction"),
    ("2. ZUSAMMENFASSUNG: Unwetter im Süden", "Unwetter im Süden", "update 2"),
    ("Rectificatif : le ministre démissionne", "le ministre démissionne", "correction"),
    ("MISE À JOUR - Incendie en ville", "Incendie en ville", "update"),
    ("(Ampliación) Cae el gobierno", "Cae el gobierno", "update"),
    ("更正\uff1a北京宣布新政策", "北京宣布新政策", "correction"),
    ("【訂正】東京で地震", "東京で地震", "correction"),
    ("정부 발표(종합2보)", "정부 발표", "update 2"),
    ("Correction : le budget est de 12 millions", "le budget est de 12 millions", "correction"),
    ("Correction: le bac aura lieu le 15 juin", "le bac aura lieu le 15 juin", "correction"),
    ("Corrigé: le ministre a 52 ans", "le ministre a 52 ans", "correction"),
    ("(Recast) Exams start on June 15", "Exams start on June 15", "update"),
    ("Exams start on June 15 (Recast)", "Exams start on June 15", "update"),
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
    "Heavy metal (lead) in the water",
    "Smith wins again, 2nd in a row",
    "Harbour firm grows (adds 50 jobs)",
    "CO emissions rise",
    "Harbour firm grows (Adds 50 jobs)",
    "Harbour firm grows (ADDS 50 JOBS)",
    "Best salads for spring (Adds crunch)",
    "Filme der Woche (Neu im Kino)",
    "Game gets a patch (Fixes save bug)",
    "New phone (Updated design)",
    "Tribute to the general (Recast in bronze)",
    "Statue of the general (Removed in 1990)",
    "Correction: le bac de français",
    "Corrigé : sujet de philosophie du bac",
    "Correction - L'épreuve de mathématiques du brevet",
    "Directive 2012/19 on waste electrical equipment (recast)",
    "Verordnung über die Abfallverbringung (Neufassung)",
    "Flash floods hit the north",
    "Urgent care centre opens",
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


@pytest.mark.parametrize(
    "headline",
    [
        "URGENT: Minister resigns",
        "FLASH - Minister resigns",
        "BREAKING NEWS: Minister resigns",
        "EILMELDUNG: Minister resigns",
        "(URGENT) Minister resigns",
        "【速報】Minister resigns",
        "عاجل: Minister resigns",
        "СРОЧНО - Minister resigns",
    ],
)
def test_an_alert_is_taken_off_and_announces_nothing(headline):
    """The story that follows is headed without it."""
    assert marked(headline).headline == "Minister resigns"
    assert marked(headline).reissue is None


def test_sluglines_and_signals_of_the_wire_speak_too():
    """What has a number says most."""
    assert reissue_of(None, "UPDATE 2-OIL", ()) == Reissue(ReissueKind.UPDATE, 2)
    assert reissue_of(None, None, ("signal: correction",)) == Reissue(ReissueKind.CORRECTION)
    updated = reissue_of(None, "OIL/PRICES", ("signal: updated",))
    assert updated is not None
    assert updated.kind is ReissueKind.UPDATE
    assert reissue_of(None, "OIL", ("charset assumed: utf-8",)) is None


@pytest.mark.parametrize(
    ("slugline", "said"),
    [
        ("BC-Plant Fire, 1st Ld", "update 1"),
        ("BC-EU--Plant Fire,2nd Ld-Writethru", "update 2"),
        ("PLANT-FIRE/2ND LD-WRITETHRU", "update 2"),
        ("PLANT-FIRE/ (UPDATE 2)", "update 2"),
        ("AM-Plant Fire, CORRECTION", "correction"),
        ("PLANT-FIRE (CORRECTED)", "correction"),
    ],
)
def test_a_slugline_has_its_mark_behind_a_comma_or_a_stroke(slugline, said):
    """There a mark in capitals needs no number: a slugline is no sentence."""
    assert str(reissue_of(None, slugline, ())) == said


@pytest.mark.parametrize(
    "slugline", ["tech/update", "/news/updates", "Windows, Update", "politik/berichtigung"]
)
def test_a_section_or_a_subject_of_a_slugline_is_no_mark(slugline):
    """Without a number it is one in capitals alone."""
    assert reissue_of(None, slugline, ()) is None


def test_a_note_to_editors_says_what_was_done():
    """An address before it and other sentences beside it do not matter; a plan is no deed."""
    noted = "edNote: Eds: UPDATES with quotes. CORRECTS spelling in graf 3. With photos."
    assert reissue_of(None, None, (noted,)) == Reissue(ReissueKind.CORRECTION)
    assert reissue_of(None, None, ("edNote: Adds details",)) == Reissue(ReissueKind.UPDATE)
    assert reissue_of(None, None, ("edNote: Updates to follow",)) is None
    assert reissue_of(None, None, ("edNote: The mayor has not resigned.",)) is None


def test_a_corrected_update_is_a_correction_with_the_updates_number():
    """Each of two marks says a part."""
    update, correction = Reissue(ReissueKind.UPDATE, 3), Reissue(ReissueKind.CORRECTION)
    assert most_of(update, correction) == Reissue(ReissueKind.CORRECTION, 3)
    assert most_of(correction, update) == Reissue(ReissueKind.CORRECTION, 3)
    assert most_of(None, update) == most_of(update, None) == update
