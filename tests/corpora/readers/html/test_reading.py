"""Saved pages: the text apart from the furniture, numbers and marks as a reader sees them."""

from pathlib import Path

import pytest

from corpora import DocumentError, Mark
from corpora.readers import Block, Role, read_blocks
from corpora.readers.html.reading import html_blocks

NAME = Path("a.html")


def blocks(body: str) -> tuple[Block, ...]:
    return html_blocks(NAME, f"<!DOCTYPE html><html><body>{body}</body></html>")


def texts(body: str) -> list[str]:
    return [block.text for block in blocks(body)]


def content(body: str) -> list[str]:
    return [block.text for block in blocks(body) if block.role is not Role.FURNITURE]


WIKISOURCE = """
<a class="mw-jump-link" href="#bodyContent">跳转到内容</a>
<div class="vector-header-container"><nav>主菜单</nav></div>
<div id="content" class="mw-body"><h1 id="firstHeading">联合国大会67/58号决议</h1>
<div id="siteSub">维基文库,自由的图书馆</div><div id="mw-content-text">
<div class="mw-content-ltr mw-parser-output"><table class="headertemplate noprint"><tr><td>前</td>
<td>后</td></tr></table><p>大会</p>
<p>报告,<sup id="cite_ref-1" class="reference"><a href="#cite_note-1">[1]</a></sup> 其中</p>
<h2>注释<span class="mw-editsection">[编辑]</span></h2>
<ol class="references"><li id="cite_note-1"><span class="mw-cite-backlink"><a href="#">↑</a></span>
<span class="reference-text">见A/1.</span></li></ol>
<div class="licenseContainer">本作品来自联合国</div></div></div></div><footer>隐私政策</footer>
"""

UNITED_NATIONS = """
<header>Welcome to the United Nations</header><div class="breadcrumb">Home</div>
<main><article><h1>Charter</h1><p>We the peoples of the United Nations determined</p>
<p>to save succeeding generations from the scourge of war</p></article></main>
<aside>Related</aside><div class="footer-links">Contact</div>
"""

GOVERNMENT = """
<div class="header">中国政府网</div><div class="crumbs">首页</div><h1>国务院关于印发的通知</h1>
<div class="pages_content" id="UCAP-CONTENT"><p>　　各省、自治区、直辖市人民政府:</p>
<p>　　现将纲要印发给你们,请认真贯彻执行。</p></div><div class="share">分享</div>
"""

PAGES = {
    "Wikisource": (WIKISOURCE, ["联合国大会67/58号决议", "大会", "报告, 其中", "注释", "见A/1."]),
    "United Nations": (
        UNITED_NATIONS,
        [
            "Charter",
            "We the peoples of the United Nations determined",
            "to save succeeding generations from the scourge of war",
        ],
    ),
    "government": (
        GOVERNMENT,
        [
            "国务院关于印发的通知",
            "各省、自治区、直辖市人民政府:",
            "现将纲要印发给你们,请认真贯彻执行。",
        ],
    ),
}


@pytest.mark.parametrize("name", PAGES)
def test_the_text_is_told_from_the_furniture(name: str) -> None:
    page, expected = PAGES[name]
    assert content(page) == expected


def test_furniture_is_kept_as_furniture() -> None:
    kept = {block.text for block in blocks(WIKISOURCE) if block.role is Role.FURNITURE}
    assert {"跳转到内容", "主菜单", "[编辑]", "↑", "本作品来自联合国", "隐私政策"} <= kept


ROW = '<a href="/1">首页</a> | <a href="/2">新闻</a> | <a href="/3">关于我们</a>'
TEXT = "<h1>标题</h1><p>第一段。</p><p>第二段。</p>"

