"""How long tests wait for what must happen."""

from __future__ import annotations

from typing import Final

PATIENCE: Final = 240.0
"""Seconds after which it never will: a machine that has much to do is slow, not wrong."""
