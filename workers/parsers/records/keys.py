"""What a record of JSON claims: its keys, and those of the objects that it keeps its parts in."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeAlias

from shared.domain.article import Claim, Field
from shared.domain.values import dataclass
from workers.parsers.records.terms import parted
from workers.parsers.records.values import in_utc, values
from workers.parsers.records.words import BODY_KEYS, MEANINGS, TELLING, short

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ENVELOPES = frozenset(
    """
    article item document story post response result content data fields attributes meta
    metadata info properties thread html sourceinfo record page doc header headers head details
    detail node payload props params extra taxonomy pageprops initialprops entry news object
    embedded articledata newsarticle front articlemeta titlegroup newslines newsmeta request
    noteattributes parse sys listrecords getrecord dc oaidc acf yoastheadjson
    message
    """.split()  # noqa: SIM905 - thirty keys as one text are read more easily
)
"""Short keys of objects in which a record keeps some of its parts."""
_OWN = "field_"
"""What Drupal puts before the keys of fields that its users made."""
_DEPTH = 4
_LESS = 0.05
"""How much less is believed what stands one object further inside."""
_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
_HOST_ONLY = 0.4
"""What is left of a source that is an address: a name says more."""
_PAGE = re.compile(r"https?://[^/]+/.+", re.IGNORECASE)
_DAY = re.compile(r"\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{4}")
_CLOCK = re.compile(r"\d\d?[:.]\d\d(?:[:.]\d\d)?(?:Z|[+-]\d\d:?\d\d)?")
_DAYS = ("date", "data", "datum", "fecha", "tarih", "дата", "日期", "날짜")
_CLOCKS = ("time", "ora", "uhrzeit", "hora", "heure", "saat", "время", "时间", "시간")
"""Short keys of a day and of a clock that stand apart."""
_HELD: Mapping[str, frozenset[str]] = {
    "draft": frozenset({"true", "yes", "1"}),
    "published": frozenset({"false", "no"}),
    "ispublished": frozenset({"false", "no", "0"}),
    "status": frozenset({"draft", "auto-draft", "private", "pending", "trash", "unpublished"}),
}
"""Short key → what it says of a text that its own site does not show."""
_TAKEN_BACK = frozenset(
    """
    canceled cancelled killed kill withdrawn retracted recalled annulleret annuleret annullert
    annullerad tilbagekaldt tilbaketrukket peruutettu annulliert storniert zurückgezogen annulé
    retiré annullato ritirato anulado anulada cancelado cancelada ingetrokken geannuleerd wycofane
    anulowane iptal отозвано аннулировано
    """.split()  # noqa: SIM905 - the words as one text are read more easily
)
"""What `status` says of a text that its agency took back; or a key, with `true` at it."""
_TAKEN_KEYS = frozenset(
    f"{before}{one}" for one in (*map(short, _TAKEN_BACK), "deleted") for before in ("", "is")
)
_TRUE = frozenset({"true", "yes"})
_COUNTED = frozenset({"killed", "recalled"})
"""Words that are counted too: `killed: 1` tells of a crash."""


@dataclass(frozen=True, slots=True)
class Held:
    """A value, the key or path that it stands at, and how much less to believe it."""

    path: str
    value: Any
    less: float = 0.0


Spread: TypeAlias = "dict[str, list[Held]]"
"""Short key → what stands at it, the outermost first."""


def folded(record: Mapping[str, Any]) -> dict[str, Any]:
    """Return the record with keys in lower case, without `_` and `-`; the first of equals wins."""
    plain: dict[str, Any] = {}
    for key, value in record.items():
        name = key.casefold().replace("-", "").replace("_", "") or key
        if value not in (None, "", [], {}):
            plain.setdefault(name, (key, value))
    return plain


def spread(record: Mapping[str, Any]) -> Spread:
    """Return what a record holds by its short keys, with what its envelopes hold."""
    found: Spread = {}
    for path, key, value, depth in _walk(record, "", _DEPTH):
        held = Held(path, value, round((_DEPTH - depth) * _LESS, 2))
        found.setdefault(short(key.removeprefix(_OWN)), []).append(held)
    for several in found.values():
        several.sort(key=lambda one: one.less)
    return found


def _walk(record: Mapping[str, Any], under: str, depth: int) -> Iterator[tuple[str, str, Any, int]]:
    for key, value in record.items():
        if value in (None, "", [], {}):
            continue
        name = short(key)
        kept = name in ENVELOPES or key == "_source" or _is_record(value)
        inside = isinstance(value, dict) and depth > 0 and kept
        if not inside or name in BODY_KEYS:
            yield f"{under}{key}", key, value, depth
        if inside:
            yield from _walk(value, f"{under}{key}.", depth - 1)


def _is_record(value: object) -> bool:
    """Return whether an object under any key has a text and two more keys of an article."""
    if not isinstance(value, dict):
        return False
    names = {short(key) for key, inner in value.items() if inner}
    return not names.isdisjoint(BODY_KEYS) and len(names & TELLING) > 2  # noqa: PLR2004 - text, type


def claims(record: Spread) -> dict[Field, tuple[Claim, ...]]:
    """Return what a record claims; a less sure key weighs a little less."""
    found: dict[Field, list[Claim]] = {}
    for key, several in record.items():
        for name, weight in MEANINGS.get(key, ()):
            for held in several:
                for field, value in parted(name, held.value):
                    told = _claims(field, replace(held, value=value), weight)
                    found.setdefault(field, []).extend(told)
    _join_clock(record, found)
    _withhold(record, found)
    ordered = {
        name: tuple(sorted(told, key=lambda claim: -claim.weight))
        for name, told in found.items()
        if told
    }
    return {name: ordered[name] for name in Field if name in ordered}


def _claims(name: Field, held: Held, weight: float) -> Iterator[Claim]:
    weight = round(weight - held.less, 2)
    for text in values(name, held.value):
        if name is Field.SOURCE and _ADDRESS.match(text):
            weight = round(weight * _HOST_ONLY, 2)
        if name is Field.SOURCE and text.startswith("<"):
            continue  # the program that it was written in, as a link
        if name is Field.URL and not _may_be_page(held.path, text):
            continue
        yield Claim(in_utc(held.path, text), f"json key {held.path}", weight)


def _may_be_page(path: str, text: str) -> bool:
    """Return whether a text is an address, and not a site's own where another key tells it."""
    if short(path.rpartition(".")[2]) in {"source", "sourceurl"}:
        return _PAGE.match(text) is not None
    return text.startswith(("http", "/", "www."))


