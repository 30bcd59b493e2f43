"""Kill notices that name a headline are read; articles about kills are not taken for them."""

# ruff: noqa: RUF001 - the signs of many scripts are meant

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.workers.dedup.builders import FLOOD
from workers.dedup.marks.notices import LONGEST, headline_of, notice_of

RIVER = "River floods the old town"
FLUSS = "Fluss überflutet die Altstadt"
RIO = "El río inunda el casco viejo"
RIVIERE = "La rivière inonde la vieille ville"

NOTICES = [
    ("EDITORS: please kill 'River floods the old town'", "Two facts are wrong.", RIVER),
    (
        "KILL NOTICE: The story headlined 'River floods the old town', moved 12:04, is withdrawn.",
        "The source has withdrawn its statement.",
        RIVER,
    ),
    ("Mandatory Kill: River floods the old town", "Editors, kill the story BC-Flood.", RIVER),
    ("KILL: River floods the old town", "Please kill the story. It is wrong.", RIVER),
    ("KILL: River floods the old town", "KILL: River floods the old town", RIVER),
    ("RETRACTION: River floods the old town", "The story has been retracted.", RIVER),
    ("Retraction", 'We retract the story "River floods the old town" of Monday.', RIVER),
    ("STORY WITHDRAWN: UPDATE 2-River floods the old town", "A substitute will follow.", RIVER),
    ("EDITORS' NOTE: Please withdraw 'River floods the old town'", "It is in error.", RIVER),
    ("Please kill “River floods the old town” of 2 March.", "Its author made it up.", RIVER),
    ("KILL NOTICE", "HEADLINE: River floods the old town\nSENT: 12:04\nIt is wrong.", RIVER),
    ("The story ‘River floods the old town’ is withdrawn", "It is wrong.", RIVER),
    (f"Zurückgezogen: {FLUSS}", "Die Meldung wird zurückgezogen.", FLUSS),
    (f"Rückzug: {FLUSS}", "Wir ziehen die Meldung zurück. Ein Zitat war falsch.", FLUSS),
    (f"Die Meldung „{FLUSS}“ ist zurückgezogen.", "Bitte nicht verwenden.", FLUSS),
    (f"Se anula la noticia titulada «{RIO}»", "Se ruega no utilizar la noticia.", RIO),
    (f"ANULADA: {RIO}", "La noticia queda anulada por un error.", RIO),
    (f"ANNULATION: {RIVIERE}", "La dépêche est annulée. Merci de ne pas l'utiliser.", RIVIERE),
    ("【撤稿】河水淹没老城", "新华社通知：请勿采用该稿。", "河水淹没老城"),
    ("撤稿通知", "各媒体：请勿采用《河水淹没老城》一稿。", "河水淹没老城"),
    ("【記事取り消し】川が旧市街を浸水", "事実関係に誤りがありました。", "川が旧市街を浸水"),
    ("取り消し「川が旧市街を浸水」", "配信した記事を取り消します。", "川が旧市街を浸水"),
    ("[전문취소] 강물이 구시가지를 덮쳐", "위 기사를 취소합니다.", "강물이 구시가지를 덮쳐"),
    ("سحب خبر: النهر يغمر البلدة القديمة", "يرجى عدم استخدام الخبر.", "النهر يغمر البلدة القديمة"),
    ("АННУЛИРОВАНО: Река затопила город", "Просьба не использовать.", "Река затопила город"),
]

