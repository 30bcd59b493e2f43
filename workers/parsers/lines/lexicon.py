"""
Small word lists in many languages: function words, the words of page furniture, months.

They are evidence among other evidence (length, case, punctuation, neighbours) and hold words of
the language, never a phrase of one site. All are case-folded.
"""

# ruff: noqa: RUF001 - words are spelled with the letters of their language

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _phrases(text: str) -> tuple[str, ...]:
    return tuple(" ".join(phrase.split()) for phrase in text.split(","))


FUNCTION_WORDS = _words(
    # English
    """
    the of and to a in that is was he for it with as his on be at by had not are but from or have
    an they which one you were her all she there would their we him been has when who will more no
    if out so said what up its about into than them can only other new some could these two may
    then do any my now such like our over me even most after also did many before must through
    where much your how those because under this
    """
    # German
    """
    der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch es an
    werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war
    haben nur oder aber vor zur bis mehr durch man sein wurde sei ich wir
    """
    # French
    """
    de la le et les des en un du une que est pour qui dans par plus pas au sur ne se ce il sont
    avec son aux d'un ou mais comme ont été sa cette nous elle leur ses
    """
    # Spanish and Portuguese
    """
    el y los las por con una su para es al lo como más pero sus ha este sí porque esta entre
    cuando muy sin sobre ser tiene también fue había o e do da não uma os no na dos das com ao à
    pelo pela mas foi são ele ela
    """
    # Italian
    """
    il di che è per non della sono del alla dei nel più anche gli ma ed ha dal dalla delle con
    """
    # Dutch
    """
    het een van dat niet te zijn op voor met aan er ook bij maar naar heeft worden hij wordt om
    """
    # Scandinavian
    """
    och att det som på är av för den till med om har inte ett jag var og i at til ikke av
    """
    # Polish, Czech, Turkish, Indonesian, Finnish
    """
    w i na z że się nie do jest o jak po za od ale přes aby být ve bir ve bu da için ile çok yang
    dan di ini itu dengan untuk tidak ja on ei että oli
    """
    # Russian and Ukrainian
    """
    и в не на я быть он с что а по это она к но мы как из у который за от о для же та його що
    """
    # Greek, Arabic, Hebrew, Hindi
    """
    και το να του η της με για από που στο την في من على إلى أن عن مع التي الذي هذا هذه كان של את
    על לא כי עם הוא के में है की से को का और ने पर
    """
)

FURNITURE = _words(
    # English: what is offered, asked or said around an article
    """
    subscribe subscriber subscribers subscription subscriptions newsletter newsletters signup
    login log register account cookie cookies privacy terms copyright © rights reserved share
    shares tweet facebook twitter instagram linkedin pinterest whatsapp youtube email print
    comment comments reply replies advertisement advertise sponsored promoted click tap download
    app menu search skip related recommended trending follow followers unsubscribe inbox homepage
    sitemap careers faq contact feedback licensing reprints permissions rss podcast gallery
    caption getty shutterstock reuters/ logo opens tab
    """
    # German
    """
    abonnieren abo anmelden registrieren datenschutz impressum agb teilen kommentar kommentare
    drucken newsletter anzeige werbung weiterlesen mehr startseite nutzungsbedingungen kontakt
    suche menü foto quelle bild folgen artikel empfehlen merkliste
    """
    # French
    """
    abonnez-vous abonner abonnés abonné connexion inscription partager commentaires commentaire
    imprimer publicité confidentialité mentions légales accueil recherche rubriques suivez-nous
    lire aussi
    """
    # Spanish, Portuguese, Italian
    """
    suscríbete suscribirse suscripción iniciar sesión compartir comentarios publicidad privacidad
    contacto inicio buscar síguenos assine assinar compartilhar comentários publicidade
    privacidade iscriviti abbonati accedi condividi commenti pubblicità stampa
    """
    # Dutch, Scandinavian, Polish, Turkish
    """
    inloggen abonneer delen reacties advertentie prenumerera dela kommentarer annons abonner
    zaloguj udostępnij komentarze reklama zobacz czytaj paylaş yorum abone giriş
    """
    # Russian, Ukrainian, Greek
    """
    подписаться подписывайтесь подписка поделиться комментарии комментарий реклама войти
    регистрация читайте также поділитися коментарі σχόλια εγγραφή
    """
    # Arabic, Persian, Hebrew
    """
    اشترك شارك تعليقات تعليق إعلان اقرأ أيضا المزيد تسجيل اشتراک
    """
)

