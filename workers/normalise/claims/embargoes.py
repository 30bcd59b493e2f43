"""
Until when an article may not be shown, and whether it may be shown at all.

To show what is under embargo cannot be undone; to hold back what is free costs an hour. So an
embargo that is stated, and that is no time which can be waited for (`until delivery of the
speech`, the year 9999), withholds the article.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from shared.domain.article import Field, Provenance, PubStatus
from workers.normalise.claims import fields
from workers.normalise.claims.choosing import DEFAULT

if TYPE_CHECKING:
    from datetime import datetime

    from workers.normalise.claims.choosing import Choosing

_FREE = re.compile(
    r"(?:(?:none|no|nil|false|null|nan|undefined|n/?a|pt?0[a-z]|[0\W_]+"
    r"|no[nt]?[ -]?embargo(?:ed|s)?|un(?:embargoed|restricted)|no restrictions?"
    r"|public|published|open|expired|lifted"
    r"|(?:for )?(?:immediate )?released?(?: immediately)?|immediate(?:ly)?"
    r"|(?:ab )?sofort(?:ige)?|frei(?:gegeben)?|(?:diffusion )?imm[eé]diat[ea]?|inmediat[oa]"
    r"|(?:kein[es]?|sans|aucune?|sin|ning[uú]no?|senza|nessuno?|sem|nenhum|geen|niet|ingen|brak"
    r"|нет|без)(?: (?:embargo?s?|sperrfrist|эмбарго))?|无|無|なし|없음|لا يوجد)\W*)?"
    r"|(?:0000|0001|19[0-6]\d|1970-01-01).*",
    re.IGNORECASE,
)
"""What programs and people write where there is none; also a time before there were computers."""
_LONGEST = 60


def free_from(reading: Choosing, language: str | None) -> tuple[datetime | None, PubStatus]:
    """Choose the embargo's end, or take what the profile says; and the status."""
    until = reading.time(Field.EMBARGO, language)
    status = PubStatus(reading.one(Field.PUB_STATUS, fields.status) or PubStatus.USABLE)
    if until is None and status is PubStatus.USABLE and (stated := _stated(reading)):
        reading.provenance[Field.PUB_STATUS] = Provenance(
            source="embargo", assumed=f"its end is no time at hand: {stated[:_LONGEST]}"
        )
        status = PubStatus.WITHHELD
    if until is None and reading.profile.embargo is not None:
        reading.provenance[Field.EMBARGO] = Provenance(source=DEFAULT)
        until = reading.now + reading.profile.embargo
    return until, status


def _stated(reading: Choosing) -> str | None:
    """Return an embargo that is stated, in whatever words; None where it says there is none."""
    said = (" ".join(claim.value.split()) for claim in reading.claims(Field.EMBARGO))
    return next((each for each in said if not _FREE.fullmatch(each)), None)
