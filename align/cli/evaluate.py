"""`duiqi evaluate`: how well predicted links agree with gold ones."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import click

from align.cli.base import Command, pass_console
from align.cli.console import Console
from align.errors import AlignmentError
from align.evaluation import Agreement, Evaluation, Scorer, evaluate, merge_within_verses
from align.links import Link, parse_links
from align.text_files import read_text

_PATH = click.Path(path_type=Path)
_ALL = "all"
_WORDS = ("scorer", "match")
_COLUMNS = (
    *_WORDS,
    "precision",
    "recall",
    "F1",
    "predicted hits",
    "predicted",
    "gold hits",
    "gold",
)


@dataclass(frozen=True, slots=True)
class _Document:
    """The links of one document, and the name that both files share."""

    name: str
    predicted: tuple[Link, ...]
    gold: tuple[Link, ...]


@click.command(
    "evaluate",
    cls=Command,
    example="duiqi evaluate chapter.align chapter.gold\n"
    "duiqi evaluate predictions/ gold/ --scorer all-beads --format json",
)
@click.argument("predicted", type=_PATH)
@click.argument("gold", type=_PATH)
@click.option(
    "--scorer",
    type=click.Choice([scorer.value for scorer in Scorer]),
    help="Which beads recall is counted over; both are shown when left out.",
)
@click.option(
    "--verses",
    type=(_PATH, _PATH),
    metavar="SOURCE TARGET",
    help="Two files with the verse of each line: merge the predicted beads inside a verse first.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "tsv"]),
    default="text",
    show_default=True,
    help="JSON and TSV also give each document's own figures, and the counts.",
)
@pass_console
def evaluate_command(
    console: Console,
    predicted: Path,
    gold: Path,
    scorer: str | None,
    verses: tuple[Path, Path] | None,
    form: str,
) -> None:
    """Compare the links in PREDICTED with those in GOLD.

    Both are files of links such as "[0, 1]:[2]", one a line, or both are folders of them:
    NAME.align is compared with NAME.gold. The figures of a folder are from the summed counts of
    all its documents.

    A strict hit is a bead that stands in the other file just as it is; a lax hit shares one
    linked pair of sentences with it. The scorer all-beads counts recall over all gold beads,
    paired-recall only over those with sentences on both sides.
    """
    documents = _read(predicted, gold)
    if verses:
        documents = [_merged(documents, *verses)]
    scorers = [Scorer(scorer)] if scorer else list(Scorer)
    if form == "json":
        click.echo(json.dumps(_as_json(documents, scorers), ensure_ascii=False, indent=2))
    elif form == "tsv":
        click.echo("\t".join(("document", *_COLUMNS)))
        for name, evaluation in _all_evaluations(documents, scorers):
            for row in _rows(evaluation, digits=6):
                click.echo("\t".join((name, *row)))
    else:
        heads = [head if head in _WORDS else f"{head}>" for head in _COLUMNS]
        totals = [_evaluate(documents, scorer) for scorer in scorers]
        console.table(heads, [row for total in totals for row in _rows(total, digits=3)])


def _read(predicted: Path, gold: Path) -> list[_Document]:
    for path in (predicted, gold):
        if not path.exists():
            raise AlignmentError(f"{path}: there is no such file or folder")
    if predicted.is_dir() != gold.is_dir():
        message = "one is a folder and the other a file; give two files or two folders"
        raise AlignmentError(f"{predicted} and {gold}: {message}")
    if not predicted.is_dir():
        return [_document(predicted.stem, predicted, gold)]
    predictions, golds = _by_stem(predicted, ".align"), _by_stem(gold, ".gold")
    for stem in golds:
        if stem not in predictions:
            raise AlignmentError(f"{predicted}: there is no {stem}.align for {golds[stem]}")
    for stem in predictions:
        if stem not in golds:
            raise AlignmentError(f"{gold}: there is no {stem}.gold for {predictions[stem]}")
    return [_document(stem, path, golds[stem]) for stem, path in predictions.items()]


def _by_stem(folder: Path, suffix: str) -> dict[str, Path]:
    found = {path.stem: path for path in sorted(folder.iterdir()) if path.suffix == suffix}
    if not found:
        raise AlignmentError(f"{folder}: there is no {suffix} file in it")
    return found


def _document(name: str, predicted: Path, gold: Path) -> _Document:
    return _Document(name, _read_links(predicted), _read_links(gold))


def _read_links(path: Path) -> tuple[Link, ...]:
    return parse_links(read_text(path), str(path))


def _merged(documents: Sequence[_Document], source: Path, target: Path) -> _Document:
    """Merge the predicted links of a single document by the verses of its lines."""
    if len(documents) != 1:
        raise AlignmentError("--verses goes with two files of links, not with folders of several")
    document = documents[0]
    verses = [read_text(path).splitlines() for path in (source, target)]
    return replace(document, predicted=merge_within_verses(document.predicted, *verses))


def _evaluate(documents: Sequence[_Document], scorer: Scorer) -> Evaluation:
    return evaluate([(document.predicted, document.gold) for document in documents], scorer)


def _all_evaluations(
    documents: Sequence[_Document], scorers: Sequence[Scorer]
) -> Iterator[tuple[str, Evaluation]]:
    """Give the evaluation of each document by itself, then that of all together."""
    for scorer in scorers:
        for document in documents:
            yield document.name, _evaluate([document], scorer)
        if len(documents) > 1:
            yield _ALL, _evaluate(documents, scorer)


def _rows(evaluation: Evaluation, digits: int) -> Iterator[tuple[str, ...]]:
    for match, found in _matches(evaluation):
        figures = (found.precision, found.recall, found.f1)
        counts = (found.precision_hits, found.predicted, found.recall_hits, found.gold)
        yield (
            evaluation.scorer.value,
            match,
            *(f"{figure:.{digits}f}" for figure in figures),
            *(str(count) for count in counts),
        )


def _matches(evaluation: Evaluation) -> tuple[tuple[str, Agreement], ...]:
    return ("strict", evaluation.strict), ("lax", evaluation.lax)


def _as_json(documents: Sequence[_Document], scorers: Sequence[Scorer]) -> dict[str, object]:
    return {
        "schema": 1,
        "documents": [document.name for document in documents],
        "scorers": [
            {
                "scorer": scorer.value,
                "all": _figures(_evaluate(documents, scorer)),
                "by_document": {
                    document.name: _figures(_evaluate([document], scorer)) for document in documents
                },
            }
            for scorer in scorers
        ],
    }


def _figures(evaluation: Evaluation) -> dict[str, dict[str, float]]:
    return {
        match: {
            "precision": found.precision,
            "recall": found.recall,
            "f1": found.f1,
            **asdict(found),
        }
        for match, found in _matches(evaluation)
    }
