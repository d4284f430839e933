"""What training leaves of the file of weights as it is."""

from __future__ import annotations

import json
import runpy
from pathlib import Path
from typing import Any

import pytest

from align.search.weights import OF_ANY, OF_THESE, read_file

SCRIPT = Path(__file__).parents[2] / "scripts" / "train_aligner.py"
ANIMALS = [("狗", "dog"), ("猫", "cat"), ("马", "horse"), ("牛", "cow"), ("鱼", "fish")]
DAYS = range(1, 13)
SOURCE = [f"第{day}天，我看见了{animal}。" for day in DAYS for animal, _ in ANIMALS]
TARGET = [f"On day {day}, I saw the {animal}." for day in DAYS for _, animal in ANIMALS]


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The file of weights after those for any two languages were trained on a small text."""
    gold, output = tmp_path_factory.mktemp("gold"), tmp_path_factory.mktemp("out") / "weights.json"
    links = [f"[{place}]:[{place}]" for place in range(len(SOURCE))]
    for ending, lines in {"zh": SOURCE, "en": TARGET, "gold": links}.items():
        (gold / f"days.{ending}").write_text("\n".join(lines) + "\n", "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        arguments = [str(gold), "--for", OF_ANY, "--output", str(output)]
        patch.setattr("sys.argv", [SCRIPT.name, *arguments])
        patch.syspath_prepend(str(SCRIPT.parent))
        runpy.run_path(str(SCRIPT), run_name="__main__")
    found: dict[str, Any] = json.loads(output.read_text("utf-8"))
    return found


def test_weights_set_by_hand_are_kept_with_where_they_come_from(trained: dict[str, Any]) -> None:
    shipped = read_file()
    for part in ("paragraphs", "provenance of paragraphs"):
        assert trained[part] == shipped[part]
    assert list(trained) == list(shipped)


def test_the_set_that_is_not_trained_is_kept(trained: dict[str, Any]) -> None:
    shipped = read_file()
    assert trained[OF_THESE] == shipped[OF_THESE]
    assert trained[OF_ANY]["clauses"] != shipped[OF_ANY]["clauses"]


def test_it_is_told_how_the_recipe_was_chosen(trained: dict[str, Any]) -> None:
    found, shipped = (file[OF_ANY]["provenance"] for file in (trained, read_file()))
    assert list(found) == list(shipped)
    for part in ("recipe", "choice of the penalty", "not trained"):
        assert found[part] == shipped[part]


def test_each_weight_set_by_hand_is_told_of() -> None:
    shipped = read_file()
    assert shipped["provenance of paragraphs"]["set"].keys() == shipped["paragraphs"].keys()
