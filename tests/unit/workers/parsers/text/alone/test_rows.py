"""A headline and lines of figures below it are an article; menus, settings and logs are none."""

from __future__ import annotations

import pytest

from shared.domain.article import Field
from workers.parsers.text.alone.rows import is_row
from workers.parsers.text.reading import read_text

RESULTS = """Results of the spring regatta

12 feet
1. Maja Holm, Westerby, 12 points
2. Ole Brandt, Sandvik, 15

20 feet
1. Seahorse, Sandvik, 8
2. Gull, Westerby, 14
"""
STANDINGS = """FOOTBALL: Coast League standings after 20 rounds

                      P   W   D   L   F   A  Pts
Westerby FC          20  14   3   3  45  20   45
Sandvik United       20  12   5   3  38  19   41
Lillehavn IF         20  11   2   7  33  30   35
"""
TABLE = (
    "P W D L F A Pts", "Westerby FC 20 14 3 3 45 20 45", "Sandvik United 20 12 5 3 38 19 41",
    "Lillehavn IF 20 11 2 7 33 30 35",
)  # fmt: skip
SENTENCE = "Westerby FC kept the lead in the Coast League with a 2-1 win over Oster on Sunday."


@pytest.mark.parametrize(
    ("text", "headline", "first", "size"),
    [
        (RESULTS, "Results of the spring regatta", "12 feet", 6),
        (STANDINGS, "FOOTBALL: Coast League standings after 20 rounds", TABLE[0], 4),
        ("Deaths this week\n\nAnna Holm, 84, Oster\nPer Dahl, 91, Oster\nOle Ek, 67, Nordby\n",
         "Deaths this week", "Anna Holm, 84, Oster", 3),
        ("Stocks at close, May 12\n\nAmbu  112.40  +1.2\nNovo  640.10  -1.9\nOrsted  310.3  +0.2\n",
         "Stocks at close, May 12", "Ambu 112.40 +1.2", 3),
    ],
)  # fmt: skip
def test_a_table_with_a_headline_is_an_article(
    text: str, headline: str, first: str, size: int
) -> None:
    """Each of its lines is a paragraph."""
    read = read_text(text)
    (claim,) = next(told for name, told in read.claims.items() if name == "headline")
    assert claim.value == headline
    assert (read.body[0], len(read.body)) == (first, size)


@pytest.mark.parametrize(
    "text",
    [
        "Home\nNews\nSport\nTop 10\nWeather\nLog in\nSubscribe\n",
        "requests==2.31.0\nurllib3==2.0.7\nidna==3.4\n",
        "2026-05-12 10:00:01 INFO start\n2026-05-12 10:00:02 INFO listen 80\n" * 3,
        "Server settings here\n\nport = 8080\nworkers = 4\nlimit = 20\n",
        "Amsterdam 14 sun\nOster 12 rain\nNordby 16 wind\n",
        "The Daily Gull\n\nPier to be rebuilt\nCouncil keeps school\nHome win in regatta\n",
    ],
)
def test_menus_settings_logs_and_tables_without_a_headline_are_none(text: str) -> None:
    """Nobody would know of the last what it tells."""
    assert read_text(text).source != "rows"


@pytest.mark.parametrize("columns", [True, False])
def test_a_table_below_the_text_belongs_to_it(columns: bool) -> None:  # noqa: FBT001 - a case
    """Its lines stand for themselves, though the text's are wrapped."""
    head, _, table = STANDINGS.partition("\n\n")
    rows = table if columns else "\n".join(TABLE)
    read = read_text(f"{head}\n\n{SENTENCE}\n\n{rows}")
    assert read.body == (SENTENCE, *TABLE)


@pytest.mark.parametrize("heading", ["", "The dead\n\n"])
def test_a_table_above_the_text_belongs_to_it(heading: str) -> None:
    """With the line that heads it; who signs below it is no line of it."""
    rows = ("Anna Holm, 84, Oster", "Per Dahl, 91, Oster", "Ole Ek, 67, Nordby")
    told = (SENTENCE, f"{SENTENCE} Again.", f"{SENTENCE} And again.")
    table, text = "\n".join(rows), "\n\n".join(told)
    read = read_text(f"A week of the league\n\n{heading}{table}\n\nBy Maja Holm\n\n{text}")
    assert read.body == (*filter(None, [heading.strip()]), *rows, *told)


@pytest.mark.parametrize(
    ("line", "row"),
    [
        ("Maja Holm 12", True),
        ("Westerby   20   14", True),
        ("Three people were hurt in a fire that broke out at 4 in the morning there", False),
        ("It was 12 degrees.", False),
        ("Home", False),
        ("2026", False),
    ],
)
def test_a_line_of_figures_is_no_sentence_and_no_figure_alone(line: str, row: bool) -> None:  # noqa: FBT001 - a case
    """One figure is enough among few words."""
    assert is_row(line) is row


@pytest.mark.parametrize("above", ["", "Fish prices on Tuesday\n\n", "By Ada Holm\n\n"])
@pytest.mark.parametrize(
    "line",
    [
        "The harbour council of Tolvik voted on Tuesday to keep the ferry for three more years.",
        "These are the results of the winter regatta on Saturday, in order of arrival.",
        "Prices were mixed on Tuesday.",
    ],
)
@pytest.mark.parametrize(
    "rows",
    [
        "Cod, 34.50, up 1.20\nHerring, 12.00, unchanged\nSalmon, 89.90, down 2.10",
        "Holm, Ada, Tolvik, 62\nEk, Bo, Sandvik, 63\nRask, Ines, Tolvik, 65",
        "Ada Holm, 81\nBo Ek, 77\nInes Rask, 92",
        "1. Ada Holm, Tolvik, 1:02:33\n2. Bo Ek, Sandvik, 1:03:10\n3. Ines Rask, Hamre, 1:05:45",
    ],
)
@pytest.mark.parametrize(
    "below", ["", "\n\nThe next market is on Friday, the harbour office said on its website."]
)
def test_rows_directly_below_a_line_are_text_and_no_headline(
    above: str, line: str, rows: str, below: str
) -> None:
    """None is lost, and each is a paragraph of its own."""
    reading = read_text(f"{above}{line}\n{rows}{below}\n")
    told = rows.split("\n")
    assert [text for text in reading.body if text in told] == told
    headlines = [claim.value for claim in reading.claims.get(Field.HEADLINE, ())]
    assert not set(headlines) & set(told)
    assert any(line in text for text in (*reading.body, *headlines))


def test_a_line_above_rows_is_text_where_a_label_has_the_headline() -> None:
    """It would be said nowhere else."""
    rows = "Cod, 34.50, up 1.20\nHerring, 12.00, unchanged\nSalmon, 89.90, down 2.10"
    reading = read_text(f"Title: Market report\n\nPrices were mixed.\n{rows}\n")
    assert reading.body[0] == "Prices were mixed."
