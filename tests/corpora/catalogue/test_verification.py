"""A document is taken only when it is the one that the catalogue describes."""

from dataclasses import replace

import pytest

from corpora.catalogue import Edition, Entry
from corpora.catalogue.verification import bears_symbol, find_faults
from corpora.document import Document, Kind, Paragraph


@pytest.mark.parametrize(
    "text",
    [
        "A/RES/67/58",
        "United Nations A/RES/67/58*",
        "A / RES / 67 / 58",
        "Ａ／ＲＥＳ／６７／５８",
        "67/58.",
        "67/58. The illicit trade",
        "67 / 58. The illicit trade",
        "第67/58号决议",
        "第 67/58 号决议",
        "联合国大会67/58号决议",
        "联合国大会67／58号决议",
        "Resolution 67/58",
    ],
)
def test_a_symbol_is_found_in_the_forms_that_documents_print(text: str) -> None:
    assert bears_symbol(text, "A/RES/67/58")


@pytest.mark.parametrize(
    "text",
    [
        "A/67/58",
        "A / 67 / 58",
        "A/RES/67/580",
        "A/RES/167/58",
        "A/RES/67/58/Add.1",
        "S/RES/67/58",
        "67/58 A",
        "A/C.1/67/58",
        "67.58",
        "1967/58",
        "",
    ],
)
def test_another_symbol_is_not_taken_for_it(text: str) -> None:
    assert not bears_symbol(text, "A/RES/67/58")


def test_a_symbol_that_is_no_resolution_is_found_only_in_full() -> None:
    assert bears_symbol("General A/67/409 Assembly", "A/67/409")
    assert not bears_symbol("67/409", "A/67/409")


def test_the_whole_document_has_no_fault(whole: Document, entry: Entry, english: Edition) -> None:
    assert find_faults(whole, entry, english) == ()


def test_another_variety_of_the_language_is_taken(
    whole: Document, entry: Entry, chinese: Edition
) -> None:
    assert find_faults(replace(whole, language="zh-TW"), entry, chinese) == ()


def test_another_language_is_named(whole: Document, entry: Entry, chinese: Edition) -> None:
    assert find_faults(whole, entry, chinese) == ("expected the language zh-CN, found en",)


def _without(document: Document, kind: Kind, *numbers: str | None) -> Document:
    kept = [p for p in document.paragraphs if not (p.kind is kind and p.number in numbers)]
    return replace(document, paragraphs=tuple(kept))


def _operative(document: Document, *numbers: str) -> Document:
    others = tuple(p for p in document.paragraphs if p.kind is not Kind.OPERATIVE)
    operative = tuple(Paragraph("Decides.", Kind.OPERATIVE, number) for number in numbers)
    return replace(document, paragraphs=others + operative)


ALL = [str(number) for number in range(1, 22)]


@pytest.mark.parametrize(
    ("numbers", "faults"),
    [
        (
            [n for n in ALL if n != "7"],
            ("expected 21 operative paragraphs, found 20", "7 is missing"),
        ),
        (
            [n for n in ALL if n not in ("7", "20")],
            ("expected 21 operative paragraphs, found 19", "7, 20 are missing"),
        ),
        (
            ALL[:10],
            (
                "expected 21 operative paragraphs, found 10",
                "11, 12, 13, 14, 15 and 6 more are missing",
            ),
        ),
        ([*ALL, "22"], ("expected 21 operative paragraphs, found 22", "22 not expected")),
        ([*ALL, "3"], ("expected 21 operative paragraphs, found 22", "3 more than once")),
        (["8" if n == "7" else n for n in ALL], ("7 is missing", "8 more than once")),
        (["2", "1", *ALL[2:]], ("out of order: 2 stands where 1 should",)),
        ([], ("expected 21 operative paragraphs, found 0",)),
    ],
    ids=["one", "two", "many", "extra", "repeated", "renumbered", "exchanged", "none"],
)
def test_missing_extra_repeated_and_exchanged_paragraphs_are_named(
    whole: Document, entry: Entry, english: Edition, numbers: list[str], faults: tuple[str, ...]
) -> None:
    assert find_faults(_operative(whole, *numbers), entry, english) == faults


def test_missing_preambular_paragraphs_are_counted(
    whole: Document, entry: Entry, english: Edition
) -> None:
    faults = find_faults(_without(whole, Kind.PREAMBULAR, None), entry, english)
    assert faults == ("expected 15 preambular paragraphs, found 0",)


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("21. Decides to include it.", None),
        ("21. 决定列入“小武器”的分项。", None),
        ("21. Decides to include “it.”", None),
        ("21. Decides to include it.³", None),
        ("21. Decides to inc", "“21. Decides to inc”"),
        ("21. Decides to include it;", "“21. Decides to include it;”"),
        ("21. 决定列入", "“21. 决定列入”"),
    ],
)
def test_a_last_paragraph_without_its_end_breaks_off(
    whole: Document, entry: Entry, english: Edition, text: str, after: str | None
) -> None:
    paragraphs = tuple(replace(p, text=text) if p.number == "21" else p for p in whole.paragraphs)
    faults = find_faults(replace(whole, paragraphs=paragraphs), entry, english)
    assert faults == ((f"operative paragraph 21 breaks off after {after}",) if after else ())


