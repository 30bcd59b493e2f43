"""
The log: one shape for all processes and libraries, for people on a terminal and as JSON in a file.

Every event and its keys are listed in `docs/logs.md`.
"""

from __future__ import annotations

from shared.logs.setup import LOG_FILE, bind, configure, together

__all__ = ["LOG_FILE", "bind", "configure", "together"]
