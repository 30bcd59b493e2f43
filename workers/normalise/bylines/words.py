"""The words of bylines in many languages: openings, roles, agencies, desks, nobody."""

# ruff: noqa: RUF001 - words are spelled with the letters of their language
from __future__ import annotations

import re

from workers.words.agencies import AGENCY
from workers.words.author_words import ANY_LABEL, OFFICES, OPENERS


def _any(*alternatives: str) -> str:
    """Return a pattern for any of the alternatives."""
    return "(?:" + "|".join(alternatives) + ")"


AND = _any(
    "and", "und", "et", "y", "oraz", "és", "și", "si", "ve", "και", "и", "та", "و", "および", "및",
    "sowie", "&amp;", "&", r"\+", "with", "mit", "avec", "im gespräch mit", "in conversation with",
)  # fmt: skip
"""Words between two persons."""
WEAK_AND = _any(
    "e", "ed", "en", "och", "og", "ja", "i", "a", "і", "con", "com", "met", "dan", "ir", "un", "və",
    "va", "agus", "eta", "dhe", "na",
)  # fmt: skip
"""Words between two persons that mean other things too: both sides must look like whole names."""

OPENING = re.compile(
    r"^(?:"
    + _any(
        r"(?:story|text|texte|texto|testo|words|written|reported|report|reporting|posted|published"
        r"|article|review|analysis|(?:view )?(?:all )?posts|more|geschrieben|eingestellt|gepostet"
        r"|(?:zeige )?alle beiträge|beitrag|erstellt|verfasst|veröffentlicht|ein"
        r" (?:beitrag|gastbeitrag|kommentar|interview|artikel)|eine (?:analyse|kolumne|reportage)"
        r"|written and reported|reviewed|compiled|edited|publié|écrit|propos recueillis|escrito"
        r"|interview|opinion|commentary|column|essay|guest post"
        r"|publicado|scritto|pubblicato|door onze|geschreven|skrevet|skriven|napisał"
        r"|opublikowane)\s+"
        r"(?:by|von|par|por|da|di|door|av|af|przez|di)\b:?",
        r"(?:(?:view|show|see|read|zeige|voir|ver|mostra)\s+)?(?:all|alle|tous les|todos los"
        r"|tutti gli)\s+(?:posts|articles|stories|beiträge|artikel|artículos|articoli)\s+"
        r"(?:by|of|from|von|de|par|di)\b",
        r"(?:by|von unserem|von|vom|par|por|door|oleh(?=\s?:|\s\S+\s(?-i:[A-Z][a-z]))|bởi"
        r"|от|автор|авторы|автори"
        r"|tarafından|yazan|από|του)\b(?![.'’-])\s*:?",
        r"(?:da|di|dal|della|av|af|od|author|autor|auteur|autore)\s+(?=\S+\s+\S)",
        r"(?:author|autor|verfasser)\s+(?=redaktion|admin|staff)",
        r"(?:authors?|autore?s?|autor(?:[/:*_]?in(?:nen)?|/a|ka|zy|ky|\((?:es|s|en|a)\)|en)?|auteure?s?"
        r"|auteur\((?:e|s)\)|verfasser(?:[/:*_]?in)?|author\(s\)|name|redakteur(?:[/:*_]?in)?|redazione|redacción|redacció|skribent|journalist(?:in|e|a)?"
        r"|reporter(?:in)?s?|contributors?|bylines?|text|texte|texto|testo|teksti?|szerző|yazar|haber"
        r"|muhabir|penulis|kirjoittaja|skrevet af|toimittaja|story|words|by|von"
        r"|interview|protokoll|gespräch)\s*[:：]",
        r"(?:автор(?:ы)?|текст|журналист|корреспондент|подготовил[аи]?|автор текста)\s*[:：]",
        r"(?:материал )?(?:подготовил|написал|записал)(?:[аи])?\s+(?=\S+\s+\S)",
        r"(?:piše|pišu|pisze|napsal[aiy]?|napisał[ay]?|opracował[ay]?|írta|kirjoittanut|kirjoittaneet"
        r"|parašė|rakstīja|kirjutas|γράφ(?:ει|ουν)(?: [οη]| οι)?|пише)\s*:?\s+(?=\S+ \S)",
        r"(?:opracowanie|oprac\.|haberi yazan|reportagem|jornalista|autora|giornalista|reportage"
        r"|dziennikarz|novinarka?|forfatter|journaliste?n?|wartawan|tác giả|phóng viên|thực hiện)"
        r"\s*[:：]",
        r"(?:خبرنگار|نویسندگان|گزارشگر|به قلم|المحرر|الكاتبة|मूल लेखक|लेखक|लेखिका|रिपोर्ट(?:र)?|संवाददाता"
        r"|রিপোর্টার|লেখক|প্রতিবেদক|ผู้เขียน|ผู้สื่อข่าว|นักข่าว|เรื่อง)\s*[:：]",
        r"(?:เขียน|รายงาน)?โดย\s*[:：]?\s*",
        r"(?:unser(?:e[nmrs]?)?\s+)?(?:[\w-]+-)?(?:expert(?:e|in)|\w*redakteur(?:in)?|redaktionsmitglied"
        r"|\w*korrespondent(?:in|en)?|reporterin|gastautor(?:in)?|kolumnist(?:in|en)?|volontär(?:in)?)"
        r"\s+(?-i:(?=[^\W\d_a-z]\S+\s[^\W\d_a-z]))",
        r"(?:notre|nos|nuestr[oa]|(?:il|dal) nostro|la nostra)\s(?:correspondante?s?"
        r"|envoyée?s? spécia\w+|journaliste|corresponsal|enviad[oa] especial|inviat[oa]"
        r"|corrispondente)\s(?:\w+\s)?(?-i:(?=[^\W\d_a-z]\S+\s[^\W\d_a-z]))",
        r"(?:reportagem|texto|texte|testo|crónica|reportaje)\sd[ei]\s(?-i:(?=[^\W\d_a-z]\S+\s[^\W\d_a-z]))",
        r"(?-i:[A-Z]{2,5}['’]s\s(?=[A-Z]\S+\s[A-Z]))",
        r"(?:rechtsanw[aä]lt|bundespräsident|bundeskanzler|ministerpräsident|bürgermeister|pfarrer|pastor"
        r"|bischof)(?:in)?\s+(?=[^\W\d]+\s+[^\W\d])",
        r"(?:文|撰文|责任编辑|責任編輯|作者|记者|記者|编辑|編輯|责编|来源|撰稿|采写|本报记者|本報記者|见习记者|通讯员|实习生"
        r"|特约记者|新华社记者|执笔|取材・文|取材|執筆|ライター|기자|글)(?:\s*[:：/／|｜丨・＝=]\s*|\s+|(?=\w))",
        r"(?:بقلم|كتب|كتبت|إعداد|الكاتب|نویسنده|מאת|כתב)(?:\s*[:：/]\s*|\s+)",
        r"(?:dr\.?-ing\.\s)?©\s*",
        rf"(?:{ANY_LABEL})\s*[:：՝]",
        rf"(?:{'|'.join(OPENERS)})\s+(?=\S+\s+\S)",
    )
    + r")\s*",
    re.IGNORECASE,
)
"""
What stands before the first name.

`oleh` is `by` in Indonesia, and a first name in Ukraine: before one more word it is that.
"""

