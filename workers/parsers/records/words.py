"""Which keys of JSON mean which field, as crawlers, interfaces and people name them."""

# ruff: noqa: RUF001 - keys are spelled with the letters of their language

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from shared.domain.article import Field
from workers.parsers.text.label_words import COLON_ONLY, LABELS

if TYPE_CHECKING:
    from collections.abc import Mapping


_LEFT_OUT = str.maketrans("", "", " _-'’\u200c")
_KEY = 60
"""Characters of a key that is kept: each record of a file, and each site's, has the same ones."""


def short(key: str) -> str:
    """Return a key as it is compared: case folded, without spaces, hyphens, accents and `_`."""
    return _kept(key) if len(key) <= _KEY else _shortened(key)


def _shortened(key: str) -> str:
    plain = key.casefold().translate(_LEFT_OUT) or key
    if plain.isascii():
        return plain
    parts = unicodedata.normalize("NFKD", plain)
    return "".join(sign for sign in parts if not "\u0300" <= sign <= "\u036f") or plain


_kept = lru_cache(maxsize=4096)(_shortened)


def _keys(words: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(short, words.split())))


KEYS: Mapping[Field, tuple[str, ...]] = {
    Field.HEADLINE: _keys(
        """
        headline title heading webtitle article_title news_title story_title post_title main_title
        headline_text main_headline headlines page_title og:title og_title 헤드라인 ชื่อข่าว หัวข้อข่าว
        haber_başlığı haber_basligi baslik название tytul tieu_de name head header
        """
    ),
    Field.AUTHOR: _keys(
        """
        authors author byline bylines authors_byline byline_text creator creators dc:creator writer
        writers author_name author_names authors_name article_author author_list post_author
        reporter reporters journalist journalists user_profile attributed_to published_bylines
        contributors credits matched_authors 기고자 署名 author_display_name display_byline
        byline_name user account influencer
        """
    ),
    Field.EDITOR: _keys("editor editors edited_by editor_name"),
    Field.SOURCE: _keys(
        """
        source source_name name_source container_title site_name og:site_name og_site_name
        source_hostname
        publisher provider agency publication publication_name outlet outlet_name media_name
        media_outlet newspaper news_source news_outlet publisher_name source_title
        copyright_holder journal_name
        source_domain domain domain_name hostname host source_url media_url site_full website site
        pub 매체 매체명 신문사 媒體 媒体名 媒体名称 新聞名 报纸 报纸名称 แหล่งข่าว ajans
        newspaper_title channel_name feed_name credit_line creditline origin agencies
        """
    ),
    Field.PUBLISHED: _keys(
        """
        published date_published date_time_pub published_at published_date publish_date date_publish
        pub_date
        publication_date publishing_date web_publication_date published_time publish_time
        published_on date_gmt post_date_gmt date publication_datetime publish_datetime
        first_created first_published first_published_at first_publish_date first_publication_date
        display_date display_datetime
        article:published_time article_published_time article_date news_date story_date posted
        posted_at post_date date_posted date_issued issued release_date post_time pub_time
        publication_time published_datetime 出版日期 刊发日期 见报日期
        일자 기사일자 보도일자 작성일자 발행일자 등록일시
        입력일시 reg_date write_date input_date written_at data_publicação data_pubblicazione
        datum_vydání publiceringsdatum ngày_đăng ngay_dang yayin_tarihi
        create_time date_time datetime pub_datetime pubdate_time published_utc published_unix
        publish_timestamp created created_at date_created created_date creation_date created_on
        created_utc created_time @timestamp timestamp time date_added seen_date webpublicationdate
        version_created version_date ts
        """
    ),
    Field.UPDATED: _keys(
        """
        updated date_modified modified_gmt post_modified_gmt modified updated_at modified_at
        last_modified last_updated last_updated_date date_updated
        date_modify updated_date modified_date last_modified_date
        date_last_modified last_update last_update_date update_date updated_time modified_time
        article:modified_time article_modified_time lastmod last_modified_at
        updated_on modified_on changed changed_at edited
        edited_at revised revised_at public_updated_at version_created version_date
        last_published_date updated_utc modification_datetime modification_date 수정일시
        """
    ),
    Field.EMBARGO: _keys("embargo embargoed embargoed_until embargo_until embargo_date"),
    Field.LANGUAGE: _keys(
        """
        language lang in_language locale human_language lang_code language_code meta_lang
        detected_language original_language article_language language_name
        """
    ),
    Field.URL: _keys(
        """
        url canonical_url canonical canonical_link link permalink web_url page_url article_url
        story_url news_url share_url original_url href responded_url requested_url web_link html_url
        source_link article_link news_link haber_linki 링크 기사링크 원문링크 주소 網址 地址
        ลิงก์ رابط uri source url_source source_url final_url effective_url target_uri request_url
        long_url
        """
    ),
    Field.GUID: _keys(
        """
        guid id uuid identifier article_id uri _id story_id stories_id document_id doc_id news_id
        content_id item_id nid post_id doc_no new_id urn uno document_number accession_number
        accession_no 뉴스식별자 기사번호 기사id 新闻编号 an
        """
    ),
    Field.VERSION: _keys("version revision"),
    Field.PUB_STATUS: _keys("pub_status"),
    Field.DATELINE: _keys("dateline located"),
    Field.SLUGLINE: _keys("slugline slug"),
    Field.SECTION: _keys(
        """
        section article_section section_name section_title category categories category_name desk
        primary_section news_desk channel department rubric rubric_names pillar_name article:section
        版面名称 분류 섹션명 통합분류1 类别 面名 ประเภท الفئة التصنيف वर्ग rubrika
        """
    ),
    Field.KEYWORD: _keys(
        """
        keywords tags topics subjects news_keywords article_tags story_tags tag_list tag_names tag
        keyword hashtags labels wp:term meta_keywords concepts post_tags الوسوم
        """
    ),
}
"""Field → keys, the surest first; case, spaces, accents, hyphens and underscores do not matter."""

