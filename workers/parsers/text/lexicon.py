"""
Small word lists in many languages: function words, label words, the words of page furniture.

They are evidence among other evidence (length, case, punctuation, neighbours) and hold words of
the language, never a phrase of one site. All are case-folded.
"""

from __future__ import annotations

from shared.domain.article import Field


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


FUNCTION_WORDS = _words(
    # English
    "the of and to a in that is was he for it with as his on be at by had not are but from or have"
    " an they which one you were her all she there would their we him been has when who will more"
    " no if out so said what up its about into than them can only other new some could these two"
    " may then do any my now such like our over me even most after also did many before must"
    " through where much your how those because under this"
    # German
    " der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden"
    " aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben"
    " nur oder aber vor zur bis mehr durch man sein wurde sei ich wir"
    # French
    " de la le et les des en un du une que est pour qui dans par plus pas au sur ne se ce il sont"
    " avec son aux d'un ou mais comme ont été sa cette nous elle leur ses"
    # Spanish and Portuguese
    " el y los las por con una su para es al lo como más pero sus ha este sí porque esta entre"
    " cuando muy sin sobre ser tiene también fue había o e do da não uma os no na dos das com ao à"
    " pelo pela mas foi são ele ela"
    # Italian
    " il di che è per non della sono del alla dei nel più anche gli ma ed ha dal dalla delle con"
    # Dutch
    " het een van dat niet te zijn op voor met aan er ook bij maar naar heeft worden hij wordt om"
    # Scandinavian
    " och att det som på är av för den till med om har inte ett jag var og i at til ikke av"
    # Polish, Czech, Turkish, Indonesian, Finnish
    " w i na z że się nie do jest o jak po za od ale přes aby být ve bir ve bu da için ile çok yang"
    " dan di ini itu dengan untuk tidak ja on ei että oli"
    # Russian and Ukrainian
    " и в не на я быть он с что а по это она к но мы как из у который за от о для же та його що"
    # Greek, Arabic, Hebrew, Hindi
    " και το να του η της με για από που στο την في من على إلى أن عن مع التي الذي هذا هذه كان של את על"
    " לא כי עם הוא के में है की से को का और ने पर"
)

FURNITURE = _words(
    # English: what is offered, asked or said around an article
    "subscribe subscriber subscribers subscription subscriptions newsletter newsletters signup"
    " login log register account cookie cookies privacy terms copyright © rights reserved share"
    " shares tweet facebook twitter instagram linkedin pinterest whatsapp youtube email print"
    " comment comments reply replies advertisement advertise sponsored promoted click tap download"
    " app menu search skip related recommended trending follow followers unsubscribe inbox"
    " homepage sitemap careers faq contact feedback licensing reprints permissions rss podcast"
    " gallery caption getty shutterstock reuters/ logo opens tab"
    # German
    " abonnieren abo anmelden registrieren datenschutz impressum agb teilen kommentar kommentare"
    " drucken newsletter anzeige werbung weiterlesen mehr startseite nutzungsbedingungen"
    " kontakt suche menü foto quelle bild folgen artikel empfehlen merkliste"
    # French
    " abonnez-vous abonner abonnés abonné connexion inscription partager commentaires commentaire"
    " imprimer publicité confidentialité mentions légales accueil recherche rubriques suivez-nous"
    " lire aussi"
    # Spanish, Portuguese, Italian
    " suscríbete suscribirse suscripción iniciar sesión compartir comentarios publicidad privacidad"
    " contacto inicio buscar síguenos assine assinar compartilhar comentários publicidade"
    " privacidade iscriviti abbonati accedi condividi commenti pubblicità stampa"
    # Dutch, Scandinavian, Polish, Turkish
    " inloggen abonneer delen reacties advertentie prenumerera dela kommentarer annons abonner"
    " zaloguj udostępnij komentarze reklama zobacz czytaj paylaş yorum abone giriş"
    # Russian, Ukrainian, Greek
    " подписаться подписывайтесь подписка поделиться комментарии комментарий реклама войти"
    " регистрация читайте также поділитися коментарі σχόλια εγγραφή"
    # Arabic, Persian, Hebrew
    " اشترك شارك تعليقات تعليق إعلان اقرأ أيضا المزيد تسجيل اشتراک"
)

FURNITURE_SIGNS = (
    "相关新闻 相关阅读 推荐阅读 更多 分享 评论 返回 打印 广告 登录 注册 版权 订阅 客户端 扫一扫 微信"
    " 責任編輯 関連記事 続きを読む おすすめ ランキング シェア 会員 ログイン 購読 無断転載 コメント"
    " 관련기사 무단전재 재배포 구독 로그인 댓글 공유"
).split()
"""The same for writing without spaces: looked for anywhere in a short line."""

MONTHS = _words(
    "jan january feb february mar march apr april may jun june jul july aug august sep sept september"
    " oct october nov november dec december januar jänner februar märz mai juni juli oktober dezember"
    " janvier février mars avril juin juillet août septembre octobre novembre décembre enero febrero"
    " marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre janeiro fevereiro"
    " março maio junho julho setembro outubro novembro dezembro gennaio febbraio aprile maggio giugno"
    " luglio settembre ottobre dicembre januari februari maart mei augustus januari desember stycznia"
    " lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia"
    " января февраля марта апреля мая июня июля августа сентября октября ноября декабря"
    " січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня"
    " ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık"
    " يناير فبراير مارس أبريل ابريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر"
    " كانون شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين"
)