ROLE = re.compile(
    r"(?:(?<=\s)|(?<=^)|(?<=,))"
    + _any(
        r"(?:our\s)?(?:(?:senior|chief|staff|associate|deputy|managing|executive|news|political"
        r"|business|health|science|education|sports?|technology|tech|crime|national|foreign|local"
        r"|contributing|freelance|special|guest|investigative|data|features?|digital|world|economics"
        r"|environment|legal|diplomatic|home affairs|arts|culture|religion|social affairs|us|uk|eu"
        r"|europe|middle east|asia|africa|washington|north america|city|money|royal|media|consumer"
        r"|transport|defen[cs]e|security|climate|food|travel|music|film|tv|showbiz|entertainment"
        r"|video|photo|multimedia|night|weekend|assistant|senior news)\s)*"
        r"(?:staff\s)?(?:reporter|writer|editor|correspondent|columnist|journalist|producer|critic"
        r"|contributor|photographer|analyst|editor-in-chief|editor in chief)s?"
        r"(?:\s(?:at|for|in|of)\s.+)?$",
        r"special to (?:the )?.+$",
        r"(?:(?:co-?)?founder|c[efot]o|chief(?:\s\w+){1,2}\sofficer|(?:managing|executive) director"
        r"|(?:(?:senior|executive) )?vice president)(?:\s(?:at|for|in|of)\s.+)?$",
        r"for (?:the )?(?:mailonline|mail on sunday|daily mail|associated press|bbc|cnn).*$",
        r"(?:bbc|cnn|npr|nbc|abc|cbs|fox)\s(?:news|sport)(?:,?\s.+)?$",
        r"(?:chef)?(?:redakteur|reporter|korrespondent|journalist|volontär|autor|kolumnist)(?:in)?$",
        r"(?:\w+)?(?:leiter|referent|vorsitzender?|geschäftsführer|präsident|sprecher|professor|direktor"
        r"|beauftragter?|experte)(?:in)?(?:\s(?:der|des|für|bei|beim|am|an|im|in|von|vom)\s.+)?$",
        r"(?:journaliste|rédacteur|rédactrice|correspondante?|envoyée?s?(?:\sspécia\w+)?)(?:\s.+)?$",
        r"(?:periodista|redactora?|corresponsal|enviad[oa] especial)(?:\s.+)?$",
        r"(?:корреспондент|журналист|обозреватель|редактор)$",
        r"(?:记者|記者|编辑|報道|报道|撰文|기자|특파원|선임기자|記)$",
    ),
    re.IGNORECASE,
)
"""An office beside a name, to the end of its part."""

