"""The given names of `given_names.py` from l on."""

from __future__ import annotations

MORE = """
lachlan ladislav laila laimonas lajos lakshmi lali lambert lamberto lamine lani lara larisa
larissa larry lars lasse laszlo latifa latoya lauge laura laure lauren laurence laurent laurentiu
lauri laurie laurits lavinia lazar lea leah leander leandra leandro leanne leela leena leif leigh
leighton leila lena lene lenka lennard lennart lenny lenora leo leocadia leon leona leonard
leonardo leone leonel leonhard leonid leonidas leonie leonor leonora leontine leopold leopoldo
leora leroy lesley leslie leszek leticia letizia lewis liam liane liat lida lidia lieke liene
liesbet liesbeth liese liesel lieselotte lieve lili lilian liliana liliane lilith lilla lillian
lilliana lilly lilo lily lina linda lindsay lindsey linnea lionel lior lisa lisbet lisbeth lise
liselotte lisette livia livio liviu liz liza lizzie ljiljana ljubica llewellyn loes loic lois lola
lora loraine loredana loreen lorena lorenz lorenza lorenzo loretta lorette lori loris lorna
lorraine lothaire lothar lotta lotte lottie lou louis louisa louise luana luc luca lucas lucette
lucia lucian luciana luciane luciano lucie lucien lucienne lucille lucinda lucio lucjan lucrezia
lucy lucyna ludek ludger ludivine ludmila ludmilla ludo ludovic ludovica ludwig luigi luis luisa
luise luitgard luiz lujza luka lukas lukasz luke lutz lyddie lydia lydie lyle lynda lynette lynn
lynne lyubov lyudmila maaike maarten maartje macarena maciej madalena maddie madelaine madeleine
madeline madelyn mads maelle maeve magali magda magdalena magdolna maggie magnus mahesh mahmoud
mahmud maia maija maik maike maisie maja makoto malachi malcolm malene malgorzata malik malin
malina mallory malte malwina mamadou mandy manfred manish manja manoj manolis manolo manon mansour
manuel manuela manuele marc marceau marcel marcela marcella marcelle marcelline marcellino
marcello marcelo marchella marciano marcin marco marcos marcus mareike marek maren maret margaret
margareta margarete margarethe margarida margarita margaux margherita margit margo margot margriet
margrit marguerita marguerite maria mariah mariam marian mariana mariangela marianna marianne
mariano marie marieke mariela mariella marielle mariem marietta marija marijke marika mariko
marileen marilena marilene marilyn marina marinus mario mariola marion marisa mariska maristella
marit marita marius mariusz marjan marjolein marjorie mark markel marketa marketta markiyan markku
marko markus marlen marlena marlene marlies marlis marloes marlon marta marte marten martha marthe
marthinus marti martin martina martine marton martyn marvin mary maryam maryana maryline maryna
maryse marzena marzia masako masha massimiliana massimiliano massimo matej mateja mateo mateus
mateusz mathew mathias mathieu mathijs mathilda mathilde mathis matias matija matilda matilde
matiss mats matt matteo matteus mattheus matthew matthias matthieu matti mattia mattias mattie
matyas maud maura maureen maurice mauricio maurits maurizia maurizio mauro mavis max maxence maxim
maxime maximilian maximiliano maximo maxine maxwell maya mayumi mbali mechthild meera megan mehdi
mehmet meike meinhard meir melania melanie melek melike melina melinda melis melissa melvin
meredith merel merete meri merja merle merlijn merve meryem mette mevlut mhairi mia micael micah
micha michael michaela michail michal michala michalis micheal michel michela michelangelo michele
micheline michelle michiel michiko mick mickael mickey mieczyslaw mieke mieszko miglena miguel
mihaela mihai mihail mihaly mihkel miia mika mikael mikaela mikail mikalai mike mikel mikhail
mikko miklos mila milada milagros milan milana milda milena milenko milica miljana millie milos
milton minako mindaugas minh minna miranda mircea mirco mireia mireille mirela miriam mirian
miriana mirja mirjam mirka mirko mirna miroslav miroslaw mirta mitch mitchell mitja mitsuko miyuki
mladen mohamad mohamed mohammad mohammed mohan mohsin moises molly mona monica monika monique
mordechai morgana morgane moritz morten mortimer morwenna moshe mostafa muhammad mukesh mukul
munir murad murat muriel murielle mustafa mykhailo mykola myles myriam myrna myrthe naama nabil
nadav nadege nadezhda nadia nadine nadira nadiya nadja nagore nahid naledi nanami nancy nanna
naoki naoko naomi narcisa narendra naseem nasir nasrin natacha natalia natalie natalija nataliya
natalya natascha natasha nate nathalie nathan nathanael nathaniel natsumi naveen navid nawal nayan
nazan nazli neal ned neha neil nele nelli nelly nelson nena nerea nerijus neslihan nessa nestor
neus nevena ngozi niall niamh niccolo nicholas nick nicky nicla niclas nico nicola nicolaas
nicolae nicolai nicolas nicolau nicole nicoleta nicoletta nicolette nicos nida niels nienke nigel
nihal nijole nik nikhil nikita nikki niklas niklaus niko nikola nikolai nikolaj nikolaos nikolas
nikolaus nikolay nikos nilgun nils nilufer nimrod nina ninette niraj nisha nishant nisse nitin
nives noa noah noelia noelle noemi noemie nomvula nonna nora norah norbert norberto noreen
norihiko norma norman normann nouri novella nozomi nuala nuno nurcan nuria oana octavian octavio
octavius odile ofelia ofer ognjen oihane okan okko oksana olaf olav ole oleg oleh oleksandr
oleksii oleksiy olena olesya olga oliver olivera olivia olivier oliviero oliwia ollie olof omar
omer ondrej onno ophelia ophelie oren orestis orhan oriol ornella orsola orsolya oscar oskar osman
ossi otmar ottavia ottilie ottmar otto ottokar ousmane ovidiu owen oya oyku ozan ozge ozlem pablo
paddy padraig palmira paloma pam pamela pamina panagiota panagiotis pankaj paola paolina paolino
paolo paraskevi parisa parvin pascal pascale pasi pasquale pat patrice patricia patricio patrick
patrik patrizia patrycja patryk patty paul paula paulette pauli paulien pauliina paulina pauline
paulino paulius paulo pavao pavel pavla pavlina pavlos pawel payal peadar pedja pedrag pedro peer
peggy pekka penelope per percy perihan pernilla pernille perrine perry petar peter peteris petko
petr petra petre petri petronella petronila petros petru petter petya phil philip philipe philipp
philippa philippe philippine philomena phoebe photini phyllis pia pierre piers piet pieter
pieterjan pietro pilar pinar pinchas piotr pippa pirjo pirkko piroska plamen polly pooja pradeep
prakash pranav prashant preeti prerna prisca priscila priscilla priya priyanka przemyslaw qasim
quentin quincy quirin quirino rabea rachael rachel rachele rachid rachida radek radka radmila
radoslav radoslaw radovan radu rafael rafaela rafal rafet raffael raffaela raffaele raffaella rafi
raghav rahel rahima rahul raija raimund rainald rainer raisa raivo rajan rajendra rajesh rajiv
rakel ralf ralitsa ralph raluca ramadan ramazan ramesh rami raminta ramon ramona randall randi
randy ranjit raoul raphael raphaela raphaelle raquel rasa rashid rashida rasmus ratko raul ravi
ray raymond raymundo razvan rebecca reece reem reetta regina reginald regine regula reina reinaldo
reiner reinhard reinhart reinhild reinhold reinier reinis reino rejane reka rembrandt remi
remigiusz remy renars renata renate renato renaud rene renee renske reto reuben reyhan reza rhian
rhiannon rhoda rhodri rhys riad rianne ricarda ricardas ricardo riccarda riccardo richard rick
riika riina rik rikard rike rikke riku rimantas rina rinaldo risto rita ritesh ritva rivka roald
rob robbert robbie robert roberta roberto robin robrecht rocco rocio rod roderick rodica rodney
rodolfo rodrigo roel roeland rogelio roger rogerio rogier rohan rohit roisin roland rolande
rolando rolf romain romaine roman romana romano romek romina romuald romy ron ronald ronan ronen
ronit ronja ronna ronny roope roos roosmarijn rory rosa rosalba rosalie rosalind rosamund rosana
rosanna rosanne rosaria roseanne roseline rosemarie rosemary rosi rosie ross roswita roswitha
rowena roxana roxane roxanna roxanne roy roza rozalia rozemarijn ruairi ruben ruchi rudi rudiger
rudolf rudy ruggero rui rukmini rupert ruperto ruslan russel russell rustam ruta rutger ruth ruud
ruxandra ruzica ryan ryoko ryszard saara saartje sabah sabatino sabina sabine sabino sabri sabrina
sachiko sadie saeed safiya saied saima sakari sakura salim sally salman salvatore sam samantha
samar sameer sami samia samir samira samu samuel samuele sandeep sandra sandrina sandrine sandro
sandy sanja sanjay sanjeev sanna sanne santeri sanya sara sarah sarai sarita sariye sascha sasha
saskia satoshi satu saul savanna saverio scot scott sean sebastiaan sebastian sebastiano sebastien
sebnem seda sedat sefa sefika segolene sejal selim selin selina selja semra senem serafina seraina
serap serena serenella serge sergei sergej sergejs sergey sergio sergiy serhat serhii serhiy
servaas seth sevda severine sevgi seyed seyma shabnam shahid shahram shaina shaista shakira
shalini shane shania shankar shanna shannon shantanu sharmila sharon shashi shaun shaunna shayna
sheena sheila shelby shelley sherif sherry sheryl shigeru shilpa shimon shinichi shinji shinya
shira shirin shirley shlomit shlomo shona shoshana shreya shruthi shruti shuichi shyam sian sibel
sibyl sibylle siddharth sidonie sidra siegbert siegfried sieglinde siegmund sigita sigmar sigmund
signe sigrid sigrun sigurd siim silas silja silke silvan silvana silvano silvestro silvia silvija
silvio silviu simen simeon simin simo simon simona simone simonetta simran sinan sindre sinead
sini siobhan sirje sirpa sjoerd slavica slavko slavomir slawomir smita snezana sofia sofiane sofie
soizic solange solene solvei solveig somaya sonal sonali sonia sonja sonya sophia sophie soraya
soren sorin sorina sotiris souad soumya spencer spiros spyros srdjan stacey stacy stamatis stan
stanimir stanislas stanislav stanislaw stanka stasys stavros stavroula stefaan stefan stefania
stefanie stefano stefanos steffen steffi stefka steinar steliana stella sten steph stephan
stephane stephania stephanie stephanos stephen steve steven stewart stig stijn stina stine stipe
stoyan stuart subhash subramaniam sudha sue sukhbir sukru sulaiman suleiman suman sumit sunil
sunita sunniva suresh susan susana susann susanna susanne sushma susi suvi suzan suzanna suzanne
suzette svante svein sven svenja svenn svetlana swantje swati swen sybil sybille syed sylvain
sylvana sylvester sylvia sylvie sylwia szabolcs szilard szilvia szymon taavi tabea tabitha tadej
tadeusz taina taisto takako takashi takeshi takuya talal talia talitha tamar tamara tamas tamera
tamika tamir tammy tamsin taneli tania tanja tanvi tanya tapani tapio tara tarek tariq tarja tarmo
taro tasha tasos tatiana tatjana tatsuya tatyana ted teddy teemu teijo teodor teodora teodoro
terence teresa teresia teresita tereza terezia terhi terje tero terrence terry tess tessa tetsuya
tetyana thabo thaddeus thanasis thandi thanos thekla theo theodoor theodor theodora theodoros
theophile theresa therese theresia thiago thibault thibaut thiemo thierry thijmen thijs thilo thom
thomas thorben thorbjorn thore thorstein thorsten thorvald tiago tiana tiberiu tibor tiffanie
tiffany tiia tiina tijana tilla tillmann tilly tilman tilo tim timea timo timofey timothee timothy
timur tina tineke tinja tiphaine tiril tiziana tiziano tjark tobi tobiah tobias tobiasz tobin todd
todor tom tomas tomasina tomaso tomasz tomaz tomek tomi tomislav tommaso tommi tommy tonia tonino
tonje tony tonya toralf torben torbjorn tord torge torkel torleif tormod torstein torsten torsti
torunn toshio tova tove tracy traian traudl tressa trevor triin trine trish trisha tristan
tristram trond trude trudi trudy tsvetan tudor tugba tuija tullio tuomas tuomo turgut turid tuula
tuuli tuva tycho tyler tyrone tzvi udo ugne ugo ugur ulf uli ulises ulla ulrica ulrich ulrik
ulrika ulrike ultan umar umberto umit umut unai uriel uros ursel ursina urska ursula urszula uschi
uta ute uwe vaclav vadim vaida vaidas valdemar valdis valentin valentina valentino valentyna
valeria valerian valerie valerio valery valtteri vanessa vangelis vanja varvara vasco vasile
vasilis vasily vaso vassil vassilis vedat veerle veit velimir velma vendula venera venkat vera
verena veronica veronika veronique vesa veska vesna vibeke vicenta vicente vicki vickie vicky
victoire victor victoria victorien vidar vidya viggo vijay vikas vikki vikram viktor viktoria
viktorija viktoriya vilhelm vilius viljami vilma vinay vince vincent vincentas vincente vincenza
vincenzo vinod violaine violeta viorel virgil virgilio virginie virginija virpi visar vishal
vitali vitaly vittoria vittorino vittorio vivek vivi vivian viviana vivien vivienne vlad vlada
vladan vladas vladimir vladislav vlatka vojtech volha volkan volker volkmar volodymyr vratislav
vreni vytautas walburga waldemar walid walter waltraud wanda wassim wayne wenche wencke wendel
wendelin wendell wendy wenzel wenzeslaus werner wesley wibe wibke widad wiebke wieland wieslaw
wiktor wiktoria wilbert wilbur wilfred wilfried wilhelm wilhelmina wilhelmine wilko willeke willem
willi william willibald willy wilma wim winfried winifred winona wiola wioletta witold wladyslaw
wojciech wojtek wolf wolfgang wolfhard wolfram wout wouter xaver xavier xenia ximena xiomara
yaakov yael yagmur yair yaiza yana yanis yann yannick yara yaron yaroslav yasar yasemin yaser yash
yasir yasmin yasmina yasmine yasuko yavuz yaw yehuda yelena yeliz yevgeny ygor yigit yitzhak yoann
yohan yohann yoko yolanda yolande yona yonatan yoram yorick yosef yoshi yoshiko yousef youssef
yuka yuki yukiko yulia yuliya yumiko yunus yuri yuriko yuriy yury yusra yusuf yuval yvan yves
yvette yvon yvonne zachariah zacharias zachary zack zafer zahir zahra zaida zainab zainal zaira
zaneta zbigniew zbynek zdenek zdenka zdravko zdzislaw zeev zehra zeljka zeljko zenobia zenobio
zenon zeynep zhanna zinaida zivile zlatan zlatko zoe zoey zofia zofie zohra zoltan zoran zorica
zsofi zsofia zsolt zsuzsa zuhal zulema zuleyka zuzana zuzanna zvonimir zygmunt
"""
