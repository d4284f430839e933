"""Products of signals: each stands where its name does."""

import numpy as np

from align.quality.scoring.products import MULTIPLIED, PRODUCTS, with_products
from align.quality.scoring.signals import SIGNALS


def test_each_signal_is_multiplied_with_itself_and_each_other_one_once() -> None:
    count = len(MULTIPLIED)
    assert len({*PRODUCTS}) == len(PRODUCTS) == count * (count + 1) // 2
    assert {*MULTIPLIED} <= {*SIGNALS}


def test_products_stand_behind_the_signals_in_the_order_of_their_names() -> None:
    values = np.arange(2.0, 2 + 2 * len(SIGNALS)).reshape(2, -1)
    whole = with_products(values)
    assert (whole[:, : len(SIGNALS)] == values).all()
    row = dict(zip(SIGNALS, values[1], strict=True))
    products = dict(zip(PRODUCTS, whole[1, len(SIGNALS) :], strict=True))
    assert products["length × size"] == row["length"] * row["size"]
    assert products["least × least"] == row["least"] ** 2