FURNITURE = {
    "a menu by its name": f'<div id="menu">{ROW}</div>{TEXT}',
    "a list in a menu": f'<div class="top-menu"><ul><li>{ROW}</li></ul></div>{TEXT}',
    "a row of links above": f"<p>{ROW}</p>{TEXT}",
    "rows of links below": f"{TEXT}<div>{ROW}</div><table><tr><td>{ROW}</td></tr></table>",
    "a row to share by, with links": f'{TEXT}<div class="share">分享到： {ROW}</div>',
    "a row to share by, without links": f'{TEXT}<div class="share">分享到：微信 微博</div>',
    "a row to share by, in English": f'{TEXT}<div class="share">Share this page</div>',
}


@pytest.mark.parametrize("name", FURNITURE)
def test_rows_of_links_around_a_text_are_furniture(name: str) -> None:
    assert content(FURNITURE[name]) == ["标题", "第一段。", "第二段。"]


@pytest.mark.parametrize(
    "text",
    [
        "跳到主要内容",
        "跳至內容",
        "跳转到导航",
        "Skip to main content",
        "Skip navigation",
        "Jump to content",
    ],
)
def test_a_link_that_skips_the_navigation_is_furniture(text: str) -> None:
    assert content(f'<div><a href="#m">{text}</a></div>{TEXT}') == ["标题", "第一段。", "第二段。"]
    assert content(f"<p>{text}</p>{TEXT}")[0] == text
    assert content(f'<p><a href="#m">{text} of the law</a></p>{TEXT}')[0] == f"{text} of the law"


LINKED_TEXT = {
    "a row of links inside the text": f"<p>一。</p><p>{ROW}</p><p>二。</p>",
    "a page of nothing but links": f"<p>{ROW}</p><p>{ROW}</p>",
    "one link": '<p><a href="/1">The Charter</a></p><p>One.</p>',
    "words between links": f"<p>One.</p><p>See {ROW}</p>",
    "a long title as a link": f"<p>One.</p><p><a href=/1>{'Title ' * 9}</a> | <a href=/2>b</a></p>",
    "contents of the page itself": "<p><a href=#a>One</a> | <a href=#b>Two</a></p><p>One.</p>",
    "a list of sources": "<p>One.</p><ul><li><a href=/1>a</a></li><li><a href=/2>b</a></li></ul>",
    "sources by line": "<p>One.</p><p><a href=/1>a</a><br><a href=/2>b</a></p>",
    "a section on shares": "<p>One.</p><div id=share><p>Share capital is 5.</p></div>",
    "a menu of dishes": "<p>One.</p><div id=menu><p>Soup</p><p>Fish</p></div>",
}


@pytest.mark.parametrize("name", LINKED_TEXT)
def test_links_in_a_text_stay(name: str) -> None:
    page = LINKED_TEXT[name]
    assert content(page) == texts(page)


def test_an_article_that_holds_little_of_the_text_is_not_taken_for_it() -> None:
    page = "<article>short</article><div>" + "<p>A paragraph of the text.</p>" * 9 + "</div>"
    assert len(content(page)) == 10


@pytest.mark.parametrize("name", ["class='article'", "class='box news_content'", "id=zoom"])
def test_what_is_named_as_the_text_is_taken_for_it_where_it_holds_nearly_all(name: str) -> None:
    text = f"<div {name}>" + "<p>A paragraph of the text that is long.</p>" * 9 + "</div>"
    around = "<ul><li>News</li></ul>{}<div><h3>Popular</h3><p>A meeting</p></div>"
    assert len(content(around.format(text))) == 9
    assert len(content(around.format(text + "<p>More of it.</p>" * 12))) == 24


