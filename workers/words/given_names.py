"""
Given names that many people have, of languages that write with capitals.

A line of two capitalised words can be a town, a party or a firm. Where nothing else tells, a first
word that is a given name says that it is a person. The list is short and misses most of the world:
who is not in it is only not known by it.
"""

from __future__ import annotations

from functools import lru_cache

from workers.words.letters import without_accents

_NAMES = """
aaron adam adrian agnes agnieszka ahmed aiko aisha alan albert alberto alec alejandro aleksander
alena alessandro alex alexander alexandra alexandre alexandru alfred ali alice alicja alina alison
amanda amelie amy ana anastasia anders andre andrea andreas andreea andrei andrew andrzej andy
angela angelika anita anja anke ann anna anne anneke annette annika anthony anton antonia antonio
antony aoife armin arnaud arne arthur artur astrid audrey axel ayse barbara barry bartosz beata
beate beatrice beatriz becky ben benedikt benjamin benoit bernard bernd bernhard beth bettina
betty bill billy birgit bjorn bob bobby bogdan brad brett brian brigitte bruce bruno camille carl
carla carlo carlos carmen carol carolin carolina caroline carsten catalin catherine cathy cecile
cecilia charles charlotte chiara chloe chris christa christian christiane christina christine
christoph christophe christopher chuck cindy ciprian claire clara claudia claudio claus clive
colin colleen cornelia cosmin craig cristian cristina dagmar dan daniel daniela daniele danielle
dario dave david dawid dawn debbie debora deborah denis denise dennis detlef diana diego dieter
dietmar dimitri dirk dmitry dmytro doina dominik dominique donald doris dorota dorothea dorothee
doug douglas dragos drew dumitru eckhard eddie edith eduard eduardo edward egon elena elif elisa
elisabeth elizabeth elke ella ellen ellie elliot elsa emil emilia emilie emily emma enrico eric
erica erich erik erika ernst erwin eszter eva evan evelyn ewa fabian fabio fatima fatou federico
felix ferdinand fernando filip fiona florence florenta florian florin francesca francesco francis
francisco franck francois francoise frank franz franziska fred frederic frederik friedrich fritz
gabi gabriel gabriela gabriele gary gavin gene genevieve geoff geoffrey georg george georges
gerald gerard gerd gerhard gerry gheorghe gianluca gilles gina giorgio giovanni gisela giulia
giuseppe glenn gordon graham greg gregor gregory gretchen grzegorz guido guillaume gunter gunther
gustav guy hakon hanna hannah hannelore hannes hannu hans harald harold harry hartmut hasan
heather heidi heike heiko heiner heinrich heinz helen helena helene helga helmut hendrik henning
henrik henry herbert hermann hilde hiroshi holger horia horst howard hugo ian ifeoma ignacio ilie
ilona ilse imke ines inga inge ingo ingrid ioana ion irena irene irina iris isabel isabella
isabelle istvan iulia ivan ivana jaan jacek jack jackie jacob jacqueline jacques jake jakob jakub
jamal james jamie jan jana jane janet janina janine jaroslav jason javier jean jeff jeffrey jenny
jens jeremy jerome jerry jesse jessica jesus jill jim jimmy jiri joachim joan joanna joao jochen
jodie joe joel joerg joey johan johann johanna johannes john jon jonas jonathan jonny jordi jorg
jorge jorgen jose josef joseph josh joshua juan judith judy juergen jules julia julian juliane
julie julien jurgen justin justyna jutta kai karel karen karin karl karla karolina kaspar katarina
katarzyna kate kateryna katharina katherine kathleen kathrin kathy katie katja katrin keith kelly
ken kenneth kenny kerstin ketevan kevin kim kirsten klaus konrad konstantin krzysztof kurt kwame
kyle lara larry lars laszlo laura laure laurence laurent laurentiu lauri lea leah leila lena leo
leon leonard leonie leslie liam lidia lilian lily linda lisa liviu liz lothar lou louis louise
luca lucas lucia lucian lucie lucy luis luisa luise lukas luke lutz lydia maciej magda magdalena
maggie maja malgorzata mandy manfred manuel manuela marc marcel marcin marco marcus marek margaret
margarita margit margot maria mariana marianne marie mariem marina mario marion marit marius mark
marko markus marlene marta martha martin martina mary mateusz mathias mathieu mats matt matteo
matthew matthias maurice mauro max maximilian mbali megan mehdi mehmet meike melanie melissa
michael michaela michal michel michele michelle mick miguel mihaela mihai mikael mike milan minh
mircea mirjam miroslav mohamed mohammed molly monica monika moritz mustafa nadia nadine nadja
nancy natalia natalie nate nathalie nathan neil ngozi niamh nicholas nick nico nicola nicolae
nicolas nicole niels nigel nikki nikolai nikolaus nils nina noah nora norbert nuala oksana olaf
ole oleg oleksandr olga oliver olivia olivier omar oscar oskar otto ovidiu owen pablo pam paola
paolo pascal pat patricia patrick patrik patty paul paula pauline paulo pavel pawel pedro peggy
per peter petr petra petre phil philip philipp philippe pia pierre piers pilar piotr polly priya
rachel radu rafael rainer ralf ralph raluca ramon randy raphael raul ray raymond razvan rebecca
regina reinhard reinhold renate rene rhian ricardo riccardo richard rick rita rob robbie robert
roberta roberto robin rod roger roland rolf roman ron ronald rory rosa rosemarie ross roswitha
roxana ruairi rudiger rudolf rui rupert russell ruth ryan sabine sabrina sally sam samira samuel
sandra sandrine sandy sanjay sara sarah sascha saul scott sean sebastian sergei sergey sergio
sharon shaun sheila sibylle siegfried sigrid silke silvia silviu simon simona simone siobhan
slawomir sofia sonia sonja sophia sophie sorin spencer stacey stacy stan stanislav stefan stefania
stefanie stefano steffen stella steph stephan stephane stephanie stephen steve steven stuart sue
susan susann susanna susanne suzanne sven svenja swen sylvia sylvie tanja tatiana ted teddy teresa
terry tessa theo theodor theresa thierry thomas thorsten tiffany tilman tim timo timothy tina
tobias todd tom tomas tomasz tony torsten tove tracy trevor tudor udo ulf uli ulrich ulrike ursula
uta ute uwe valentin valentina valerie vanessa vasile vera verena veronica veronika vicky victor
viktor vince vincent vlad vladimir volker walter waltraud wayne wendy werner wiebke wilfried
wilhelm william willy winfried wojciech wolf wolfgang xavier yann yannick yasmin yaw yusuf yvonne
zahra zbigniew zoe zsuzsa
"""
_KNOWN = frozenset(_NAMES.split())
PLACES_TOO = frozenset({"carolina", "charlotte", "florence", "roman"})
"""Given names that newspapers' names begin with: `Charlotte Post` is one."""
_SPELLED = str.maketrans({"ø": "o", "ł": "l", "ß": "ss", "đ": "d"})


@lru_cache(maxsize=1024)
def is_given_name(word: str) -> bool:
    """Return whether a word, or what stands before its hyphen, is a given name that is known."""
    first = without_accents(word.casefold().translate(_SPELLED)).partition("-")[0]
    return first in _KNOWN
