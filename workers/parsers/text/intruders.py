"""
What stands inside an article and is plainly not of it: lines said twice, prompts to the reader.

The learned tables judge a passage by its looks and neighbours; a caption printed twice and a form
that asks for an address look like sentences of the article, and are known by other signs.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workers.parsers.text.lexicon import PROMPTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workers.parsers.text.page import Page

TWICE = 70
"""Characters from which a passage is not said twice by chance."""
MANY = 6
"""Where more passages are said twice, a list or a table says them: the article does."""
ECHOED = 0.3
"""Where more of the body's characters are said twice, the page holds the article twice."""
PROMPT = 300
"""No prompt is longer, in characters."""
_PROMPT = re.compile(rf"\b(?:{'|'.join(map(re.escape, PROMPTS))})\b", re.IGNORECASE)
_QUOTED = re.compile(r"[\"“”„«»]")


def without_intruders(page: Page, body: Sequence[int]) -> list[int]:
    """Return the body's places without passages said twice (the lead stays) and prompts."""
    echoes = {at for at in body[1:] if _echo(page, at)}
    if len(echoes) > MANY or _size(page, echoes) > ECHOED * _size(page, body):
        echoes = set()
    kept = [at for at in body if at not in echoes and not is_prompt(page.passages[at].text)]
    return kept or list(body)


def is_prompt(text: str) -> bool:
    """Whether a passage asks its reader for an address, an account or a subscription."""
    return len(text) <= PROMPT and bool(_PROMPT.search(text)) and not _QUOTED.search(text)


def _echo(page: Page, at: int) -> bool:
    text = page.passages[at].text
    return len(text) >= TWICE and page.seen[text] > 1


def _size(page: Page, places: Sequence[int] | set[int]) -> int:
    return sum(len(page.passages[at].text) for at in places)
