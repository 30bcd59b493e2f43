"""
How surely written times are read, whatever language writes them: those of ninety locales.

    python -m tests.benchmarks.days [--locale LOCALE …] [--way WAY …] [--show N] [--peers]

Babel (which courlan brings) has the formats of the Unicode CLDR. A moment in each month is written
short and long, with its clock, and put where texts and pages state times, behind the words of the
language for publication and update (`date_habits`), over paragraphs of the declaration of human
rights. A day is right, wrong (another one: worse) or not read. `reader` asks the reader of written
times alone, with the language known. dateparser is asked beside it, htmldate and trafilatura for
the pages.
"""

from __future__ import annotations

import argparse
import html
import warnings
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import dateparser
import htmldate
import trafilatura
from babel import Locale
from babel.dates import format_date, format_time

from tests.benchmarks.date_habits import LABELS
from tests.benchmarks.languages import fetched
from tests.benchmarks.made_files import CACHE, body_in, page, read
from workers.normalise.times.moments import parse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

NOW = datetime(2026, 6, 1, tzinfo=UTC)
_LOCALES = """
af am ar ar_EG ar_SA ar_DZ ar_MA ar_LB az be bg bn bs ca cs da de de_AT de_CH el en_AU en_GB en_IN
en_KE en_NG en_US en_ZA es es_AR es_CO es_MX et eu fa fi fil fr fr_BE fr_CA fr_CH gl gu he hi hr hu
hy id is it it_CH ja ka kk km kn ko lo lt lv mk ml mn mr ms my nb ne nl nl_BE pa pl pt pt_PT ro ru
si sk sl sq sr sr_Latn sv sw ta te th tr uk ur uz vi zh_Hans zh_Hant
"""
_MOMENTS = tuple(
    datetime(2024, month, day, hour, minute, tzinfo=UTC)
    for month, day, hour, minute in (
        (1, 5, 9, 5), (2, 14, 14, 30), (3, 3, 0, 15), (4, 9, 20, 45), (5, 31, 7, 0),
        (6, 12, 12, 10), (7, 8, 17, 20), (8, 21, 23, 59), (9, 11, 6, 40), (10, 4, 15, 5),
        (11, 28, 10, 10), (12, 7, 18, 30),
    )
)  # fmt: skip
_LATER = timedelta(days=3, hours=2)
"""From publication to update."""
_RIGHT, _WRONG, _NONE = "right", "wrong", "none"
Written = tuple[str, str]
"""A publication's time and an update's, as the locale writes them."""


def _labels(locale: str) -> tuple[str, str]:
    return LABELS.get(locale) or LABELS.get(locale.partition("_")[0]) or LABELS["en"]


def _dump(line: str, body: str) -> str:
    headline, *rest = body.split("\n")
    return "\n\n".join(["Home", "World", headline, line, *rest, "Top"])


def _label_line(times: Written, locale: str, body: str) -> str:
    return _dump(f"{_labels(locale)[0]}: {times[0]}", body)


def _both(times: Written, locale: str, body: str) -> str:
    published, updated = _labels(locale)
    return _dump(f"{published}: {times[0]} | {updated}: {times[1]}", body)


def _update_first(times: Written, locale: str, body: str) -> str:
    published, updated = _labels(locale)
    return _dump(f"{updated}: {times[1]}\n{published}: {times[0]}", body)


def _time_element(times: Written, _locale: str, body: str) -> str:
    return page("", f"<p><time>{html.escape(times[0])}</time></p>", body)


def _shown(times: Written, locale: str, body: str) -> str:
    published, updated = (html.escape(word) for word in _labels(locale))
    line = f"<p>{published} {html.escape(times[0])}</p><p>{updated} {html.escape(times[1])}</p>"
    return page("", line, body)


WAYS: dict[str, tuple[bool, Callable[[Written, str, str], str]]] = {
    "text, line": (False, lambda times, _, body: _dump(times[0], body)),
    "text, label": (False, _label_line),
    "text, both": (False, _both),
    "text, update first": (False, _update_first),
    "page, time": (True, _time_element),
    "page, shown": (True, _shown),
}
"""Whether a file is a page, and what writes it."""


def formats(at: datetime, locale: str) -> Iterator[str]:
    """Yield a moment as a locale writes it: short and long, with its clock."""
    clock = format_time(at.time(), "short", locale=locale)
    for kind in ("short", "medium", "long", "full"):
        yield f"{format_date(at.date(), kind, locale=locale)} {clock}"


def told(day: date | None, truth: datetime) -> str:
    """Return whether a day is the one that was written."""
    return _NONE if day is None else _RIGHT if day == truth.date() else _WRONG


