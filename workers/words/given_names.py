"""
Given names that many people have, of languages that write with capitals.

A line of two capitalised words can be a town, a party or a firm. Where nothing else tells, a first
word that is a given name says that it is a person. The list misses much of the world: who is not in
it is only not known by it. Names that are rather words, towns or months are left out.
"""

from __future__ import annotations

from functools import lru_cache

from workers.words.letters import without_accents
from workers.words.more_given_names import MORE

_NAMES = """
aaliyah aaron abbie abdul abdullah abel abigail abraham achim ada adalberto adam addison adele
adelheid adelina adeline adina aditi aditya adolfo adriaan adrian adriana adrien adrienne afonso
agata agathe agnes agnese agneta agnieszka agustin agustina ahmed aidan aigul aiko aileen aimee
ainhoa aino aisha aisling aitor ajay akash akiko akira akos aksel alain alan alanna alastair
albert albertina alberto albin albrecht aldo alec aleida alejandra alejandro aleksander aleksandr
aleksandra aleksei alena alessandra alessandro alessia alessio alex alexander alexandra alexandre
alexandros alexandru alexei alexey alexia alexis alfie alfons alfonso alfred alfredo ali alice
alicia alicja alina alisha alison alistair alix aliya aliz allan allegra allison alois alonso alva
alvaro alvin alwin alyssa amalia amanda amandine amara amaury ambroise ambrose amelia amelie amina
amir amira amit amjad amparo amrita amy ana anabel anahi anais anand anastasia anatol anatole
anatoly anders andra andre andrea andreas andreea andrei andreina andrej andres andrew andria
andrzej andy anette angela angele angelika angelina angelique angelo angelos aniela anika aniket
anil anina anita anitha anja anjali anke ankit ann anna annabel annabelle annalena annalisa anne
anneke anneli annelies anneliese annemarie annemieke annetta annette annie annika annina anouk
ansgar antal anthony antje antoine antoinette anton antonella antonello antonia antonietta antonin
antonina antonio antony antti anuja anupam aoife aparna apolline apoorva apostolos aracely archie
ariane arianna aristide arjen arjun arkadiusz arlene arleta arlette armand armando armelle armin
arnaud arne arno arnold arnulf aron artem arthur arttu artur arturo arun arushi arvid arvind asha
ashleigh ashley ashok asif asli astrid attila aude audra audrey augustin augusto aurelia aurelie
aurelien aurelio avinash avraham axel axelle ayaka ayesha aylin ayodele ayse ayumi azadeh aziz
azra babette balazs balint baptiste barbara barbora baris barnabas barnaby barry bart bartlomiej
bartolomeo bartosz bashir bastian bastien beata beate beatrice beatrijs beatrix beatriz becky
belen ben benedek benedetta benedict benedicte benedikt bengt benigno benita benito benjamin benno
benoit bente berenice berit berkay bernadette bernard bernardo bernd berndt bernhard bert berta
berthold bertil bertrand beth bethany bettina betty betul beverly bhavna bianca bianka bill billy
birger birgit birgitta birgul birte birute bjarne bjorn blanca blandine blazej blerina boaz bob
bobby bodil bogdan boglarka bojan boris borislav borja boyan bozena brad bram brandon branislav
branko brenda brendan brent brett brian brianna bridget brigitte britt britta brittany bronwyn
bruce bruna brunella brunhilde bruno bryan bryce bryony bulent burak burkhard cagatay cagla
caitlin caitriona caleb callum calum calvin cameron camila camilla camille camilo candela candice
caoimhe carey carina carine carl carla carles carlo carlos carlota carlotta carly carme carmela
carmen carmine carol carola carole carolin carolina caroline carolyn carolyne carrie carsten
caspar casper cassandra cassie catalin catalina catarina caterina cathal catharina catherina
catherine cathleen cathrin cathy catriona cecil cecile cecilia cedric celia celina celine celso
cem cesar cezary chantal charissa charlene charles charley charlie charlize charlotta charlotte
cheryl chiara chidi chinedu chinonso chioma chiyo chloe chris christa christel christelle christer
christiaan christian christiane christie christina christine christof christoffer christoph
christophe christopher christos chuck ciara ciaran cillian cindy cinzia ciprian claire clara
clarissa claudette claudia claudine claudio claus clemence clemens clementine cleo clifford clint
clive clodagh cloe clotilde colette colin colleen colm concetta connor conny conor constantin
constanze cora coralie cordula corentin corina corinna corinne cormac cornelia cosima cosmin cosmo
courtney craig crispin cristian cristiano cristina cristobal curtis cynthia cyril cyrille cyrus
czeslaw daan dace dafydd dagmar dagny daina daisuke dalia dalibor damaris damian damiano damien
damir damon dan dana danica daniel daniela daniele danielle danijel danilo danny danuta daphna
daphne darcy dario darius dariusz darja darko darren darya daryl dave david davide davina davor
dawid dawn debbie debora deborah declan deepak deepika deirdre delia delphina delphine demetrio
demetrios denes denis denisa denise denisse deniz dennis denys derek derya desiree desislava
desmond detlef devika dewi dhruv diana diane diarmuid didier diego dieter dietlinde dietmar
dietrich dilek dimitar dimitri dimitrios dimitris dinah dinesh diogo dionne dirk divya djamila
dmitri dmitrij dmitry dmytro dobrin doina dolf domenico domingo dominic dominik dominika dominique
dominykas donal donald donatas donatella donato donna donovan doreen dorian dorien dorina doris
doro dorota dorothea dorothee dorte dorthe doug douglas dovile dragan dragana dragos drahomir
drazen drew dumitru duncan dunja dunya durga dustin dwayne dylan eamon eberhard ebru eckart
eckehard eckhard edda eddie edelgard edgar edina edith edmond edmund edoardo edouard eduard
eduarda eduardo edvard edward edwin eero efrain efstathios egbert egle egon eiji eileen eilidh
eirik eitan ekaterina ekkehard elad elaine eldar eleanor eleftheria elen elena eleni eleonora
elettra elfi elfriede elham eliana eliane elias elif elin elina eliot elisa elisabet elisabeth
elise eliska elissa eliza elizabeth elke ella ellen ellie elliot elliott elly elmar elodie eloise
elsa elsbeth elspeth elvira elvis elzbieta emanuel emanuela emanuele emeline emerson emese emiko
emil emilia emiliano emilie emilio emily emine emir emma emmanuel emmanuelle emmeline emre
encarnacion endre eniko enikoe ennio enrica enrico enrique ensar enzo ephraim erasmo erdem eren
erez erhard eribert eric erica erich erik erika erin erinn erkan erkki erlend erlinda erna ernest
ernesto ernst erol errol erwin eryk erzsebet esin esko esma esmee esra esteban estefania estela
estelle esther eszter etienne etsuko ettore eudald eufemia eugen eugene eugenia eugenio eugeniu
eugeniusz eulalia eva evan evangelia evangeline evangelos evelina eveline evelyn evert evgenia
evgeny evi evren ewa ewald ezequiel ezgi ezra fabian fabiana fabien fabienne fabio fabiola fabrice
fabricio fabrizia fabrizio faisal falko fanny farah farhad farida farooq faruk fatemeh fatih
fatima fatma fatou fatoumata faustine fausto faye federica federico federigo felicia felicity
feliks felipe felix feodor ferdinand ferdinando ferenc fergus feride fermin fernanda fernando
feyza ffion fien filip filippa filippo filiz filomena finbar finlay finn fintan fiona flavia
flavio fleming florence florenta florentin florian floriane florin florina folkert fotini fouad
frances francesca francesco francine francis francisca francisco franciszek franck franco francois
francoise frank franka frans franz franziska franziskus frauke fred freddie freddy frederic
frederica frederick frederik frederike fredrik freya frida frieder friederike friedrich fritjof
fritz frode fulvia fulvio fumiko gabi gabor gabriel gabriela gabriele gabriella gaby gaelle gaetan
gaetano galina galya ganna garance gareth garry garth gary gaspar gaspard gaurav gauri gautier
gavin geert gemma gene genevieve gennaro genoveva geoff geoffrey geoffroy georg george georges
georgeta georgi georgie georgina georgios geraint gerald geraldine gerard gerardo gerd gereon
gerhard gerhild gerlinde germain germana gernot gerrit gerry gert gertrud gertrude gerwin gesa
gesche gesine gheorghe ghislaine giacomina giacomo gianfranco gianluca gianni gideon gilbert
gilberto gilda gilles gillian gillis gina gino gintaras gioia giordano giorgia giorgio giorgos
giovanna giovanni gisela gisele gitta gitte giuditta giulia giuliana giuliano giulietta giuseppe
giuseppina gizem gladys glauco glenda glenn godfrey goedele goetz gokhan gonca gonzalo goran
gordana gordon gosia gosta gottfried gracie graeme graham grainne grazia graziano graziella greg
gregg gregor gregorio gregory greta gretchen grete grigory grit grzegorz gudrun guglielmo guido
guillaume guillermo gulsen gunay gunda gundula gunilla gunnar gunter gunther gustav gustavo guy
gwen gwendolyn gyorgy gyula haakon habib hachim hadas hadley hadrien haim hajime hakan hakim hakon
halil halima halina halvard hamid hamish hamza hana hanan hanife hank hanna hannah hanne hanneke
hannele hannelie hannelore hannes hanno hanns hannu hans harald haris harold harriet harriett
harry hartmut hartwig haruka haruki harumi harvey hasan hashim hassan hatice havva hayley hazal
heather heba hector hedda hedvig hedwig heidemarie heidi heidrun heike heikki heiko heiner heinke
heino heinrich heinz hektor helen helena helene helga helge helle helmut helmuth heloise helvi
hena hendrik hendrika henk hennie henning henri henriette henrik henrique henry henryk heorhii
herbert heribert herman hermann hermine hernan hernando herve hideki hikaru hilal hilary hilda
hilde hildegard hillary hille hiltrud hinnerk hinrich hippolyte hiroko hiromi hiroshi hisham
hitoshi hjalmar holger horacio horia horst hortense houda howard hrvoje hubert hubertus hugh hugo
hugues humberto humphrey husain huseyin hussein huw hyacinthe iain ian iben ibrahim ichiro ida
idan idris ieva ifeoma ignacio ignacy ignatius igor ihor ikram ilan ilaria ildiko ileana iliana
ilias ilie ilja ilka ilkay ilker ilkka ilona ilse iluta ilya imane imani imelda imke imogen imran
inaki indira indre indrek ines inese inga inge ingeborg ingeborga inger ingmar ingo ingolf ingrid
ingvar inka inmaculada inna inon ioana ioannis ion ionut iosif ipek irena irene irfan irina iris
irja irma irmgard irvin isaac isabeau isabel isabela isabella isabelle isadora isaiah isamu ishaan
isidro ismael ismail isolde istvan itziar iulia ivailo ivan ivana ivanka ivar ivaylo iveta ivo
ivona ivonne iwan iwona izabela jaakko jaan jaana jacek jacinta jacintha jacinthe jack jackie
jaclyn jacob jacobo jacopo jacqueline jacques jadranka jadwiga jahn jaime jake jakob jakov jakub
jamal james jamie jamila jan jana jane janek janet janetta janette janez janic janice janick
janina janine janis janka janko jann janne janneke jannik janusz jaqueline jarek jari jarl jarmo
jarno jaroslav jaroslava jaroslaw jarrod jarvis jasmin jasmina jasmine jasna jason jasper jaspreet
javad javier javiera jayden jayesh jayne jaynee jean jeanette jeanine jeanne jeannette jeannie
jeannine jeff jefferson jeffrey jelena jelle jemima jenifer jenna jenni jennifer jenny jens
jeremiah jeremias jeremie jeremy jermaine jeroen jerome jeronimo jerry jerzy jess jesse jessica
jessie jesus jette jil jill jillian jim jimena jimmy jiri jitka joachim joan joana joanna joanne
joao joaquim joaquin jocelyn jochem jochen jodi jodie jody joe joel joelle joelma joep joerg joey
johan johann johanna johanne johannes john johnathan johnny jolana jolanda jolande jolanta jolyon
jon jonas jonathan jonathon jonna jonny joonas joop joost joran jordana jordi jorg jorge jorgen
joris jorma jorn joschka jose josef josefa josefin josefina josefine joselyn joseph josephine josh
joshua josie josip josue jovan jovana joyce jozef jozsef juan juana juanita juanjo judit judite
judith judy juergen juha juhani jukka jules julia julian juliana juliane julianna julianne julie
julien julieta juliette julita julius julka junichi jurgen jurgita jurij justas justin justine
justus justyna jutta jyrki jytte kaan kacper kadri kai kaisa kaja kaleb kalle kalyani kamal kamil
kamila kanae kapil karam karel karen kari karim karin karina karine karl karla karlheinz karlis
karol karola karoliina karolin karolina karoline karsten kasey kasia kasimir kaspar kasper
kassandra katalin katalina katarina katarzyna kate katerina kateryna katharina kathe katherine
kathleen kathrin kathryn kathy kati katie katinka katja kato katrien katrin katrina katsiaryna
katy kaveh kavita kayla kaylee kayleigh kazim kazimierz kazuko kazuo kees keiko keiran keith kelly
kelsey kelvin kemal ken kenan kenji kenneth kenny kenta kentaro kerem kerri kerry kerstin kester
ketevan keti kevin khadija khaled khalid khalil khanh kiera kieran kieron kilian kim kimberly
kimiko kimmo kinga kiran kirill kirsi kirsten kirsti kirstin kirsty kjell kjersti klaas klara
klaudia klaudija klaus klavdia klemens knut kobi koji konrad konstantin konstantina konstantinos
konstanze koray korbinian kornelia kosta kris kristen kristian kristiane kristiina kristijan
kristin kristina kristine kristjan kristof kristoffer kristy kriszta krisztian krisztina krystian
krystyna krzysztof ksenia kumar kunal kurt kwame kyle kyoko kyra kyriakos kyrill
"""
_KNOWN = frozenset((*_NAMES.split(), *MORE.split()))
PLACES_TOO = frozenset({"carolina", "charlotte", "florence", "roman"})
"""Given names that newspapers' names begin with: `Charlotte Post` is one."""
_SPELLED = str.maketrans({"ø": "o", "ł": "l", "ß": "ss", "đ": "d"})


@lru_cache(maxsize=1024)
def is_given_name(word: str) -> bool:
    """Return whether a word, or what stands before its hyphen, is a given name that is known."""
    first = without_accents(word.casefold().translate(_SPELLED)).partition("-")[0]
    return first in _KNOWN
