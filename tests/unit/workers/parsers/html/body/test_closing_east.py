"""Lines that Chinese and Japanese sites set around a body."""

# ruff: noqa: RUF001 - the signs of many scripts are meant
from __future__ import annotations

import pytest

from workers.parsers.html.body.body import choose
from workers.parsers.html.body.closing_east import is_caption, is_note, without_way_back
from workers.parsers.html.reading import analyse


@pytest.mark.parametrize(
    "text",
    [
        "（原标题：江边老茶馆重新开门）",
        "本文原标题：《江边老茶馆重新开门，客人排队......》",
        "（原题为《江边老茶馆重新开门》）",
        "责任编辑：霍小琦",
        "【编辑：何一舟】",
        "编辑 刘晓阳 校对 李铭",
        "江城晚报记者 张楠",
        "采写：江城见习记者 林子木",
        "本报记者 陈小明 实习生 李晓",
        "特别声明：以上内容为用户上传并发布，本平台仅提供信息存储服务。",
        "本文为江城网原创文章，未经允许不得转载。",
        "转载请注明出处：江城网",
        "图片均来自网络",
        "相关资讯请关注：江城专区",
        "記事・写真の無断転載を禁じます。",
    ],
)
def test_credits_and_notices_are_no_text(text: str) -> None:
    """Who made it, how it was called elsewhere, what may be done with it."""
    assert is_note(text)


@pytest.mark.parametrize(
    "text",
    [
        "江城晚报记者走访了三家茶馆。",
        "他的责任编辑：“这本书要改。”他听了很久，一句话也没有说。",
        "茶馆的主人姓顾，今年七十一岁。",
        "A copyright law was passed.",
        "转载他人作品须注明作者，法院认为被告没有做到这一点，应当赔偿原告的损失。",
    ],
)
def test_sentences_are_text(text: str) -> None:
    """Even those with a word for editors or reporters in them."""
    assert not is_note(text)


def test_a_link_behind_the_last_stop_is_no_part_of_the_paragraph() -> None:
    """`…返回江城网首页>>` leads away; a sentence with such a word does not."""
    assert without_way_back("整顿仍将持续。返回江城网首页>>") == "整顿仍将持续。"
    assert without_way_back("他决定返回江城。") == "他决定返回江城。"


def test_the_body_begins_behind_the_old_title_and_ends_before_the_editor() -> None:
    """Both stand in the element of the text."""
    text = [
        "关门两年之后，江边的老茶馆在国庆假期的最后一天重新开门。天还没有亮，门口已经排起了长队，许多老人带着自己的茶杯。",
        "茶馆的主人姓顾，今年七十一岁。他说，这座木楼是祖父留下来的，修房子花了十四个月，每一块木板都要先拆下来编号。",
    ]
    lines = ["（原标题：老茶馆开门了，客人从早排到晚）", *text, "责任编辑：何一舟"]
    page, known, _ = analyse(
        "<html><body><h1>江边老茶馆重新开门迎客</h1><div class='article-content'>"
        + "".join(f"<p>{line}</p>" for line in lines)
        + "</div></body></html>"
    )
    body = choose(page, known)
    assert body is not None
    assert list(body.paragraphs) == text


@pytest.mark.parametrize(
    "text",
    [
        "江边的老茶馆。（刘云摄）",
        "客人在门口排队。江城日报记者 李晓明 摄",
        "抛出窗外的纸团。江城公安分局供图 江城网发",
        "图片来源：江城文化局官网",
        "▲图片来自视频截图。",
        "資料写真＝山田太郎撮影",
        "항구 식당 전경 /사진=항구일보",
    ],
)
def test_a_line_that_says_whose_a_picture_is_is_its_caption(text: str) -> None:
    """Anywhere in the text, where models take it for a sentence."""
    assert is_caption(text)


@pytest.mark.parametrize("text", ["这部电影在江城拍摄", "图片来源成了问题。", "摄影展本周末开放。"])
def test_a_sentence_about_pictures_is_no_caption(text: str) -> None:
    """Films are shot, exhibitions open."""
    assert not is_caption(text)


def test_a_call_before_the_text_and_captions_inside_it_are_left_out() -> None:
    """The call lies in an element of its own; a body of captions alone stays as it is."""
    paragraph = (
        "茶馆的主人姓顾，今年七十一岁。他说，这座木楼是祖父留下来的，修房子花了十四个月，"
        "每一块木板都要先拆下来编号。"
    )
    texts = [f"{number}，{paragraph}" for number in "一二三四五"]
    call = (
        "<div class='ad'><p>点击<a href='/v'>投票</a>，选出你心目中的江城人物，"
        "还有礼物等你来拿，快来参与吧！</p></div>"
    )
    page, known, _ = analyse(
        f"<html><body><h1>江边老茶馆重新开门迎客</h1><div class='article'>{call}"
        + "".join(f"<p>{text}</p><p>江边的老茶馆。（刘云摄）</p>" for text in texts)
        + "</div></body></html>"
    )
    body = choose(page, known)
    assert body is not None
    assert list(body.paragraphs) == texts