YOU = _words(
    """
    you your yours yourself you're you'll you've we our us we're we've please here sie ihr ihre
    ihren
    ihnen uns unser unsere wir hier vous votre vos nous notre nos ici usted ustedes tu tus nos
    nuestro nuestra aquí você seu sua nosso aqui voi vi vostro nostro qui jij je jouw u uw ons onze
    hier du din ditt vi vår вы ваш ваши нас мы наш siz biz
    """
)
"""Words by which a page speaks to its reader, as an article seldom does outside quotes."""

PROFESSION = _words(
    """
    reporter writer journalist correspondent columnist editor author contributor producer staff
    covers covering bureau freelance fellow professor founder host redakteur redakteurin
    journalistin
    autor autorin korrespondent journaliste rédacteur periodista redactor corresponsal jornalista
    giornalista redacteur журналист корреспондент
    """
)
"""What the note about the author says that somebody is."""

FURNITURE_SIGNS = tuple(
    _words(
        """
        相关新闻 相关阅读 推荐阅读 更多 分享 评论 返回 打印 广告 登录 注册 版权 订阅 客户端 扫一扫
        微信 責任編輯 関連記事 続きを読む おすすめ ランキング シェア 会員 ログイン 購読 無断転載
        コメント 관련기사 무단전재 재배포 구독 로그인 댓글 공유
        """
    )
)
"""The same for writing without spaces: looked for anywhere in a short line."""

MONTHS = _words(
    """
    jan january feb february mar march apr april may jun june jul july aug august sep sept
    september oct october nov november dec december januar jänner februar märz mai juni juli
    oktober dezember janvier février mars avril juin juillet août septembre octobre novembre
    décembre enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre
    diciembre janeiro fevereiro março maio junho julho setembro outubro novembro dezembro gennaio
    febbraio aprile maggio giugno luglio settembre ottobre dicembre januari februari maart mei
    augustus januari desember stycznia lutego marca kwietnia maja czerwca lipca sierpnia września
    października listopada grudnia января февраля марта апреля мая июня июля августа сентября
    октября ноября декабря січня лютого березня квітня травня червня липня серпня вересня жовтня
    листопада грудня ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık
    يناير فبراير مارس أبريل ابريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر كانون شباط
    آذار نيسان أيار حزيران تموز آب أيلول تشرين
    """
)

LEAD_INS = _phrases(
    """
    read more, read also, also read, read next, see also, more on this, related, related news,
    related stories, related articles, recommended, watch, watch more, continue reading, more from,
    advertisement, back, back to top, share, share this, copyright, newsletter, weiterlesen,
    lesen sie auch, lesen sie mehr, mehr zum thema, anzeige, teilen, zurück, lire aussi,
    à lire aussi, lire la suite, publicité, partager, lee también, lea también, leer más,
    te puede interesar, publicidad, compartir, leia também, leia mais, publicidade, leggi anche,
    pubblicità, lees ook, lees meer, advertentie, läs också, läs mer, annons, czytaj też,
    czytaj także, zobacz też, reklama, читайте также, читать далее, реклама, اقرأ أيضا, إعلان,
    相关新闻, 相关阅读, 延伸阅读, 推荐阅读, 返回, 広告, 関連記事, あわせて読みたい,
    関連ニュース, 관련기사, 광고, most read, most popular, most viewed, trending,
    you may also like, meistgelesen, das könnte sie auch interessieren, les plus lus,
    sur le même sujet, más información, lo más visto, lo más leído, mais lidas, veja também,
    i più letti, potrebbe interessarti, ilgili haberler, en çok okunanlar, læs også, les også,
    lue myös, čtěte také, přečtěte si také, prečítajte si tiež, citește și, olvassa el,
    διαβάστε επίσης, самое читаемое, по теме, читайте також, прочетете още, baca juga, xem thêm,
    đọc thêm, อ่านเพิ่มเติม, ข่าวที่เกี่ยวข้อง, यह भी पढ़ें, संबंधित खबरें, بیشتر بخوانید,
    الأكثر قراءة, موضوعات ذات صلة, כתבות נוספות, עוד בנושא, הנקראות ביותר, 热门新闻, 相關新聞,
    延伸閱讀, おすすめ記事, アクセスランキング, 관련 기사, 많이 본 뉴스
    """
)
"""What links to other pages begin with, in the words of the language."""

