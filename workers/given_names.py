"""
Given names that many people have, of languages that write with capitals.

A line of two capitalised words can be a town, a party or a firm. Where nothing else tells, a first
word that is a given name says that it is a person. The list is short and misses most of the world:
who is not in it is only not known by it.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_NAMES = """
aaron adam adrian agnes agnieszka ahmed alan albert alberto alejandro aleksander alena alessandro
alex alexander alexandra alexandre alfred ali alice alicja alina alison amanda amelie amy ana
anastasia anders andre andrea andreas andrei andrew andrzej andy angela angelika anita anja anke
ann anna anne anneke annette annika anthony anton antonia antonio antony armin arnaud arne arthur
artur astrid audrey axel ayse barbara bartosz beata beate beatrice beatriz ben benedikt benjamin
benoit bernard bernd bernhard bettina birgit bjorn bob bogdan brian brigitte bruno camille carl
carla carlo carlos carmen carol carolin carolina caroline carsten catherine cecile cecilia charles
charlotte chiara chris christa christian christiane christina christine christoph christophe
christopher claire clara claudia claudio claus colin cornelia craig cristian cristina dagmar dan
daniel daniela daniele danielle dario dave david dawid debora deborah denis denise dennis detlef
diana diego dieter dietmar dimitri dirk dmitry dominik dominique donald doris dorota dorothea
dorothee douglas eckhard edith eduard eduardo edward egon elena elisa elisabeth elizabeth elke
ella ellen elsa emil emilia emilie emily emma enrico eric erica erich erik erika ernst erwin
eszter eva evelyn ewa fabian fabio fatima federico felix ferdinand fernando filip florence florian
francesca francesco francis francisco franck francois francoise frank franz franziska fred
frederic frederik friedrich fritz gabi gabriel gabriela gabriele gary gavin genevieve geoffrey
georg george georges gerald gerard gerd gerhard gianluca gilles gina giorgio giovanni gisela
giulia giuseppe gordon graham greg gregor gregory grzegorz guido guillaume gunter gunther gustav
hanna hannah hannelore hannes hans harald harold harry hartmut hasan heather heidi heike heiko
heiner heinrich heinz helen helena helene helga helmut hendrik henning henrik henry herbert
hermann hilde holger horst howard hugo ian ignacio ilona ilse imke ines inga inge ingo ingrid
irena irene irina iris isabel isabella isabelle istvan ivan ivana jacek jack jacob jacqueline
jacques jakob jakub james jan jana jane janet janina janine jaroslav jason javier jean jeff
jeffrey jenny jens jeremy jerome jessica jesus jim jiri joachim joan joanna joao jochen joe joel
joerg johan johann johanna johannes john jon jonas jonathan jordi jorg jorge jose josef joseph
joshua juan judith juergen jules julia julian juliane julie julien jurgen justin justyna jutta kai
karel karen karin karl karolina kaspar katarina katarzyna kate katharina katherine kathleen
kathrin kathy katja katrin keith kelly ken kenneth kerstin kevin kim kirsten klaus konrad
konstantin krzysztof kurt lara lars laszlo laura laure laurence laurent lea lena leo leon leonard
leonie lidia lilian linda lisa lothar louis louise luca lucas lucia lucie luis luisa luise lukas
lutz lydia maciej magda magdalena maja malgorzata manfred manuel manuela marc marcel marcin marco
marcus marek margaret margarita margit margot maria mariana marianne marie mariem marina mario
marion marius mark marko markus marlene marta martha martin martina mary mateusz mathias mathieu
mats matt matteo matthew matthias maurice mauro max maximilian mehmet meike melanie michael
michaela michal michel michele michelle miguel mikael mike milan mirjam miroslav mohamed mohammed
monica monika moritz mustafa nadia nadine nadja nancy natalia natalie nathalie nathan neil
nicholas nick nico nicola nicolas nicole niels nigel nikolai nikolaus nils nina nora norbert olaf
ole oleg olga oliver olivia olivier oscar oskar otto pablo paola paolo pascal patricia patrick
patrik paul paula pauline paulo pavel pawel pedro peggy per peter petr petra philip philipp
philippe pia pierre pilar piotr rachel rafael rainer ralf ralph ramon raphael raul raymond rebecca
regina reinhard reinhold renate rene ricardo riccardo richard rita robert roberta roberto robin
roger roland rolf roman ronald rosemarie roswitha rudiger rudolf rupert russell ruth ryan sabine
sabrina sally samuel sandra sandrine sara sarah sascha scott sean sebastian sergei sergey sergio
sharon sibylle siegfried sigrid silke silvia simon simona simone slawomir sofia sonia sonja sophia
sophie stanislav stefan stefania stefanie stefano steffen stella stephan stephane stephanie
stephen steve steven stuart sue susan susann susanna susanne suzanne sven svenja swen sylvia
sylvie tanja tatiana teresa terry theo theodor theresa thierry thomas thorsten tilman tim timo
timothy tina tobias tom tomas tomasz tony torsten udo ulf uli ulrich ulrike ursula uta ute uwe
valentin valentina valerie vanessa vera verena veronica veronika viktor vincent vladimir volker
walter waltraud wendy werner wiebke wilfried wilhelm william willy winfried wojciech wolf wolfgang
xavier yann yannick yasmin yusuf yvonne zbigniew zoe
"""
_KNOWN = frozenset(_NAMES.split())
_SPELLED = str.maketrans({"ø": "o", "ł": "l", "ß": "ss", "đ": "d"})


@lru_cache(maxsize=1024)
def is_given_name(word: str) -> bool:
    """Return whether a word, or what stands before its hyphen, is a given name that is known."""
    plain = unicodedata.normalize("NFKD", word.casefold().translate(_SPELLED))
    first = "".join(char for char in plain if not unicodedata.combining(char)).partition("-")[0]
    return first in _KNOWN
