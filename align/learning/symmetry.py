"""Weights that do not know which side is the source.

Trained on Chinese and English, the two sides of a feature get different weights, since Chinese
sentences go on where English ones have ended. Between two other languages it may be the other way
round, or neither. So for them a feature and its mirror image have one weight. That is the same as
training on each text twice, once with its sides changed, without the second lattice.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from align.encoders import Floats

MIRRORED = {
    "deletion": "insertion",
    "more source": "more target",
    "gain of source clause": "gain of target clause",
    "loss of source clause": "loss of target clause",
    "gain of attaching source": "gain of attaching target",
    "source sentence ends": "target sentence ends",
    "source sentence ends inside": "target sentence ends inside",
    "deletion at an end": "insertion at an end",
    "deletion to a corner": "insertion to a corner",
    "sentence deleted": "sentence inserted",
}
"""What the features of one side are where the sides are changed."""

ONE_WAY = frozenset(["target longer"])
"""Features that are the less the more their mirror image is: they get no weight."""


def ties(names: Sequence[str]) -> Floats:
    """Tell which features share a weight.

    Args:
        names: the features.

    Returns:
        Shape (features, weights), 1 where the feature has the weight; a feature has one or none.
    """
    kept = [name for name in names if name not in {*MIRRORED.values(), *ONE_WAY}]
    of_weight = {name: place for place, name in enumerate(kept)}
    of_weight |= {image: of_weight[name] for name, image in MIRRORED.items() if name in of_weight}
    tied = np.zeros((len(names), len(kept)), dtype=np.float32)
    for place, name in enumerate(names):
        if name in of_weight:
            tied[place, of_weight[name]] = 1
    return tied
