"""TSV and CSV of whole memories, from spreadsheet programs and for them."""

from __future__ import annotations

import codecs
import io
from dataclasses import replace

import pytest

from tests.tmx.exchange.memories import HEADER
from tests.tmx.exchange.reading import message, read, texts
from tmx.exchange.choices import Choices
from tmx.exchange.delimited import write_csv_memory, write_tsv_memory
from tmx.exchange.losses import Losses
from tmx.units import Note, Property, Record, Segment, Unit, Variant

PAIR = {"zh-CN": "甲", "en": "a"}
TABLE = "zh-CN,en\r\n甲,a\r\n"


def written(*units: Unit, choices: Choices = Choices()) -> str:  # noqa: B008 - immutable
    stream = io.BytesIO()
    assert write_tsv_memory(stream, HEADER, units, choices, Losses()) == len(units)
    return stream.getvalue().decode()


def test_all_languages_and_all_that_is_known_stand_in_columns() -> None:
    unit = Unit(
        (
            Variant("en", Segment.of("a"), record=Record(changeid="li")),
            Variant("zh-CN", Segment.of("甲")),
            Variant("fr", Segment.of("â")),
            Variant("en", Segment.of("b")),
        ),
        tuid="1",
        annotations=(
            Property("x-score", "0.5"),
            Note("one"),
            Note("two"),
            Property("Client", "UN"),
        ),
    )
    assert written(unit) == (
        "zh-CN\ten\ten#2\tfr\ttuid\tx-score\tnote\tnote\tprop:Client\ten/changeid\n"
        "甲\ta\tb\tâ\t1\t0.5\tone\ttwo\tUN\tli\n"
    )


def test_the_columns_that_are_named_are_written_and_the_rest_is_counted() -> None:
    stream, losses = io.BytesIO(), Losses()
    unit = Unit.pair(("zh-CN", "甲"), ("en", "a"), tuid="1")
    choices = Choices(columns=("en", "zh-CN"))
    write_tsv_memory(stream, HEADER, [unit], choices, losses)
    assert stream.getvalue().decode() == "en\tzh-CN\na\t甲\n"
    assert losses.listed == "1 text without a column"


def test_a_language_that_is_no_tag_is_an_error_with_the_units_name() -> None:
    unit = Unit((Variant("*all*", Segment.of("a")),), tuid="7")
    with pytest.raises(ValueError, match=r"^unit 7: '\*all\*' is no language tag"):
        written(unit)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
@pytest.mark.parametrize("name", ["csv", "tsv"])
def test_unicode_is_told_by_marks_and_null_bytes(name: str, encoding: str) -> None:
    text = TABLE if name == "csv" else TABLE.replace(",", "\t")
    assert texts(read(name, text.encode(encoding))[1]) == [PAIR]


def test_another_encoding_has_to_be_said() -> None:
    data = TABLE.encode("gb18030")
    assert message("csv", data) == (
        "a, line 2 (byte 10, 0xbc): not in UTF-8; save it as UTF-8, or tell duiqi tmx convert "
        "its encoding, such as --encoding gb18030 or windows-1252"
    )
    assert message("csv", b"zh-CN,en\r\n" + b"x,y\r\n" * 2999 + data).startswith(
        "a, line 3,002 (byte 15,015, 0xbc): not in UTF-8"
    )
    assert texts(read("csv", data, Choices(encoding="gb18030"))[1]) == [PAIR]
    assert message("csv", data, Choices(encoding="klingon")).startswith("a: unknown encoding")


def test_bytes_that_are_no_utf8_are_told_with_their_places() -> None:
    good = ("zh-CN,en\n" + "甲乙丙丁戊己,a\n" * 2000).encode()
    assert message("csv", good + b"b\xe4,c\n" + good) == (
        f"a: is UTF-8, but 1 byte is not, in line 2,002 (byte {len(good) + 1:,}, 0xe4); "
        "mend it in a text editor and save the file as UTF-8"
    )
    assert message("tsv", good.replace(b",", b"\t") + b"\x93b\x94\tc\n" + b"d\te\n" * 9000) == (
        f"a: is UTF-8, but 2 bytes are not, the first in line 2,002 (byte {len(good):,}, 0x93); "
        "mend them in a text editor and save the file as UTF-8"
    )
    assert message("csv", codecs.BOM_UTF8 + good + "b,丙".encode()[:-1]) == (
        f"a: is UTF-8, but ends inside a character, in line 2,002 (byte {len(good) + 5:,}, 0xe4);"
        " get the whole file, or mend its end in a text editor and save the file as UTF-8"
    )


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_the_separator_is_that_of_the_titles(separator: str) -> None:
    assert texts(read("csv", TABLE.replace(",", separator))[1]) == [PAIR]


