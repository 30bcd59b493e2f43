"""What is kept of an article's text."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from shared.domain.article import Article, PubStatus
from tests.builders import fingerprint_of
from tests.unit.workers.dedup.builders import FLOOD
from workers.dedup.texts.candidates import SIGNATURES
from workers.dedup.texts.features import unpack_text
from workers.dedup.texts.fingerprint import fingerprint, fingerprints
from workers.dedup.texts.titles import unpack_title

KEYS = sum(signature.bands for signature in SIGNATURES)


def test_the_hashes_are_the_same_on_every_machine_and_in_every_release():
    """They are stored: a change of any of them needs a new version of the hashes."""
    print_ = fingerprint_of("River floods", FLOOD, "en")
    assert print_.text_hash.hex() == "8fca6790326b6e45d0982dd4e47265d8"
    assert print_.content_hash.hex() == "86cfcbdaea9033d5d4feb7cc4ba99580"
    assert print_.keys[::11] == (6263522095880243875, -1747144776343867980, 2781459047923944202)
    assert print_.features[:7].hex() == "010012cbc84fea"


def test_a_reformatted_copy_has_the_same_fingerprint():
    """Capitals, wrapping, paragraphs and quotes are dress."""
    wrapped = "\n".join(FLOOD).upper().replace(" ", "\n  ").replace("'", "\u2019")
    assert fingerprint_of("River floods", [wrapped]) == fingerprint_of("River floods", FLOOD, "en")


def test_a_headline_in_capitals_is_the_same_but_for_what_may_be_a_name():
    """Small letters alone show that `floods` is none."""
    loud, plain = fingerprint_of("RIVER FLOODS", FLOOD), fingerprint_of("River floods", FLOOD)
    assert unpack_title(loud.title) == unpack_title(plain.title)
    assert loud == replace(plain, title=loud.title)


def test_the_language_tag_does_not_count():
    """One text, tagged well and badly, is one text."""
    assert fingerprint_of("River", FLOOD, "en") == fingerprint_of("River", FLOOD, "de")


def test_another_headline_is_other_content_of_the_same_text():
    """A re-headlined copy is an exact duplicate, and another version."""
    one, other = (fingerprint_of(headline, FLOOD) for headline in ("River", "Flood"))
    assert one.text_hash == other.text_hash
    assert one.keys == other.keys
    assert one.content_hash != other.content_hash


def test_a_short_body_is_no_text_without_its_headline():
    """`See video.` under two headlines is two texts, and no candidate of each other."""
    one = fingerprint_of("River floods the old town", ["See video."])
    other = fingerprint_of("Minister resigns over loans", ["See video."])
    assert one.text_hash != other.text_hash
    assert not set(one.keys) & set(other.keys)


def test_a_short_body_under_the_same_headline_is_one_text():
    """There is nothing else to tell two of them apart."""
    one = fingerprint_of("River floods", ["See video."])
    assert one == fingerprint_of("River floods!", ["See", "VIDEO"])


def test_a_text_that_replaces_another_is_the_text_of_any_headline_however_long():
    """`ANNULE ET REMPLACE` stands above a whole article; it was taken for a notice of two lines."""
    long = [f"{line} {n}" for n in range(9) for line in FLOOD]
    replacing = fingerprint_of("ANNULE ET REMPLACE: River floods the old town", long)
    assert replacing.notice is not None
    assert replacing.notice.replaces
    assert replacing.text_hash == fingerprint_of("River in flood", long).text_hash


def test_a_kill_in_many_words_has_a_fingerprint():
    """Of a script without spaces 1,200 characters are as many words."""
    told = "本社收到多名当事人及其所在单位的书面说明。经编辑部核实。稿件所述经过与事实不符。" * 9
    print_ = fingerprint_of("撤稿通知: 关于河水淹没旧城的报道", [f"请各用户勿用该稿。{told}"])
    assert print_.notice is not None
    assert print_.length > 255
    assert unpack_text(print_.features).shingles


def test_headline_and_short_body_do_not_run_together():
    """`a` over `b c` is not `a b` over `c`."""
    one = fingerprint_of("a", ["b c"])
    other = fingerprint_of("c a", ["b"])
    assert one.text_hash != other.text_hash
    assert one.content_hash != other.content_hash


def test_a_body_of_punctuation_has_a_fingerprint():
    """Odd, and allowed: its headline stands for it."""
    print_ = fingerprint_of("", ["* * *"])
    assert print_.length == 0
    assert print_.text_hash != fingerprint_of("River", ["* * *"]).text_hash


def test_the_length_counts_the_tokens_of_the_body():
    """The headline is no part of it, even where it is part of the text."""
    assert fingerprint_of("River floods", ["See video."]).length == 2


def test_there_are_as_many_keys_as_bands():
    """Each key is a row of the database: their number is its cost."""
    assert len(set(fingerprint_of("River", FLOOD).keys)) == KEYS


def test_the_features_take_two_bytes_a_token_and_two_of_header():
    """Each byte is stored a billion times."""
    print_ = fingerprint_of("River", FLOOD)
    assert len(print_.features) == 2 * print_.length + 2


def test_an_article_is_fingerprinted_by_headline_and_body_alone():
    """Dates, authors and provider are no part of it."""
    article = Article(headline="River", body=FLOOD, provider="a")
    dated = replace(article, provider="b", published_at=datetime(2026, 1, 1, tzinfo=UTC))
    assert fingerprint(article) == fingerprint(dated) == fingerprint_of("River", FLOOD)


_SAID = st.sampled_from(
    [
        *("River floods", "CORRECTED: River floods", "KILL NOTICE: 'River floods'", "", "洪水毁桥"),
        *(FLOOD[0], "Please kill the story headlined 'River floods'.", "* * *", "caf\u00e9 \ud800"),
    ]
)


@given(
    st.lists(
        st.builds(
            Article,
            headline=_SAID,
            body=st.lists(_SAID | st.just(" ".join(FLOOD)), max_size=3).map(
                lambda body: (*body, ".")
            ),
            provider=st.just("a"),
            slugline=st.sampled_from([None, "UPDATE 2-RIVER"]),
            notes=st.sampled_from([(), ("signal: correction",)]),
            pub_status=st.sampled_from(PubStatus),
        ),
        max_size=12,
    )
)
def test_articles_together_have_the_fingerprints_of_each(articles):
    """What else was in a message must not change what is stored of an article."""
    assert fingerprints(articles) == [fingerprint(each) for each in articles]
