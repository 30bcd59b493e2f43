"""Scripts that put no spaces between words: there a character, not a word, is the smallest unit."""

from __future__ import annotations

SPELLED = "\u0e01-\u0e4e\u0e81-\u0ece\u1000-\u103f\u1780-\u17d3"
"""Thai, Lao, Burmese, Khmer: letters, of which a word has as many as elsewhere."""

UNSPACED = (
    f"{SPELLED}"
    "\u3005-\u3007\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff"  # kana
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # Han
)
"""Their characters, for a class of a regular expression."""

MARKED = "\u0300-\u036f\u0591-\u05c7\u0900-\u0963\u0971-\u0dff\u0f71-\u0f84"
"""Vowel signs that Python's word class leaves out, and the Indic scripts that need them."""

DRESS = "\u00ad\u0640\u064b-\u065f\u0670\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff"
"""Soft hyphens, Arabic vowel signs and stretches, joiners and direction marks: no part of words."""
