"""What an article has somebody say, and no page asks of its reader."""

from __future__ import annotations

import re
from typing import Final

TOLD: Final = re.compile(
    r"(?<!\byou )(?<!\byou've )(?<!\bbe )(?<!\bare )\b(?:said|says|told|tells|asked|asks|urged"
    r"|urges|added|wrote|announced|advised|replied|sagte|sagt|teilte|erklärte|bat|riet|schrieb|dijo|dice|pidió"
    r"|añadió|escribió|disse|chiesto|chiese|scrisse|pediu|escreveu|demandait|a dit|a demandé"
    r"|a déclaré|a écrit|zei|zegt|vroeg|schreef|sade|säger|bad|skrev|powiedział\w*|poprosił\w*"
    r"|napisał\w*|сказал\w*|попросил\w*|сообщил\w*|написал\w*)\b",
    re.IGNORECASE,
)
"""Words of telling, but for what a reader himself said or will be asked."""
