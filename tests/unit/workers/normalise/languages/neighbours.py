"""A paragraph of news in each language that has a larger one beside it."""

# ruff: noqa: RUF001, E501 - sentences of many scripts, one a line
NEWS = [
    (
        "ast",
        "El Principáu d'Asturies anunció güei que la nueva llei va entrar en vigor en xineru. El presidente dixo que la midida ye necesaria pa toos los asturianos y que nun hai tiempu que perder.",
    ),
    (
        "an",
        "O Gobierno d'Aragón ha presentato iste lunes o nuevo plan ta ra promoción d'a luenga aragonesa. O consellero ha dito que ye un paso important ta o futuro d'a luenga y d'os suyos fablants.",
    ),
    (
        "oc",
        "Lo conselh regional d'Occitània a votat dimars una ajuda per las escòlas Calandreta. Lo president diguèt qu'es un pas important per l'avenidor de la lenga dins nòstra region.",
    ),
    (
        "ca",
        "El Govern ha aprovat aquest dimarts el nou decret que regula els lloguers. La consellera ha explicat que la mesura entrarà en vigor al gener i que no afectarà els contractes vigents.",
    ),
    (
        "gl",
        "O Goberno galego aprobou este xoves o novo decreto que regula os alugueiros. A conselleira explicou que a medida entrará en vigor en xaneiro e que non afectará os contratos vixentes.",
    ),
    (
        "no",
        "Regjeringen la torsdag frem et nytt forslag til strømstøtte. Statsministeren sier at ordningen skal gjelde fra januar, og at alle husholdninger vil få penger tilbake.",
    ),
    (
        "nn",
        "Regjeringa la torsdag fram eit nytt framlegg til straumstøtte. Statsministeren seier at ordninga skal gjelde frå januar, og at alle hushald vil få pengar attende. Det er ikkje venta at kommunane må betale.",
    ),
    (
        "da",
        "Regeringen fremlagde torsdag et nyt forslag til elstøtte. Statsministeren siger, at ordningen skal gælde fra januar, og at alle husstande vil få penge tilbage.",
    ),
    (
        "cs",
        "Vláda ve čtvrtek schválila nový návrh zákona o nájmech. Premiér řekl, že opatření začne platit od ledna a že se nedotkne stávajících smluv.",
    ),
    (
        "sk",
        "Vláda vo štvrtok schválila nový návrh zákona o nájmoch. Premiér povedal, že opatrenie začne platiť od januára a že sa nedotkne existujúcich zmlúv.",
    ),
    (
        "hr",
        "Vlada je u četvrtak prihvatila novi prijedlog zakona o najmu. Premijer je rekao da će mjera stupiti na snagu u siječnju te da se neće odnositi na postojeće ugovore.",
    ),
    (
        "sr",
        "Vlada je u četvrtak usvojila novi predlog zakona o zakupu. Premijer je rekao da će mera stupiti na snagu u januaru i da se neće odnositi na postojeće ugovore. Pre toga je vreme za raspravu bilo kratko, saopštio je predsednik odbora, a mesto održavanja sednice nije poznato.",
    ),
    (
        "id",
        "Pemerintah pada Kamis mengumumkan rancangan undang-undang baru tentang sewa rumah. Menteri mengatakan bahwa aturan itu akan berlaku mulai Januari karena harga terus naik.",
    ),
    (
        "ms",
        "Kerajaan pada Khamis mengumumkan rang undang-undang baharu mengenai sewa rumah. Menteri berkata bahawa peraturan itu akan berkuat kuasa mulai Januari kerana harga terus meningkat. Beliau berkata polis turut dimaklumkan semalam.",
    ),
    (
        "af",
        "Die regering het Donderdag 'n nuwe wetsontwerp oor huurgeld voorgelê. Die minister het gesê dat die maatreël van Januarie af sal geld en dat bestaande kontrakte nie geraak sal word nie.",
    ),
    (
        "fy",
        "It kabinet hat tongersdei in nij wetsfoarstel oer hieren presintearre. De minister sei dat de maatregel fan jannewaris ôf jildt en dat besteande kontrakten net rekke wurde. Dat is in goede saak foar de minsken yn Fryslân.",
    ),
    (
        "sw",
        "Serikali imetangaza Alhamisi muswada mpya kuhusu kodi ya nyumba. Waziri alisema kwamba sheria hiyo itaanza kutumika mwezi Januari na kwamba mikataba iliyopo haitaathiriwa.",
    ),
    (
        "uk",
        "Уряд у четвер схвалив новий законопроєкт про оренду житла. Прем'єр сказав, що закон набуде чинності в січні.",
    ),
    (
        "be",
        "Урад у чацвер ухваліў новы законапраект аб арэндзе жылля. Прэм'ер сказаў, што закон пачне дзейнічаць у студзені.",
    ),
    (
        "ru",
        "Президент Украины заявил об этом в интервью изданию «Українська правда», сообщает агентство.",
    ),
    (
        "bg",
        "Правителството одобри в четвъртък нов законопроект за наемите. Премиерът каза, че законът ще влезе в сила през януари.",
    ),
    (
        "mk",
        "Владата во четвртокот усвои нов предлог-закон за кириите. Премиерот рече дека законот ќе стапи на сила во јануари.",
    ),
    (
        "sr",
        "Влада је у четвртак усвојила нови предлог закона о закупу. Премијер је рекао да ће закон ступити на снагу у јануару.",
    ),
    (
        "kk",
        "Үкімет бейсенбі күні тұрғын үйді жалға алу туралы жаңа заң жобасын мақұлдады. Премьер-министр заң қаңтардан бастап күшіне енетінін айтты.",
    ),
    (
        "ky",
        "Өкмөт бейшемби күнү турак жайды ижарага алуу жөнүндө жаңы мыйзам долбоорун жактырды. Премьер-министр мыйзам январдан баштап күчүнө кирерин айтты.",
    ),
    (
        "tt",
        "Хөкүмәт пәнҗешәмбе көнне торак арендасы турында яңа закон проектын хуплады. Премьер-министр закон гыйнвардан көченә керәчәк, диде.",
    ),
    ("ba", "Хөкүмәт кесаҙна көнө торлаҡ арендаһы тураһында яңы закон проектын хупланы."),
    (
        "tg",
        "Ҳукумат рӯзи панҷшанбе лоиҳаи нави қонунро дар бораи иҷораи манзил тасдиқ кард. Сарвазир гуфт, ки қонун аз моҳи январ эътибор пайдо мекунад.",
    ),
    (
        "uz",
        "Ҳукумат пайшанба куни уй-жой ижараси тўғрисидаги янги қонун лойиҳасини маъқуллади. Бош вазир қонун январдан кучга киришини айтди.",
    ),
    (
        "mn",
        "Засгийн газар пүрэв гарагт орон сууцны түрээсийн тухай шинэ хуулийн төслийг баталлаа. Ерөнхий сайд хууль нэгдүгээр сараас хэрэгжинэ гэж хэлэв.",
    ),
    (
        "az",
        "Nazirlər Kabineti cümə axşamı mənzil kirayəsi haqqında yeni qanun layihəsini bəyəndi. Baş nazir qanunun yanvardan qüvvəyə minəcəyini dedi.",
    ),
    (
        "fa",
        "دولت روز پنجشنبه لایحه جدید اجاره مسکن را تصویب کرد. نخست وزیر گفت این قانون از ژانویه اجرا می\u200cشود.",
    ),
    (
        "ur",
        "حکومت نے جمعرات کو مکانات کے کرائے سے متعلق نئے بل کی منظوری دے دی۔ وزیر اعظم نے کہا کہ یہ قانون جنوری سے نافذ ہوگا۔",
    ),
    (
        "ps",
        "حکومت د پنجشنبې په ورځ د کورونو د کرایې په اړه نوی قانون تصویب کړ. لومړي وزیر وویل چې قانون به له جنورۍ څخه پلی شي.",
    ),
    (
        "ckb",
        "حکومەت ڕۆژی پێنجشەممە پڕۆژەیاسایەکی نوێی سەبارەت بە کرێی خانوو پەسەند کرد. سەرۆک وەزیران گوتی یاساکە لە کانوونی دووەمەوە جێبەجێ دەکرێت.",
    ),
    ("ug", "ھۆكۈمەت پەيشەنبە كۈنى تۇرالغۇ ئىجارىسى توغرىسىدىكى يېڭى قانۇن لايىھەسىنى تەستىقلىدى."),
    (
        "sd",
        "حڪومت خميس تي گهرن جي ڪرائي بابت نئين بل جي منظوري ڏني. وزيراعظم چيو ته قانون جنوري کان لاڳو ٿيندو.",
    ),
    (
        "yi",
        "די רעגירונג האָט דאָנערשטיק באַשטעטיקט אַ נײַ געזעץ װעגן דירה־געלט. דער פּרעמיער האָט געזאָגט אַז דאָס געזעץ װעט אַרײַן אין קראַפֿט.",
    ),
    ("ti", "መንግስቲ ሓሙስ መዓልቲ ሓድሽ ሕጊ ኪራይ ኣጽዲቑ። ቀዳማይ ሚኒስተር እቲ ሕጊ ካብ ጥሪ ጀሚሩ ክትግበር እዩ ኢሉ።"),
    ("am", "መንግሥት ሐሙስ ዕለት አዲስ የኪራይ ሕግ አጸደቀ። ጠቅላይ ሚኒስትሩ ሕጉ ከጥር ጀምሮ ተግባራዊ ይሆናል ብለዋል።"),
    (
        "ne",
        "सरकारले बिहीबार घरभाडा सम्बन्धी नयाँ विधेयक स्वीकृत गर्\u200dयो। प्रधानमन्त्रीले कानुन जनवरीदेखि लागू हुने बताएका छन्।",
    ),
    (
        "fo",
        "Landsstýrið legði hósdagin eitt nýtt lógaruppskot fram um leigu. Løgmaðurin segði, at skipanin skal galda frá januar, og at teir sáttmálar, sum eru galdandi, ikki verða ávirkaðir.",
    ),
    (
        "is",
        "Ríkisstjórnin lagði á fimmtudag fram nýtt frumvarp um húsaleigu. Forsætisráðherra sagði að lögin tækju gildi í janúar og að það hefði ekki áhrif á gildandi samninga.",
    ),
    (
        "lb",
        "D'Regierung huet en Donneschdeg en neie Gesetzprojet iwwert d'Loyere virgestallt. De Premier sot, datt d'Mesure vum Januar u gëllt an datt déi bestehend Kontrakter net betraff sinn.",
    ),
    (
        "nds",
        "De Regeern hett Dunnersdag en nee Gesett vörstellt. De Minister hett seggt, dat de Regel vun Januar an gellen schall un dat de olen Verdrääg nich anröhrt warrt. Dat is good för all Lüüd, de to Huus sünd.",
    ),
    (
        "co",
        "U Presidente di u Cunsigliu esecutivu hà dettu ghjovi chì a nova lege entrerà in vigore in ghjennaghju. Hè una decisione impurtante per l'isula, è ci vole à appruntalla bè cù tutti i cumuni.",
    ),
    (
        "sc",
        "Su Guvernu sardu at aprovadu giòbia una lege noa pro sa limba. Su presidente at naradu chi est unu passu de importu pro totu sos sardos e chi sas iscolas ant a tènnere agiudos.",
    ),
    (
        "eu",
        "Jaurlaritzak ostegunean onartu du alokairuei buruzko lege-proiektu berria. Lehendakariak esan du neurria urtarrilean sartuko dela indarrean eta ez diela egungo kontratuei eragingo.",
    ),
    (
        "br",
        "Ar gouarnamant en deus degemeret diriaou ul lezenn nevez diwar-benn ar feurmoù. Ar ministr he deus lavaret e vo lakaet e pleustr e miz Genver hag ne vo ket cheñchet ar c'hevratoù zo.",
    ),
    (
        "tl",
        "Inaprubahan ng gobyerno nitong Huwebes ang bagong panukala tungkol sa upa. Sinabi ng pangulo na magkakabisa ang batas sa Enero at hindi maaapektuhan ang mga kasalukuyang kontrata.",
    ),
    (
        "ceb",
        "Giaprobahan sa gobyerno niadtong Huwebes ang bag-ong balaodnon mahitungod sa abang. Matod pa sa presidente nga ang balaod magsugod sa Enero ug dili maapektuhan ang mga kontrata nga anaa na. Kini alang sa tanan.",
    ),
    (
        "su",
        "Pamaréntah dina poé Kemis geus ngumumkeun undang-undang anyar ngeunaan séwa imah. Menteri nyebutkeun yén aturan éta bakal mimiti lumaku bulan Januari, sarta kontrak anu geus aya moal robah. Ieu téh penting.",
    ),
    (
        "ms",
        "Mahkamah tinggi memutuskan bahawa pekerja syarikat itu boleh menuntut bayaran daripada kerajaan negeri mulai Isnin.",
    ),
    (
        "id",
        "Pengadilan memutuskan bahwa pekerja perusahaan itu dapat menuntut pembayaran dari pemerintah provinsi mulai Senin.",
    ),
]
