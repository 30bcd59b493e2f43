"""
Articles as people pass them on: out of messengers, mail, reader views, PDF and scanners.

    python -m tests.benchmarks.copied_texts [--corpora DIR] [--half a|b|all] [--most N]

The bodies are those of the corpora's truth, below the headline that Copydesk reads of the page, put
in the form in which each program hands a text on. Printed are the body's precision, recall and F1,
and how often the headline is the one that was put there.
"""

from __future__ import annotations

import random
import textwrap
from typing import TYPE_CHECKING

from tests.benchmarks.corpora import arguments, half, load
from tests.benchmarks.kept import read
from tests.benchmarks.scoring import body_hits, body_score, folded
from tests.benchmarks.text_dumps import CORPORA

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Form = Callable[[str, Sequence[str]], str]

LEAST = 600
"""Characters of a body that is worth it."""
_OFTEN = 0.7
"""How many of the words that a line has no room for are broken."""
_PIECE, _WORD = 3, 7
"""Letters of the shortest part of a broken word, and of the shortest such word."""
_NUMBERED = 45
"""Lines of a page of paper."""
_SENT = "Sent: Tuesday, 12 March 2024 14:05\nTo: Ben Oak\n"
_SIGNED = "-- \nAnn Ek\nReporter, News Example\n"


def broken(text: str, width: int) -> list[str]:
    """Return a paragraph in lines of a width, with words broken as compositors do."""
    chance = random.Random(text)
    lines, line = [], ""
    for word in text.split():
        room = width - len(line) - 2
        if len(line) + 1 + len(word) <= width:
            line = f"{line} {word}".strip()
            continue
        able = room >= _PIECE and len(word) - room >= _PIECE and len(word) >= _WORD
        if able and word.isalpha() and chance.random() < _OFTEN:
            lines.append(f"{line} {word[:room]}-".strip())
            line = word[room:]
        else:
            lines.append(line)
            line = word
    return [one for one in (*lines, line) if one]


def _parted(told: Sequence[str]) -> str:
    return "\n\n".join(told)


def _paper(headline: str, told: Sequence[str]) -> str:
    """Return what is copied out of a PDF: no blank lines, page numbers and running heads."""
    lines = [
        *broken(headline, 50),
        "By ANN EK",
        *(one for each in told for one in broken(each, 60)),
    ]
    for at in range(_NUMBERED, len(lines), _NUMBERED):
        lines[at] = f"{at // _NUMBERED}\nTHE NEWS EXAMPLE Tuesday March 12 2024\n{lines[at]}"
    return "\n".join(lines)


def _quoted(headline: str, told: Sequence[str]) -> str:
    lines = [one for each in (headline, *told) for one in (*textwrap.wrap(each, 70), "")]
    return "Hi Ben, see below.\n\n" + "\n".join(f"> {one}".rstrip() for one in lines)


FORMS: dict[str, Form] = {
    "WhatsApp, two messages": lambda head, told: (
        f"[12/03/2024, 14:05:11] Ann Ek: *{head}*\n\n{_parted(told)}\n\nhttps://news.example/a\n"
        "[12/03/2024, 14:06:40] Ben Oak: Thanks, interesting!\n"
    ),
    "Telegram, a post": lambda head, told: (
        f"News Example, [12.03.2024 14:05]\n**{head}**\n\n{_parted(told)}\n\n#news\n@newsexample"
    ),
    "Telegram, its text": lambda head, told: (
        f"⚡️{head}\n\n{_parted(told)}\n\n👉 Subscribe to @newsexample"
    ),
    "mail passed on": lambda head, told: (
        f"From: Ann Ek <ann@news.example>\n{_SENT}Subject: FW: {head}\n\n"
        f"{_parted([textwrap.fill(each, 72) for each in told])}\n\n{_SIGNED}"
    ),
    "mail quoted": _quoted,
    "a reader view": lambda head, told: (
        f"news.example\n{head}\nAnn Ek\n4–5 minutes\n\n{_parted(told)}"  # noqa: RUF001 - as they write it
    ),
    "PDF, copied": _paper,
    "PDF, a narrow column": lambda head, told: "\n".join(
        [*broken(head, 35), "By Ann Ek", "", *(one for each in told for one in broken(each, 38))]
    ),
    "scanned, paragraphs apart": lambda head, told: _parted(
        [head, "By Ann Ek", *("\n".join(broken(each, 66)) for each in told)]
    ),
    "an empty line below each": lambda head, told: _parted(
        [head, *(one for each in told for one in textwrap.wrap(each, 70))]
    ),
}


def main() -> None:
    """Print a line for each form."""
    given = arguments(__doc__).parse_args()
    texts = []
    for corpus in CORPORA:
        for sample in half(load(given.corpora / "pages" / corpus), given.half)[
            : given.most or None
        ]:
            told = [line.strip() for line in sample.truth["body"].split("\n") if line.strip()]
            page = read(sample.name, sample.data, sample.url)
            if page and sum(map(len, told)) > LEAST:
                texts.append((page.headline, told))
    for name, form in FORMS.items():
        found = [read("copied.txt", form(head, told).encode()) for head, told in texts]
        pairs = list(zip(found, texts, strict=True))
        hits = [body_hits(one.text if one else "", "\n".join(told)) for one, (_, told) in pairs]
        heads = sum(one is not None and folded(one.headline) == folded(h) for one, (h, _) in pairs)
        score = body_score(hits)
        print(
            f"  {name:28}P {score.precision:.3f}  R {score.recall:.3f}  F1 {score.f1:.3f}"
            f"   headline {heads / len(texts):.2f} of {len(texts)}",
            flush=True,
        )


if __name__ == "__main__":
    main()