ARTICLES = [
    ("Kill order for wolves withdrawn", "The ministry has withdrawn its order to kill wolves."),
    ("Kill: how snipers think", "A new book looks at snipers. It is a good report, and long."),
    ("Withdrawn: the toy that hurt 12 children", "The toy was withdrawn from shops on Friday."),
    ("Withdrawn: the report on lead", "The report was withdrawn by the ministry on Friday."),
    (
        "Magazine retracts article 'A Night Out'",
        "The article was retracted on Sunday after a review.",
    ),
    ("Agency withdraws story", "It asked clients not to use the story 'Embassy shut', it said."),
    (
        "Editors must kill 'off the record' culture",
        "Editors must kill 'off the record' talk, he said.",
    ),
    ("Journal withdraws study", "The article 'Effects of tea' was retracted by the journal."),
    (
        "Please kill me, patient asks court",
        "A patient asked to die. 'Please kill me,' he told judges.",
    ),
    (
        "Recalled: 12,000 cars",
        "The cars were recalled. Drivers must not use them. The report is due.",
    ),
    ("To kill a mockingbird returns", "The play 'To kill a mockingbird' returns on Friday."),
    ("Annulation du concert: les fans en colère", "Le concert est annulé, a dit la salle."),
    ("Zurückgezogen: Ein Leben im Wald", "Er lebt seit neun Jahren im Wald."),
    ("Storno: Bahn erstattet Tickets", "Der Bericht darüber wurde zurückgezogen, sagte sie."),
    ("Retirada de tropas: el gobierno anuncia un plan", "El gobierno anunció la retirada."),
    ("取消：今日航班", "因大雾，机场取消了今日所有航班。"),
    ("Kill or be killed", "The story of a duel is withdrawn from the museum's hall."),
]


@pytest.mark.parametrize(("headline", "body", "of"), NOTICES, ids=[n[0][:30] for n in NOTICES])
def test_a_notice_names_the_headline_that_it_takes_back(headline, body, of):
    """In the words of many desks, by a mark, an order or a statement."""
    notice = notice_of(headline, body.split("\n"))
    assert notice is not None
    assert notice.headline == headline_of(of)
    assert not notice.replaces


@pytest.mark.parametrize(("headline", "body"), ARTICLES, ids=[a[0][:30] for a in ARTICLES])
def test_an_article_about_a_kill_is_no_notice(headline, body):
    """Papers write of kills, withdrawals and recalls, and of other papers' notices."""
    assert notice_of(headline, (body,)) is None


def test_a_long_text_is_an_article_whatever_it_quotes():
    """A report on a notice quotes it, with its order and its statement."""
    quoted = "EDITORS: please kill 'River floods the old town'. The story is withdrawn."
    assert notice_of("The note that woke the desks", (quoted, *FLOOD * 3)) is None
    assert len(" ".join(FLOOD * 3)) > LONGEST


def test_the_reason_is_what_a_notice_says_beside_its_order():
    """It is what `trace` and the desk show."""
    notice = notice_of("KILL: River floods", ("Please kill the story. The mayor denies it.",))
    assert notice is not None
    assert notice.reason == "The mayor denies it."


def test_a_long_reason_is_cut():
    """A line is enough to know why."""
    notice = notice_of("KILL NOTICE: 'River floods'", ("Wrong. " * 150,))
    assert notice is not None
    assert notice.reason is not None
    assert len(notice.reason) <= 300
    assert notice.reason.endswith("…")


def test_a_text_that_replaces_another_says_so():
    """`ANNULE ET REMPLACE` brings a text; an order not to use the old one brings none."""
    headline = f"ANNULE ET REMPLACE - {RIVIERE}"
    notice = notice_of(headline, FLOOD)
    assert notice is not None
    assert notice.replaces
    assert notice.headline == headline_of(RIVIERE)
    ordered = notice_of(headline, ("Merci de ne pas utiliser la première version.",))
    assert ordered is not None
    assert not ordered.replaces


@pytest.mark.parametrize("headline", ["KILL NOTICE", "ANNULE ET REMPLACE", "KILL NOTICE: '...'"])
def test_a_notice_that_names_nothing_is_an_article(headline):
    """What cannot take anything back must not vanish either."""
    assert notice_of(headline, ("It is wrong.",)) is None


def test_headlines_are_known_by_their_words():
    """Case, quotes and marks are no part of them; an empty one is known by nothing."""
    assert headline_of("UPDATE 1-River “floods” the OLD town") == headline_of(RIVER)
    assert headline_of("…") is None


@given(st.text(max_size=80), st.lists(st.text(min_size=1, max_size=200), min_size=1, max_size=3))
def test_any_text_can_be_read(headline, body):
    """Nothing that is written makes the reader fail."""
    notice = notice_of(headline, body)
    assert notice is None or notice.headline >= 0
