"""Convolutions over a few tokens with far fewer multiplications: Winograd's minimal filtering.

Four outputs of a convolution over r tokens take 4r matrix products when they are computed one by
one. They are also the values that r + 3 products determine (Winograd, "Arithmetic Complexity of
Computations", 1980): take the r + 3 inputs as a polynomial's part, evaluate at r + 3 points,
multiply there, and interpolate. For r = 5 that is 8 products for 20. Points near 0 keep it as
exact as single precision is: the results differ from the plain sums by some 1e-6 of their size.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from align.encoders.protocol import Floats

OUTPUTS = 4
"""Outputs that one set of products gives."""

_POINTS = (0, 1, -1, 2, -2, 0.5, -0.5)
"""Points of evaluation, nearest and simplest first; the last point of all is infinity."""


class ShortConvolution:
    """A convolution over a window of tokens, applied to many texts of one length at once."""

    def __init__(self, weights: Floats, left: int) -> None:
        """Prepare the products.

        Args:
            weights: shape (r, c, d): for each place in the window what turns c inputs into
                d outputs.
            left: how many places of the window stand to the left of its token.
        """
        width, channels, _ = weights.shape
        self.width, self.left, self.channels = int(width), left, channels
        taps, self._spread, self._gather = _transforms(width)
        self._weights = np.einsum("pr,rcd->pcd", taps, weights.astype(np.float64)).astype(
            np.float32
        )

    def rows(self, length: int) -> int:
        """Return how many rows the input of a text needs, zeros around it and all."""
        return OUTPUTS * -(-length // OUTPUTS) + self.width - 1

    def apply(self, inputs: Floats, length: int) -> Floats:
        """Convolve.

        Args:
            inputs: shape (rows(length), texts, channels), the tokens from row `left` on, and
                zeros in the rows before and behind them.
            length: the number of tokens of each text.

        Returns:
            Shape (length, texts, d).
        """
        texts = inputs.shape[1]
        tiles = -(-length // OUTPUTS)
        points = len(self._spread)
        across = texts * self.channels
        row = inputs.strides[0]
        overlapping = np.lib.stride_tricks.as_strided(
            inputs, (tiles, points, across), (OUTPUTS * row, row, inputs.itemsize), writeable=False
        )
        at_points = np.empty((points, tiles, across), dtype=np.float32)
        np.matmul(self._spread, overlapping, out=at_points.transpose(1, 0, 2))
        products = at_points.reshape(points, tiles * texts, self.channels) @ self._weights
        outputs = products.shape[2]
        gathered = self._gather @ products.reshape(points, tiles, texts * outputs).transpose(
            1, 0, 2
        )
        found: Floats = gathered.reshape(tiles * OUTPUTS, texts, outputs)[:length]
        return found


def _transforms(width: int) -> tuple[npt.NDArray[np.float64], Floats, Floats]:
    """The matrices to the points for weights and for inputs, and the one back for outputs.

    Of polynomials a product is found by evaluating, multiplying and interpolating; a convolution
    is the transposed problem (Toom and Cook; Winograd).
    """
    size = OUTPUTS + width - 1
    spread = np.linalg.inv(_powers(size, size)).T
    # Each point's weights are brought to a like size, and its inputs by as much the other way.
    scale = np.abs(spread).sum(axis=1)
    taps = _powers(size, width) * scale[:, None]
    return (
        taps,
        (spread / scale[:, None]).astype(np.float32),
        np.ascontiguousarray(_powers(size, OUTPUTS).T, dtype=np.float32),
    )


def _powers(points: int, terms: int) -> npt.NDArray[np.float64]:
    """What evaluates a polynomial of so many terms at so many points."""
    powers = np.zeros((points, terms))
    powers[:-1] = np.array(_POINTS[: points - 1])[:, None] ** np.arange(terms)
    powers[-1, -1] = 1  # at infinity: the leading coefficient
    return powers
