"""
Notices that come again in the same words: forms, and how they are filled in by chance.

`<3..44>` is a figure, `<town>` one of the towns; `<town a>` is the same all over a form.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from shared.domain.article import Article

if TYPE_CHECKING:
    import random
    from datetime import datetime

_SLOT = re.compile(r"<(?:(?P<least>\d+)\.\.(?P<most>\d+)|(?P<kind>[a-z]+))(?: (?P<which>\w))?>")
_KINDS = {
    "team": "Harbour Rovers,Valley United,Miners Athletic,Forest Town,Dale Wanderers,Port City,"
    "Castle Rangers,Northfield,Eastbrook,Westmoor Albion",
    "town": "Lugo,Vigo,Linz,Graz,Kassel,Fulda,Leeds,Hull,Derby,Metz,Nancy,Reims,Parma,Lecce,Turku",
    "first": "Anna,Peter,Maria,John,Ruth,Paul,Helen,Mark,Irene,Walter,Doris,Frank",
    "last": "Becker,Holm,Larsen,Novak,Costa,Brandt,Ellis,Moreau,Rossi,Keller,Young,Hughes",
    "day": "Monday,Tuesday,Wednesday,Thursday,Friday,Saturday,Sunday",
    "month": "January,February,March,April,May,June,July,September,October",
    "firm": "Acme,Borealis,Cyntech,Deltona,Everlight,Fintura,Granite Systems,Helix Labs,Ionix",
    "street": "Mill Lane,Station Road,Church Street,Quay Street,Park Avenue,Elm Grove,Bridge Road",
    "sky": "rain,sunshine,fog,showers,snow,drizzle,hail",
    "wind": "light,moderate,fresh,strong",
    "from": "west,north,south",
    "air": "mild,cool,cold,warm",
    "few": "one,two,three,four,five",
    "trade": "teacher,nurse,carpenter,farmer,clerk,baker",
    "goods": "cars,tickets,watches,phones",
    "star": "Take your time with a decision.,Money comes from where you do not expect it.,A friend"
    " needs your advice.,Be careful with promises.,The stars favour new beginnings.,Rest is what"
    " you"
    " need now.,An old letter brings back memories.,Your boss notices your efforts.",
}
_CHOICES = {kind: listed.split(",") for kind, listed in _KINDS.items()}
_SIGNS = ("Aries", "Taurus", "Gemini", "Cancer", "Leo", "Virgo", "Libra", "Scorpio")

FORMS: dict[str, tuple[str, ...]] = {
    "match report": (
        "<team a> <0..5 a>-<0..4 b> <team b>: full-time report",
        (
            "<team a> and <team b> met at a sold-out ground on <day> in round <2..34> of the"
            " season, and the game ended <0..5 a>-<0..4 b>."
        ),
        (
            "<first> <last> opened the scoring after <3..44> minutes from close range, before"
            " <first> <last> doubled the effort with a header in the <46..89>th minute."
        ),
        (
            "The referee showed <1..7> yellow cards. Attendance was <3000..30000>. <team a> had"
            " <35..65> percent of possession and <3..20> shots, <team b> <3..20>."
        ),
    ),
    "match in words": (
        "<team a> beat <team b>",
        (
            "<team a> beat <team b> <few>-nil on <day> with goals from <first> <last> and <first>"
            " <last> in front of a large crowd."
        ),
        (
            "Manager <first> <last> said he was delighted with the attitude of the players and"
            " that the team would take it one game at a time."
        ),
        (
            "<team b> coach <first> <last> said his side had not been good enough and would have"
            " to look at themselves in the mirror before the next game."
        ),
    ),
    "weather": (
        "Weather for <town a>",
        (
            "<day> will begin with <sky> in <town a> and the surrounding hills, with <sky>"
            " spreading from the <from> in the afternoon."
        ),
        (
            "Temperatures will reach <1..30> degrees, at night they fall to <2..12> degrees. The"
            " wind is <wind> from the <from>. The chance of rain is <5..100> percent, the weather"
            " office said."
        ),
    ),
    "weather in words": (
        "The weather tomorrow",
        (
            "<day> will begin with <sky> along the coast and in the surrounding hills, with <sky>"
            " spreading from the <from> in the afternoon."
        ),
        (
            "Inland it will be <air> with <sky> towards the evening. The wind is <wind>. The"
            " weather office said that it would be <air> for the rest of the week."
        ),
    ),
    "stocks at close": (
        "Stocks at close",
        (
            "The main index rose <1..90>.<0..9> points, or 0.<10..99> percent, to close at"
            " <5000..9000>.<10..99> on <day>."
        ),
        (
            "Shares in <firm> gained <1..9>.<0..9> percent and led the winners, while <firm> lost"
            " <1..9>.<0..9> percent. <100..900> shares rose and <100..900> fell."
        ),
        (
            "The euro bought 1.<1000..1999> dollars. Brent crude was traded at <50..120>.<10..99>"
            " dollars a barrel, gold at <1000..3000> dollars an ounce."
        ),
    ),
    "obituary": (
        "Obituary",
        (
            "<first a> <last a>, <66..101>, of <town>, passed away peacefully on <month> <1..29>,"
            " 2026, surrounded by family."
        ),
        (
            "Born on <month> <1..29>, <1925..1960>, in <town>, <first a> worked for <12..44> years"
            " as a <trade> and was a devoted member of the community."
        ),
        (
            "<first a> is survived by <2..6> children, <2..12> grandchildren and many friends. A"
            " service will be held at <9..13> a.m. on <day> at the chapel in <street>. In lieu of"
            " flowers, the family asks for donations to the hospice."
        ),
    ),
    "police notice": (
        "Police report: burglary",
        (
            "Unknown persons broke into a house in <street> in <town a> between <8..13> and"
            " <14..20> on <day>. They forced a window at the back and searched all rooms."
        ),
        (
            "They took jewellery and cash worth <1..20>,<1..9>00 euros. Damage to the house is put"
            " at <2..20>00 euros. The police ask witnesses to call the station in <town a> at"
            " 0<1000..9999> <10000..99999>."
        ),
    ),
    "accident": (
        "Cyclist hurt in crash near <town a>",
        (
            "A <18..80 a>-year-old cyclist was hurt in a crash on the road from <town a> to <town"
            " b> on <day>. The driver of a car, <18..80>, had overlooked the cyclist when turning,"
            " the police said."
        ),
        (
            "The <18..80 a>-year-old was taken to hospital with serious injuries. The road was"
            " closed for <few> hours. The police are looking into the cause."
        ),
    ),
    "court report": (
        "Man jailed for fraud in <town a>",
        (
            "A court in <town a> has sentenced a <20..70>-year-old man to <few> years in prison for"
            " fraud. <first> <last> had sold <goods> on the internet that he did not own."
        ),
        (
            "Judge <first> <last> said the victims had lost their savings and that the defendant"
            " had shown no remorse. The defence had asked for a suspended sentence. The verdict is"
            " not final; both sides can appeal within a week."
        ),
    ),
    "horoscope": (
        "Your horoscope for today",
        *(f"{sign}: <star> <star>" for sign in _SIGNS),
    ),
    "lottery": (
        "Lottery numbers",
        (
            "The winning numbers of the draw on <day> are <1..49>, <1..49>, <1..49>, <1..49>,"
            " <1..49>, <1..49>, the bonus number is <0..9>. No guarantee is given for the numbers."
        ),
        "The jackpot stands at <1..40> million. The next draw takes place on <day> evening.",
    ),
    "press release": (
        "<firm a> named a leader in supply chain software by Lodestar Research",
        (
            "<firm a>, a provider of supply chain software, today announced that it has been named"
            " a leader in the 2026 Lodestar Report for Supply Chain Planning. The report evaluates"
            " vendors on completeness of vision and on their ability to deliver."
        ),
        (
            "\u201cWe believe that this recognition confirms our strategy and the trust that our"
            " customers place in us,\u201d said <first> <last>, chief executive of <firm a>."
            " \u201cWe will continue to invest in products that help companies to plan with"
            " confidence.\u201d"
        ),
        (
            "Lodestar Research does not endorse any vendor, product or service depicted in its"
            " publications and does not advise technology users to select only those vendors with"
            " the highest ratings. Its publications consist of the opinions of its research"
            " organization and should not be construed as statements of fact."
        ),
    ),
    "annual notice": (
        "Clocks go back tonight",
        (
            "In the night to Sunday, <20..31> October <2015..2026>, summer time ends. At three in"
            " the morning the clocks go back by one hour, so that the night is an hour longer."
        ),
        (
            "Summer time was introduced to make better use of daylight. Critics say that the change"
            " disturbs sleep and saves no energy; a majority of people would rather do without it,"
            " according to surveys. Trains that are on their way stop at a station for an hour."
        ),
    ),
    "road works": (
        "<street a> closed for repairs",
        (
            "<street a> in <town> will be closed to traffic from <day>, <1..29> <month>, to <day>,"
            " while the surface is renewed. Residents can reach their houses on foot at all times."
        ),
        (
            "A diversion leads through <street>. The town asks for understanding. The work costs"
            " <20..400>,000 euros and was planned for last year."
        ),
    ),
}


def filled(name: str, chosen: random.Random, moment: datetime | None) -> Article:
    """Return a form, filled in by chance."""
    known: dict[str, str] = {}

    def choose(slot: re.Match[str]) -> str:
        drawn = (
            chosen.choice(_CHOICES[slot["kind"]])
            if slot["kind"]
            else str(chosen.randint(int(slot["least"]), int(slot["most"])))
        )
        return known.setdefault(slot[0], drawn) if slot["which"] else drawn

    headline, *body = (_SLOT.sub(choose, part) for part in FORMS[name])
    return Article(headline=headline, body=tuple(body), provider="wire", published_at=moment)
