"""A model of sentence-transformers behind the protocol, made here; nothing is downloaded.

Skipped where the extra isn't installed, as in continuous integration: it brings PyTorch, which
takes gigabytes.
"""

from pathlib import Path

import numpy as np
import pytest

pytest.importorskip(
    "sentence_transformers", reason="the extra sentence-transformers isn't installed"
)

from align.encoders import open_encoder
from align.encoders.sentence_transformer import SentenceTransformerModel
from align.encoders.whole_encoder import WholeEncoder
from align.errors import AlignmentError

WORDS = ["[UNK]", "大会", "assembly", "决议", "resolution", "石油", "oil"]


def make_model(folder: Path, seed: int) -> Path:
    """Each Chinese word lies where its translation lies."""
    import tokenizers
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import StaticEmbedding

    tokenizer = tokenizers.Tokenizer(
        tokenizers.models.WordLevel({word: n for n, word in enumerate(WORDS)}, unk_token="[UNK]")
    )
    tokenizer.pre_tokenizer = tokenizers.pre_tokenizers.Whitespace()
    meanings = np.random.default_rng(seed).standard_normal((4, 16)).astype(np.float32)
    weights = meanings[[0, 1, 1, 2, 2, 3, 3]]
    model = SentenceTransformer(
        modules=[StaticEmbedding(tokenizer, embedding_weights=weights)], device="cpu"
    )
    model.save(str(folder))
    return folder


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_model(tmp_path_factory.mktemp("models") / "tiny", seed=1)


def test_translations_lie_nearer_than_others(folder: Path) -> None:
    encoder = open_encoder(f"st:{folder}", threads=1, cached=False)
    reading = encoder.read(["大会 决议", "assembly resolution", "oil", "石油", "assembly oil"])
    vectors = reading.embed(np.array([[0, 1], [1, 2], [2, 3], [3, 4]]))
    assert vectors.shape == (4, 16)
    assert vectors[0] @ vectors[1] == pytest.approx(1, abs=1e-5)
    assert vectors[2] @ vectors[3] == pytest.approx(1, abs=1e-5)
    assert vectors[0] @ vectors[2] < 0.9


def test_it_is_slow_and_says_so(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    encoder = open_encoder(f"st:{folder}", cached=False)
    assert isinstance(encoder, WholeEncoder)
    assert "this takes long" in caplog.text


def test_the_signature_tells_two_models_of_one_name_apart(tmp_path: Path, folder: Path) -> None:
    again = make_model(tmp_path / "again" / "tiny", seed=1)
    other = make_model(tmp_path / "other" / "tiny", seed=2)
    one, same, another = (
        SentenceTransformerModel(str(path)).signature for path in (folder, again, other)
    )
    assert one == same != another
    assert one.startswith("sentence-transformers ")
    assert one.split()[2] == "tiny"


@pytest.mark.parametrize("name", ["no-such/model", "{folder}/nothing-here"])
def test_a_model_that_is_not_here_is_not_downloaded_but_told(name: str, folder: Path) -> None:
    with pytest.raises(AlignmentError, match="on this machine"):
        open_encoder(f"st:{name.format(folder=folder)}")
