"""What a process does once before it reads its first file, so that no file pays for it."""

from __future__ import annotations

import gc
from typing import Final

from workers.normalise.languages import language
from workers.parsers.html.body import body
from workers.parsers.text.body import blocks

SELDOM: Final = 7000
"""
Objects more than there were after which the garbage collector looks for those that only refer to
each other: ten times Python's own number, for in the batches of texts it never found one.
"""


def warm_up() -> None:
    """
    Load the models, and let the garbage collector pass over all that is there by now.

    Models and modules stay until the process ends: to look through them again and again costs 2 %
    of a page's reading, and copies their memory in each child that is forked. What a batch gathers
    until it is written is looked through seldom too, for next to nothing else refers to itself.
    """
    language.warm_up()
    body.warm_up()
    blocks.warm_up()
    gc.collect()
    gc.freeze()
    gc.set_threshold(SELDOM)
