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
aaron adam adrian agnes agnieszka ahmed aiko aisha alan albert alberto alejandro aleksander alena
alessandro alex alexander alexandra alexandre alfred ali alice alicja alina alison amanda amelie
amy ana anastasia anders andre andrea andreas andrei andrew andrzej andy angela angelika anita
anja anke ann anna anne anneke annette annika anthony anton antonia antonio antony aoife armin
arnaud arne arthur artur astrid audrey axel ayse barbara bartosz beata beate beatrice beatriz ben
benedikt benjamin benoit bernard bernd bernhard bettina birgit bjorn bob bogdan brian brigitte
bruno camille carl carla carlo carlos carmen carol carolin carolina caroline carsten catherine
cecile cecilia charles charlotte chiara chloe chris christa christian christiane christina
christine christoph christophe christopher claire clara claudia claudio claus colin cornelia
craig cristian cristina dagmar dan daniel daniela daniele danielle dario dave david dawid dawn
debora deborah denis denise dennis detlef diana diego dieter dietmar dimitri dirk dmitry dmytro
dominik dominique donald doris dorota dorothea dorothee douglas eckhard edith eduard eduardo
edward egon elena elif elisa elisabeth elizabeth elke ella ellen elsa emil emilia emilie emily
emma enrico eric erica erich erik erika ernst erwin eszter eva evelyn ewa fabian fabio fatima
fatou federico felix ferdinand fernando filip fiona florence florian francesca francesco francis
francisco franck francois francoise frank franz franziska fred frederic frederik friedrich fritz
gabi gabriel gabriela gabriele gary gavin gene genevieve geoffrey georg george georges gerald
gerard gerd gerhard gianluca gilles gina giorgio giovanni gisela giulia giuseppe gordon graham
greg gregor gregory grzegorz guido guillaume gunter gunther gustav guy hakon hanna hannah
hannelore hannes hannu hans harald harold harry hartmut hasan heather heidi heike heiko heiner
heinrich heinz helen helena helene helga helmut hendrik henning henrik henry herbert hermann
hilde hiroshi holger horst howard hugo ian ifeoma ignacio ilona ilse imke ines inga inge ingo
ingrid irena irene irina iris isabel isabella isabelle istvan ivan ivana jaan jacek jack jacob
jacqueline jacques jakob jakub jamal james jan jana jane janet janina janine jaroslav jason
javier jean jeff jeffrey jenny jens jeremy jerome jessica jesus jim jiri joachim joan joanna joao
jochen joe joel joerg johan johann johanna johannes john jon jonas jonathan jordi jorg jorge
jorgen jose josef joseph joshua juan judith juergen jules julia julian juliane julie julien
jurgen justin justyna jutta kai karel karen karin karl karolina kaspar katarina katarzyna kate
kateryna katharina katherine kathleen kathrin kathy katja katrin keith kelly ken kenneth kerstin
ketevan kevin kim kirsten klaus konrad konstantin krzysztof kurt kwame lara lars laszlo laura
laure laurence laurent lauri lea leila lena leo leon leonard leonie liam lidia lilian linda lisa
lothar louis louise luca lucas lucia lucie luis luisa luise lukas lutz lydia maciej magda
magdalena maja malgorzata manfred manuel manuela marc marcel marcin marco marcus marek margaret
margarita margit margot maria mariana marianne marie mariem marina mario marion marit marius mark
marko markus marlene marta martha martin martina mary mateusz mathias mathieu mats matt matteo
matthew matthias maurice mauro max maximilian mbali megan mehdi mehmet meike melanie michael
michaela michal michel michele michelle miguel mikael mike milan minh mirjam miroslav mohamed
mohammed monica monika moritz mustafa nadia nadine nadja nancy natalia natalie nathalie nathan
neil ngozi niamh nicholas nick nico nicola nicolas nicole niels nigel nikolai nikolaus nils nina
nora norbert nuala oksana olaf ole oleg oleksandr olga oliver olivia olivier omar oscar oskar
otto pablo paola paolo pascal patricia patrick patrik paul paula pauline paulo pavel pawel pedro
peggy per peter petr petra philip philipp philippe pia pierre pilar piotr priya rachel rafael
rainer ralf ralph ramon raphael raul raymond rebecca regina reinhard reinhold renate rene rhian
ricardo riccardo richard rita rob robert roberta roberto robin roger roland rolf roman ronald
rosa rosemarie roswitha ruairi rudiger rudolf rui rupert russell ruth ryan sabine sabrina sally
samira samuel sandra sandrine sanjay sara sarah sascha scott sean sebastian sergei sergey sergio
sharon sibylle siegfried sigrid silke silvia simon simona simone siobhan slawomir sofia sonia
sonja sophia sophie stacey stanislav stefan stefania stefanie stefano steffen stella stephan
stephane stephanie stephen steve steven stuart sue susan susann susanna susanne suzanne sven
svenja swen sylvia sylvie tanja tatiana teresa terry theo theodor theresa thierry thomas thorsten
tilman tim timo timothy tina tobias tom tomas tomasz tony torsten tove udo ulf uli ulrich ulrike
ursula uta ute uwe valentin valentina valerie vanessa vera verena veronica veronika viktor
vincent vladimir volker walter waltraud wendy werner wiebke wilfried wilhelm william willy
winfried wojciech wolf wolfgang xavier yann yannick yasmin yaw yusuf yvonne zahra zbigniew zoe
zsuzsa
"""
_KNOWN = frozenset(_NAMES.split())
_SPELLED = str.maketrans({"ø": "o", "ł": "l", "ß": "ss", "đ": "d"})


@lru_cache(maxsize=1024)
def is_given_name(word: str) -> bool:
    """Return whether a word, or what stands before its hyphen, is a given name that is known."""
    plain = unicodedata.normalize("NFKD", word.casefold().translate(_SPELLED))
    first = "".join(char for char in plain if not unicodedata.combining(char)).partition("-")[0]
    return first in _KNOWN
