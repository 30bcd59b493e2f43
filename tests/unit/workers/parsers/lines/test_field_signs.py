"""Fields above a telegraph message that a sign names."""

from __future__ import annotations

import pytest

from workers.parsers.lines.field_signs import with_labels

TEXT = "A fault was found in a ferry on Monday.\n"


@pytest.mark.parametrize(
    ("fields", "labels"),
    [
        ("%A\n#Ferry\n$Fault found in ferry\n:(NORTHBY)\n*07000000\n@QLD\n~AM Service\n",
         "Headline: Fault found in ferry\nSlugline: Ferry\n"),
        ("$A\n:Ferry\n=1ST LEAD\n^Fault found in ferry\n*X\n",
         "Headline: Fault found in ferry\nSlugline: Ferry\n"),
        ("%MGD\n$K\n:\n:Tolvik Ferries Union\n*X\n", "Slugline: Tolvik Ferries Union\n"),
    ],
)  # fmt: skip
def test_what_a_sign_names_gets_a_label(fields: str, labels: str) -> None:
    """Places, services and codes go."""
    framed = f"ZCZC AAP\n{fields}{TEXT}"
    assert with_labels(framed) == f"ZCZC AAP\n{labels}\n{TEXT}"
    assert with_labels(framed.replace("\n", "\r\n")).replace("\r", "") == with_labels(framed)


def test_each_message_has_its_own() -> None:
    """A file may hold several."""
    one = f"ZCZC\n%A\n#Ferry\n$Fault found in ferry\n{TEXT}NNNN\n"
    assert with_labels(one * 2).count("Headline: Fault found in ferry\n") == 2


def test_a_text_that_begins_with_a_sign_stays() -> None:
    """The sign was there before."""
    told = with_labels(f"ZCZC\n%A\n#Ferry\n$Fault found in ferry\n$5 million is lost.\n{TEXT}")
    assert told.endswith(f"\n$5 million is lost.\n{TEXT}")


@pytest.mark.parametrize(
    "text", [f"#Ferry\n$Fault found\n*X\n{TEXT}", f"ZCZC AAP\n#Ferry\n$Fault found\n{TEXT}"]
)
def test_other_lines_stay(text: str) -> None:
    """Without a frame, or few of them."""
    assert with_labels(text) == text
