"""Where sentences and clauses end in other languages. A bar marks each place inside the text."""

import pytest

from corpora.segmentation import Level, split

SENTENCES = [
    ("de", "Am 3. Mai kam Prof. Meier, z. B. wegen Nr. 5. |Er blieb."),
    ("de", "1. Er kam heute. |2. Sie ging."),
    ("de", "(2) Er kam z. B. heute. |Sie ging."),
    ("de", "Er kam. |Sie ging. (3) Er blieb. |Sie nicht."),
    ("fr", "• Il est venu. |Elle est partie."),
    ("es", "(iv) Vino ayer. |Se fue hoy."),
    ("ru", "□ Он пришёл. |Она ушла."),
    ("fr", "M. Dupont est parti. |« Venez ! » dit-il. |Il y a 3,5 %."),
    ("es", "¿Qué? |¡Vamos! |El Sr. López se fue."),
    ("ru", "А. С. Попов писал, напр. это. |«Иди!» — сказал он. |Да."),
    ("ja", "「行こう。」と彼は言った。|彼は出た。"),
    ("ko", "그는 갔다. |그녀는 3.5% 늘었다."),
    ("ar", "هل جاء؟ |نعم."),
    ("hi", "वह आया। |वह गई।"),
    ("tlh", "Mr. Worf came. |Qapla'!"),
]
CLAUSES = [
    ("de", "Er kam, |sah 3,5 Meter, |und ging; |dann: |Ende."),
    ("ja", "雨が降り、|彼は出た。"),
    ("ar", "جاء، |وذهب؛ |نعم."),
]


@pytest.mark.parametrize(("language", "marked"), SENTENCES)
def test_sentences(language: str, marked: str) -> None:
    text = marked.replace("|", "")
    found = [text[start:end] for start, end in split(text, language, Level.SENTENCE)]
    assert "|".join(found) == marked


@pytest.mark.parametrize(("language", "marked"), CLAUSES)
def test_clauses_end_at_punctuation(language: str, marked: str) -> None:
    text = marked.replace("|", "")
    found = [text[start:end] for start, end in split(text, language, Level.CLAUSE)]
    assert "|".join(found) == marked


def test_a_long_text_is_cut_like_a_short_one() -> None:
    sentence = "Am 3. Mai kam Prof. Meier. "
    spans = split(sentence * 1_000, "de", Level.SENTENCE)
    assert spans == [(i * 27, (i + 1) * 27) for i in range(1_000)]


def test_white_space_that_sentencex_fails_at_is_harmless() -> None:
    text = "a\u0085B.\u0085\u2028Kyllä\u0085A. \ud800"
    assert "".join(text[a:b] for a, b in split(text, "fi", Level.SENTENCE)) == text
