"""Scripts of JSON-LD, and what they claim."""

from __future__ import annotations

import json

from workers.parsers.claims.evidence import Evidence
from workers.parsers.html.data import json_ld


def gathered(*scripts: object) -> Evidence:
    evidence = Evidence()
    texts = [one if isinstance(one, str) else json.dumps(one) for one in scripts]
    json_ld.gather(json_ld.objects(texts), evidence)
    return evidence
