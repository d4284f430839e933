"""What number could stand at the head of a paragraph."""

import pytest

from corpora.structure.label import Needs, is_title
from corpora.structure.labels import find_labels
from corpora.structure.words import words_of

# text, label, length, value
ITEMS = [
    ("1. Text", "1.", 3, (1,)),
    ("1、文本", "1、", 2, (1,)),
    ("1．  文本", "1．", 4, (1,)),
    ("１２．文本", "１２．", 3, (12,)),
    ("（一）文本", "（一）", 3, (1,)),
    ("(一) 文本", "(一)", 4, (1,)),
    ("一、文本", "一、", 2, (1,)),
    ("廿一、文本", "廿一、", 3, (21,)),
    ("壹、文本", "壹、", 2, (1,)),
    ("(a) text", "(a)", 4, (1,)),
    ("a) text", "a)", 3, (1,)),
    ("1) text", "1)", 3, (1,)),
    ("(12)文本", "(12)", 4, (12,)),
    ("① 文本", "①", 2, (1,)),
    ("㊿文本", "㊿", 1, (50,)),
    ("⑴ 文本", "⑴", 2, (1,)),
    ("㈠文本", "㈠", 1, (1,)),
    ("⒈文本", "⒈", 1, (1,)),
    ("Ⅳ. 文本", "Ⅳ.", 3, (4,)),
    ("(子) 文本", "(子)", 4, (1,)),
    ("乙、文本", "乙、", 2, (2,)),
    ("(iv) text", "(iv)", 5, (4,)),
    ("２　本文。", "２", 2, (2,)),
    ("三　本文", "三", 2, (3,)),
    ("ア　本文", "ア", 2, (1,)),
    ("в) текст", "в)", 3, (3,)),
    ("Б. Текст", "Б.", 3, (2,)),
    ("(β) κείμενο", "(β)", 4, (2,)),
    ("나. 본문", "나.", 3, (2,)),
    ("(ウ) 本文", "(ウ)", 4, (3,)),
    ("(ب) نص", "(ب)", 4, (2,)),
    ("ก) ข้อความ", "ก)", 3, (1,)),
    ("1.2.3 Text", "1.2.3", 6, (1, 2, 3)),
    ("1.2 文本", "1.2", 4, (1, 2)),
    ("12(a) Text", "12(a)", 6, (12, 1)),
    ("12(b)(ii) Text", "12(b)(ii)", 10, (12, 2, 2)),
]

NO_ITEMS = [
    "2012 年是很长的一年。",
    "2012. A long year.",
    "1990. Then",
    "3.5% of all",
    "3.5 million people",
    "3.5亿人",
    "1,000 tons",
    "10 million",
    "5 000 万人",
    "3 December 2012",
    "8月27日",
    "S/2012/18",
    "e.g. this",
    "U.S. troops",
    "(see above)",
    "(2012) a year",
    "(s)he",
    "A/67/L.35",
    "20.000 Euro",
    "3.12.2012 a date",
    "1.5",
    "第一委员会通过了",
    "一、二年级的学生",
    "",
    " ",
    "0. nothing",
]

PARTS = [
    ("zh", "第十二条", "Article 12", 4),
    ("zh", "第十二條", "Article 12", 4),
    ("zh", "第12条 标题", "Article 12", 5),
    ("zh", "第一百一十一条", "Article 111", 7),
    ("zh", "第三章：机关", "Chapter III", 4),
    ("zh", "第三章 机关", "Chapter III", 4),
    ("zh", "第二节", "Section II", 3),
    ("zh", "第一單元　繩紋的開始", "Section I", 5),
    ("en", "Unit 1  The Beginnings", "Section I", 8),
    ("zh", "第一条（目的）", "Article 1", 3),
    ("zh", "第一条(目的)", "Article 1", 3),
    ("zh", "第二条【定义】", "Article 2", 3),
    ("zh", "第 1 條（立法目的）", "Article 1", 5),
    ("zh", "第五条（范围）　本法适用于法人。", "Article 5", 3),
    ("zh", "第五条（范围）本法适用于法人。", "Article 5", 3),
    ("zh", "第三章（附则）", "Chapter III", 3),
    ("zh", "附件一", "Annex I", 3),
    ("zh", "附件 2", "Annex II", 4),
    ("zh", "附件", "Annex", 2),
    ("zh", "附錄三", "Appendix III", 3),
    ("zh", "单元二：我的家", "Section II", 4),
    ("zh", "單元 2　我的家", "Section II", 5),
    ("zh", "单元二", "Section II", 3),
    ("zh", "部分 I. 总则", "Part I", 6),
    ("zh", "规则2：不得喧哗。", "Article 2", 4),
    ("zh", "守則十二——安靜", "Article 12", 6),
    ("zh", "第二部分 总则", "Part II", 5),
    ("zh", "第六条之二 文本", "Article 6-2", 6),
    ("en", "Article 12", "Article 12", 10),
    ("en", "ARTICLE XII", "Article 12", 11),
    ("en", "Art. 12. Everyone has rights.", "Article 12", 9),
    ("en", "Article 1 - Title", "Article 1", 12),
    ("en", "Article 6 bis", "Article 6-2", 13),
    ("en", "Article 12A", "Article 12A", 11),
    ("en", "Chapter III: Organs", "Chapter III", 13),
    ("en", "Chapter Three", "Chapter III", 13),
    ("en", "Section II", "Section II", 10),
    ("en", "Section 2. The parties agree to go.", "Section II", 11),
    ("en", "Annex I", "Annex I", 7),
    ("en", "ANNEX", "Annex", 5),
    ("en", "Appendix A", "Appendix I", 10),
    ("en", "Appendix C", "Appendix III", 10),
    ("fr", "Article premier", "Article 1", 15),
    ("fr", "Annexe II", "Annex II", 9),
    ("es", "Artículo 3", "Article 3", 10),
    ("es", "Capítulo IV", "Chapter IV", 11),
    ("de", "Artikel 3", "Article 3", 9),
    ("de", "§ 3 Begriffe", "Article 3", 4),
    ("fr", "§ 3 Tabac", "Article 3", 4),
    ("fr", "§3 Tabac", "Article 3", 3),
    ("fr", "§ 1er. Objet", "Article 1", 7),
    ("fr", "Article 1er – Objet", "Article 1", 14),
    ("es", "§ 3 Llegada", "Article 3", 4),
    ("it", "§ 3 Arrivo", "Article 3", 4),
    ("pt", "§ 3 Chegada", "Article 3", 4),
    ("pt", "§ 1º Chegada", "Article 1", 5),
    ("pt", "Art. 5º Chegada", "Article 5", 8),
    ("nl", "§ 3 Aankomst", "Article 3", 4),
    ("en", "§ 3 Arrival", "Article 3", 4),
    ("ru", "§ 3. Прибытие", "Article 3", 5),
    ("tr", "§ 3 Varış", "Article 3", 4),
    ("zh", "§ 3 到达", "Article 3", 4),
    ("ja", "§ 3 到着", "Article 3", 4),
    ("ko", "§ 3 도착", "Article 3", 4),
    ("cs", "§ 3 Příjezd", "Article 3", 4),
    ("ru", "Статья 3", "Article 3", 8),
    ("ru", "Глава II", "Chapter II", 8),
    ("ja", "第12条（目的）", "Article 12", 4),
    ("ja", "第1条（サービス）この契約は適用する。", "Article 1", 3),
    ("ja", "第二章　総則", "Chapter II", 4),
    ("ja", "別紙1", "Annex I", 3),
    ("ko", "제3조(목적)", "Article 3", 3),
    ("ko", "제2장 총칙", "Chapter II", 4),
    ("it", "Articolo 3 - Durata", "Article 3", 13),
    ("pt", "Artigo 5.º Prazo", "Article 5", 11),
    ("nl", "Artikel 3. Duur", "Article 3", 11),
    ("pl", "§ 3. Zakres", "Article 3", 5),
    ("tr", "Madde 3 - Süre", "Article 3", 10),
    ("en", "Chapter Twenty-One", "Chapter XXI", 18),
    ("en", "CHAPTER TWENTY ONE", "Chapter XXI", 18),
    ("zh", "第二十一回 夜行", "Chapter XXI", 6),
]

