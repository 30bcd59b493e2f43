"""Where a provider's profile says that the fields of its JSON stand."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from shared.config import ProviderProfile, Settings
from shared.domain.article import Article
from workers.parsers.records.mapping import found_at
from workers.reading import Clock, Reader, Source

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime(2026, 3, 14, 12, tzinfo=UTC)

RECORD = {
    "titulo": {"principal": "A floresta é da cidade"},
    "title": "id 17",
    "corpo": {"blocos": [{"t": "A cidade comprou a floresta."}, {"t": "O preço foi de 4,2."}]},
    "quem": [{"nome": "Ida Holm"}, {"nome": "Jon Vik"}],
    "meta.data": "2026-03-14 09:30",
}

PROFILE: dict[str, Any] = {
    "name": "Acme News",
    "zone": "America/Sao_Paulo",
    "embargo_minutes": 30,
    "mapping": {
        "headline": "titulo.principal",
        "body": ["corpo.html", "corpo.blocos.t"],
        "author": "quem.nome",
        "published": "meta.data",
    },
}


def read(folder: Path, text: str, **profile: Any) -> list[Article]:
    path = folder / "rows.jsonl"
    path.write_text(text, encoding="utf-8")
    settings = Settings(home=folder, providers={"acme": ProviderProfile(**PROFILE | profile)})
    source = Source(name=path.name, path=path, provider="Acme News", received_at=NOW)
    articles = []
    for each in Reader(settings).read(source, Clock()):
        assert isinstance(each, Article), each
        articles.append(each)
    return articles


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("titulo.principal", ["A floresta é da cidade"]),
        ("corpo.blocos.1.t", ["O preço foi de 4,2."]),
        ("quem.nome", ["Ida Holm", "Jon Vik"]),
        ("meta.data", ["2026-03-14 09:30"]),
        ("quem.7.nome", []),
        ("quem.0.nome.x", []),
        ("nothing", []),
    ],
)
def test_a_path_leads_inside_objects_and_lists(path: str, found: list[str]) -> None:
    """A key with points in it is found by its whole name."""
    assert list(found_at(RECORD, path)) == found


def test_a_profile_makes_articles_of_foreign_keys(tmp_path: Path) -> None:
    """Names, zone and embargo too; provenance says that the mapping was followed."""
    [article] = read(tmp_path, json.dumps(RECORD) + "\n")
    assert article.headline == "A floresta é da cidade"
    assert article.body == ("A cidade comprou a floresta.", "O preço foi de 4,2.")
    assert article.authors == ("Ida Holm", "Jon Vik")
    assert article.published_at == datetime(2026, 3, 14, 12, 30, tzinfo=UTC)
    assert article.provider == "Acme News"
    assert article.embargoed_until == NOW + timedelta(minutes=30)
    sources = {str(field): origin.source for field, origin in article.provenance.items()}
    assert sources["headline"] == "json key titulo.principal (mapping)"
    assert sources["embargo"] == "provider default"


def test_what_is_mapped_and_missing_is_read_as_without_a_mapping(tmp_path: Path) -> None:
    """A provider that changes its format loses no article."""
    plain = {"headline": "City buys forest", "body": "The city bought it.", "embargo": "2026-03-15"}
    [article] = read(tmp_path, json.dumps(plain) + "\n")
    assert (article.headline, article.body) == ("City buys forest", ("The city bought it.",))
    assert article.embargoed_until is not None
    assert article.embargoed_until.day == 15
