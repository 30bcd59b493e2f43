"""Pages with lines above, inside and below their text, and what these claim."""

from __future__ import annotations

from workers.parsers.claims.evidence import Evidence
from workers.parsers.html.signed import lines
from workers.parsers.html.walk.tree import parse

BODY = "<p>The body begins here, and it has a long sentence or two, as bodies have.</p>"

END = "<p>The body ends here, and it has a long sentence or two, as bodies have too.</p>"


def gathered(above: str = "", inside: str = "", below: str = "") -> Evidence:
    page = parse(f"<html><body><h1>Headline</h1>{above}{BODY}{inside}{END}{below}</body></html>")
    places = [block.at for block in page.blocks if block.text.startswith("The body")]
    evidence = Evidence()
    lines.gather(page, evidence, places[0], places[-1])
    return evidence
