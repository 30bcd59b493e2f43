"""What is true of every raw store: a folder, and a bucket over real HTTP."""

from __future__ import annotations

import hashlib
import io
import time
from pathlib import Path
from uuid import uuid4

import pytest

from shared.config import Settings
from shared.errors import Reason, Rejected
from shared.raw import AtHand, RawStore, open_raw

TEXT = b"A grain ship ran aground."
ABSENT = "0" * 64


@pytest.fixture(params=["folder", "bucket"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> RawStore:
    """Give an empty store of each kind in turn."""
    if request.param == "folder":
        return open_raw(Settings(home=tmp_path))
    server = request.getfixturevalue("s3")
    # a prefix of its own: the server is shared
    return open_raw(Settings(home=tmp_path, raw_url=f"{server.url}/{uuid4().hex}"))


def keep(store: RawStore, data: bytes = TEXT) -> str:
    """Keep bytes as the watcher does, and return their hash."""
    kept = store.copy(io.BytesIO(data), len(data))
    store.sync({kept.sha256})
    return kept.sha256


def test_kept_bytes_are_read_back_under_their_hash(store: RawStore) -> None:
    """As a stream, and as a file of this machine."""
    sha256 = keep(store)

    assert sha256 == hashlib.sha256(TEXT).hexdigest()
    assert store.has(sha256)
    with store.open(sha256) as stream:
        assert bytes(stream.read()) == TEXT
    with store.at_hand([sha256]) as at_hand:
        assert Path(at_hand.file(sha256)).read_bytes() == TEXT


def test_a_linked_file_is_kept_when_its_source_is_gone(store: RawStore, tmp_path: Path) -> None:
    """As the watcher keeps a claimed file: no byte is copied on this machine."""
    source = tmp_path / "claimed.txt"
    source.write_bytes(TEXT)
    sha256 = hashlib.sha256(TEXT).hexdigest()

    store.root.mkdir(exist_ok=True)
    store.link(str(source), sha256, len(TEXT))
    store.sync({sha256})
    source.unlink()

    with store.open(sha256) as stream:
        assert bytes(stream.read()) == TEXT


def test_the_same_bytes_twice_are_one_object(store: RawStore) -> None:
    """Also when they are put again after a crash between the put and the row."""
    first = keep(store)

    assert keep(store) == first
    with store.at_hand([first]) as at_hand:
        assert Path(at_hand.file(first)).read_bytes() == TEXT


def test_a_sync_may_be_called_again(store: RawStore) -> None:
    """Two deliveries of the same bytes may be in two batches."""
    sha256 = keep(store)

    store.sync({sha256})

    assert store.has(sha256)


def test_a_burst_is_kept_whole(store: RawStore) -> None:
    """Many at once, each under its own hash, at hand together."""
    texts = [b"story %d" % number for number in range(40)]
    hashes = [store.copy(io.BytesIO(text), len(text)).sha256 for text in texts]

    store.sync(set(hashes))

    with store.at_hand(hashes) as at_hand:
        assert [Path(at_hand.file(sha256)).read_bytes() for sha256 in hashes] == texts


def test_missing_bytes_are_rejected_with_the_remedy(store: RawStore) -> None:
    """Of several, the one that is missing alone."""
    sha256 = keep(store)

    assert not store.has(ABSENT)
    with pytest.raises(Rejected, match="backup") as caught:
        store.open(ABSENT)
    assert caught.value.reason is Reason.BYTES_MISSING
    with store.at_hand([ABSENT, sha256]) as at_hand:
        assert Path(at_hand.file(sha256)).read_bytes() == TEXT
        reason = _why_missing(at_hand, ABSENT)
    assert reason in {Reason.BYTES_MISSING, None}


def _why_missing(at_hand: AtHand, sha256: str) -> Reason | None:
    """Return why there is no file; None: the name of one that is not there."""
    try:
        assert not Path(at_hand.file(sha256)).exists()
    except Rejected as error:
        return error.reason
    return None


def test_what_is_at_hand_is_tidied_away_and_the_object_stays(
    store: RawStore, tmp_path: Path
) -> None:
    """After the block only the store has it; tidying removes nothing of it."""
    sha256 = keep(store)
    with store.at_hand([sha256]) as at_hand:
        at_hand.file(sha256)
    store.tidy(time.time() + 60)

    assert store.has(sha256)
    left = [path for path in store.root.rglob("*") if path.is_file() and "raw/.f" in str(path)]
    assert left == []


def test_what_is_at_hand_stays_however_long_it_is_needed(store: RawStore) -> None:
    """A crawl is read for a day, and the watcher of its host tidies meanwhile."""
    sha256 = keep(store)
    with store.at_hand([sha256]) as at_hand:
        path = Path(at_hand.file(sha256))
        store.tidy(time.time() + 60)
        assert path.read_bytes() == TEXT


def test_the_place_says_where_the_bytes_are(store: RawStore) -> None:
    """For people: it ends in the hash, below its first two digits."""
    assert store.place(ABSENT).endswith(f"/00/{ABSENT}")
