"""The words of label lines (`Source:`, `Editor`, `Time`) in many languages, by field."""

# ruff: noqa: RUF001 - words are spelled with the letters of their language

from __future__ import annotations

from shared.domain.article import Field
from workers.words import day_labels
from workers.words.author_words import LABELS as AUTHOR_LABELS


def _labels(**names: str) -> dict[str, Field]:
    return {
        label.casefold(): Field[name]
        for name, words in names.items()
        for label in " ".join(words.split()).split(", ")
    }


def _words(words: str) -> frozenset[str]:
    return frozenset(" ".join(words.split()).split(", "))


_ELSEWHERE = (
    (AUTHOR_LABELS, Field.AUTHOR),
    (day_labels.PUBLISHED, Field.PUBLISHED),
    (day_labels.UPDATED, Field.UPDATED),
)
LABELS = {label: field for labels, field in _ELSEWHERE for label in labels} | _labels(
    HEADLINE="""
    title, headline, subject, titel, überschrift, betreff, schlagzeile, titre, objet, título,
    titular, asunto, titolo, oggetto, kop, rubrik, tytuł, заголовок, тема, başlık, 标题, 標題,
    题目, 件名, タイトル, 見出し, 제목, العنوان, عنوان, כותרת, शीर्षक, judul,
    titolo dell'articolo, titulo, titul, titulek, nadpis, cím, titlu, titel van het artikel,
    otsikko, pealkiri, antraštė, virsraksts, τίτλος, заглавие, наслов, naslov, tiêu đề, tajuk,
    พาดหัว, หัวข้อ, تیتر, عنوان خبر, শিরোনাম, тақырып, 新闻标题, 文章标题, 記事タイトル, 題名,
    기사제목, headline text, overskrift, manşet, kicker
    """,
    AUTHOR="""
    author, authors, by, byline, written by, reporter, reporters, reported by, correspondent,
    writer, text by, story by, from, autor, autoren, autorin, verfasser, von, text, auteur,
    auteurs, par, autores, autora, por, redactor, autore, autori, di, door, författare, av,
    autorzy, автор, авторы, текст, yazar, muhabir, 作者, 记者, 記者, 本报记者, 文, 撰文, 撰稿,
    執筆, 著者, 筆者, 기자, 글, الكاتب, كاتب, بقلم, כותב, מאת, लेखक, skribent, forfatter,
    skrevet av, skrevet af, text av, af, kirjoittaja, teksti, toimittaja, autoare, redactat de,
    de, autorka, napsal, napsala, připravil, autoři, szerző, írta, geschreven door, tekst,
    verslaggever, auteure, rédigé par, journaliste, écrit par, escrito por, por el autor,
    periodista, firma, autoria, reportagem, jornalista, scritto da, testo di, giornalista,
    napisał, napisała, opracował, opracowała, dziennikarz, автор статьи, журналист,
    корреспондент, подготовил, автори, журналіст, автор текста, аутор, penulis, oleh, wartawan,
    jurnalis, tác giả, phóng viên, bài, συντάκτης, συγγραφέας, του, της, قلم, المؤلف,
    المحرر الصحفي, إعداد, كتب, كتبت, نویسنده, خبرنگار, نگارنده, लेखिका, संवाददाता, রিপোর্টার,
    লেখক, ผู้เขียน, ผู้สื่อข่าว, นักเขียน, โดย, 文章作者, 作者姓名, 撰稿人, 通讯员, 文字, 采写,
    记者姓名, ライター, 文責, 執筆者, 投稿者, 작성자, 글쓴이, 취재, 기자명, yazan, haberi yazan,
    haber, מחבר, כתב
    """,
    EDITOR="""
    editor, editors, edited by, editing by, edited, web editor, copy editor, redakteur,
    redaktion, bearbeitung, redigiert von, rédacteur, rédactrice, éditeur, édité par, editora,
    editado por, edición, redattore, a cura di, redacteur, redaktör, redakcja, редактор, editör,
    编辑, 編輯, 责任编辑, 責任編輯, 责编, 編集, 編集者, 편집, 편집자, المحرر, تحرير, עורך,
    संपादक, edit, editors' desk, lektor, bearbeiter, redigering, redigerad av, redigert av,
    redaktør, editoriale, curatore, redacción, editores, editor responsable, edição, editado em,
    eindredactie, redaktor, redakce, szerkesztő, редакторы, випусковий редактор, penyunting,
    biên tập, biên tập viên, επιμέλεια, ویراستار, ตรวจทาน, 执行编辑, 校对, 审核, 監修, デスク,
    교열, haber editörü
    """,
    SOURCE="""
    source, sources, agency, publisher, publication, newspaper, provider, quelle, agentur,
    herausgeber, source de l'article, agence, fuente, agencia, medio, fonte, agenzia, bron,
    källa, źródło, источник, kaynak, 来源, 來源, 稿源, 出典, 提供, 출처, المصدر, مصدر, מקור,
    स्रोत, sumber, zdroj, forrás, sursa, sursă, izvor, vir, šaltinis, allikas, lähde, kilde,
    avots, πηγή, джерело, източник, извор, nguồn, nguồn tin, แหล่งที่มา, ที่มา, منبع,
    مصدر الخبر, সূত্র, 文章来源, 信息来源, 新闻来源, 来自, 媒体, 情報源, 出所, ソース,
    출처 표기, 매체, 언론사, haber kaynağı, ajans, agência, veículo, medium, krant, uitgever,
    verlag, zeitung, éditeur de presse, journal, média, giornale, testata, editore, editorial,
    periódico, diario, wydawca, издание, видавець, media, penerbit, outlet, news source, site,
    site name, website, wire, credit
    """,
    PUBLISHED="""
    date, time, datetime, published, published on, published at, publication date, publish date,
    publish time, posted, posted on, release date, pubdate, date published, created, datum,
    zeit, uhrzeit, veröffentlicht, veröffentlicht am, erschienen, erschienen am, stand,
    date de publication, publié, publié le, heure, fecha, hora, publicado, publicado el,
    fecha de publicación, data, pubblicato, pubblicato il, publicado em, gepubliceerd,
    publicerad, opublikowano, дата, опубликовано, время, tarih, yayın tarihi, 时间, 時間, 日期,
    发布时间, 發布時間, 发表时间, 发布日期, 日時, 公開日, 掲載日, 配信日時, 입력, 등록, 게재일,
    التاريخ, تاريخ, تاريخ النشر, نشر, الوقت, נשר, תאריך, दिनांक, प्रकाशित, publicerat,
    publisert, publiceret, udgivet, datum und uhrzeit, erstellt, erstellt am, publiziert,
    publiziert am, veröffentlichungsdatum, erscheinungsdatum, date de parution, paru le,
    date et heure, créé le, publicada, publicada el, fecha y hora, fecha publicación,
    data de publicação, data da publicação, publicado às, data e hora, data di pubblicazione,
    pubblicata, pubblicata il, data e ora, ora, gepubliceerd op, publicatiedatum, geplaatst,
    geplaatst op, datum publicatie, data publikacji, opublikowany, data dodania, dodano,
    utworzono, dato, tid, julkaistu, datum zveřejnění, publikováno, vydáno, zveřejněno,
    megjelent, dátum, közzétéve, data publicării, publicat, publicat la, objavljeno,
    datum objave, paskelbta, avaldatud, publicēts, ημερομηνία, ημερομηνία δημοσίευσης,
    δημοσίευση, δημοσιεύθηκε, дата публикации, дата и время, опубликован, опубликована,
    размещено, дата публікації, опубліковано, публикувано, објављено, yayınlanma,
    yayınlanma tarihi, yayımlanma tarihi, yayınlandı, yayın, giriş, giriş tarihi, eklenme,
    eklenme tarihi, oluşturulma, oluşturulma tarihi, tanggal, tanggal terbit, diterbitkan,
    terbit, waktu, dipublikasikan, tarikh, ngày, ngày đăng, đăng lúc, thời gian, ngày xuất bản,
    วันที่, เผยแพร่, วันที่เผยแพร่, تاريخ الخبر, تم النشر, نشرت, نشر في, التوقيت, تاریخ,
    تاریخ انتشار, زمان انتشار, انتشار, שעה, פורסם, פורסם ב, तारीख, तिथि, समय, प्रकाशन तिथि,
    प्रकाशित तिथि, पोस्टेड, তারিখ, প্রকাশ, প্রকাশিত, প্রকাশের সময়, 发布, 发布于, 发表于,
    发表日期, 刊发时间, 发稿时间, 發佈時間, 發布日期, 更新於, 投稿日, 投稿日時, 発行日, 公開,
    公開日時, 配信, 配信日, 掲載, 日付, 작성일, 등록일, 기사입력, 기사등록, 입력일, 발행일,
    발행, 날짜, 게재, 송고, 승인, filed, filed on, filed at, first published,
    first published on, issued, date of publication, dated, date/time, date and time,
    published date, time published, time posted, date posted, story date, run date
    """,
    UPDATED="""
    updated, updated on, last updated, last modified, modified, last update, update,
    aktualisiert, aktualisiert am, zuletzt aktualisiert, geändert, mis à jour, mis à jour le,
    mise à jour, actualizado, actualizado el, aggiornato, aggiornato il, atualizado,
    atualizado em, bijgewerkt, uppdaterad, zaktualizowano, обновлено, güncelleme, güncellendi,
    更新, 更新时间, 更新日期, 修改时间, 更新日, 更新日時, 수정, آخر تحديث, تحديث, עודכן, अपडेट,
    last updated on, last updated at, updated at, date modified, modified on, last edited,
    last revised, revised, letzte änderung, letzte aktualisierung, aktualisierung, geändert am,
    dernière mise à jour, modifié le, modifié, actualisé le, actualizada, última actualización,
    fecha de actualización, modificado, última modificación, última atualização, atualizada em,
    atualizada, atualização, ultimo aggiornamento, aggiornata, aggiornata il, aggiornamento,
    modificato il, laatst bijgewerkt, laatste update, laatst gewijzigd, bijgewerkt op,
    gewijzigd, ostatnia aktualizacja, data aktualizacji, aktualizacja, zmodyfikowano,
    senast uppdaterad, oppdatert, sist oppdatert, opdateret, sidst opdateret, päivitetty,
    muokattu, aktualizováno, naposledy aktualizováno, upraveno, frissítve, módosítva,
    actualizat, actualizat la, ultima actualizare, ažurirano, atnaujinta, uuendatud, ενημέρωση,
    τελευταία ενημέρωση, ενημερώθηκε, обновлен, обновлена, дата обновления,
    последнее обновление, изменено, оновлено, останнє оновлення, обновена, ажурирано,
    güncellenme, güncellenme tarihi, güncelleme tarihi, son güncelleme, diperbarui, pembaruan,
    terakhir diperbarui, dikemas kini, cập nhật, cập nhật lúc, cập nhật lần cuối, อัปเดต,
    แก้ไขล่าสุด, آخر تعديل, تم التحديث, تاريخ التحديث, حدث في, به‌روزرسانی, بروزرسانی,
    आखरी अपडेट, अंतिम अपडेट, अद्यतन, সর্বশেষ আপডেট, আপডেট, 更新于, 修改日期, 最后更新, 最後更新,
    最終更新, 最終更新日, 更新日付, 수정일, 최종수정, 기사수정, 최종 업데이트, 업데이트
    """,
    LANGUAGE="""
    language, lang, sprache, langue, idioma, lingua, taal, język, язык, dil, 语言, 語言, 言語,
    언어, اللغة, bahasa, språk, sprog, kieli, jazyk, nyelv, limba, γλώσσα, мова, ngôn ngữ, ภาษา,
    زبان, भाषा, ভাষা, 语种, original language
    """,
    URL="""
    url, link, web, canonical, canonical url, permalink, address, adresse, enlace, lien, ссылка,
    网址, 链接, 原文链接, リンク, الرابط, source url, article url, story url, web address,
    original url, original link, lien original, enlace original, indirizzo, adres, adresse web,
    tautan, liên kết, đường dẫn, odkaz, länk, lenke, linkki, σύνδεσμος, посилання,
    источник ссылка, लिंक, پیوند, لینک, 原文, 原文地址, 来源链接, 記事url, 원문, 링크, 주소
    """,
    SECTION="""
    section, category, categories, rubric, channel, desk, ressort, rubrik, kategorie, rubrique,
    catégorie, sección, categoría, sezione, categoria, rubriek, dział, рубрика, раздел,
    kategori, 栏目, 欄目, 版面, 频道, 分类, カテゴリ, カテゴリー, 섹션, القسم, קטגוריה, seksi,
    kanal, bereich, thema ressort, avdelning, seksjon, sektion, osasto, rovat, secțiune,
    secțiunea, kategória, kategorie článku, ενότητα, κατηγορία, розділ, категорія, категория,
    раздел сайта, bölüm, chuyên mục, หมวดหมู่, قسم, تصنيف, سرویس, श्रेणी, अनुभाग, বিভাগ, 分類,
    板块, 所属栏目, ジャンル, 분야, 카테고리, editoria, seção, categorie, rubryka, kategoria,
    article section, news category
    """,
    KEYWORD="""
    keywords, keyword, tags, tag, topics, topic, subjects, schlagwörter, schlagworte,
    stichwörter, themen, mots-clés, mots clés, palabras clave, etiquetas, parole chiave,
    palavras-chave, trefwoorden, nyckelord, słowa kluczowe, ключевые слова, теги, etiketler,
    关键词, 關鍵詞, 标签, キーワード, タグ, 키워드, 태그, كلمات مفتاحية, الكلمات المفتاحية,
    kata kunci, labels, stichworte, schlagwort, mots clefs, étiquettes, sujets, temas, etiqueta,
    palabras claves, palavras chave, assuntos, argomenti, trefwoord, tagi, tematy, emneord,
    nøkkelord, nøgleord, avainsanat, asiasanat, klíčová slova, štítky, kulcsszavak, címkék,
    cuvinte cheie, etichete, ključne riječi, oznake, λέξεις-κλειδιά, ετικέτες, ключові слова,
    мітки, метки, anahtar kelimeler, etiket, từ khóa, từ khoá, thẻ, คำสำคัญ, แท็ก, الوسوم, وسوم,
    کلیدواژه, کلیدواژه‌ها, برچسب‌ها, برچسب, कीवर्ड, टैग, ট্যাগ, 關鍵字, 关键字, 標籤, 话题,
    핵심어, 해시태그, subject terms, descriptors, index terms
    """,
    DATELINE="""
    dateline, location, place, ort, lieu, lugar, luogo, место, yer, 地点, 地點, 発信地, المكان,
    lokasi, plats, sted, paikka, místo, helyszín, τόπος, місце, место события, lokasyon,
    địa điểm, स्थान, স্থান, 位置, 発信, 발신지, localização, local, ubicación, località
    """,
    GUID="""
    guid, id, uuid, article id, story id, message-id, identifier, 编号, unique id, article-id,
    story-id, item id, doc id, document id, record id, 文章编号, 稿件编号
    """,
    SLUGLINE="""
    slug, slugline, slug line
    """,
    EMBARGO="""
    embargo, embargoed until, embargo until, sperrfrist
    """,
    VERSION="""
    version, revision
    """,
)
"""Label word → the field whose value stands after it or below it."""

SECOND_MEANING = {"rubrik": Field.HEADLINE, "配信": Field.SOURCE}
"""What a word means in another language or habit, where its value is not like one of the first."""

COLON_ONLY = _words(
    """
    media, medium, média, journal, giornale, testata, periódico, diario, krant, verlag, zeitung,
    editorial, editoriale, editore, издание, outlet, site, website, wire, credit, local, kicker,
    reporter, haber, ajans, ora, tid, hora, heure, zeit, de, af, bài, edit, issued, dated,
    filed, labels, temas, sujets, argomenti, assuntos, tematy, oznake, kanal, bereich, sektion,
    الوسوم, وسوم, 话题, 文字, 発行, 公開, 配信, 掲載, 发布, 취재, 매체, 발행, 승인, 분야, 주소,
    링크
    """
)
"""Words that are menu entries too: labels only with a colon behind them."""
