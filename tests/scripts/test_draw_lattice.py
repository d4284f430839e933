"""The picture of a lattice in the documentation."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest
from lxml import etree

ROOT = Path(__file__).parents[2]
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    output = tmp_path_factory.mktemp("picture") / "lattice.svg"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.argv", ["draw_lattice.py", str(output)])
        runpy.run_path(str(ROOT / "scripts" / "draw_lattice.py"), run_name="__main__")
    return output.read_bytes()


@pytest.fixture(params=["drawn now", "in the documentation"])
def picture(request: pytest.FixtureRequest, drawn: bytes) -> etree._Element:
    shipped = (ROOT / "docs" / "lattice.svg").read_bytes()
    return etree.fromstring(drawn if request.param == "drawn now" else shipped)


def test_it_shows_two_beads_between_three_corners(picture: etree._Element) -> None:
    classes = [element.get("class") for element in picture.iter(SVG + "circle", SVG + "rect")]
    # One corner more, and one node more, are in the legend.
    assert classes.count("corner on") == 3 + 1
    assert classes.count("node on") >= 1 + 1
    assert [kind for kind in classes if kind and kind.startswith("bead")] == ["bead", "bead odd"]


def test_every_label_stands_inside_the_picture(picture: etree._Element) -> None:
    width, height = float(picture.get("width")), float(picture.get("height"))
    for element in picture.iter(SVG + "tspan"):
        assert 0 < float(element.get("x")) < width
        assert 12 < float(element.get("y")) < height
