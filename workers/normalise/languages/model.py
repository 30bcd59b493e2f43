"""
The statistical model of languages, unpacked once for all starts.

py3langid packs its model well: half a second of CPU to unpack 70 MB, at each start of a worker and
each `copydesk parse`. Unpacked in the environment's own folder it is mapped in a hundredth of that,
and its pages are shared by every process of the machine.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from array import array
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Final

import numpy as np
from py3langid.langid import MODEL_DIR, MODEL_FILE, LanguageIdentifier
from py3langid.modelio import load_model

ARRAYS: Final = ("table", "prior", "classes", "moves", "rows", "features")
"""What the model consists of, in the order of py3langid's `load_model`."""

TYPECODES: Final = {2: "H", 4: "I", 8: "L"}
"""Of the standard library's arrays: their items are read faster, one by one, than NumPy's."""


@cache
def identifier() -> LanguageIdentifier:
    """Return the model, ready to classify; the first call loads it."""
    return load(_place())


def load(place: Path | None) -> LanguageIdentifier:
    """Return the model as unpacked at `place`, where it is put at first; as packed without one."""
    if place is None:
        return _assembled(_packed())
    try:
        if not place.is_dir():
            _unpack(place)
        parts = [np.load(place / f"{name}.npy", mmap_mode="r") for name in ARRAYS]
    except (OSError, ValueError):  # only read (an image, another user's), or damaged: as it came
        parts = _packed()
    return _assembled(parts)


def _place() -> Path | None:
    """Return where the unpacked model lies; None where the Python is the system's own."""
    if sys.prefix == sys.base_prefix:
        return None
    return Path(sys.prefix) / "language-model" / f"{version('py3langid')}-numpy{version('numpy')}"


def _packed() -> list[np.ndarray]:
    """Return the arrays as py3langid ships them."""
    return [np.asarray(part) for part in load_model(MODEL_DIR / MODEL_FILE)]


def _unpack(place: Path) -> None:
    """Write the arrays to `place`, whole or not at all; raises `OSError`."""
    place.parent.mkdir(parents=True, exist_ok=True)
    made = Path(tempfile.mkdtemp(dir=place.parent))
    try:
        made.chmod(0o755)
        for name, part in zip(ARRAYS, _packed(), strict=True):
            np.save(made / f"{name}.npy", part, allow_pickle=False)
        made.rename(place)
    except OSError:
        shutil.rmtree(made, ignore_errors=True)
        if not place.is_dir():  # else another process was first, with the same
            raise


def _assembled(parts: list[np.ndarray]) -> LanguageIdentifier:
    """Put the arrays together as py3langid does."""
    table, prior, classes, moves, rows, features = (np.asarray(part) for part in parts)
    return LanguageIdentifier(
        table,
        prior,
        classes.tolist(),
        _plain(moves),
        features.tolist(),
        tk_row=_plain(rows),
    )


def _plain(numbers: np.ndarray) -> array[int]:
    """Return unsigned numbers as an array of the standard library."""
    plain = array(TYPECODES[numbers.dtype.itemsize])
    plain.frombytes(numbers.tobytes())
    return plain
