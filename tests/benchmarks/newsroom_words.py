"""What newsrooms set around a story, and the words, letters and signs in which they differ."""

from __future__ import annotations

ABOVE = (
    "Welcome to the Harbour Gazette, your daily source for news from the coast since 1887. Sign up"
    " for our newsletter and never miss a story. You have 3 free articles left this month."
)
BELOW = (
    "The Harbour Gazette is published by Gazette Media Group, 14 Quay Street. All rights reserved."
    " No part of this publication may be reproduced without written permission. Comments are"
    " moderated and may take up to 24 hours to appear. If you see a mistake, write to the newsroom"
    " or call our reader line on weekdays between 9 and 17. Follow us for breaking news, sport,"
    " weather and traffic, download our app and support local journalism with a subscription."
)
ELSEWHERE = (
    "Inland Courier. Home, News, Sport, Opinion, Obituaries. Log in to read the e-paper.",
    (
        "You are reading the Inland Courier online. Subscribers read 30 days for one euro. Share"
        " this story with your friends. Photographs are by our own staff unless it is said"
        " otherwise."
    ),
)
NOTES = (
    (
        "Correction: An earlier version of this article misstated the day of the meeting. It was"
        " Thursday, not Wednesday."
    ),
    "This article was amended on 14 March to make clear that the spokesman had been asked twice.",
    "(Corrects spelling of name in paragraph 3)",
    "Update, 16:40: This story has been updated with a comment by the company.",
)
PLACES = (
    "Munich München, Vienna Wien, Bombay Mumbai, Peking Beijing, Geneva Genf, Milan Mailand,"
    " Prague Praha, Burma Myanmar, Madras Chennai, Cologne Köln"
)
_IN_TYPE = "' \u2019, -- \u2014, ... \u2026, fi \ufb01, fl \ufb02"
_MISREAD = "m rn, l 1, e c, o 0, h b, t f, a o, i l, u n, n u, S 5, B 8"
_STYLE = (
    "pct percent, dlrs dollars, mln million, bln billion, cts cents, Corp Corporation, Co Company,"
    " vs against, shr share, revs revenues, mths months, qtr quarter"
)


def _table(listed: str) -> dict[str, str]:
    """Read pairs of words."""
    return dict(each.split() for each in listed.split(","))


TYPES, SCANNED, STYLED = map(_table, (_IN_TYPE, _MISREAD, _STYLE))
