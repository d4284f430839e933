"""Scores of texts that are not there any more."""

import logging
import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tmx.operations.memories import pair
from tmx.operations.joining import join
from tmx.operations.stale_scores import CHECKSUM, checksum, current_scores, without_stale_scores
from tmx.units import Property, Segment, Tag, Unit, Variant

CHINESE, ENGLISH = "大会第 67/58 号决议", "Resolution 67/58 of the Assembly"
SCORES = (
    Property("x-score", "0.9"),
    Property("x-quality", "0.8"),
    Property("x-critical-error", "0"),
)
KIND = Property("x-kind", "title")


def scored(source: str, target: str, *, language: str = "en") -> Unit:
    """Make a unit with all scores, as they are written now."""
    told = Property(CHECKSUM, checksum(source, target))
    return Unit.pair(
        ("zh-CN", source), (language, target), annotations=(*SCORES, KIND, told), tuid="1"
    )


def with_texts(unit: Unit, *texts: str) -> Unit:
    """Return a unit whose variants have other texts."""
    variants = zip(unit.variants, texts, strict=True)
    return replace(unit, variants=tuple(replace(it, segment=Segment.of(t)) for it, t in variants))


UNIT = scored(CHINESE, ENGLISH)


def test_a_checksum_is_eight_letters_that_spell_nothing_and_stay_the_same() -> None:
    assert checksum(CHINESE, ENGLISH) == "mdnhscbk"
    assert checksum("", "") != checksum("", "a")


@given(st.text(), st.text())
def test_a_checksum_is_letters_whatever_the_texts_are(one: str, other: str) -> None:
    assert re.fullmatch("[b-df-hj-np-tv-xz]{8}", checksum(one, other))
    assert checksum(one, other) == checksum(other, one)


@pytest.mark.parametrize(
    "change",
    [
        lambda it: f" {it}\n",
        lambda it: it.replace(" ", "\u3000\r\n"),
        lambda it: it.replace(" ", ""),
        lambda it: it.replace(" ", "\u00a0\u200b"),
        lambda it: f"\ufeff{it}\u200e",
        lambda it: it.replace("s", "s\u00ad"),
        lambda it: it.replace("67", "６７"),
        lambda it: it.replace("67", "6\u000b7"),
    ],
    ids=["ends", "lines", "none", "no-break", "marks", "soft hyphen", "width", "no XML"],
)
def test_what_tools_change_on_the_way_is_no_change(change: Callable[[str], str]) -> None:
    sides = [(change(CHINESE), ENGLISH), (CHINESE, change(ENGLISH))]
    assert any(side != (CHINESE, ENGLISH) for side in sides)
    for side in sides:
        unit = with_texts(UNIT, *side)
        assert without_stale_scores(unit) is unit


@pytest.mark.parametrize("texts", [("e\u0301", "a"), ("\u00e9", "a"), ("e\u200d\u0301", "a")])
def test_accents_may_be_written_apart(texts: tuple[str, str]) -> None:
    assert checksum(*texts) == checksum("é", "a")


@pytest.mark.parametrize(
    "texts",
    [
        (CHINESE, ENGLISH + "."),
        (CHINESE, ENGLISH.replace("67/58", "67/59")),
        (CHINESE, ENGLISH.lower()),
        (CHINESE, ""),
        (CHINESE.replace("大会", "委员会"), ENGLISH),
        ("", ENGLISH),
        (CHINESE, CHINESE),
    ],
)
def test_a_changed_text_leaves_no_score(texts: tuple[str, str]) -> None:
    unit = without_stale_scores(with_texts(UNIT, *texts))
    assert unit.annotations == (KIND,)
    assert (unit.tuid, [it.segment.text for it in unit.variants]) == ("1", list(texts))


@pytest.mark.parametrize(
    "unit",
    [
        replace(UNIT, variants=UNIT.variants[::-1]),
        replace(UNIT, variants=tuple(replace(it, language="und") for it in UNIT.variants)),
        replace(UNIT, annotations=SCORES),
        with_texts(replace(UNIT, annotations=SCORES), "a", "b"),
        with_texts(replace(UNIT, annotations=(*SCORES, Property(CHECKSUM, "d41d8cd9"))), "a", "b"),
        scored("", "a"),
    ],
    ids=["flipped", "other tags", "none", "none, changed", "of another tool", "empty side"],
)
def test_other_scores_stay(unit: Unit) -> None:
    assert without_stale_scores(unit) is unit


def test_tags_do_not_count() -> None:
    source, target = UNIT.variants
    tagged = Segment((ENGLISH[:4], Tag("ph", ("<br/>",), x="1"), ENGLISH[4:]))
    unit = replace(UNIT, variants=(source, replace(target, segment=tagged)))
    assert without_stale_scores(unit) is unit


def test_a_side_that_is_gone_leaves_no_score() -> None:
    assert without_stale_scores(replace(UNIT, variants=UNIT.variants[:1])).annotations == (KIND,)
    alone = replace(
        UNIT,
        variants=UNIT.variants[:1],
        annotations=(*SCORES, Property(CHECKSUM, checksum(CHINESE, ""))),
    )
    assert without_stale_scores(alone) is alone


def test_units_that_were_joined_keep_the_scores_of_what_stayed() -> None:
    (joined,) = join([UNIT, scored(CHINESE, "Résolution", language="fr")], "zh-CN")
    assert without_stale_scores(joined) is joined
    texts = [it.segment.text for it in joined.variants]
    changed = without_stale_scores(with_texts(joined, *texts[:2], "Décision"))
    assert changed.value("x-score") == "0.9"
    assert changed.variants[2].annotations == (Property("x-tuid", "1"), KIND)
    changed = without_stale_scores(with_texts(joined, texts[0], "Decision", texts[2]))
    assert changed.value("x-score") is None
    assert changed.variants == with_texts(joined, texts[0], "Decision", texts[2]).variants


def test_a_unit_of_very_many_variants_is_not_looked_into() -> None:
    many = replace(UNIT, variants=tuple(Variant("en", Segment.of(str(k))) for k in range(5000)))
    assert without_stale_scores(many) is many


@pytest.mark.parametrize(
    ("units", "line"),
    [
        ([UNIT, pair("a", "b", score="1")], None),
        ([with_texts(UNIT, "a", "b"), UNIT], "1 unit was changed since it was scored; its scores"),
        ([with_texts(UNIT, "a", "b")] * 3, "3 units were changed since they were scored; their"),
    ],
)
def test_changed_units_are_counted_in_one_line(
    units: list[Unit], line: str | None, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        given_on = list(current_scores(units, "m.tmx"))
    assert [it.variants for it in given_on] == [it.variants for it in units]
    assert [it.startswith(f"m.tmx: {line}") for it in caplog.messages] == ([True] if line else [])


def test_a_changed_unit_without_scores_is_not_counted(caplog: pytest.LogCaptureFixture) -> None:
    emptied = replace(with_texts(UNIT, "a", "b"), annotations=UNIT.annotations[len(SCORES) :])
    (unit,) = current_scores([emptied], "m.tmx")
    assert unit.annotations == (KIND,)
    assert not caplog.messages
