"""The names of months in languages that few lists have, and the short ones of each language."""

# ruff: noqa: RUF001 - words are spelled with the letters of their language
from __future__ import annotations

MORE_MONTHS = (
    (
        "xan ýan "
        "amajjii eanáir hānuere jaan janaayo janairu jannaayo jannar jannewaris janoary januaro "
        "janyuwari janúar jenụwarị mutarama samwiyee schan schaner urtarrilaren ýanwar гыйн "
        "гыйнвар студзень январ հնվ հունվար בינו ינו جنوري ژانویهٔ जन॰ जाने জানু জানুয়ারী "
        "জানুৱাৰী ਜਨ જાન્યુ ଜାନୁଆରୀ ஜன జన ಜನ ജനു ජන ມ.ກ ဇန် ဇန်နဝါရီ იან ጃን ጃንዋሪ ጥሪ មករា "
    ),
    (
        "faburairu favr favrer feabh feabhra febr febraayo febrewaris febroary februaro februwari "
        "febrúar febrụwarị fewral fewriyee frar gashyantare guraandhala otsailaren pēpuere veebr "
        "люты феврал փետրվար փտվ בפבר פבר شوبات فبروري فوریهٔ فېبروري फ़रवरी फ़र॰ फेब्रु "
        "फेब्रुअरी ফেব ফেব্রুয়ারী ফেব্ৰু ফেব্ৰুৱাৰী ਫ਼ਰ ਫ਼ਰਵਰੀ ફેબ્રુ ଫେବୃଆରୀ பிப் ఫిబ్ర ಫೆಬ್ರ "
        "ഫെബ്രു පෙබ ກ.ພ ဖေ ဖေဖော်ဝါရီ თებ ለካ ለካቲት ፌብ ፌብሩዋሪ កុម្ភៈ "
    ),
    (
        "bitootessa maachị maarso maris marto martsa martxoaren marzu matshi márc márta mäerz "
        "māehe werurwe μάρ сакавік մարտ մրտ ئازار মাৰ্চ ମାର୍ଚ୍ଚ மார் മാർ මාර් ມ.ນ မတ် მარ መጋ መጋቢት "
        "ማርች មីនា "
    ),
    (
        "ápr "
        "abriil abrëll afirilu aibreán apirilaren aprilo aprily avrigl awril eebila epreel epreli "
        "āpe āpereira āperira апрел квіт красавік ապր ապրիլ אפר באפר نیسان अप्रिल एप्रि এপ্রি "
        "এপ্ৰিল ਅਪ੍ਰੈ ଅପ୍ରେଲ ஏப் ఏప్రి ಏಪ್ರಿ ഏപ്രി අප්‍රේල් ມ.ສ ဧပြီ აპრ ሚያ ሚያዝያ ኤፕሪ ኤፕሪል មេសា "
    ),
    (
        "maí "
        "maý "
        "bealtaine caamsaa gicurasi maaie maayo maiatzaren majo matg mayu mejju meyi μάι μαΐ "
        "трав մայիս մյս ئایار مه مهٔ مۍ ମଇ ພ.ພ မေ მაი ሜይ ጉንበት ግን ឧសភា "
    ),
    (
        "júní "
        "jūn iýun "
        "ekainaren hune iýun jona junie juun júní kamena meith meitheamh suwe waxabajjii yuni "
        "zercl zercladur ġun ġunju ιούν черв чэрвень հնս հունիս حوزەیران जुन ଜୁନ ມິ.ຖ ဇွန် ივნ ሰነ "
        "ጁን មិថុនា "
    ),
    (
        "júlí "
        "xul jūl iýul "
        "adoolessa fanadur hūrae iúil iýul jolay juill julayi julaị julie júlí lulju luulyo "
        "nyakanga sulet uztailaren yuli ιούλ ліпень հլս հուլիս تەمووز جولای يوليوز ژوئیهٔ जुल॰ "
        "জুল ਜੁਲਾ ଜୁଲାଇ ກ.ລ ဇူ ဇူလိုင် ივლ ሓም ሓምለ ጁላይ កក្កដា "
    ),
    (
        "ágú avg "
        "agu agt ogo agust awg "
        "abuztuaren agasti agusta aogositra avust awgust awwissu aŭgusto hagayya kanama lúnasa "
        "ogosto ágúst āku ākuhata αύγ жнівень серп օգոստոս օգս אוג באוג ئاب اګست غشت अगस्ट अग॰ ऑग "
        "আগ আগষ্ট ਅਗ ઑગસ્ટ ଅଗଷ୍ଟ ஆக ఆగ ಆಗ ഓഗ අගෝ ສ.ຫ ဩဂုတ် აგვ ነሓ ነሓሰ ኦገስ ኦገስት សីហា ọgọ ọgọọst "
    ),
    (
        "fulbaana hepetema irailaren mfómh nzeri satumba sebteembar sebtembar sentýabr septambra "
        "septembar septembro septimber sett settember settembru szept sàttumbar верасень сентябр "
        "սեպ սեպտեմբեր בספט ספט ئەیلوول سپتمبر سېپتمبر شتنبر सप्टें सित॰ सेप्टेम्बर ছেপ্তে "
        "ছেপ্তেম্বৰ সেপ ਸਤੰ સપ્ટે ସେପ୍ଟେମ୍ବର செப் సెప్టెం ಸೆಪ್ಟೆಂ സെപ്റ്റം සැප් ກ.ຍ စက် စက်တင်ဘာ "
        "სექ መስ መስከረም ሴፕቴ ሴፕቴምበር កញ្ញា "
    ),
    (
        "dfómh oketopa okthoba okthobha oktobar oktobro oktoobar oktýabr onkoloolessa ottubru "
        "ukwakira urriaren жовт кастрычнік октябр հոկ հոկտեմբեր אוק באוק अक्टू॰ अक्टोबर ऑक्टो "
        "অক্টো অক্টোবৰ ਅਕਤੂ ઑક્ટો ઑક્ટોબર ଅକ୍ଟୋବର அக் అక్టో ಅಕ್ಟೋ ഒക്ടോ ഒക്‌ടോബർ ඔක් ຕ.ລ အောက် "
        "အောက်တိုဘာ ოქტ ኦክቶ ኦክቶበር ጥቅ ጥቅምቲ តុលា ọkt ọktoba "
    ),
    (
        "noý noýabr "
        "azaroaren noema noofeembar novambra novembar novembru novimber nowàmbar noýabr nuwamba "
        "nóvember sadaasa samhain ugushyingo νοέ лист лістапад ноябр նոյ նոյեմբեր בנוב נוב نونبر "
        "नव॰ नोभेम्बर नोव्हें নভে নৱে নৱেম্বৰ ਨਵੰ નવે ନଭେମ୍ବର நவ నవం ನವೆಂ നവം නොවැ ພ.ຈ နို "
        "နိုဝင်ဘာ ნოე ሕዳ ሕዳር ኖቬም ኖቬምበር វិច្ឆិកា "
    ),
    (
        "abenduaren decembar desambra desimber desàmbar dets disamba diseembar disemba diċembru "
        "mudde nollaig tīhema ukuboza груд декабр снежань դեկ դեկտեմբեր בדצמ דצמ دجنبر डिसें "
        "डिसेम्बर दिस॰ ডিচে ডিচেম্বৰ ডিসে ਦਸੰ ડિસે ଡିସେମ୍ବର டிச డిసెం ಡಿಸೆಂ ഡിസം දෙසැ ທ.ວ ဒီ "
        "ဒီဇင်ဘာ დეკ ታሕ ታሕሳስ ዲሴም ዲሴምበር ធ្នូ "
    ),
)
"""Names of languages that few papers write, and abbreviations; January to December."""
MONTHS_OF = {
    language: {name: number for number, name in enumerate(names.split(), 1)}
    for language, names in {
        "az": "yan fev mar apr may iyn iyl avq sen okt noy dek",
        "be": "сту лют сак кра мая чэр ліп жні вер кас ліс сне",
        "bs": "jan feb mar apr maj jun jul avg sep okt nov dec",
        "cs": "led úno bře dub kvě čvn čvc srp zář říj lis pro",
        "eo": "jan feb mar apr maj jun jul aŭg sep okt nov dec",
        "eu": "urt ots mar api mai eka uzt abu ira urr aza abe",
        "fil": "ene peb mar abr may hun hul ago set okt nob dis",
        "hr": "sij velj ožu tra svi lip srp kol ruj lis stu pro",
        "hy": "հնվ փտվ մրտ ապր մյս հնս հլս օգս սեպ հոկ նոյ դեկ",
        "is": "jan feb mar apr maí jún júl ágú sep okt nóv des",
        "kk": "қаң ақп нау сәу мам мау шіл там қыр қаз қар жел",
        "lt": "saus vas kov bal geg birž liep rugp rugs spal lapkr gruod",
        "mt": "jan fra mar apr mej ġun lul aww set ott nov diċ",
        "pl": "sty lut mar kwi maj cze lip sie wrz paź lis gru",
        "sq": "jan shk mar pri maj qer korr gush sht tet nën dhj",
        "sr": "jan feb mar apr maj jun jul avg sep okt nov dec",
        "uk": "січ лют бер кві тра чер лип сер вер жов лис гру",
    }.items()
}
"""Abbreviations that are other words, or other months (`lip`, `lis`), in other languages."""