LISTS = {
    "decimal": ("<ol><li>a<li>b</ol>", ["1.", "2."]),
    "start": ("<ol start=5><li>a</li><li>b</li></ol>", ["5.", "6."]),
    "value": ("<ol><li value=3>a</li><li>b</li></ol>", ["3.", "4."]),
    "reversed": ("<ol reversed><li>a</li><li>b</li></ol>", ["2.", "1."]),
    "letters": ("<ol type=a><li>a</li><li>b</li></ol>", ["a.", "b."]),
    "roman": ("<ol type=I start=3><li>a</li><li>b</li></ol>", ["III.", "IV."]),
    "Chinese": ("<ol style='list-style-type: cjk-ideographic'><li>a</ol>", ["一、"]),
    "bullets": ("<ul><li>a</li></ul>", [""]),
    "nested": ("<ol><li>a<ol type=i><li>b</li></ol>c</li><li>d</li></ol>", ["1.", "i.", "", "2."]),
    "paragraphs in an item": ("<ol><li><p>a</p><p>b</p></li></ol>", ["1.", ""]),
}


@pytest.mark.parametrize("name", LISTS)
def test_list_numbers_are_computed(name: str) -> None:
    body, labels = LISTS[name]
    assert [block.label for block in blocks(body)] == labels


RAISED = {
    "linked": ("决议<sup><a href='#n'>2</a></sup>,", "决议,", (Mark(2, "2"),)),
    "bare, behind a comma": ("Aspects,<sup>1</sup> and", "Aspects, and", (Mark(8, "1"),)),
    "bare, behind a word": ("report<sup>12</sup>", "report", (Mark(6, "12"),)),
    "square": ("5 km<sup>2</sup>", "5 km²", ()),
    "power": ("10<sup>6</sup>", "10⁶", ()),
    "power in two": ("10<sup>-</sup><sup>3</sup> g", "10⁻³ g", ()),
    "power with markup": ("x<sup><i>n</i>+1</sup> is", "xⁿ⁺¹ is", ()),
    "index": ("H<sub>2</sub>O, CO<sub>2</sub><sup>1</sup>", "H₂O, CO₂¹", ()),
    "behind an index": ("a<sub>max<sup>1</sup></sub>b<sub>1</sub>", "amaxb₁", (Mark(4, "1"),)),
    "ordinal": ("the 21<sup>st</sup> century", "the 21st century", ()),
}


@pytest.mark.parametrize("name", RAISED)
def test_footnote_references_become_marks(name: str) -> None:
    body, text, marks = RAISED[name]
    (block,) = blocks(f"<p>{body}</p>")
    assert (block.text, block.marks) == (text, marks)


@pytest.mark.parametrize(
    ("mark", "note"),
    [
        # Word's "filtered" pages
        (
            '<a href="#_ftn1" name="_ftnref1"><span class=MsoFootnoteReference>[1]</span></a>',
            '<div id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1">'
            "<span class=MsoFootnoteReference>[1]</span></a> See A/1.</p></div>",
        ),
        # LibreOffice
        (
            '<a class="sdfootnoteanc" href="#sdfootnote1sym">1</a>',
            '<div id="sdfootnote1"><p><a class="sdfootnotesym" href="#sdfootnote1anc">1</a>'
            " See A/1.</p></div>",
        ),
        (
            '<a class="sdendnoteanc" href="#sdendnote1sym">i</a>',
            '<div id="sdendnote1"><p><a class="sdendnotesym" href="#sdendnote1anc">i</a>'
            " See A/1.</p></div>",
        ),
    ],
)
def test_footnotes_of_office_programs_are_apart_from_their_numbers(mark: str, note: str) -> None:
    text, footnote = blocks(f"<p>the report{mark} and more</p>{note}")
    assert text.text == "the report and more"
    assert (footnote.role, footnote.text) == (Role.FOOTNOTE, "See A/1.")
    assert footnote.label == text.marks[0].text.strip("[]")


def test_a_link_to_elsewhere_on_the_page_is_text() -> None:
    assert content('<p>see <a href="#part-2">2</a> and <a href="#_ftn1">the note</a></p>') == [
        "see 2 and the note"
    ]


def test_the_running_heads_of_an_office_program_are_furniture() -> None:
    page = '<div title="header"><p>Secret</p></div><p>Text.</p><div title="footer"><p>1</p></div>'
    assert content(page) == ["Text."]


