"""The small words that tell languages of one script apart, and the names people give languages."""

# ruff: noqa: RUF001 - words are spelled with the letters of their language
from __future__ import annotations

_WORDS = {
    "en": "the of and to in is that for was with his are this have from they which were "
    "been has their would will said who more an it he she by not but had at as on be "
    "its about when",
    "de": "der die und das ist nicht mit den von zu ein eine auf für im dem des sich auch "
    "als wird aus werden sind nach wie bei einer einem wurde noch oder aber hat ich "
    "wir über es sie war",
    "fr": "le les et des est dans une pour que qui du sur pas au plus par avec ce il sont "
    "cette mais ont été nous aux leur elle ses aussi la en un se ne vous être fait "
    "dont ou",
    "es": "el los las que del por con una para se su al lo como más pero sus este fue ha "
    "entre también cuando sobre ser muy años desde todo hasta la de en y es un no "
    "está según donde",
    "it": "il di che per non della con una sono del nel dei alla più anche gli delle si "
    "come ha dal le questo ma degli dalla era stato essere nella la un è lo da hanno "
    "ci loro perché",
    "pt": "o que do da em um para com não uma os no se na por mais as dos como mas foi ao "
    "ele das tem seu sua ou quando muito nos já também só pelo pela até isso é são às "
    "de e está",
    "nl": "de het een van en dat is op te zijn met voor niet aan er om ook als bij door "
    "maar uit naar heeft worden dan nog wordt wel geen deze meer werd kan over hij ze "
    "tot zich",
    "sv": "och att det som en är av för på med den till inte om har de ett var från men vi "
    "sig han så kan när jag också efter eller hade blir ska",
    "da": "og at det er en til på for med den af ikke som der de et har han vi var sig fra "
    "men jeg om kan også efter eller havde bliver skal blev hvor ud nu ved",
    "no": "og det er en til på for med av ikke som den de et har han vi var seg fra men jeg "
    "om kan også etter eller hadde blir skal ble hvor ut nå ved å",
    "is": "og að er sem við um það í á ekki með var til en hann því þess hefur fyrir af eru",
    "fi": "ja on ei että se oli mutta kun myös hän ovat kuin tai joka ole sen niin ollut "
    "mukaan vain jos voi sekä nyt hänen",
    "et": "ja on ei et see oli kui ka mis ning aga oma tema või seda nii välja siis selle pole",
    "pl": "i w na nie się z do że jest to jak po o od za przez dla ale są tym co tego oraz "
    "już tak który przy jego ze było był tylko która może czy",
    "cs": "a se na je že v s z do o to jako za by po pro i tak ale ve jsou jeho byl který "
    "od která při jsme podle bylo než také již však ze k",
    "sk": "a sa na je že v s z do o to ako za by po pre i tak ale vo sú jeho bol ktorý od "
    "ktorá pri sme podľa bolo než tiež už však zo k aj",
    "hu": "a az és hogy nem is egy meg de van volt ez csak mint már még el ha vagy ki azt "
    "aki lehet szerint amely pedig után fel",
    "ro": "și în de la cu a pe nu care o din este un să mai pentru au fost ce prin al sunt "
    "dar după sau lui între când cel fi ca ei",
    "tr": "ve bir bu da de için ile olarak çok daha gibi olan kadar ise sonra en ne o var "
    "ancak oldu dedi yeni her olduğu değil tarafından",
    "hr": "i je u na se da za su od s o kao koji a što nije bi ali iz će po koja te do samo "
    "koje ili bio prema bilo već nakon godine",
    "sl": "in je v na se da za so ki z s o pa kot bi pri tudi ne še ali po iz od do ni bil "
    "leta lahko zaradi kar več",
    "lt": "ir kad į yra iš su tai kaip buvo o bet ne jo už tik apie per dėl po jau nuo ar pagal",
    "lv": "un ir ka uz no ar par kas to bet arī tika pēc lai gan kā ja vai nav tas šo savu",
    "id": "yang dan di dengan untuk dari pada ini itu tidak dalam akan oleh juga ke karena "
    "ada sebagai atau telah bisa saat mereka kepada tersebut",
    "vi": "và của là có được trong cho không người với các một những này đã khi đến từ ông "
    "cũng theo về tại nhưng đó",
    "ca": "el de la i que les els a en del per amb una un és no al ha van aquest però són "
    "més com seva també des ser va dels està",
    "sq": "dhe të në e i një për me që nga është se më ka do nuk si janë kjo duke por",
    "sw": "na ya wa kwa ni katika la za kuwa hiyo huo cha yake alisema pia kama hii",
    "af": "die en van in het is dat nie te om vir met op was sy 'n wat hy aan as ook deur",
    "tl": "ang ng sa na mga ay at ni si ito para hindi kay siya nang din",
    "eu": "eta da ez du bat ere dira izan zen baina egin dute hori ditu dela",
    "gl": "o de que e a do da en un para non unha os por máis no se na as co como dos foi está ao",
    "pap": "ta e a ku cu di pa na un lo nan tur tin riba hopi aki tabata mester esaki esey ora "
    "tambe dje",
    "ht": "nan yo ki pou ak se te la pa li gen sou yon moun ap tou nou sa yo",
}
MARKS: dict[str, tuple[str, ...]] = {}
"""Word → the languages in which it is one of the commonest."""
for _language, _text in _WORDS.items():
    for _word in _text.split():
        MARKS[_word] = (*MARKS.get(_word, ()), _language)

NAMES = {
    name: code
    for code, names in {
        "ar": "arabic العربية arabe arabisch",
        "bg": "bulgarian български",
        "cs": "czech čeština tschechisch cz",
        "da": "danish dansk dänisch dk",
        "de": "german deutsch allemand alemán tedesco duits ger deu",
        "el": "greek ελληνικά griechisch gre ell gr",
        "en": "english englisch anglais inglés inglese inglês engels eng английский 英语 英文 英語",
        "es": "spanish español castellano spanisch espagnol spa",
        "fa": "persian farsi فارسی per fas",
        "fi": "finnish suomi finnisch",
        "fr": "french français francais französisch francés francese fre fra",
        "gn": "gug guarani",
        "he": "hebrew עברית iw hbo",
        "hi": "hindi हिन्दी हिंदी",
        "hu": "hungarian magyar ungarisch",
        "id": "indonesian indonesia in",
        "it": "italian italiano italienisch italien ita",
        "ja": "japanese 日本語 japanisch jpn jp",
        "ki": "kik",
        "ko": "korean 한국어 koreanisch kor kr",
        "nl": "dutch nederlands niederländisch dut nld",
        "no": "norwegian norsk norwegisch",
        "pap": "papiamento papiamentu",
        "pl": "polish polski polnisch",
        "pt": "portuguese português portugues portugiesisch por",
        "ro": "romanian română rumänisch",
        "ru": "russian русский russisch russe rus",
        "sv": "swedish svenska schwedisch",
        "th": "thai ไทย",
        "tr": "turkish türkçe turkce türkisch tur",
        "uk": "ukrainian українська ukr ua",
        "vi": "vietnamese tiếng-việt",
        "yi": "ji yiddish",
        "zh": "chinese 中文 汉语 chinesisch chinois chi zho cn 简体中文",
        "zh-Hant": "繁體中文 cht",
        "zh-Hans": "chs",
    }.items()
    for name in names.split()
}
"""What people write for a language, lower case → BCP 47; also ISO 639-2, withdrawn
codes and those of countries that are no language's."""
