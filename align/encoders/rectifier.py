"""What keeps a layer's positive values and lets the others be 0."""

from __future__ import annotations

import numpy as np

from align.encoders.protocol import Floats

_NOTHING, _WITHOUT_END = np.float32(0), np.float32(np.inf)


def rectify(values: Floats, out: Floats) -> None:
    """Write the positive values, and 0 in place of others.

    With both ends given, `np.clip` takes a third of the time of `np.maximum`.

    Args:
        values: any.
        out: of the same shape; may be the values themselves.
    """
    np.clip(values, _NOTHING, _WITHOUT_END, out=out)
