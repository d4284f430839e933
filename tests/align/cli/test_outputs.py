"""The files that `duiqi align` writes."""

import io
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from align.alignment import Alignment, Bead, Level, ParagraphPair
from align.cli.outputs import (
    Output,
    Writer,
    opened,
    tmx_writer,
    write_bilingual,
    write_json,
    write_links,
    write_page,
    write_table,
)
from corpora import Document, Kind, Paragraph, Span
from tmx.errors import TmxError

SCORES = (0.9, 0.3)
ALIGNMENT = Alignment(
    Document("a", "zh-CN", tuple(Paragraph(text) for text in ("甲。", "乙。", "丙。"))),
    Document("b", "en", tuple(Paragraph(text) for text in ("A.", "B."))),
    (
        *(
            ParagraphPair((k,), (k,), (Bead((Span(k, 0, 2),), (Span(k, 0, 2),), score),))
            for k, score in enumerate(SCORES)
        ),
        ParagraphPair((2,), (), (Bead((Span(2, 0, 2),), (), 1.0),)),
    ),
    Level.SENTENCE,
    "x",
)


def judged(*qualities: float) -> Alignment:
    """The alignment with the qualities of its pairs."""
    first, second, third = ALIGNMENT.pairs
    pairs = (
        replace(pair, beads=(replace(pair.beads[0], quality=quality),))
        for pair, quality in zip((first, second), qualities, strict=True)
    )
    return replace(ALIGNMENT, pairs=(*pairs, third), scorer="duiqi-score|test")


def written(writer: Writer, alignment: Alignment = ALIGNMENT) -> str:
    stream = io.BytesIO()
    writer(alignment, stream)
    return stream.getvalue().decode()


def test_the_memory_holds_pairs_with_at_least_the_score() -> None:
    assert written(tmx_writer(0.0)).count("<tu ") == 2
    assert written(tmx_writer(0.5)).count("<tu ") == 1


def test_the_table_holds_what_found_no_partner_without_a_score() -> None:
    assert [line.split("\t")[:3] for line in written(write_table).splitlines()[1:]] == [
        ["甲。", "A.", "0.9000"],
        ["乙。", "B.", "0.3000"],
        ["丙。", "", ""],
    ]


def test_the_table_has_furniture_with_letters_only() -> None:
    kinds = (Kind.BODY, *[Kind.BOILERPLATE] * 3)
    texts = ("甲。", "12", "00:01 --> 00:02", "目录")
    lines = tuple(Paragraph(*line) for line in zip(texts, kinds, strict=True))
    alone = (
        ParagraphPair((k,), (), (Bead((Span(k, 0, len(text)),), (), 1.0),))
        for k, text in enumerate(texts)
    )
    source, target = Document("a", "zh-CN", lines), Document("b", "en", ())
    alignment = Alignment(source, target, tuple(alone), Level.SENTENCE, "x")
    rows = written(write_table, alignment).splitlines()
    assert [row.split("\t")[0] for row in rows[1:]] == ["甲。", "目录"]


def test_xliff_says_which_pairs_need_a_review() -> None:
    text = written(write_bilingual)
    assert text.count('state="translated"') == 1
    assert text.count('state="needs-review-translation"') == 1


def test_xliff_says_that_a_pair_whose_sides_may_differ_needs_a_review() -> None:
    assert written(write_bilingual, judged(0.4, 0.9)).count('state="needs-review-translation"') == 2


def test_memories_tables_and_alignment_files_tell_the_quality() -> None:
    rows = [line.split("\t")[3] for line in written(write_table, judged(0.4, 0.9)).splitlines()]
    assert rows == ["quality", "0.4000", "0.9000", ""]
    memory = written(tmx_writer(0.0), judged(0.4, 0.9))
    assert memory.count('<prop type="x-quality">') == 2
    assert '<prop type="x-quality-signature">duiqi-score|test</prop>' in memory
    assert json.loads(written(write_json, judged(0.4, 0.9)))["alignment"]["scorer"]
    assert "quality" not in written(tmx_writer(0.0))


def test_the_report_judges_units_by_their_quality_and_counts_what_has_no_partner() -> None:
    page = written(write_page, judged(0.9, 0.9))
    assert "of the units can be used as they are" in page
    assert "<dt>without a partner</dt><dd>1</dd>" in page
    assert "duiqi-score|" in page


def test_the_report_shows_where_the_targets_stand_and_how_sure_the_aligner_was() -> None:
    first, second, third = ALIGNMENT.pairs
    pairs = (
        replace(first, target=(1,), beads=(_to(first.beads[0], 1),)),
        replace(second, target=(0,), beads=(_to(second.beads[0], 0),)),
        third,
    )
    crossed = replace(ALIGNMENT, pairs=pairs)
    page = written(write_page, crossed)
    assert "<dt>in another order</dt><dd>1</dd>" in page
    assert "<dt>doubtful pairs</dt><dd>1</dd>" in page
    data = re.search(r'id="data">(.*?)</script>', page, re.DOTALL)
    assert data and json.loads(data[1])["targets"] == [1, 2, 0]
    assert "in another order" not in written(write_page).split("<script", 1)[0]


def _to(bead: Bead, paragraph: int) -> Bead:
    return replace(bead, target=(Span(paragraph, 0, 2),))


def test_links_count_from_0() -> None:
    assert written(write_links) == "[0]:[0]\n[1]:[1]\n[2]:[]\n"


def test_all_files_appear_together(tmp_path: Path) -> None:
    outputs = [Output(tmp_path / "a", write_json), Output(tmp_path / "b", write_links)]
    with opened(outputs, [], force=False) as write:
        write(ALIGNMENT)
        assert not (tmp_path / "a").exists()
    assert json.loads((tmp_path / "a").read_bytes())["format"] == "duiqi-alignment"
    assert (tmp_path / "b").exists()


def test_no_file_appears_when_one_can_not(tmp_path: Path) -> None:
    outputs = [Output(tmp_path / "a", write_json), Output(tmp_path / "no" / "b", write_links)]
    with (
        pytest.raises(TmxError, match="its folder does not exist"),
        opened(outputs, [], force=True),
    ):
        pass
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("inputs", [["x"], []])
def test_an_input_or_another_output_is_never_replaced(tmp_path: Path, inputs: list[str]) -> None:
    outputs = [Output(tmp_path / "x", write_json)]
    if not inputs:
        outputs.append(Output(tmp_path / "." / "x", write_links))
    paths = [tmp_path / name for name in inputs]
    with pytest.raises(TmxError, match="named twice"), opened(outputs, paths, force=True):
        pass


def test_standard_output_takes_one_file_only() -> None:
    outputs = [Output(Path("-"), write_json), Output(Path("-"), write_table)]
    with pytest.raises(TmxError, match="named twice"), opened(outputs, [], force=False):
        pass


def test_a_file_named_like_standard_output_is_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    outputs = [Output(Path("-"), write_json), Output(tmp_path / "-", write_links)]
    with opened(outputs, [], force=False):
        pass


def test_doubts_of_the_documents_stand_in_the_alignment_file_and_above_the_verdict() -> None:
    doubtful = replace(judged(0.9, 0.9), doubts=("the mean <score> is low", "few pairs"))
    assert json.loads(written(write_json, doubtful))["alignment"]["doubts"] == [*doubtful.doubts]
    head, verdict, _ = written(write_page, doubtful).partition('<h1 class="verdict')
    assert verdict
    assert (
        "not be versions of one document:</strong> the mean &lt;score&gt; is low; few pairs.<"
        in head
    )
    assert "versions of one document" not in written(write_page)