AGENCY_OFFICE = re.compile(rf"{AGENCY}\s", re.IGNORECASE)
"""What opens an office at an agency: `AP Auto Writer`."""
STAFF = re.compile(r"\bstaff\b", re.IGNORECASE)
"""… and what makes one word before a role the name of an office: `Guardian staff reporter`."""

DESK = re.compile(
    r"\b(?:writer|editor|reporting|reports|correspondent|columnist|journalist|reporter|contributor|analyst|staff|newsroom"
    r"|news ?desk|desk|editorial|editors|redaktion\w*|redaction|rédaction"
    r"|redacción|redacció|redazione|redakcja|redakce|redactie|redaksi|redação|redaktionen"
    r"|toimitus|web ?team|team|newsroom|news service|press office|pressestelle|admin"
    r"|administrator|webmaster|correspondents?|wire services?|news agency|agenc(?:y|ies|ia"
    r"|ias)|online|contributors?|guest|gastautor\w*|gastbeitrag|reporters?)\b|редакция|编辑部|編集部"
    r"|本报|新闻网|日报|通讯社|通信社|新聞",
    re.IGNORECASE,
)
"""Words of an editorial office's name."""

ORGANISATION = re.compile(
    r"\b(?:sp\. z o\.? ?o|kft|s\.?r\.?o|d\.o\.o|grupa|ооо|оао|зао|ао"
    r"|news|press|media|magazine|newspaper|times|post|herald|tribune|gazette|journal"
    r"|zeitung|nachrichten|verlag|gmbh|co\. kg|kg|ag|e\. ?v|inc|ltd|llc|corp|company|institute"
    r"|institut|university"
    r"|universität|université|universidad|foundation|stiftung|association|verband|verein"
    r"|committee|council|ministry|ministerium|department|bureau|society|network|tv|radio"
    r"|fernsehen|rundfunk|\w*ministerium|bundesamt|landesanstalt|group|deutschland"
    r"|press release|pressemitteilung|daily|today|haber ajansı|ajansı|агентство|oyj"
    r"|(?<=\w\s)wire(?=\s(?:reports?|service)|$))\b"
    r"|وكالة|สำนักข่าว|뉴시스|通讯社|通訊社|通信社"
    r"|(?<=\w\s)(?:(?-i:Oy|ASA|SpA|PLC|Tbk|KGaA|A/S)|(?-i:[a-z]/s)|s\.p\.a\.?)$"
    r"|\.(?:com|de|org|net|ch|at|fr|co)\b",
    re.IGNORECASE,
)
"""Words of other organisations' names."""

