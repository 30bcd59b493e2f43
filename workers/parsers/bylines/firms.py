"""Words of firms, houses and clubs, which may be called after a person."""

# ruff: noqa: RUF001 - legal forms in Cyrillic letters
from __future__ import annotations

import re

from workers.parsers.bylines.persons import is_person_like
from workers.words.given_names import is_given_name

FIRM = re.compile(
    r"\b(?:gmbh|ag|kg|ug|se|inc|ltd|llc|plc|s\.?a|s\.?l|spa|srl|bv|oy|ab|verlag|media|medien|group|gruppe"
    r"|\w*stiftung|foundation|institut\w*|university|universität|\w*schule|school|\w*haus|house|\w*kirche|church|museum|hotel|theater|praxis|kanzlei|company|publish\w*"
    r"|press|news|online|magazin\w*|studios?|design|agentur|agency|photograph\w*|fotograf\w*|consulting"
    r"|records|productions?|entertainment|club|verein|partners?|brothers|söhne|sons|family|familie)\b",
    re.IGNORECASE,
)
"""In a name, it is no person's."""
LEGAL_FORM = (
    r"(?:GmbH|AG|KG|KGaA|SE|Inc|INC|Ltd|LTD|LLC|LLP|PLC|plc|Pty|Pvt|Corp|S\.A|SA|SAS|SARL|Sàrl|Ltda"
    r"|S\.?p\.?A|S\.?r\.?l|B\.?V|N\.?V|Oyj?|AB|A/S|ASA|ApS|OÜ|UAB|SIA|Kft|Zrt|Nyrt|Sp\. ?z ?o\. ?o"
    r"|s\.r\.o|d\.o\.o|ООО|ПАО|АО|ООД|ЕООД|АД|ТОВ)"
    r"(?!\w)"
)
"""What stands behind the name of a firm, in the capitals that it is written with."""


def is_surely_person(name: str) -> bool:
    """Return whether a name looks like a person's and begins with a given name."""
    plain = name.title() if name.isupper() else name
    known = is_given_name(plain.strip().partition(" ")[0]) and is_person_like(plain)
    return known and FIRM.search(plain) is None
