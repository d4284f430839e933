"""Language tags get other names."""

from dataclasses import replace

import pytest

from tests.tmx.operations.memories import HEADER
from tmx.errors import TmxError
from tmx.operations.lang import Renaming
from tmx.units import Note, Property, Unit

UNIT = replace(
    Unit.pair(("ZH_cn", "大会"), ("en-US", "Assembly")),
    srclang="zh-CN",
    annotations=(Note("a", "en-US"), Property("x-a", "b", "fr"), Note("c")),
)


def test_tags_are_renamed_wherever_they_stand() -> None:
    renaming = Renaming({"zh-CN": "zh-hans", "en_us": "EN", "de": "fr"})
    header = renaming.header(
        replace(HEADER, adminlang="en-us", annotations=(Note("a", "ZH-CN"), Note("b")))
    )
    (unit,) = renaming.units([UNIT])
    assert (header.srclang, header.adminlang) == ("zh-Hans", "en")
    assert [item.language for item in header.annotations if isinstance(item, Note)] == [
        "zh-Hans",
        None,
    ]
    assert [variant.language for variant in unit.variants] == ["zh-Hans", "en"]
    assert unit.srclang == "zh-Hans"
    assert unit.annotations == (Note("a", "en"), Property("x-a", "b", "fr"), Note("c"))
    assert renaming.met == {"zh-CN": 1, "en_us": 1, "de": 0}


def test_nothing_else_changes() -> None:
    renaming = Renaming({"fr": "de"})
    assert renaming.header(HEADER) == HEADER
    plain = replace(UNIT, annotations=())
    assert list(renaming.units([plain])) == [plain]


def test_there_and_back_is_the_same() -> None:
    unit = Unit.pair(("zh-CN", "大会"), ("en", "Assembly"))
    there = Renaming({"zh-CN": "zh-SG"}).units([unit])
    assert list(Renaming({"zh-SG": "zh-CN"}).units(there)) == [unit]


@pytest.mark.parametrize("tag", ["", "*all*", "chinese simplified", "1"])
def test_the_new_one_must_be_a_tag(tag: str) -> None:
    with pytest.raises(TmxError, match="no language tag"):
        Renaming({"zh": tag})
