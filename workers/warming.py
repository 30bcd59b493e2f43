"""What a process does once before it reads its first file, so that no file pays for it."""

from __future__ import annotations

import gc

from workers.normalise.languages import language
from workers.parsers.html.body import body
from workers.parsers.text.body import blocks


def warm_up() -> None:
    """
    Load the models, and let the garbage collector pass over all that is there by now.

    Models and modules stay until the process ends: to look through them again and again costs 2 %
    of a page's reading, and copies their memory in each child that is forked.
    """
    language.warm_up()
    body.warm_up()
    blocks.warm_up()
    gc.collect()
    gc.freeze()
