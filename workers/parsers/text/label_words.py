"""The words of label lines (`Source:`, `Editor`, `Time`) in many languages, by field."""

# ruff: noqa: RUF001 - words are spelled with the letters of their language

from __future__ import annotations

from shared.domain.article import Field


def _labels(**names: str) -> dict[str, Field]:
    return {
        label: Field[name]
        for name, words in names.items()
        for label in " ".join(words.split()).split(", ")
    }


LABELS = _labels(
    HEADLINE="""
    title, headline, subject, titel, überschrift, betreff, schlagzeile, titre, objet, título,
    titular, asunto, titolo, oggetto, kop, rubrik, tytuł, заголовок, тема, başlık, 标题, 標題,
    题目, 件名, タイトル, 見出し, 제목, العنوان, عنوان, כותרת, शीर्षक
    """,
    AUTHOR="""
    author, authors, by, byline, written by, reporter, reporters, reported by, correspondent,
    writer, text by, story by, from, autor, autoren, autorin, verfasser, von, text, auteur,
    auteurs, par, autores, autora, por, redactor, autore, autori, di, door, författare, av,
    autorzy, автор, авторы, текст, yazar, muhabir, 作者, 记者, 記者, 本报记者, 文, 撰文, 撰稿,
    執筆, 著者, 筆者, 기자, 글, الكاتب, كاتب, بقلم, כותב, מאת, लेखक
    """,
    EDITOR="""
    editor, editors, edited by, editing by, edited, web editor, copy editor, redakteur, redaktion,
    bearbeitung, redigiert von, rédacteur, rédactrice, éditeur, édité par, editora, editado por,
    edición, redattore, a cura di, redacteur, redaktör, redakcja, редактор, editör, 编辑, 編輯,
    责任编辑, 責任編輯, 责编, 編集, 編集者, 편집, 편집자, المحرر, تحرير, עורך, संपादक
    """,
    SOURCE="""
    source, sources, agency, publisher, publication, newspaper, provider, quelle, agentur,
    herausgeber, source de l'article, agence, fuente, agencia, medio, fonte, agenzia, bron, källa,
    źródło, источник, kaynak, 来源, 來源, 稿源, 出典, 提供, 配信, 출처, المصدر, مصدر, מקור, स्रोत
    """,
    PUBLISHED="""
    date, time, datetime, published, published on, published at, publication date, publish date,
    publish time, posted, posted on, release date, pubdate, date published, created, datum, zeit,
    uhrzeit, veröffentlicht, veröffentlicht am, erschienen, erschienen am, stand,
    date de publication, publié, publié le, heure, fecha, hora, publicado, publicado el,
    fecha de publicación, data, pubblicato, pubblicato il, publicado em, gepubliceerd, publicerad,
    opublikowano, дата, опубликовано, время, tarih, yayın tarihi, 时间, 時間, 日期, 发布时间,
    發布時間, 发表时间, 发布日期, 日時, 公開日, 掲載日, 配信日時, 입력, 등록, 게재일, التاريخ,
    تاريخ, تاريخ النشر, نشر, الوقت, נשר, תאריך, दिनांक, प्रकाशित
    """,
    UPDATED="""
    updated, updated on, last updated, last modified, modified, last update, update, aktualisiert,
    aktualisiert am, zuletzt aktualisiert, geändert, mis à jour, mis à jour le, mise à jour,
    actualizado, actualizado el, aggiornato, aggiornato il, atualizado, atualizado em, bijgewerkt,
    uppdaterad, zaktualizowano, обновлено, güncelleme, güncellendi, 更新, 更新时间, 更新日期,
    修改时间, 更新日, 更新日時, 수정, آخر تحديث, تحديث, עודכן, अपडेट
    """,
    LANGUAGE="""
    language, lang, sprache, langue, idioma, lingua, taal, język, язык, dil, 语言, 語言, 言語,
    언어, اللغة
    """,
    URL="""
    url, link, web, canonical, canonical url, permalink, address, adresse, enlace, lien, ссылка,
    网址, 链接, 原文链接, リンク, الرابط
    """,
    SECTION="""
    section, category, categories, rubric, channel, desk, ressort, rubrik, kategorie, rubrique,
    catégorie, sección, categoría, sezione, categoria, rubriek, dział, рубрика, раздел, kategori,
    栏目, 欄目, 版面, 频道, 分类, カテゴリ, カテゴリー, 섹션, القسم, קטגוריה
    """,
    KEYWORD="""
    keywords, keyword, tags, tag, topics, topic, subjects, schlagwörter, schlagworte, stichwörter,
    themen, mots-clés, mots clés, palabras clave, etiquetas, parole chiave, palavras-chave,
    trefwoorden, nyckelord, słowa kluczowe, ключевые слова, теги, etiketler, 关键词, 關鍵詞, 标签,
    キーワード, タグ, 키워드, 태그, كلمات مفتاحية, الكلمات المفتاحية
    """,
    DATELINE="""
    dateline, location, place, ort, lieu, lugar, luogo, место, yer, 地点, 地點, 発信地, المكان
    """,
    GUID="""
    guid, id, uuid, article id, story id, message-id, identifier, 编号
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
