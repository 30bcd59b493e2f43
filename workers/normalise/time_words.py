"""The words of written times: months, halves of the day and zones, as many languages have them."""

# ruff: noqa: RUF001 - words are spelled with the letters of their language
from __future__ import annotations

_MONTHS = (
    (  # January
        "january jan januar jänner jän janvier janv enero ene gennaio gen janeiro januari "
        "januarie januára január ledna leden stycznia styczeń sty sijecanj siječanj siječnja "
        "januarja ianuarie ian января январь янв січня січень януари јануар јануари "
        "ιανουαρίου ιανουάριος ιαν ocak oca tammikuuta tammikuu tammi jaanuar sausio sausis "
        "janvāris janvārī gener xaneiro urtarrila janar يناير جانفي كانونالثاني ژانویه ינואר "
        "בינואר जनवरी জানুয়ারি มกราคม ม.ค. januarii студзеня"
    ),
    (  # February
        "february feb februar feber février févr fevr fév febrero febbraio fevereiro fev "
        "februari februára február února únor lutego luty lut veljača veljače februarja "
        "februarie февраля февраль фев февр лютого лютий февруари фебруар φεβρουαρίου "
        "φεβρουάριος φεβ şubat şub helmikuuta helmikuu helmi veebruar vasario vasaris "
        "februāris februārī febrer febreiro otsaila shkurt فبراير فيفري شباط فوریه פברואר "
        "בפברואר फरवरी ফেব্রুয়ারি กุมภาพันธ์ ก.พ. febuary лютага"
    ),
    (  # March
        "march mar märz mär mrz mars marzo março marco maart mrt marts március marec marca "
        "března březen marzec ožujak ožujka martie марта март мар березня березень μαρτίου "
        "μάρτιος μαρ mart maaliskuuta maaliskuu maalis märts kovo kovas martā març martxoa "
        "maret مارس آذار מרץ מרס במרץ मार्च মার্চ มีนาคม มี.ค. сакавіка"
    ),
    (  # April
        "april apr avril avr abril abr aprile aprilie április apríl apríla dubna duben "
        "kwietnia kwiecień kwi travanj travnja апреля апрель апр квітня квітень април "
        "απριλίου απρίλιος απρ nisan nis huhtikuuta huhtikuu huhti aprill balandžio balandis "
        "aprīlis aprīlī apirila prill أبريل ابريل أفريل نيسان آوریل אפריל באפריל अप्रैल "
        "এপ্রিল เมษายน เม.ย. красавіка"
    ),
    (  # May
        "may mai mayo maggio mag maio mei maj maja majus május mája máj května květen svibanj "
        "svibnja мая май травня травень мај μαΐου μάιος μαϊ mayıs toukokuuta toukokuu touko "
        "gegužės gegužė maijs maijā maig maiatza مايو ماي أيار ايار می מאי במאי मई মে พฤษภาคม "
        "พ.ค."
    ),
    (  # June
        "june jun juni juin junio giugno giu junho junij június júna jún června červen "
        "czerwca czerwiec cze lipanj lipnja iunie iun июня июнь июн червня червень юни јун "
        "јуни ιουνίου ιούνιος ιουν haziran haz kesäkuuta kesäkuu kesä juuni birželio birželis "
        "jūnijs jūnijā juny xuño ekaina qershor يونيو يونيه جوان حزيران ژوئن יוני ביוני जून "
        "জুন มิถุนายน มิ.ย. чэрвеня junja"
    ),
    (  # July
        "july jul juli juillet juil julio luglio lug julho julij július júla júl července "
        "červenec lipca lipiec lip srpanj srpnja iulie iul июля июль июл липня липень юли јул "
        "јули ιουλίου ιούλιος ιουλ temmuz tem heinäkuuta heinäkuu heinä juuli liepos liepa "
        "jūlijs jūlijā juliol xullo uztaila korrik يوليو يوليه جويلية تموز ژوئیه יולי ביולי "
        "जुलाई জুলাই กรกฎาคม ก.ค. ліпеня julija"
    ),
    (  # August
        "august aug août aout agosto ago augustus augusti augusztus augusta srpna srpen "
        "sierpnia sierpień sie kolovoz kolovoza avgust avgusta августа август авг серпня "
        "серпень αυγούστου αύγουστος αυγ ağustos ağu elokuuta elokuu elo rugpjūčio rugpjūtis "
        "augusts augustā agost abuztua gusht agustus أغسطس اغسطس أوت آب اوت אוגוסט באוגוסט "
        "अगस्त আগস্ট สิงหาคม ส.ค. жніўня"
    ),
    (  # September
        "september sept sep septembre septiembre setiembre settembre set setembro szeptember "
        "septembra září zari września wrzesień wrz rujan rujna septembrie сентября сентябрь "
        "сен сент вересня вересень септември септембар σεπτεμβρίου σεπτέμβριος σεπ σεπτ eylül "
        "eyl syyskuuta syyskuu syys rugsėjo rugsėjis septembris septembrī setembre iraila "
        "shtator سبتمبر أيلول ايلول سپتامبر ספטמבר בספטמבר सितंबर सितम्बर সেপ্টেম্বর กันยายน "
        "ก.ย. верасня"
    ),
    (  # October
        "october oct oktober okt octobre octubre ottobre ott outubro out oktobra október "
        "októbra října říjen października październik paź listopad-hr octombrie октября "
        "октябрь окт жовтня жовтень октомври октобар οκτωβρίου οκτώβριος οκτ ekim eki "
        "lokakuuta lokakuu loka oktoober spalio spalis oktobris oktobrī urria tetor أكتوبر "
        "اكتوبر تشرينالأول تشرينالاول اکتبر אוקטובר באוקטובר अक्टूबर अक्तूबर অক্টোবর ตุลาคม "
        "ต.ค. кастрычніка"
    ),
    (  # November
        "november nov novembre noviembre novembro listopadu listopad listopada lis studeni "
        "studenoga studenog novembra noiembrie noi ноября ноябрь ноя нояб листопада листопад "
        "ноември новембар νοεμβρίου νοέμβριος νοε νοεμ kasım kas marraskuuta marraskuu marras "
        "lapkričio lapkritis novembris novembrī azaroa nëntor نوفمبر تشرينالثاني نوامبر "
        "נובמבר בנובמבר नवंबर नवम्बर নভেম্বর พฤศจิกายน พ.ย. лістапада nopember"
    ),
    (  # December
        "december dec dezember dez décembre déc diciembre dic dicembre dezembro desember des "
        "decembra prosince prosinec grudnia grudzień gru prosinac prosinca decembrie декабря "
        "декабрь дек грудня грудень декември децембар δεκεμβρίου δεκέμβριος δεκ aralık ara "
        "joulukuuta joulukuu joulu detsember gruodžio gruodis decembris decembrī desembre "
        "decembro abendua dhjetor ديسمبر كانونالأول كانونالاول دسامبر דצמבר בדצמבר दिसंबर "
        "दिसम्बर ডিসেম্বর ธันวาคม ธ.ค. снежня"
    ),
)
MONTHS: dict[str, int] = {
    name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()
}
"""A month's name or abbreviation, in lower case without its dot → 1 to 12."""
CROATIAN_OCTOBER = frozenset({"listopad", "listopada"})
"""October in Croatian, November in Polish and Czech."""
SOLAR_MONTHS = {
    name: number
    for number, name in enumerate(
        (
            "فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور",
            "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند",
        ),
        1,
    )
}  # fmt: skip
"""The months of the Persian (solar Hijri) calendar."""

