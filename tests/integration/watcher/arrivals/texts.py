"""What is dropped."""

from __future__ import annotations

TEXT = b"City buys old forest\n\nThe council voted late on Tuesday.\n"
