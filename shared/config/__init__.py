"""
Every setting of Copydesk, with its default, its unit and its reason.

Settings come from the environment (`COPYDESK_…`), then from `copydesk.toml` in the home folder (or
the file that `COPYDESK_CONFIG` names), then from the defaults in `settings`.
"""

from __future__ import annotations

from shared.config.loading import load
from shared.config.profiles import ProviderProfile
from shared.config.settings import ROOT, ApiToken, Settings

__all__ = ["ROOT", "ApiToken", "ProviderProfile", "Settings", "load"]
