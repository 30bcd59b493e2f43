"""What can be done about a file that was not taken."""

from __future__ import annotations

import re

import pytest

from services.telling.remedies import remedy
from shared.config import Settings
from shared.errors import Reason


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_has_its_remedy(reason: Reason) -> None:
    """Whoever reads why must not have to ask what now."""
    assert remedy(reason)


@pytest.mark.parametrize("reason", [Reason.TOO_LARGE, Reason.TOO_SLOW, Reason.TOO_MUCH_MEMORY])
def test_a_limit_is_named_as_the_settings_call_it(reason: Reason) -> None:
    """It can be found in docs/configuration.md under that name."""
    assert Settings.model_fields.keys() & set(re.findall(r"\w+", remedy(reason)))


def test_the_reason_of_a_newer_version_has_none() -> None:
    """Nor has a file that was taken."""
    assert remedy("of_tomorrow") == remedy(None) == ""