SHORT_MONTHS = _words(
    """
    ene abr ago dic janv févr avr juil déc mrz okt dez fev out gen mag giu lug ott maj янв фев мар
    апр авг сен сент окт ноя дек
    """
)
"""Abbreviations that are words of their own elsewhere: believed only beside a day."""

BY = _words("by von per par por di door av af przez автор от yazan de text texte texto testo tekst")
"""What stands before a name in a byline."""

HEADINGS = _words(
    """
    published updated posted modified created the all more new our latest recent popular related
    key top save read der die das zum zur im am aus auf alle mehr neue neues neueste neuer aktuelle
    aktuelles ähnliche zugehörige weitere viel liebe lieber über stand erstellt veröffentlicht
    les tous toutes nos voir plus los las todos todas más ver otros veja outros
    """
)
"""Words that open the heading of a list, or a line of times, and no name."""

PROMPTS = _phrases(
    """
    valid email address, entering your email, enter your email, your inbox, enable javascript,
    access to this content, with your account, sign up here, sign up now,
    subscribe to our, subscribe to the, subscribe now, subscribe here, join our newsletter,
    our newsletter, terms of use and, terms of service and, view the comments,
    gültige e-mail-adresse,
    newsletter abonnieren, jetzt abonnieren, jetzt anmelden, unseren newsletter, abonnez-vous,
    inscrivez-vous, notre newsletter, votre adresse e-mail, suscríbete, regístrate,
    correo electrónico válido, nuestro boletín, assine a nossa, inscreva-se, iscriviti alla,
    iscriviti al, abbonati, meld je aan, abonneer je, onze nieuwsbrief, prenumerera på,
    zapisz się, подпишитесь, подписывайтесь на
    """
)
"""How a page asks its reader for an address, an account or a subscription."""

NOTES = {
    "bio": (
        "follow him", "follow her", "follow them", "follow me", "send tips", "can be reached",
        "you can email", "his latest book", "her latest book", "is the author of", "is a writer",
        "is a reporter", "is a freelance", "is a senior", "is a staff", "is a contribut",
        "folgen sie ihm", "folgen sie ihr", "suivez-le", "suivez-la", "síguelo", "síguela",
        "sígueme", "é jornalista", "é formado em", "es periodista", "è giornalista",
        "contributed to this report", "contributed to this story",
    ),
    "rights": (
        "all rights reserved", "trademark", "may not be published", "may not be reproduced",
        "no part may be", "subject to copyright", "without permission", "no spam", "unsubscribe",
        "javascript", "privacy policy", "terms of use", "terms of service", "news organization",
        "alle rechte vorbehalten", "tous droits réservés", "todos los derechos reservados",
        "todos os direitos reservados", "tutti i diritti riservati", "wszelkie prawa", "все права",
        "click here", "clique aqui", "cliquez ici", "haga clic", "clicca qui", "hier klicken",
        "get the latest", "to your inbox", "stay up to date", "dear reader",
    ),
}  # fmt: skip
"""What a note on an author says, and what stands under any text of a site; case folded."""
