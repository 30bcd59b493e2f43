"""The bytes of a file as parsers see them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from workers.parsers.base import HEAD_BYTES, RawFile

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("size", [0, 5, HEAD_BYTES - 1, HEAD_BYTES, HEAD_BYTES + 1])
def test_head_and_data_are_the_files_own_whichever_is_asked_first(
    tmp_path: Path, size: int
) -> None:
    """A file that its head shows whole is not opened again; a longer one is."""
    path = tmp_path / "file"
    path.write_bytes(b"x" * size)
    file = RawFile(name="file", path=str(path))
    assert file.head == b"x" * min(size, HEAD_BYTES)
    assert file.data == b"x" * size
    assert RawFile(name="file", path=str(path)).data == file.data