def _with_texts(document: Document, kind: Kind, texts: dict[int, str]) -> Document:
    """Give paragraphs of a kind, counted from 1, other texts."""
    places = [i for i, p in enumerate(document.paragraphs) if p.kind is kind]
    paragraphs = list(document.paragraphs)
    for number, text in texts.items():
        place = places[number - 1]
        paragraphs[place] = replace(paragraphs[place], text=text)
    return replace(document, paragraphs=tuple(paragraphs))


@pytest.mark.parametrize("kind", [Kind.PREAMBULAR, Kind.OPERATIVE])
@pytest.mark.parametrize(
    "text",
    [
        "Encourages States to consider it;",
        "Encourages States to consider it,",
        "Encourages States to consider it.",
        "Encourages States to consider it; and",
        "Encourages “all its aspects”;",
        "Encourages “all its aspects;”",
        "Encourages (in a position to do so);³",
        "Noting the report,1",
        "Noting the report, [12]",
        "Noting the report;*",
        "鼓励各国予以考虑；",
        "鼓励各国予以考虑，",
        "鼓励各国予以考虑。",
        "鼓励各国予以考虑;",
        "鼓励各国予以考虑；并",
        "注意到其“各个方面”，¹",
    ],
)
def test_a_mark_of_an_end_makes_a_paragraph_whole(
    whole: Document, entry: Entry, english: Edition, kind: Kind, text: str
) -> None:
    assert find_faults(_with_texts(whole, kind, {10: text}), entry, english) == ()


@pytest.mark.parametrize("kind", [Kind.PREAMBULAR, Kind.OPERATIVE])
@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("10. Encourages needs, national plans and programmes", "“…national plans and programmes”"),
        ("10. Encourages States to consider, among other mec", "“…to consider, among other mec”"),
        ("10. Encourages needs, priorities and", "“…needs, priorities and”"),
        ("10. Notes its resolution 66/47", "“10. Notes its resolution 66/47”"),
        ("10. Decides:", "“10. Decides:”"),
        ("10. 鼓励各国考虑需要、优先事项", "“10. 鼓励各国考虑需要、优先事项”"),
        ("10. 鼓励各国考虑需要、", "“10. 鼓励各国考虑需要、”"),
    ],
)
def test_a_paragraph_without_a_mark_of_an_end_is_named_with_its_last_words(
    whole: Document, entry: Entry, english: Edition, kind: Kind, text: str, after: str
) -> None:
    faults = find_faults(_with_texts(whole, kind, {10: text}), entry, english)
    assert faults == (f"{kind} paragraph 10 breaks off after {after}",)


def test_several_paragraphs_that_break_off_are_named_in_one(
    whole: Document, entry: Entry, english: Edition
) -> None:
    broken = _with_texts(whole, Kind.OPERATIVE, {3: "3. Decides", 12: "12. Calls"})
    assert find_faults(broken, entry, english) == (
        "operative paragraphs 3, 12 break off, the first after “3. Decides”",
    )


@pytest.mark.parametrize(
    ("kinds", "is_whole"),
    [
        ([Kind.BODY], True),
        ([Kind.SUBPARAGRAPH], True),
        ([Kind.BOILERPLATE, Kind.FOOTNOTE, Kind.BODY], True),
        ([Kind.FOOTNOTE], False),
        ([Kind.HEADING, Kind.BODY], False),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, list) else str(value),
)
def test_a_paragraph_may_end_in_what_carries_it_on(
    whole: Document, entry: Entry, english: Edition, kinds: list[Kind], is_whole: bool
) -> None:
    broken = _with_texts(whole, Kind.OPERATIVE, {10: "10. Decides:"})
    place = next(i for i, p in enumerate(broken.paragraphs) if p.text == "10. Decides:") + 1
    more = tuple(Paragraph("to do so;", kind) for kind in kinds)
    paragraphs = (*broken.paragraphs[:place], *more, *broken.paragraphs[place:])
    faults = find_faults(replace(broken, paragraphs=paragraphs), entry, english)
    assert (faults == ()) is is_whole


def test_the_symbol_of_another_document_is_named(
    whole: Document, entry: Entry, english: Edition
) -> None:
    title = Paragraph("68/48. The illicit trade", Kind.TITLE)
    other = replace(whole, paragraphs=(title, *whole.paragraphs[1:]))
    assert find_faults(other, entry, english) == (
        "the symbol A/RES/67/58 is not on it (found 68/48)",
    )


def test_a_citation_does_not_make_it_the_document(
    whole: Document, entry: Entry, english: Edition
) -> None:
    cited = Paragraph("Recalling its resolution 67/58 of 3 December 2012,", Kind.PREAMBULAR)
    other = replace(whole, paragraphs=(cited, *whole.paragraphs[2:]))
    assert find_faults(other, entry, english) == (
        "the symbol A/RES/67/58 is not on it",
        "expected 15 preambular paragraphs, found 16",
    )
