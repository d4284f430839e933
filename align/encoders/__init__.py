"""Sentence encoders: what turns text into vectors whose cosine tells nearness of meaning."""

from align.encoders.opening import open_encoder
from align.encoders.protocol import Encoder, Floats, Reading, Spans
from align.encoders.single_texts import embed_alone, embed_each
from align.encoders.use_multilingual import UseMultilingual

__all__ = [
    "Encoder",
    "Floats",
    "Reading",
    "Spans",
    "UseMultilingual",
    "embed_alone",
    "embed_each",
    "open_encoder",
]