SURNAMES = frozenset({"Post", "Press", "Daily", "Guest", "Wire"})
"""Words of those that are surnames too: behind a given name they are a person's."""

NOBODY = re.compile(
    _any(
        "unknown", "anonymous", "anonym", "n/a", "none", "null", "undefined", "author",
        "authors", "by", "autor", "auteur", "published", "updated", "share", "follow",
        "view profile", "see more", "view all posts", "read more", "more", "advertisement",
        "and", "und", "et", "y", "the", "von", r"@?\w+ on (?:twitter|facebook)", "twitter",
        "facebook", "instagram", "linkedin", "email", "e-mail", "author page", "posts by",
        "about the author", "object object", "false", "true", r"\[object object\]", "wordpress",
        "root", "default", "super user", "written", "source", r"\d+ (?:min|minutes?).*",
        "see all articles", "alle artikel", "kommentare?", "comments?", "contact", "bio",
        "profile", "profil", "mehr", "photo", "foto", "test", "user", "auteure?s?", "autore?s?",
        "(?:your |full |author )?name",
        "autorin", "autorinnen", "autoren", "writers?", "publiziert", "geschrieben", "verfasst",
        "no author", r"last (?:modified|updated)", r"[ap]\. ?m\.?",
        "bst", "ist", "jst", "[am]est", "aedt", "msk", "w[ei]t", "eest", "[ew]?eet",
        "(?:wordpress|wp|site|web|blog|super|user)[-_ ]?admin\\d*",
        "(?:alle|weitere|mehr|all|more) (?:beiträge|artikel|posts|articles)",
        "weiter", "weiterlesen", "published by", "posted by", "gmt", "utc", "[ecmp][ds]t", "cest",
        r"(?:o )?godz\.?", "uhr", "klo", r"kl\.?",
        "abmelden", "anmelden", "registrieren", "einloggen", "log ?in", "sign ?in", "full bio",
        "data", "actualizado", "publisher", "anónim[oa]", "an[oó]nimo", "cortes[ií]a", "courtesy",
        "zvg", "twitter", "facebook", "instagram", "youtube", "pixabay", "unsplash",
        "domena publiczna", "(?:release|publi(?:cation|sh(?:ed)?)|post(?:ed|ing)?|issue) date",
        "date (?:published|posted|of (?:publication|release|issue))", "public domain", "rss feed",
        "letzte änderung", "press release", "opinion", "local", "politics?", "sports?", "business",
        "world", "national", "international", "lifestyle", "entertainment", "technology",
        "politik", "wirtschaft", "politique", "économie", "política", "deportes", "economía",
        "(?:mon|tues|wednes|thurs|fri|satur|sun)day", "(?:mon|diens|donners|frei|sams|sonn)tag",
        "mittwoch", "pressemitteilung", "communiqué", "for the [\\w .'’-]+",
        "(?:community|guest) contributors?", "about", "all rights reserved",
        "alle rechte vorbehalten", "tous droits réservés", "todos los derechos reservados",
        "copyright(?: .*)?", "admin(?:istrator)?", "webmaster", "(?-i:red)", *OFFICES,
    ),
    re.IGNORECASE,
)  # fmt: skip
"""What stands where a name should and is none."""

