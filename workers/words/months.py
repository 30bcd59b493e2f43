"""The names of months in many languages, for those who look for a date and those who read it."""

# ruff: noqa: RUF001 - words are spelled with the letters of their language
from __future__ import annotations

from workers.words.listed import words
from workers.words.more_months import MORE_MONTHS

_MONTHS = (
    (  # January
        "january jan januar jänner jän janvier janv enero ene gennaio gen janeiro januari "
        "januarie januára január ledna leden stycznia styczeń sty sijecanj siječanj siječnja "
        "januarja ianuarie ian января январь янв січня січень януари јануар јануари "
        "ιανουαρίου ιανουάριος ιαν ocak oca tammikuuta tammikuu tammi jaanuar sausio sausis "
        "janvāris janvārī gener xaneiro urtarrila janar يناير جانفي كانونالثاني ژانویه ינואר "
        "בינואר जनवरी জানুয়ারি มกราคม ม.ค. januarii студзеня"
        " ஜனவரி జనవరి ജനുവരി ಜನವರಿ જાન્યુઆરી ਜਨਵਰੀ जानेवारी جنوری ජනවාරි იანვარი հունվարի"
        " қаңтар ມັງກອນ yanvar"
    ),
    (  # February
        "february feb februar feber février févr fevr fév febrero febbraio fevereiro fev "
        "februari februára február února únor lutego luty lut veljača veljače februarja "
        "februarie февраля февраль фев февр лютого лютий февруари фебруар φεβρουαρίου "
        "φεβρουάριος φεβ şubat şub helmikuuta helmikuu helmi veebruar vasario vasaris "
        "februāris februārī febrer febreiro otsaila shkurt فبراير فيفري شباط فوریه פברואר "
        "בפברואר फरवरी ফেব্রুয়ারি กุมภาพันธ์ ก.พ. febuary лютага"
        " பிப்ரவரி ఫిబ్రవరి ഫെബ്രുവരി ಫೆಬ್ರವರಿ ફેબ્રુઆરી ਫਰਵਰੀ फेब्रुवारी فروری පෙබරවාරි"
        " თებერვალი փետրվարի ақпан pebrero ກຸມພາ fevral"
    ),
    (  # March
        "march mar märz mär mrz mars marzo março marco maart mrt marts március marec marca "
        "března březen marzec ožujak ožujka martie марта март мар березня березень μαρτίου "
        "μάρτιος μαρ mart maaliskuuta maaliskuu maalis märts kovo kovas martā març martxoa "
        "maret مارس آذار מרץ מרס במרץ मार्च মার্চ มีนาคม มี.ค. сакавіка"
        " மார்ச் మార్చి മാർച്ച് ಮಾರ್ಚ್ માર્ચ ਮਾਰਚ مارچ මාර්තු მარტი մարտի наурыз machi marso"
        " ມີນາ mac"
    ),
    (  # April
        "april apr avril avr abril abr aprile aprilie április apríl apríla dubna duben "
        "kwietnia kwiecień kwi travanj travnja апреля апрель апр квітня квітень април "
        "απριλίου απρίλιος απρ nisan nis huhtikuuta huhtikuu huhti aprill balandžio balandis "
        "aprīlis aprīlī apirila prill أبريل ابريل أفريل نيسان آوریل אפריל באפריל अप्रैल "
        "এপ্রিল เมษายน เม.ย. красавіка"
        " ஏப்ரல் ఏప్రిల్ ഏപ്രിൽ ಏಪ್ರಿಲ್ એપ્રિલ ਅਪ੍ਰੈਲ एप्रिल اپریل අප්රේල් აპრილი ապրիլի сәуір"
        " aprili ເມສາ aprel"
    ),
    (  # May
        "may mai mayo maggio mag maio mei maj maja majus május mája máj května květen svibanj "
        "svibnja мая май травня травень мај μαΐου μάιος μαϊ mayıs toukokuuta toukokuu touko "
        "gegužės gegužė maijs maijā maig maiatza مايو ماي أيار ايار می מאי במאי मई মে พฤษภาคม "
        "พ.ค."
        " மே మే മേയ് ಮೇ મે ਮਈ मे مئی මැයි მაისი մայիսի мамыр ພຶດສະພາ"
    ),
    (  # June
        "june jun juni juin junio giugno giu junho junij június júna jún června červen "
        "czerwca czerwiec cze lipanj lipnja iunie iun июня июнь июн червня червень юни јун "
        "јуни ιουνίου ιούνιος ιουν haziran haz kesäkuuta kesäkuu kesä juuni birželio birželis "
        "jūnijs jūnijā juny xuño ekaina qershor يونيو يونيه جوان حزيران ژوئن יוני ביוני जून "
        "জুন มิถุนายน มิ.ย. чэрвеня junja"
        " ஜூன் జూన్ ജൂൺ ಜೂನ್ જૂન ਜੂਨ جون ජූනි ივნისი հունիսի маусым hunyo ມິຖຸນາ iyun"
    ),
    (  # July
        "july jul juli juillet juil julio luglio lug julho julij július júla júl července "
        "červenec lipca lipiec lip srpanj srpnja iulie iul июля июль июл липня липень юли јул "
        "јули ιουλίου ιούλιος ιουλ temmuz tem heinäkuuta heinäkuu heinä juuli liepos liepa "
        "jūlijs jūlijā juliol xullo uztaila korrik يوليو يوليه جويلية تموز ژوئیه יולי ביולי "
        "जुलाई জুলাই กรกฎาคม ก.ค. ліпеня julija"
        " ஜூலை జులై ജൂലൈ ಜುಲೈ જુલાઈ ਜੁਲਾਈ जुलै جولائی ජූලි ივლისი հուլիսի шілде julai hulyo"
        " ກໍລະກົດ iyul"
    ),
    (  # August
        "august aug août aout agosto ago augustus augusti augusztus augusta srpna srpen "
        "sierpnia sierpień sie kolovoz kolovoza avgust avgusta августа август авг серпня "
        "серпень αυγούστου αύγουστος αυγ ağustos ağu elokuuta elokuu elo rugpjūčio rugpjūtis "
        "augusts augustā agost abuztua gusht agustus أغسطس اغسطس أوت آب اوت אוגוסט באוגוסט "
        "अगस्त আগস্ট สิงหาคม ส.ค. жніўня"
        " ஆகஸ்ட் ఆగస్టు ഓഗസ്റ്റ് ಆಗಸ್ಟ್ ઓગસ્ટ ਅਗਸਤ ऑगस्ट اگست අගෝස්තු აგვისტო օգոստոսի тамыз"
        " agosti ສິງຫາ avqust ogos"
    ),
    (  # September
        "september sept sep septembre septiembre setiembre settembre set setembro szeptember "
        "septembra září zari września wrzesień wrz rujan rujna septembrie сентября сентябрь "
        "сен сент вересня вересень септември септембар σεπτεμβρίου σεπτέμβριος σεπ σεπτ eylül "
        "eyl syyskuuta syyskuu syys rugsėjo rugsėjis septembris septembrī setembre iraila "
        "shtator سبتمبر أيلول ايلول سپتامبر ספטמבר בספטמבר सितंबर सितम्बर সেপ্টেম্বর กันยายน "
        "ก.ย. верасня"
        " செப்டம்பர் సెప్టెంబర్ സെപ്റ്റംബർ ಸೆಪ್ಟೆಂಬರ್ સપ્ટેમ્બર ਸਤੰਬਰ सप्टेंबर ستمبر"
        " සැප්තැම්බර් სექტემბერი սեպտեմբերի қыркүйек septemba setyembre ກັນຍາ sentyabr sentabr"
    ),
    (  # October
        "october oct oktober okt octobre octubre ottobre ott outubro out oktobra október "
        "októbra října říjen października październik paź listopad-hr octombrie октября "
        "октябрь окт жовтня жовтень октомври октобар οκτωβρίου οκτώβριος οκτ ekim eki "
        "lokakuuta lokakuu loka oktoober spalio spalis oktobris oktobrī urria tetor أكتوبر "
        "اكتوبر تشرينالأول تشرينالاول اکتبر אוקטובר באוקטובר अक्टूबर अक्तूबर অক্টোবর ตุลาคม "
        "ต.ค. кастрычніка"
        " அக்டோபர் అక్టోబర్ ഒക്ടോബർ ಅಕ್ಟೋಬರ್ ઓક્ટોબર ਅਕਤੂਬਰ ऑक्टोबर اکتوبر ඔක්තෝබර් ოქტომბერი"
        " հոկտեմբերի қазан oktoba oktubre ຕຸລາ oktyabr oktabr"
    ),
    (  # November
        "november nov novembre noviembre novembro listopadu listopad listopada lis studeni "
        "studenoga studenog novembra noiembrie noi ноября ноябрь ноя нояб листопада листопад "
        "ноември новембар νοεμβρίου νοέμβριος νοε νοεμ kasım kas marraskuuta marraskuu marras "
        "lapkričio lapkritis novembris novembrī azaroa nëntor نوفمبر تشرينالثاني نوامبر "
        "נובמבר בנובמבר नवंबर नवम्बर নভেম্বর พฤศจิกายน พ.ย. лістапада nopember"
        " நவம்பர் నవంబర్ നവംബർ ನವೆಂಬರ್ નવેમ્બર ਨਵੰਬਰ नोव्हेंबर نومبر නොවැම්බර් ნოემბერი"
        " նոյեմբերի қараша novemba nobyembre ພະຈິກ noyabr"
    ),
    (  # December
        "december dec dezember dez décembre déc diciembre dic dicembre dezembro desember des "
        "decembra prosince prosinec grudnia grudzień gru prosinac prosinca decembrie декабря "
        "декабрь дек грудня грудень декември децембар δεκεμβρίου δεκέμβριος δεκ aralık ara "
        "joulukuuta joulukuu joulu detsember gruodžio gruodis decembris decembrī desembre "
        "decembro abendua dhjetor ديسمبر كانونالأول كانونالاول دسامبر דצמבר בדצמבר दिसंबर "
        "दिसम्बर ডিসেম্বর ธันวาคม ธ.ค. снежня"
        " டிசம்பர் డిసెంబర్ ഡിസംബർ ಡಿಸೆಂಬರ್ ડિસેમ્બર ਦਸੰਬਰ डिसेंबर دسمبر දෙසැම්බර් დეკემბერი"
        " դեկտեմբերի желтоқсан desemba disyembre ທັນວາ dekabr disember"
    ),
)
MONTHS: dict[str, int] = {
    name.casefold(): number
    for table in (MORE_MONTHS, _MONTHS)
    for number, names in enumerate(table, 1)
    for name in names.split()
}
"""A month's name or abbreviation, case folded, without its dot → 1 to 12."""
MARKS = (
    r"\u0300-\u036f\u064b-\u065f\u0900-\u0dff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u200c\u200d"
)
"""What belongs to words of many scripts and is no letter for a regular expression."""
_AFGHAN = words("حمل, ثور, جوزا, سرطان, اسد, سنبله, میزان, عقرب, قوس, جدی, دلو, حوت")
SOLAR_MONTHS = {
    name: number
    for number, name in enumerate(
        (
            "فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور",
            "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند",
        ),
        1,
    )
} | {name: number for number, name in enumerate(_AFGHAN, 1)}  # fmt: skip
"""The months of the Persian (solar Hijri) calendar, as Iran and Afghanistan call them."""
