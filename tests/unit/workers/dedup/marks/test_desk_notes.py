"""What a note above or below a text says of the text, and what is but a sentence of it."""

from __future__ import annotations

import pytest

from shared.domain.reissue import ReissueKind
from tests.unit.workers.dedup.builders import FLOOD
from workers.dedup.marks.desk_notes import told_in

ABOVE = [
    ("(Corrects spelling of the mayor's name in paragraph 2.)", ReissueKind.CORRECTION),
    ("(Adds details, background)", ReissueKind.UPDATE),
    ("(Recasts with toll, adds hospital; corrects the day)", ReissueKind.CORRECTION),
    ("[Updates throughout]", ReissueKind.UPDATE),
    ("(neu: Reaktionen)", ReissueKind.UPDATE),
    ("(ADDS that the mayor resigned)", ReissueKind.UPDATE),
    ("(Recast)", ReissueKind.UPDATE),
    ("(Adds captain's quotes)", ReissueKind.UPDATE),
    ("(Adds that the mayor has resigned)", ReissueKind.UPDATE),
    ("(Updates from start)", ReissueKind.UPDATE),
    ("(Aktualisierte Fassung)", ReissueKind.UPDATE),
    ("(Korrektur im 2. Absatz)", ReissueKind.CORRECTION),
    ("(исправлена дата)", ReissueKind.CORRECTION),
    ("(Corrected to show that it was 1912)", ReissueKind.CORRECTION),
    ("(Updated at 14:00)", ReissueKind.UPDATE),
    ("(Berichtigung: Im zweiten Absatz muss es 1912 heißen)", ReissueKind.CORRECTION),
    ("(Actualiza con declaraciones)", ReissueKind.UPDATE),
    ("（更正：第二段应为1912年）", ReissueKind.CORRECTION),  # noqa: RUF001 - as it is written
    ("CORRECTED: This story has been corrected to show that it was 1912.", ReissueKind.CORRECTION),
]
BELOW = [
    "(This version of the story corrects the year in paragraph 3)",
    "Editor's note: An earlier version of this article misstated the year.",
    "This story was first published on March 2. It was updated on March 3 to correct the year.",
    "This article was amended on 3 March 2026. The sluice was built in 1911, not 1912.",
    "Correction (March 3): The sluice was built in 1911.",
    "In einer früheren Version dieses Artikels hieß es, die Schleuse sei von 1912.",
    "Editor's note: An earlier version of the report misstated the year.",
    "Because of an editing error, an earlier version of this story gave the wrong year.",
    "The original version of this story misidentified the mayor.",
    "Corrections: An earlier version of this article misstated the year.",
    "Correction, March 3: The sluice was built in 1911.",
    "In einer früheren Version stand, die Schleuse sei von 1912.",
    "In einer früheren Version hieß es, die Schleuse sei von 1912.",
    "Dieser Artikel wurde am 3. März um 14 Uhr korrigiert.",
    "Une version précédente de cet article donnait une autre année.",
    "Una versión anterior de esta nota decía 1912.",
    "В предыдущей версии материала был указан другой год.",  # noqa: RUF001 - as it is written
    "訂正：本文の年を改めました。",  # noqa: RUF001 - as it is written
]
PLAIN = [
    "(Reporting by A. Person; editing by B. Person)",
    "(Updates to follow)",
    "(Recast in bronze)",
    "(Added)",
    "This is a developing story and will be updated.",
    "An earlier version of this story appeared in the Herald on Monday.",
    "The law was amended to correct the error.",
    "The minister said this report was wrong and must be corrected.",
    "Corrections officers walked out on Monday.",
    "(Adds to the sense that the town is tired.)",
    "(Added sugar is the problem, doctors say.)",
    "(Clarified butter, salt, two eggs)",
    "(Corrected for inflation, wages fell)",
    "(Removed from the wall in 1990, the plaque is back.)",
    "(Updates every Friday)",
    "(Neu im Kino)",
    "(Amplía la imagen)",
    "（更新中）",  # noqa: RUF001 - as it is written
    '"Correction: I never said so," the mayor wrote on Monday.',
    "In an earlier version of the story, Cinderella wears fur, and the prince was wrong.",
    "This story has been corrected so often that nobody believes it.",
    "This report was revised by the bank to fix the deficit.",
    "This story will be updated to correct the record, the senator said.",
    "In einer früheren Version war die Oper drei Stunden lang.",
    "Dieser Bericht wurde vom Ministerium korrigiert, nachdem die Opposition klagte.",
    "La première version de ce texte de loi avait été rejetée au Sénat.",
    "En una versión anterior de este coche, el motor era más débil.",
    "Una versione precedente di questo piano era stata bocciata.",
    "Een eerdere versie van dit plan werd verworpen.",
    "En tidigare version av lagen var hårdare.",
    "В предыдущей версии закона срок был иным.",  # noqa: RUF001 - as it is written
    "修正：議会は予算を減らした。",  # noqa: RUF001 - as it is written
]


@pytest.mark.parametrize(("note", "kind"), ABOVE)
def test_a_note_above_a_text_says_what_was_done(note, kind):
    """Also below a line of the desk's; a correction outdoes an update."""
    assert told_in([note, *FLOOD]) is kind
    assert told_in(["By A. Person", note, *FLOOD]) is kind


@pytest.mark.parametrize("note", BELOW)
def test_a_note_below_a_text_says_that_it_was_wrong_before(note):
    """Rights and credits may stand below it."""
    assert told_in([*FLOOD, note]) is ReissueKind.CORRECTION
    assert told_in([*FLOOD, note, "All rights reserved.", "Norwire"]) is ReissueKind.CORRECTION


@pytest.mark.parametrize("text", PLAIN)
def test_a_sentence_of_the_text_is_no_note(text):
    """At neither end."""
    assert told_in([text, *FLOOD]) is None
    assert told_in([*FLOOD, text]) is None


def test_a_sentence_amid_a_text_is_no_note():
    """A story about a correction quotes one."""
    assert told_in([*FLOOD, *BELOW[1:2], *FLOOD]) is None


def test_a_text_without_a_note_says_nothing():
    """Nor does one without paragraphs, or with a long one."""
    assert told_in(FLOOD) is None
    assert told_in([]) is None
    assert told_in(["(Adds " + "x" * 1000 + ")"]) is None