def test_excel_may_name_the_separator() -> None:
    assert texts(read("csv", "sep=;\r\n" + TABLE.replace(",", ";"))[1]) == [PAIR]


def test_quoted_cells_hold_line_breaks_separators_and_quotation_marks() -> None:
    text = 'zh-CN;en\r\n"甲\r\n乙";"say ""a""; b"\r\n'
    assert texts(read("csv", text)[1]) == [{"zh-CN": "甲\r\n乙", "en": 'say "a"; b'}]


def test_a_tsv_in_utf_16_is_one_of_excels() -> None:
    text = 'zh-CN\ten\r\n"甲\n乙"\t"a"\r\n'
    assert texts(read("tsv", text.encode("utf-16"))[1]) == [{"zh-CN": "甲\n乙", "en": "a"}]


def test_titles_of_other_programs_are_understood() -> None:
    text = "Source,Target,ID,Score,Quality Grade,Comment\n甲,a,7,0.5,A,look\n"
    header, (unit,) = read("csv", text, Choices("zh_cn", "en"))
    assert (header.srclang, texts([unit]), unit.tuid) == ("zh-CN", [PAIR], "7")
    assert unit.annotations == (
        Property("x-score", "0.5"),
        Property("x-quality-grade", "A"),
        Note("look"),
    )


def test_columns_can_be_named_for_a_table_without_titles() -> None:
    choices = Choices(columns=("zh-CN", "-", "en"))
    assert texts(read("csv", "甲,x,a\n乙,y,b\n", choices)[1])[0] == PAIR
    assert texts(read("csv", "zh-cn,-,EN\n甲,x,a\n", choices)[1]) == [PAIR]


def test_the_first_language_is_the_source_unless_another_is_said() -> None:
    assert read("csv", TABLE)[0].srclang == "zh-CN"
    assert read("csv", TABLE, Choices("en"))[0].srclang == "en"
    assert message("csv", TABLE, Choices("de")) == "a, line 1: no column in de; it has zh-CN, en"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", "a: the file is empty"),
        ("甲,a\n", "a, line 1: no language among its titles ('甲', 'a'); name its columns"),
        ("Source,en\n", "a, line 1: its column 'Source' is in some language; say which with"),
        ("en,en\na,b\n", "a, line 1: two columns hold en; call the second en#2"),
        (TABLE + "乙\n", "a, line 3: 1 cells where the titles name 2"),
        (TABLE + "乙,b,c\n", "a, line 3: 3 cells where the titles name 2"),
        (TABLE + '"乙,b\n', "a, line 3: damaged CSV (unexpected end of data)"),
        (TABLE + '"乙"x,b\n', "a, line 3: damaged CSV"),
    ],
)
def test_what_is_broken_is_one_line_with_its_place(text: str, line: str) -> None:
    assert message("csv", text).startswith(line)


def test_empty_rows_and_empty_cells_at_the_end_are_no_matter() -> None:
    assert texts(read("csv", "zh-CN,en\n\n甲,a,,\n,\n")[1]) == [PAIR]


def test_texts_that_look_like_formulas_are_written_as_they_are_with_a_warning(
    caplog: pytest.LogCaptureFixture,
) -> None:
    stream = io.BytesIO()
    unit = Unit.pair(("zh-CN", "=1+1"), ("en", "-a"))
    write_csv_memory(stream, HEADER, [unit], Choices(), Losses())
    assert stream.getvalue() == b"\xef\xbb\xbfzh-CN,en\r\n=1+1,-a\r\n"
    assert "take for formulas (they begin with = + - or @): 2" in caplog.text


def test_the_tables_of_an_alignment_are_understood() -> None:
    titles = "zh-CN\ten\tscore\tparagraph\tkind\tdocument\tunit\n"
    (unit,) = read("tsv", titles + "甲\\n乙\ta\t0.9000\t3\toperative\td\td:op3.1\n")[1]
    assert texts([unit]) == [{"zh-CN": "甲\n乙", "en": "a"}]
    assert unit.tuid == "d:op3.1"
    assert [(item.type, item.value) for item in unit.properties] == [
        ("x-score", "0.9000"),
        ("x-paragraph", "3"),
        ("x-kind", "operative"),
        ("x-document", "d"),
    ]


def test_any_language_may_come_first_where_any_may_be_the_source() -> None:
    header = replace(HEADER, srclang="*all*")
    stream = io.BytesIO()
    unit = Unit.pair(("en", "a"), ("zh-CN", "甲"))
    write_tsv_memory(stream, header, [unit], Choices(), Losses())
    assert stream.getvalue().decode() == "en\tzh-CN\na\t甲\n"
    with pytest.raises(ValueError, match="any language may be the source; say which"):
        write_tsv_memory(stream, header, [], Choices(), Losses())