@pytest.mark.parametrize(
    "furniture",
    [
        '<a href="#main" class="visually-hidden">Skip to main content</a>',
        '<span class="sr-only">Menu</span>',
        '<div class="ad">Advertisement</div>',
        '<div class="ads">广告</div>',
        '<div id="comments" class="comments-area"><p>Great article!</p></div>',
    ],
)
def test_what_readers_don_t_see_and_what_others_wrote_is_furniture(furniture: str) -> None:
    assert content(f"{furniture}<p>The text itself.</p>") == ["The text itself."]


def test_a_footnote_has_its_label() -> None:
    note = blocks("<ol class=references><li id=cite_note-1>See A/1.</li></ol>")[0]
    assert (note.role, note.label, note.text) == (Role.FOOTNOTE, "1", "See A/1.")


SHOWN = {
    "line breaks": ("<p>12 月 3 日<br>第 48 次会议</p>", ["12 月 3 日", "第 48 次会议"]),
    "a break inside a heading": ("<h2>Universal<br>Declaration</h2>", ["Universal Declaration"]),
    "a break inside a sentence": ("<p>the right<br>to live</p>", ["the right to live"]),
    "white space": ("<p>a\n   b&nbsp;c</p>", ["a b\u00a0c"]),
    "a line end between Chinese": ("<p>大会\n决议</p>", ["大会决议"]),
    "a line end beside Chinese": ("<p>1.\n第<b>6</b>号<b>\n12</b></p>", ["1. 第6号 12"]),
    "ruby": ("<p><ruby>漢<rp>(</rp><rt>kan</rt></ruby>字</p>", ["漢字"]),
    "what was inserted": ("<p>Be <del>there</del><ins>on time</ins>.</p>", ["Be on time."]),
    "hidden": ("<p hidden>a</p><p style='display:none'>b</p><!-- c --><p>d</p>", ["d"]),
    "entities": ("<p>&amp;&#x4e2d;&mdash;</p>", ["&中—"]),
    "cells": ("<table><tr><th>a<td>b<tr><td>c<td>d</table>", ["a", "b", "c", "d"]),
    "text outside elements": ("a<div>b</div>c", ["a", "b", "c"]),
    "inline furniture": ("<p>one <span class=noprint>[edit]</span>two</p>", ["one two"]),
}


@pytest.mark.parametrize("name", SHOWN)
def test_what_a_page_shows(name: str) -> None:
    body, expected = SHOWN[name]
    assert content(body) == expected


NOT_SHOWN = {
    "deleted": ("<p>Be <del>there</del><ins>on time</ins>.</p>", ["there"]),
    "attribute": ("<p>a</p><p hidden>b c</p><p>d</p>", ["b c"]),
    "style": ("<p>a <b style='display: none'>b</b> c</p>", ["b"]),
    "invisible": ("<p>a</p><p style='visibility:hidden'>b</p>", ["b"]),
    "blocks inside": ("<div hidden><p>a</p>b<ul><li>c<br>d</ul></div>e", ["a", "b", "c", "d"]),
    "a script inside": ("<p hidden>a<script>x()</script><style>y</style>b</p>c", ["ab"]),
    "a comment inside": ("<p hidden>a<!-- x -->b</p>c", ["ab"]),
    "no script": ("<noscript>Turn it on</noscript>a", ["Turn it on"]),
    "a choice": ("a<select><option>b</option><option>c</option></select>", ["b", "c"]),
    "a form's text": ("a<textarea>b</textarea>", ["b"]),
    "a drawing's text": ("a<svg><title>b</title><text>c</text></svg>", ["b", "c"]),
    "ruby": ("<p><ruby>漢<rp>(</rp><rt>kan</rt>字<rt>ji</rt></ruby></p>", ["kan ji"]),
    "inline furniture": ("<p>one <span class=noprint>[edit]</span>two</p>", ["[edit]"]),
}


