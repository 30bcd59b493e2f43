"""
Words of places, clubs, offices, firms and topics: two of them with capitals look like a person.

Asked where nothing else tells that a name is one: a line with a day, or beside it. A first word
that is a given name says more: `Veronica Lake` is no lake, so surnames may stand here. What many
are called says nothing as the last word: `Boipelo Green` is no party, `Green Party` is one.
"""

# ruff: noqa: RUF001 - words are spelled with the letters of their language
from __future__ import annotations

from workers.words.given_names import is_given_name

_WORDS = """
new north south east west northern southern eastern western central upper lower greater great
united san santa santo são saint st sankt ste los las el la le les fort fuerte port porto puerto
puerta cape cabo mount monte mont lake lago rio río sri hong kong buenos aires kuala lumpur tel
aviv addis abu dhabi phnom saudi arabia côte costa sierra nova novo nueva nuevo bad vila villa
real city town village county district borough region province state states republic kingdom union
nations nation islands island beach valley river coast peninsula ocean sea gulf street avenue
square road bridge airport station stadium arena stadt landkreis kreis gemeinde bezirk insel ville
mairie ciudad provincia comunidad ayuntamiento comune città região cidade prefeitura câmara house
hall court courts parliament senate congress government council ministry minister department
office commission committee agency authority administration police army navy force forces guard
fire rescue party federation association foundation institute university college school hospital
museum theatre theater library cathedral bank group company corporation holdings industries motors
airlines airways railway railways energy power electric oil gas technologies systems software
games studio studios records pictures channel network television radio times post herald tribune
gazette journal magazine review weekly daily zeitung nachrichten presse bundestag bundesrat
bundeswehr bundesregierung landtag regierung polizei feuerwehr verband verein partei gericht
ministerium stiftung hochschule universität klinikum league cup club fc afc cf sc championship
championships tournament olympics olympic series football soccer cricket rugby tennis golf hockey
basketball baseball volleyball handball cycling boxing racing formula athletics athletic sporting
rovers wanderers premier champions bundesliga ligue liga serie copa eurocup grand prix open
masters team teams squad news sport sports politics business economy economics finance money
market markets world local national international global regional domestic foreign opinion
analysis comment commentary editorial reviews interview feature features special report reports
investigation exclusive breaking latest live video videos photos photo gallery podcast audio blog
newsletter top pick picks choice editor's editors reader readers letters column question answers
quiz guide tips deals test tests ratgeber meinung kommentar wirtschaft politik kultur wissen
panorama netzwelt actualités économie société culture santé política economía sociedad cultura
deportes salud noticias cronaca economia politica esteri spettacoli salute attualità mundo brasil
notícias esportes saúde health care healthcare medicine science sciences technology tech climate
change environment education entertainment music film films movies books arts art style fashion
beauty food travel weather crime law justice security defence defense war immigration religion
lifestyle living family home homes garden property estate cars motoring auto space wildlife nature
artificial intelligence machine learning social media digital data cyber crypto model edition noir
summer winter spring autumn day week month year today tomorrow early late morning evening press
public private white black green red blue golden silver royal supreme high civil rights human
natural middle third first second one two three next old africa america american asia asian europe
european australia australian antarctica britain british england english scotland scottish wales
welsh ireland irish france french germany german deutschland spain spanish españa italy italian
italia portugal greece greek turkey turkish russia russian ukraine poland polska romania hungary
austria österreich schweiz suisse switzerland belgium netherlands denmark sweden norway finland
iceland china chinese japan japanese korea korean india indian pakistan bangladesh lanka nepal
vietnam thailand malaysia indonesia philippines singapore taiwan israel palestine gaza iran iraq
syria lebanon egypt libya morocco algeria tunisia nigeria ghana kenya ethiopia sudan somalia
uganda tanzania zambia zimbabwe congo rwanda canada canadian mexico méxico brazil argentina chile
peru colombia venezuela cuba haiti zealand london manchester liverpool birmingham glasgow
edinburgh dublin paris lyon marseille madrid barcelona sevilla valencia lisbon lisboa rome roma
milano napoli torino berlin hamburg münchen munich frankfurt köln wien vienna zürich geneva
brussels amsterdam rotterdam stockholm oslo copenhagen helsinki warsaw prague budapest athens
istanbul ankara moscow kyiv kiev delhi mumbai karachi lahore dhaka bangkok manila jakarta tokyo
seoul beijing shanghai nairobi lagos cairo johannesburg york angeles francisco chicago houston
dallas boston seattle denver miami atlanta philadelphia detroit washington toronto montreal
vancouver ottawa sydney melbourne brisbane perth auckland california texas florida ohio michigan
virginia carolina dakota jersey hampshire online admin administrator tesla
google apple microsoft amazon facebook meta twitter samsung nvidia intel boeing airbus
"""
_THINGS = frozenset(_WORDS.split())
_SURNAMES = frozenset(["black", "white", "green", "french", "west", "hall", "le", "costa", "banks"])
"""Words of things that as last words are people's surnames as often."""
_EDGES = ".,'’\"()"


def is_thing(name: str) -> bool:
    """Return whether a name has a word of a place, a club, an office or a topic in it."""
    words = [word.strip(_EDGES).casefold() for word in name.split()]
    if not words or is_given_name(words[0]):
        return False
    if words[-1] in _SURNAMES:
        words.pop()
    return not _THINGS.isdisjoint(words)
