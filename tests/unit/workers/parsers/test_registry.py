"""Which parser a file is given to."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from shared.config import ROOT
from workers.parsers.base import RawFile
from workers.parsers.registry import PARSERS, choose

SEEDS = sorted(path for path in (ROOT / "seeds").rglob("*") if path.is_file())
_MARKS = st.sampled_from([b"", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b" \r\n\t", b"\0"])
_BEGINNINGS = st.sampled_from(
    [
        *(b"<rss>", b"<\0r\0s\0s\0>\0", b"<!-- --><nitf>", b"<TEI>", b'{"version": 1}', b"[{}]"),
        *(b"{\\rtf1", b"WARC/1.0\r\n", b"bplist00", b"PK\x03\x04word/", b"\xd0\xcf\x11\xe0"),
        *(b"filedesc://a", b"From a", b"# Title", b"BEGIN", b"", b"\x1f\x8b"),
    ]
)


@given(_MARKS, _MARKS, _BEGINNINGS | st.binary(max_size=8), st.sampled_from(["a.txt", "a.json"]))
def test_a_parser_that_is_not_asked_knows_nothing_of_the_file(mark, space, beginning, name) -> None:
    """The answer is the same as if all were asked, whatever marks stand first."""
    file = RawFile(name=name, content=mark + space + beginning)
    scores = {parser.name: parser.score(file) for parser in PARSERS}
    best = max(scores.values())
    assert best == 0 or choose(file).name == next(n for n, s in scores.items() if s == best)


def test_each_seed_is_given_to_the_parser_with_the_best_score() -> None:
    """Of all parsers, asked or not."""
    for path in SEEDS:
        file = RawFile(name=path.name, path=str(path))
        best = max(PARSERS, key=lambda parser: parser.score(file))
        assert choose(file) is best, path.name
