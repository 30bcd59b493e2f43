"""Character references of HTML, as texts of any kind have them: `&amp;`, `&#8217;`."""

from __future__ import annotations

import html


def unescaped(text: str) -> str:
    """Return a text with what its references stand for, which may be of any length."""
    try:
        return html.unescape(text)
    except ValueError:  # Python reads no number of more than 4300 digits
        return text