COUNTRY = re.compile(
    _any(
        "germany", "deutschland", "allemagne", "austria", "österreich", "switzerland", "schweiz",
        "suisse", "france", "frankreich", "italy", "italia", "spain", "españa", "portugal",
        "poland", "polska", "netherlands", "nederland", "belgium", "belgique", "united kingdom",
        "uk",
        "great britain", "england", "ireland", "usa", "u\\.s\\.a?\\.?", "united states", "canada",
        "australia", "new zealand", "india", "pakistan", "bangladesh", "china", "japan", "brasil",
        "brazil", "argentina", "chile", "méxico", "mexico", "colombia", "south africa", "nigeria",
        "kenya", "israel", "turkey", "türkiye", "denmark", "danmark", "sweden", "sverige", "norway",
        "norge", "finland", "suomi", "czech republic", "česko", "hungary", "magyarország", "greece",
    ),
    re.IGNORECASE,
)  # fmt: skip
"""Where a company sits: it ends `Daily News, Munich, Germany`."""

NOT_WRITER = re.compile(
    r"(?:photo(?:graph)?(?:s|y)?|zdjęcia|zdj\.|fot\.|фото|fotoğraf|φωτο\w*|fotos?|bild(?:er)?"
    r"|illustrations?|graphics?|images?|video|camera|źródło|forrás|zdroj|источник|джерело|kaynak"
    r"|(?:quelle|source|fuente|fonte)(?=\s?:)|überset\w+|translat\w+|traduc\w+|traduit|aus dem \w+"
    r"|edited|editing|produced|(?:medically|clinically)\s\w+|fact[- ]?checked"
    r"|foto[gs]raf\w*)"
    r"\b\s*(?:by|von|par|por|de|:|\s).*|.*\b(?:edited|translated|illustrated) by\b.*"
    r"|(?:[^\s()]+\s){1,4}\((?:mit )?(?:fotos?|bild(?:er)?|photo(?:s|graphy)?|fotograf\w*"
    r"|illustration(?:en|s)?|videos?|kamera|camera|grafik(?:en)?|graphics?|zdjęcia|immagini|imágenes)\)?\Z"
    r"|(?:摄影|攝影|摄|图|撮影|写真)\s?[:：／/].*|[\u3400-\u9fff]{2,8}(?:報導|報道|报道|電)\Z"
    r"|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\.? \d{1,2}\Z",
    re.IGNORECASE,
)
"""Who took the pictures, translated or edited, and the day: in the byline's line, but no author."""

PICTURE_HOUSE = re.compile(
    r"(?:^|[|/]\s?)(?:Getty(?: Images)?|AP Images|i?Stock(?:photo)?|Shutterstock|Alamy|Corbis|imago"
    r"|Bloomberg via Getty Images)\s*$",
    re.IGNORECASE,
)
"""`Ada Brook | Harbour Post | Getty Images`: who took a picture, and who sells it."""

CREDENTIAL = re.compile(
    r"(?:Jr|Sr|II|III|IV|Ph\.?\s?D|M\.?D|M\.?A|B\.?A|M\.?Sc|B\.?Sc|MPH|RN|RD|RDN|CPA|Esq|DDS|DO"
    r"|M\.?S|M\.?Ed|MBA|LL\.?[BM]|J\.?D|FRCP|O\.?P|S\.?J|D\.?Phil|Dr|PharmD|DVM|LCSW|CSCS"
    r"|R\.?Ph|NP|PA(?:-C)?|APRN|FNP(?:-\w+)?|LDN?|CDN|CDCES|CPT|CF[AP]|Psy\.?D|Ed\.?D|Sc\.?D|DrPH|MS[NW]"
    r"|BSN|FACP|FAAP|FRCS|MRCP|D?PT|L\.?Ac|MFA|MPP|[KQ]C|MP|MEP|[OMC]BE)\.?",
)
"""What follows a name after a comma and belongs to it."""

TRAILING_PLACE = re.compile(r"\s+(?:in|à|aus|de notre correspondant)\s+[A-ZÀ-Ý]\w+(?:\s[A-Z]\w+)?$")
"""Where the writer sat: `Jane Doe in Paris`."""

PARTICLES = frozenset(
    {"von", "van", "de", "der", "den", "del", "della", "di", "da", "du", "la", "le", "dos", "das"}
    | {"do", "ten", "ter", "zu", "zum", "af", "av", "al", "bin", "ibn", "y", "e"}
)
"""Small words inside names."""