BODY_KEYS = _keys(
    """
    body article_body body_html body_text text content content_html content_text full_text main_text
    body_nitf components
    body_xhtml html paragraphs story article_text story_text text_content plain_text full_content
    content:encoded raw_text clean_text cleaned_text article_content body_plain body_copy
    content_elements blocks markdown news_text post_content article_html document_text full_article
    article_full_text selftext contents html_content raw_content content_with_markup news_content
    news_body story_body post_body post_text text_body message_text
    rich_text main_body body_content content_body html_body story_content page_content main_content
    full_story story_html body_markdown body_md content_markdown content_md body_blocks
    content_blocks body_elements body_paragraphs editor_content
    texto testo texte inhalt artikeltext contenido conteúdo contenu contenuto corpo cuerpo corps
    brödtext treść tekst текст содержание содержимое metin içerik haber_metni konten isi isi_berita
    nội_dung 正文 内容 本文 記事本文 文章内容 新闻内容 본문 내용 기사내용 نص النص محتوى المحتوى متن
    เนื้อหา เนื้อข่าว haber_içeriği haber_icerik محتوى_الخبر نص_الخبر текст_новости
    सामग्री tartalom szöveg conținut obsah sisältö περιεχόμενο κείμενο תוכן inhoud
    """
)
LOOSE_BODY_KEYS = _keys(
    "article document main transcript message extract news haber الخبر समाचार खबर статья รายละเอียด"
)
"""Read as the body where they hold a text, and no surer key does: most hold something else."""
SUMMARY_KEYS = _keys(
    """
    description summary abstract lead standfirst excerpt trail_text lead_paragraph
    short_description lead_text dek deck opening_text hit_sentence snippet intro teaser
    meta_description
    resumen resumo résumé riassunto zusammenfassung kurzfassung vorspann anriss ringkasan 摘要 概要
    요약 ملخص özet samenvatting streszczenie 导语 リード spot анонс лид विवरण tóm_tắt tom_tat chapo
    entradilla bajada copete sommario perex ingress ingressi manchet lead_in intro_text
    """
)
"""Read as the body where there is no other, and said so."""

_FOREIGN: dict[str, Field] = {
    short(label): name
    for label, name in LABELS.items()
    if label not in COLON_ONLY and short(label) not in {*BODY_KEYS, *SUMMARY_KEYS}
}
_AMBIGUOUS = frozenset({"haber", "from", "by", "von", "par", "por", "tema", "web", "place", "text"})
"""Labels that are keys of other things."""
_STEP, _LEAST, _LABEL = 0.02, 0.5, 0.8


def _ranked() -> dict[str, list[tuple[Field, float]]]:
    """Return each key with what it means and how surely."""
    found: dict[str, list[tuple[Field, float]]] = {}
    for name, keys in KEYS.items():
        for rank, key in enumerate(keys):
            weight = max(_LEAST, round(1 - rank * _STEP, 2))
            found.setdefault(key, []).append((name, weight))
    for label, name in _FOREIGN.items():
        if label not in found and label not in _AMBIGUOUS:
            found[label] = [(name, _LABEL)]
    return found


MEANINGS: Mapping[str, list[tuple[Field, float]]] = _ranked()
"""Short key → the fields that it can mean, each with how far to believe it."""
TELLING = frozenset([*BODY_KEYS, *SUMMARY_KEYS, *MEANINGS])
"""Short keys that the JSON of an article has."""
