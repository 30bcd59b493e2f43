"""
Other names of places, as papers use them in one language: `Munich`, `München`; `Bombay`, `Mumbai`.

Two copies of a story that differ in such a name are of one place. Here are names of one word, of
towns, regions and countries, where the two do not sound alike (`sounds.py` hears the others), and
none that is as well known for another place or as another word (`Monaco`, `Fiume`, `Canton`).
"""

from __future__ import annotations

from workers.dedup.texts.tokens import tokens_of


def folded(name: str) -> str:
    """Return a word as it is compared."""
    return "".join(tokens_of(name))


_PLACES = """\
munich münchen
cologne köln keulen
nuremberg nürnberg norimberga
brunswick braunschweig
ratisbon regensburg
mainz mayence maguncia
trier treves
vienna wien viena wenen
geneva genf genève ginebra ginevra
zurich zürich zurigo
basel basle bâle basilea
brussels brüssel bruxelles bruselas
antwerp antwerpen anvers amberes
ghent gent gand
bruges brügge
liège lüttich
hague haag
prague praha prag
warsaw warschau warszawa varsovie varsovia
kraków cracow krakau cracovie
gdańsk danzig
wrocław breslau
szczecin stettin
lisbon lisboa lissabon lisbonne
seville sevilla
zaragoza saragossa
rome roma rom
milan milano mailand
turin torino
naples napoli neapel nápoles
venice venezia venedig venise venecia
florence firenze florenz florencia
genoa genova genua gênes
padua padova
livorno leghorn
bolzano bozen
bressanone brixen
athens athen athènes atenas
thessaloniki saloniki salonika
copenhagen københavn kopenhagen copenhague
gothenburg göteborg
helsinki helsingfors
turku åbo
moscow moskva moskau moscou moscú
belgrade beograd belgrad
bucharest bucurești bukarest
nicosia lefkosia nikosia lefkoşa
lviv lvov lemberg lwów
dnipro dnipropetrovsk
chișinău kishinev
tbilisi tiflis
yerevan erivan
vilnius wilno wilna
tallinn reval
bratislava pressburg pozsony
ljubljana laibach
istanbul constantinople konstantinopel
damascus dimashq
aleppo halab
algiers alger argel algier
mumbai bombay
chennai madras
bengaluru bangalore
kochi cochin
thiruvananthapuram trivandrum
vadodara baroda
varanasi benares
gurugram gurgaon
prayagraj allahabad
yangon rangoon
myanmar burma birma birmanie
beijing peking pékin pequim
nanjing nanking
tianjin tientsin
chongqing chungking
shenyang mukden
xiamen amoy
qingdao tsingtao
xinjiang sinkiang
tibet xizang
thailand siam
jakarta djakarta
cambodia kampuchea kambodscha
eswatini swaziland
ethiopia abyssinia
tshwane pretoria
netherlands holland niederlande
germany deutschland allemagne alemania
austria österreich autriche
switzerland schweiz suisse svizzera suiza
spain spanien españa espagne
greece griechenland grèce
hungary ungarn hongrie
croatia kroatien hrvatska
finland suomi
belarus byelorussia weißrussland
moldova moldavia moldawien
bavaria bayern bavière
saxony sachsen
tuscany toscana toskana
lombardy lombardia lombardei
catalonia cataluña catalunya katalonien
brittany bretagne
burgundy bourgogne burgund
flanders vlaanderen flandern
carinthia kärnten
styria steiermark
crimea krim
danube donau
falklands malvinas
denali mckinley
"""
FIRST_NAMES = {
    folded(other): folded(first)
    for first, *others in map(str.split, _PLACES.splitlines())
    for other in others
}
"""Of each other name, folded, the one by which its place is known here."""