AFTERNOON = frozenset(
    [
        "pm",
        "p.m",
        "p.m.",
        "μμ",
        "μ.μ",
        "μ.μ.",
        "م",
        "مساء",
        "مساءً",
        "ch",
        "öS",
        "ös",
        "du",
        "ip",
        "nachmittags",
        "abends",
        "下午",
        "晚上",
        "傍晚",
        "午後",
        "오후",
        "บ่าย",
        "ρμ",
    ]
)
MORNING = frozenset(
    [
        "am",
        "a.m",
        "a.m.",
        "πμ",
        "π.μ",
        "π.μ.",
        "ص",
        "صباحا",
        "صباحاً",
        "sa",
        "öö",
        "de",
        "上午",
        "凌晨",
        "早上",
        "清晨",
        "午前",
        "오전",
    ]
)
NOON = frozenset({"中午", "正午"})

OFFSETS = {
    # Hours east of UTC; the names of the two halves of the American and European year.
    "z": 0, "utc": 0, "gmt": 0, "ut": 0, "wet": 0, "bst": 1, "west": 1, "ist": 5.5,
    "cet": 1, "cest": 2, "mez": 1, "mesz": 2, "hnec": 1, "met": 1, "mest": 2, "cetdst": 2,
    "eet": 2, "eest": 3, "msk": 3, "мск": 3, "trt": 3, "sast": 2, "cat": 2, "eat": 3, "wat": 1,
    "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7,
    "akst": -9, "akdt": -8, "hst": -10, "ast": -4, "adt": -3, "nst": -3.5, "ndt": -2.5,
    "brt": -3, "art": -3, "clt": -4, "clst": -3, "cot": -5, "pet": -5, "vet": -4,
    "gst": 4, "pkt": 5, "npt": 5.75, "mmt": 6.5, "ict": 7, "wib": 7, "wita": 8, "wit": 9,
    "sgt": 8, "hkt": 8, "myt": 8, "pht": 8, "jst": 9, "kst": 9, "irst": 3.5, "idt": 3,
    "awst": 8, "acst": 9.5, "acdt": 10.5, "aest": 10, "aedt": 11, "nzst": 12, "nzdt": 13,
}  # fmt: skip
DOUBTFUL = frozenset(
    {"ist", "cst", "bst", "ast", "gst", "est", "wit", "met", "pst"} - {"est", "met", "pst"}
)
"""Abbreviations that other countries use for other zones."""
HOME_OF = {
    # (abbreviation, language) → hours where the language decides a doubtful one.
    ("cst", "zh"): 8, ("ist", "he"): 2, ("ast", "ar"): 3,
}  # fmt: skip
ZONES = {
    "et": "America/New_York", "eastern": "America/New_York", "ct": "America/Chicago",
    "central": "America/Chicago", "mt": "America/Denver", "mountain": "America/Denver",
    "pt": "America/Los_Angeles", "pacific": "America/Los_Angeles", "uk": "Europe/London",
    "北京时间": "Asia/Shanghai", "北京時間": "Asia/Shanghai", "beijing": "Asia/Shanghai",
    "日本時間": "Asia/Tokyo", "한국시간": "Asia/Seoul", "московскому": "Europe/Moscow",
    "moscow": "Europe/Moscow", "london": "Europe/London", "paris": "Europe/Paris",
}  # fmt: skip
"""Words for a zone with summer time → its IANA name."""

ERAS = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018}
"""A Japanese era → the year before its first."""
MONTH_FIRST = frozenset({"en", "en-US", "en-PH", "en-CA", "es-US", "fil", "tl"})
"""Languages whose numeric dates put the month first; the rest of the world the day."""
OWN_LANGUAGES = frozenset(
    {"en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "no", "nb", "fi", "et", "lv", "lt", "pl"}
    | {
        "cs",
        "sk",
        "sl",
        "hr",
        "bs",
        "sr",
        "mk",
        "bg",
        "ru",
        "uk",
        "be",
        "ro",
        "hu",
        "sq",
        "el",
        "tr",
    }
    | {"ar", "fa", "he", "hi", "bn", "th", "vi", "id", "ms", "zh", "ja", "ko", "ca", "gl", "eu"}
)
"""Languages whose months stand above: what is not read with those is no date."""
