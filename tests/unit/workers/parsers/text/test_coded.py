"""Coded bytes are no text; what only looks a little like them is."""

from __future__ import annotations

import base64
import binascii

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workers.parsers.text.coded import without_code

BYTES = bytes(range(256))
UU = "".join(binascii.b2a_uu(BYTES[at : at + 45]).decode() for at in range(0, 256, 45))
B64 = base64.encodebytes(BYTES).decode()
ABOVE, BELOW = "The ferry sails again.\n", "Its owner said so.\n"


@pytest.mark.parametrize(
    "coded",
    [
        f"begin 644 logo.gif\n{UU}`\nend\n",
        f"begin 644 logo.gif\n{UU}",
        B64,
        f"-----BEGIN PGP SIGNATURE-----\nVersion: 1 a\n\n{B64}=aB3d\n-----END PGP SIGNATURE-----\n",
        "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\n",
    ],
)
def test_coded_bytes_are_left_out(coded: str) -> None:
    """Wherever they stand, with or without their last line."""
    assert without_code(ABOVE + coded + BELOW) == ABOVE + BELOW


@pytest.mark.parametrize(
    "text",
    [
        "begin 100 days of work\nMore will follow in the summer.\n",
        "begin 644 logo.gif\nMore will follow.\n",
        f"{B64.splitlines()[0]}\nOne line of it may be an address.\n",
        "-----BEGIN PGP MESSAGE-----\nIt never ends.\n",
        "-----BEGIN STORY-----\nThe ferry sails.\n-----END STORY-----\n",
        "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz\n" * 3,
        "donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunter\n" * 3,
    ],
)
def test_text_is_kept(text: str) -> None:
    """Long words, single lines, blocks that never end, and words between such lines."""
    assert without_code(text) == text


LINES = [*B64.splitlines(), *UU.splitlines(), "begin 644 a", "end", "", "Text.",
         "-----BEGIN A B-----", "-----END A B-----"]  # fmt: skip


@given(st.lists(st.sampled_from(LINES)))
def test_sentences_outside_a_block_are_never_lost(lines: list[str]) -> None:
    """Whatever stands around them."""
    text = "\n".join([*lines, "", "The end."])
    assert without_code(text).endswith("The end.")
