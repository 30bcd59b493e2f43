"""
An article as a ninjs 3.0 item, the IPTC's news in JSON.

`uri` is the provider's lasting id where it is a URI, else ours: what all versions of one item
share. A reader that keeps the item with the highest `version` for each `uri` is up to date.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from shared.addresses import split
from shared.domain.reissue import ReissueKind

if TYPE_CHECKING:
    from services.api.answers.schemas import Article

STANDARD: Final = {
    "name": "ninjs",
    "version": "3.0",
    "schema": "https://www.iptc.org/std/ninjs/ninjs-schema_3.0.json",
}

PLAIN: Final = "text/plain"

_ED_NOTE: Final = "edNote: "


def ninjs_of(article: Article) -> dict[str, Any]:
    """Return the item; what the article does not say is left out."""
    body = article.body or ""
    item: dict[str, Any] = {
        "standard": STANDARD,
        "uri": _uri(article),
        "type": "text",
        "representationType": "full",
        "version": str(article.version),
        "versionCreated": _moment(article, "updated_at", "published_at", "received_at"),
        "firstCreated": _moment(article, "published_at"),
        "pubStatus": article.pub_status,
        "language": article.language,
        "headlines": [{"role": "main", "contentType": PLAIN, "value": article.headline}],
        "bodies": [
            {"role": "main", "contentType": PLAIN, "charCount": len(body), "value": body},
        ],
        "by": ", ".join(article.authors),
        "slugline": article.slugline,
        "edNote": _note(article),
        "infoSources": [{"name": article.source}] if article.source else None,
        "subjects": [{"name": word} for word in article.keywords],
        "genres": [{"name": article.section}] if article.section else None,
        "located": article.dateline,
        "altIds": [{"role": "copydesk", "value": str(article.id)}],
    }
    return {key: value for key, value in item.items() if value}


def _uri(article: Article) -> str:
    guid = article.guid or ""
    if split(guid).scheme and " " not in guid:
        return guid
    return f"urn:uuid:{article.item_id or article.id}"


def _note(article: Article) -> str | None:
    """Return the provider's notes to editors; a correction without one is said to be one."""
    notes = [note.removeprefix(_ED_NOTE) for note in article.notes if note.startswith(_ED_NOTE)]
    if not notes and (article.reissue or "").startswith(ReissueKind.CORRECTION):
        return "Correction."
    return " ".join(notes) or None


def _moment(article: Article, *names: str) -> str | None:
    moments = (getattr(article, name) for name in names)
    return next((each.isoformat().replace("+00:00", "Z") for each in moments if each), None)
