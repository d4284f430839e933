"""What every cut keeps: the slices cover the text, clauses refine sentences, time is linear."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpora.segmentation import Level, split

LANGUAGES = ("zh-CN", "zh-TW", "en", "de", "fi", "ja", "ar", "tlh")
TELLING = st.text(
    alphabet=[
        *"aBI1é大一的说 \n\t\u3000\u2028.,;:!?'\"…—-()（）[]@\ud800😀",
        *"“”‘’「」『』《》«»。．｡，；：！？、",
    ],
    max_size=60,
)
TEXTS = st.one_of(st.text(alphabet=st.characters(exclude_categories=())), TELLING)


def cut(text: str, language: str, level: Level = Level.SENTENCE) -> list[str]:
    return [text[start:end] for start, end in split(text, language, level)]


@given(TEXTS, st.sampled_from(LANGUAGES), st.sampled_from(Level))
def test_the_slices_joined_give_the_text_back(text: str, language: str, level: Level) -> None:
    spans = split(text, language, level)
    assert "".join(text[start:end] for start, end in spans) == text
    assert [start for start, _ in spans] == [0, *(end for _, end in spans)][: len(spans)]
    assert all(start < end for start, end in spans)


@given(TEXTS, st.sampled_from(LANGUAGES), st.sampled_from(Level))
def test_white_space_belongs_to_the_segment_before_it(
    text: str, language: str, level: Level
) -> None:
    segments = cut(text, language, level)
    if text.strip():
        assert all(segment.strip() for segment in segments)
        assert not any(segment[0].isspace() for segment in segments[1:])
    else:
        assert segments == ([text] if text else [])


@given(TEXTS, st.sampled_from(LANGUAGES))
def test_every_end_of_a_sentence_is_the_end_of_a_clause(text: str, language: str) -> None:
    sentences = {end for _, end in split(text, language, Level.SENTENCE)}
    assert sentences <= {end for _, end in split(text, language, Level.CLAUSE)}


@pytest.mark.parametrize("level", Level)
@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Article 1. Everyone has rights."),
        ("en", "Section 2: Everyone has rights."),
        ("de", "Artikel 1. Die Würde ist unantastbar."),
        ("es", "Artículo 1. Todos nacen libres."),
        ("fr", "Article premier. Tous naissent libres."),
        ("ru", "Статья 1. Все рождаются свободными."),
        ("zh-CN", "第一条：人人生而自由。"),
        ("en", "Article 1."),
    ],
)
def test_no_cut_falls_behind_the_number_of_a_part(language: str, text: str, level: Level) -> None:
    assert cut(f"{text}\n\n{text}", language, level) == [f"{text}\n\n", text]


@given(TEXTS, st.sampled_from(Level))
def test_simplified_and_traditional_chinese_are_cut_alike(text: str, level: Level) -> None:
    assert split(text, "zh-CN", level) == split(text, "zh-TW", level)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_blank_line_ends_a_sentence(language: str) -> None:
    assert cut("One, two\r\n\r\nthree", language) == ["One, two\r\n\r\n", "three"]


def test_region_script_and_case_of_the_tag_do_not_matter() -> None:
    text = "Am 3. Mai kam Prof. Meier. Er blieb."
    assert split(text, "DE-at", Level.SENTENCE) == split(text, "de", Level.SENTENCE)


@pytest.mark.parametrize("language", ["zh-CN", "en", "de"])
@pytest.mark.parametrize(
    "repeated", [*"a汉.\"'“”（。，… \n—", "（！）a", '."', "_, ", "《》", "a@"]
)
def test_no_repetition_takes_more_than_linear_time(language: str, repeated: str) -> None:
    text = (repeated * 50_000)[:50_000]
    started = time.process_time()
    split(text, language, Level.CLAUSE)
    assert time.process_time() - started < 4  # linear: under a second; quadratic: many seconds


@pytest.mark.parametrize("language", ["zh-CN", "en", "de"])
def test_a_sentence_of_twenty_thousand_characters_stays_one(language: str) -> None:
    text = "大会和各国 " * 4_000 + "。" if language == "zh-CN" else "word " * 4_000 + "end."
    assert len(split(text, language, Level.SENTENCE)) == 1
