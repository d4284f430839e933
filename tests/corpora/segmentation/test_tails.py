"""What belongs to a sentence behind its end: blanks for answers, the numbers of leaders."""

import pytest

from corpora.segmentation import Level, split

TAILS = {
    "a blank behind a sentence": ("zh", ["6. 玄武岩属于侵入岩。（　　）"]),
    "a blank of one space": ("en", ["6. Basalt is an intrusive rock. ( )"]),
    "a blank with lines": ("en", ["Basalt is an intrusive rock. (____)"]),
    "a line to write on": ("en", ["What is basalt? ________"]),
    "a blank with a full stop": ("zh", ["玄武岩是什么岩？（　　）。"]),
    "in square brackets": ("de", ["Basalt ist ein Gestein. [  ]"]),
    "two boxes": ("en", ["Basalt is a rock. [ ] [ ]"]),
    "a blank behind each sentence": ("zh", ["横波能传播吗？（　）", "纵波呢？（　）"]),
    "a box before each sentence": ("en", ["[ ] Basalt is a rock. ", "So is marble."]),
    "words in brackets": ("zh", ["玄武岩属于侵入岩。", "（对）"]),
    "a page": ("fr", ["Champ d’application ........ 3"]),
    "a page in Chinese": ("zh", ["第一章　总则 ............ 12"]),
    "a Roman page": ("en", ["Foreword . . . . . . . . . iii"]),
    "a price": ("en", ["Soup of the day ........ $25.00"]),
    "a price behind its unit": ("zh", ["牛排 …………… 25元"]),
    "an amount": ("en", ["Steak ........ EUR 25"]),
    "a new sentence behind dots": ("en", ["He waited.... ", "5 people came."]),
}


@pytest.mark.parametrize(("language", "sentences"), TAILS.values(), ids=TAILS.keys())
def test_a_blank_and_what_a_leader_leads_to_are_no_sentences(
    language: str, sentences: list[str]
) -> None:
    text = "".join(sentences)
    assert [text[a:b] for a, b in split(text, language, Level.SENTENCE)] == sentences


@pytest.mark.parametrize("text", ["玄武岩，是侵入岩；（　　）", "牛排……………25"])
def test_they_are_no_clauses(text: str) -> None:
    last = split(text, "zh", Level.CLAUSE)[-1]
    assert any(character.isalpha() for character in text[slice(*last)])
