"""The shell of the pages that need neither templates nor files: the login, the manual."""

from __future__ import annotations

import base64
import hashlib
from html import escape
from typing import Final

STYLE: Final = """
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
code { font: .95em ui-monospace, monospace; overflow-wrap: anywhere; }
input, button { font: inherit; padding: .3rem .6rem; }
table { border-collapse: collapse; width: 100%; }
td, th { text-align: left; vertical-align: top; padding: .2rem .8rem .2rem 0; }
section { border-top: 1px solid #8888; padding: .5rem 0 1rem; }
h2 code { font-size: 1.1rem; }
"""

STYLE_SOURCE: Final = (
    "'sha256-" + base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode() + "'"
)
"""This style and no other may stand in a page, as the content security policy writes it."""


def page(title: str, body: str) -> str:
    """Return a whole HTML page; `body` is markup already, `title` is text."""
    return (
        '<!doctype html>\n<html lang="en">\n<head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        f"<title>{escape(title)} · Copydesk</title><style>{STYLE}</style></head>\n"
        f"<body><main>\n{body}\n</main></body>\n</html>\n"
    )
