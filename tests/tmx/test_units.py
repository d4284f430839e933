"""The nouns: immutable, and easy to ask."""

from dataclasses import asdict, replace

import pytest

from tmx.units import Note, Property, Segment, Tag, Unit, Variant

UNIT = Unit.pair(
    ("zh-CN", "大会"),
    ("en", "The General Assembly"),
    tuid="u1",
    annotations=(Property("x-score", "0.9"), Note("n"), Property("x-score", "0.8")),
)


def test_a_pair_has_a_variant_for_each_side() -> None:
    assert UNIT.variants == (
        Variant("zh-CN", Segment(("大会",))),
        Variant("en", Segment(("The General Assembly",))),
    )


def test_a_variant_is_found_by_its_language_in_any_case() -> None:
    assert UNIT.variant("ZH-cn") is UNIT.variants[0]
    assert UNIT.variant("fr") is None


def test_notes_and_properties_are_told_apart() -> None:
    assert UNIT.notes == (Note("n"),)
    assert [item.value for item in UNIT.properties] == ["0.9", "0.8"]
    assert (UNIT.value("x-score"), UNIT.value("x-paragraph")) == ("0.9", None)


def test_a_segment_of_nothing_has_no_content() -> None:
    assert Segment.of("") == Segment()


def test_plain_text_has_the_words_of_hi_and_no_native_code() -> None:
    words = Tag("hi", ("b", Tag("ph", ("<br/>",)), "c"))
    segment = Segment(("a", words, Tag("bpt", ("<b>", Tag("sub", ("d",))), i="1"), "e"))
    assert segment.text == "abce"


@pytest.mark.parametrize("noun", [UNIT, UNIT.variants[0], UNIT.variants[0].segment, Note("n")])
def test_nouns_cannot_be_changed_and_take_no_further_attribute(noun: object) -> None:
    with pytest.raises(AttributeError):
        setattr(noun, type(noun).__match_args__[0], None)
    assert not hasattr(noun, "__dict__")


def test_nouns_are_copied_with_changes_and_told_as_dictionaries_like_dataclasses() -> None:
    assert replace(UNIT, tuid="u2") == Unit(UNIT.variants, "u2", UNIT.annotations)
    assert asdict(Note("n", "en")) == {"text": "n", "language": "en", "encoding": None, "extra": ()}