@pytest.mark.parametrize("name", NOT_SHOWN)
def test_text_that_a_page_does_not_show_is_kept_as_furniture(name: str) -> None:
    body, expected = NOT_SHOWN[name]
    assert [block.text for block in blocks(body) if block.role is Role.FURNITURE] == expected


def test_hidden_text_says_so_and_where_it_stands() -> None:
    hidden = blocks("<p>a</p>\n<p hidden>b</p>")[1]
    assert hidden == Block("b", Role.FURNITURE, where="line 2, hidden")


@pytest.mark.parametrize(
    "body",
    ["<script>a</script>", "<style>a</style>", "<template>a</template>", "<!-- a -->"],
)
def test_what_is_never_text_is_left_out_whole(body: str) -> None:
    assert texts(f"{body}<p>b</p>") == ["b"]


def test_a_hidden_item_takes_no_number() -> None:
    items = [block for block in blocks("<ol><li>a<li hidden>b<li>c</ol>") if block.label]
    assert [(block.label, block.text) for block in items] == [("1.", "a"), ("2.", "c")]


def test_cells_of_data_are_cells_and_layout_is_none() -> None:
    data = blocks("<table><tr><td>a<td>b<tr><td>c<td>d</table>")
    layout = blocks("<table><tr><td><p>1. text</p><p>2. text</p></td></tr></table>")
    assert {block.role for block in data} == {Role.CELL}
    assert {block.role for block in layout} == {Role.BODY}


@pytest.mark.parametrize("start", ["9" * 5000, "x", "²", ""])
def test_a_list_that_starts_at_no_number_starts_at_one(start: str) -> None:
    (item,) = blocks(f"<ol start='{start}'><li value='{start}'>a</ol>")
    assert item.label == "1."


CHARSETS = {
    "meta": ('<meta charset="gb2312">', "gb18030", "gb18030"),
    "http-equiv": ('<meta http-equiv=x content="text/html; charset=big5">', "big5", "big5"),
    "none": ("", "gb18030", "gb18030"),
    "a wrong one": ('<meta charset="utf-8">', "gb18030", "gb18030"),
    "UTF-16": ("", "utf-16", "utf-16"),
    "UTF-16 in plain letters": ('<meta charset="utf-16">', "utf-8", "utf-8"),
    "a Western one on UTF-8": ('<meta charset="iso-8859-1">', "utf-8", "utf-8"),
    "a Chinese one on UTF-8": ('<meta charset="gbk">', "utf-8", "utf-8"),
    "one of seven bits": ('<meta charset="hz">', "hz", "hz"),
}


@pytest.mark.parametrize("name", CHARSETS)
def test_the_encoding_is_declared_or_found(name: str, tmp_path: Path) -> None:
    head, written, found = CHARSETS[name]
    page = f"<html><head>{head}</head><body><p>一切人民自由平等</p></body></html>"
    path = tmp_path / "a.html"
    path.write_bytes(page.encode(written))
    content = read_blocks(path)
    assert (content.blocks[0].text, content.encoding) == ("一切人民自由平等", found)


def test_deep_nesting_is_read_or_refused_without_a_crash() -> None:
    assert texts("<div>" * 1500 + "x") == ["x"]
    with pytest.raises(DocumentError, match="nested too deeply"):
        blocks("<div>" * 50_000)


def test_the_rows_of_tables_are_counted_through_the_page() -> None:
    table = "<table><tr><th>{}<th>{}<tr><td>{}<td><p>{}<p>{}</table>"
    found = blocks(f"{table.format(*'abcde')}<p>text</p>{table.format(*'fghij')}")
    assert [(block.text, block.row) for block in found] == [
        ("a", 1), ("b", 1), ("c", 2), ("d", 2), ("e", 2), ("text", 0),
        ("f", 3), ("g", 3), ("h", 4), ("i", 4), ("j", 4),
    ]  # fmt: skip