def tag(locale: str) -> str:
    """Return the language of a locale as BCP 47 has it, without its script."""
    known = Locale.parse(locale)
    return f"{known.language}-{known.territory}" if known.territory else known.language


def ask(text: str, language: str) -> tuple[date | None, datetime | None]:
    """Return the day and the clock that the reader of written times reads."""
    moment = parse(text, now=NOW, language=language)
    wall = (moment.wall or moment.at) if moment else None
    return (wall.date(), wall) if wall else (None, None)


def ask_dateparser(text: str, language: str) -> date | None:
    """Return the day that dateparser reads, which is told the language if it knows it."""
    try:
        found = dateparser.parse(text, languages=[language.partition("-")[0]])
    except ValueError:
        found = dateparser.parse(text)
    return found.date() if found else None


def _published(text: str, *, is_page: bool) -> date | None:
    """Return the day of publication that Copydesk reads of a file."""
    article = read(text, is_page=is_page, now=NOW)
    return article.published_at.date() if article and article.published_at else None


def _iso(day: str | None) -> date | None:
    return datetime.fromisoformat(day).date() if day else None


def peers(text: str) -> dict[str, date | None]:
    """Return the days that htmldate and trafilatura read of a page."""
    found: Any = trafilatura.extract_metadata(text)
    return {
        "htmldate": _iso(htmldate.find_date(text, original_date=True)),
        "trafilatura": _iso(found.date if found else None),
    }


def _reader(locale: str, count: dict[str, Counter[str]], show: int, *, beside: bool) -> None:
    """Ask the reader of written times for each moment of a locale in each format."""
    language = tag(locale)
    shown = 0
    for at in _MOMENTS:
        for text in formats(at, locale):
            day, wall = ask(text, language)
            result = told(day, at)
            count["reader"][result] += 1
            clock = wall is not None and result == _RIGHT and wall.time() == at.time()
            count["reader, its clock"][_RIGHT if clock else _WRONG if wall else _NONE] += 1
            if beside:
                count["dateparser"][told(ask_dateparser(text, language), at)] += 1
            if (result != _RIGHT or not clock) and shown < show:
                shown += 1
                print(f"    {locale} reader: {text} → {wall}")


def _files(
    locale: str, way: str, count: dict[str, Counter[str]], asked: argparse.Namespace
) -> Counter[str]:
    """Ask for files of a locale that state times one way; every second moment, two formats."""
    is_page, write = WAYS[way]
    body = body_in(locale.partition("_")[0], fetched(asked.cache / "udhr"))
    own, shown = Counter[str](), 0
    for at in _MOMENTS[::2]:
        every = zip(formats(at, locale), formats(at + _LATER, locale), strict=True)
        for times in list(every)[::2]:
            text = write(times, locale, body)
            result = told(_published(text, is_page=is_page), at)
            own[result] += 1
            if asked.peers and is_page:
                for name, day in peers(text).items():
                    count[f"{way}, {name}"][told(day, at)] += 1
            if result != _RIGHT and shown < asked.show:
                shown += 1
                print(f"    {locale} {way}: {times} → {result}")
    return own


def _print_shares(count: dict[str, Counter[str]]) -> None:
    """Print of each way how often the day was right, another one, or none."""
    for name, told_of in count.items():
        if total := told_of.total():
            shares = "  ".join(f"{told_of[each] / total:.3f}" for each in (_RIGHT, _WRONG, _NONE))
            print(f"{name:32}{shares}  of {total}")


def main() -> None:
    """Ask for each locale each way, and print the shares."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--locale", action="append", help="this locale alone")
    parser.add_argument("--way", action="append", choices=["reader", *WAYS], help="this way alone")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="as many misses a way")
    parser.add_argument("--peers", action="store_true", help="ask the peers too")
    parser.add_argument("--cache", type=Path, default=CACHE)
    asked = parser.parse_args()
    warnings.simplefilter("ignore")
    count: dict[str, Counter[str]] = {}
    for locale in asked.locale or _LOCALES.split():
        row = []
        for way in asked.way or ["reader", *WAYS]:
            if way == "reader":
                for name in ("reader", "reader, its clock", "dateparser"):
                    count.setdefault(name, Counter())
                _reader(locale, count, asked.show, beside=asked.peers)
                continue
            for name in (way, f"{way}, htmldate", f"{way}, trafilatura"):
                count.setdefault(name, Counter())
            own = _files(locale, way, count, asked)
            count[way] += own
            row.append(f"{own[_RIGHT] / own.total():.2f}/{own[_WRONG] / own.total():.2f}")
        print(f"{locale:9}{'  '.join(row)}", flush=True)
    _print_shares(count)


if __name__ == "__main__":
    main()