def _withhold(record: Spread, found: dict[Field, list[Claim]]) -> None:
    """Claim that a draft is withheld, and canceled what was taken back."""
    for held in record.get("status", ()):
        if str(held.value).strip().casefold() in _TAKEN_BACK:
            claim = Claim("canceled", f"json key {held.path}", 0.9)
            found.setdefault(Field.PUB_STATUS, []).append(claim)
    for key in record.keys() & _TAKEN_KEYS:
        told = _TRUE if key in _COUNTED else _TRUE | {"1"}
        for held in record[key]:
            if str(held.value).strip().casefold() in told:
                claim = Claim("canceled", f"json key {held.path}", 0.95)
                found.setdefault(Field.PUB_STATUS, []).append(claim)
    for key, told in _HELD.items():
        for held in record.get(key, ()):
            if str(held.value).strip().casefold() in told:
                claim = Claim("withheld", f"json key {held.path}", 0.9)
                found.setdefault(Field.PUB_STATUS, []).append(claim)


def _join_clock(record: Spread, found: dict[Field, list[Claim]]) -> None:
    """Put a day and a clock that stand under two keys together."""
    day = next((record[key] for key in _DAYS if record.get(key)), None)
    clock = next((record[key] for key in _CLOCKS if record.get(key)), None)
    if not day or not clock:
        return
    if _DAY.fullmatch(str(day[0].value)) and _CLOCK.fullmatch(str(clock[0].value)):
        moment = f"{day[0].value} {str(clock[0].value).replace('.', ':')}"
        told = Claim(moment, "json keys date, time", 0.9)
        found.setdefault(Field.PUBLISHED, []).append(told)