NO_PARTS = [
    ("zh", "第十二条规定人人平等。"),
    ("zh", "第三章所述内容如下。"),
    ("zh", "附件一所列国家应当执行。"),
    ("zh", "第四条（一）所述情况"),
    ("zh", "第四条（b）"),
    ("zh", "第四条（修订本的规定，"),
    ("zh", "附件：名单"),
    ("zh", "第一次会议"),
    ("zh", "部分一线城市"),
    ("zh", "部分 3 年级学生"),
    ("zh", "规则二不适用。"),
    ("zh", "规则 2 规定如下。"),
    ("zh", "单元1-3"),
    ("zh", "单元二、三：复习"),
    ("zh", "规则2.5的例外"),
    ("zh", "第 48 次全体会议"),
    ("en", "Article 12 of the Covenant says so."),
    ("en", "Annex I Parties shall report each year."),
    ("en", "Part of it was lost."),
    ("en", "Articles are sold here."),
    ("en", "Section 3 applies."),
    ("de", "Artikel 3 des Grundgesetzes gilt."),
    ("fr", "§ 3 du règlement s’applique."),
    ("fr", "§§ 3 à 5 Dispositions"),
    ("de", "§ 3a Begriffe"),
    ("en", "§ 3, on arrival, applies."),
    ("ja", "第3条の規定による。"),
    ("ja", "第12条に定める者"),
    ("ko", "제3조의 규정에 따른다."),
    ("en", "Section 2.1 of the Agreement applies."),
    ("en", "Clause 4.2 and the annex apply."),
    ("zh", "第2.1条规定的期限届满。"),
]


@pytest.mark.parametrize(("text", "label", "length", "values"), ITEMS)
def test_an_items_number_is_read(
    text: str, label: str, length: int, values: tuple[int, ...]
) -> None:
    found = [(one.text, one.length, one.values) for one in find_labels(text, words_of("zh"))]
    assert (label, length, values) in found


@pytest.mark.parametrize("text", NO_ITEMS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_years_amounts_and_words_are_no_numbers(text: str, language: str) -> None:
    found = find_labels(text, words_of(language))
    assert all(label.needs is not Needs.NOTHING for label in found)


@pytest.mark.parametrize(("language", "text", "number", "length"), PARTS)
def test_a_part_is_numbered_alike_in_every_language(
    language: str, text: str, number: str, length: int
) -> None:
    (label,) = find_labels(text, words_of(language))
    assert label.part_number == number
    assert label.length == length


@pytest.mark.parametrize(("language", "text"), NO_PARTS)
def test_a_reference_in_a_sentence_opens_no_part(language: str, text: str) -> None:
    assert find_labels(text, words_of(language)) == ()


def test_a_resolutions_number_stands_before_its_title() -> None:
    (label,) = find_labels("67/58. The illicit trade in small arms", words_of("en"))
    assert (label.name, label.text, label.length) == ("67/58", "67/58.", 7)


@pytest.mark.parametrize(
    ("text", "title"), [("Scope", True), ("It ends.", False), ("x" * 200, False)]
)
def test_a_title_is_short_and_has_no_mark_at_its_end(text: str, title: bool) -> None:
    assert is_title(text) is title
