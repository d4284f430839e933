"""The model of the unit score: a logistic regression, its weights in `data/quality.json`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources

import msgspec
import numpy as np
import numpy.typing as npt

from align.errors import AlignmentError
from align.quality.scoring.signals import SIGNALS, Values


class Provenance(msgspec.Struct, frozen=True):
    """Where weights come from.

    Attributes:
        command: what made them.
        data: what they were trained on.
        figures: how good they were then, by name.
    """

    command: str
    data: str
    figures: dict[str, float]


class _File(msgspec.Struct, frozen=True):
    version: int
    provenance: Provenance
    bias: float
    weights: dict[str, float]


@dataclass(frozen=True)
class Model:
    """A logistic regression over signals.

    Attributes:
        version: grows with each training that ships.
        bias: the log odds of a pair all of whose signals are 0.
        weights: by how much one of each signal changes the log odds, in the order of `SIGNALS`.
        provenance: where they come from.
    """

    version: int
    bias: float
    weights: Values
    provenance: Provenance

    def probabilities(self, values: Values) -> npt.NDArray[np.float64]:
        """Return the probability that each pair says the same on both sides.

        Args:
            values: shape (pairs, signals), as of `align.quality.scoring.signals.signals`.
        """
        odds = self.bias + values @ self.weights
        probabilities: npt.NDArray[np.float64] = 0.5 * (1 + np.tanh(odds / 2))
        return probabilities


@cache
def shipped_model() -> Model:
    """Load the model that ships."""
    with resources.files("align").joinpath("data/quality.json").open("rb") as stream:
        return read_model(stream.read())


def read_model(data: bytes) -> Model:
    """Read a model.

    Raises:
        AlignmentError: the data are no model, or one of other signals.
    """
    try:
        file = msgspec.json.decode(data, type=_File)
    except msgspec.DecodeError as error:
        raise AlignmentError(f"no model of the unit score: {error}") from error
    if set(file.weights) != set(SIGNALS):
        raise AlignmentError("this model of the unit score is one of other signals; train it again")
    weights = np.array([file.weights[name] for name in SIGNALS])
    return Model(file.version, file.bias, weights, file.provenance)


def write_model(model: Model) -> bytes:
    """Write a model as `read_model` reads it."""
    weights = dict(zip(SIGNALS, model.weights.tolist(), strict=True))
    file = _File(model.version, model.provenance, model.bias, weights)
    return msgspec.json.format(msgspec.json.encode(file), indent=1) + b"\n"