BY = _words("by von par por di door av af przez автор от yazan de text texte texto testo tekst")
"""What stands before a name in a byline."""


def _labels(**names: str) -> dict[str, Field]:
    return {
        label: Field[name] for name, words in names.items() for label in words.split(",") if label
    }


LABELS = _labels(
    HEADLINE="title,headline,subject,titel,überschrift,betreff,schlagzeile,titre,objet,título,titular,"
    "asunto,titolo,oggetto,kop,rubrik,tytuł,заголовок,тема,başlık,标题,標題,题目,件名,タイトル,見出し,"
    "제목,العنوان,عنوان,כותרת,शीर्षक",
    AUTHOR="author,authors,by,byline,written by,reporter,reporters,reported by,correspondent,writer,"
    "text by,story by,from,autor,autoren,autorin,verfasser,von,text,auteur,auteurs,par,autores,autora,"
    "por,redactor,autore,autori,di,door,författare,av,autorzy,автор,авторы,текст,yazar,muhabir,作者,"
    "记者,記者,本报记者,文,撰文,撰稿,執筆,著者,筆者,기자,글,الكاتب,كاتب,بقلم,כותב,מאת,लेखक",
    EDITOR="editor,editors,edited by,editing by,edited,web editor,copy editor,redakteur,redaktion,"
    "bearbeitung,redigiert von,rédacteur,rédactrice,éditeur,édité par,editora,editado por,edición,"
    "redattore,a cura di,redacteur,redaktör,redakcja,редактор,editör,编辑,編輯,责任编辑,責任編輯,责编,"
    "編集,編集者,편집,편집자,المحرر,تحرير,עורך,संपादक",
    SOURCE="source,sources,agency,publisher,publication,newspaper,provider,quelle,agentur,herausgeber,"
    "source de l'article,agence,fuente,agencia,medio,fonte,agenzia,bron,källa,źródło,источник,kaynak,"
    "来源,來源,稿源,出典,提供,配信,출처,المصدر,مصدر,מקור,स्रोत",
    PUBLISHED="date,time,datetime,published,published on,published at,publication date,publish date,"
    "publish time,posted,posted on,release date,pubdate,date published,created,datum,zeit,uhrzeit,"
    "veröffentlicht,veröffentlicht am,erschienen,erschienen am,stand,date de publication,publié,"
    "publié le,heure,fecha,hora,publicado,publicado el,fecha de publicación,data,pubblicato,"
    "pubblicato il,publicado em,gepubliceerd,publicerad,opublikowano,дата,опубликовано,время,tarih,"
    "yayın tarihi,时间,時間,日期,发布时间,發布時間,发表时间,发布日期,日時,公開日,掲載日,配信日時,입력,등록,"
    "게재일,التاريخ,تاريخ,تاريخ النشر,نشر,الوقت,נשר,תאריך,दिनांक,प्रकाशित",
    UPDATED="updated,updated on,last updated,last modified,modified,last update,update,aktualisiert,"
    "aktualisiert am,zuletzt aktualisiert,geändert,mis à jour,mis à jour le,mise à jour,actualizado,"
    "actualizado el,aggiornato,aggiornato il,atualizado,atualizado em,bijgewerkt,uppdaterad,"
    "zaktualizowano,обновлено,güncelleme,güncellendi,更新,更新时间,更新日期,修改时间,更新日,更新日時,수정,"
    "آخر تحديث,تحديث,עודכן,अपडेट",
    LANGUAGE="language,lang,sprache,langue,idioma,lingua,taal,język,язык,dil,语言,語言,言語,언어,اللغة",
    URL="url,link,web,canonical,canonical url,permalink,address,adresse,enlace,lien,ссылка,网址,链接,"
    "原文链接,リンク,الرابط",
    SECTION="section,category,categories,rubric,channel,desk,ressort,rubrik,kategorie,rubrique,catégorie,"
    "sección,categoría,sezione,categoria,rubriek,dział,рубрика,раздел,kategori,栏目,欄目,版面,频道,分类,"
    "カテゴリ,カテゴリー,섹션,القسم,קטגוריה",
    KEYWORD="keywords,keyword,tags,tag,topics,topic,subjects,schlagwörter,schlagworte,stichwörter,themen,"
    "mots-clés,mots clés,palabras clave,etiquetas,parole chiave,palavras-chave,trefwoorden,nyckelord,"
    "słowa kluczowe,ключевые слова,теги,etiketler,关键词,關鍵詞,标签,キーワード,タグ,키워드,태그,"
    "كلمات مفتاحية,الكلمات المفتاحية",
    DATELINE="dateline,location,place,ort,lieu,lugar,luogo,место,yer,地点,地點,発信地,المكان",
    GUID="guid,id,uuid,article id,story id,message-id,identifier,编号",
    SLUGLINE="slug,slugline,slug line",
    EMBARGO="embargo,embargoed until,embargo until,sperrfrist",
    VERSION="version,revision",
)
"""Label word → the field whose value stands after it or below it."""
