"""Work shared out among threads."""

import signal
import threading
import time
from functools import partial

import pytest
from threadpoolctl import threadpool_info

from align.encoders import workers
from align.encoders.workers import Workers, usable_cores


@pytest.mark.parametrize("threads", [1, 2, 3])
def test_each_item_is_done_once(threads: int) -> None:
    done: list[int] = []
    Workers(threads).each(done.append, range(50))
    assert sorted(done) == list(range(50))


def test_several_threads_work_at_once() -> None:
    both = threading.Barrier(2, timeout=10)
    Workers(2).each(lambda _: both.wait() and None, range(2))


@pytest.mark.parametrize("threads", [1, 2])
def test_results_come_in_the_order_of_the_calls(threads: int) -> None:
    waits = (0.02, 0, 0.01)
    calls = [partial(slow, wait) for wait in waits]
    assert Workers(threads).results(calls) == list(waits)


def slow(seconds: float) -> float:
    time.sleep(seconds)
    return seconds


def test_the_first_failure_is_raised_and_what_waits_is_left_out() -> None:
    begun: list[int] = []

    def work(item: int) -> None:
        begun.append(item)
        if item == 0:
            raise ValueError("no")
        time.sleep(0.01)

    with pytest.raises(ValueError, match="no"):
        Workers(2).each(work, range(500))
    assert len(begun) < 500


def test_an_interrupt_stops_what_waits() -> None:
    begun: list[int] = []

    def work(item: int) -> None:
        begun.append(item)
        if item == 0:
            signal.raise_signal(signal.SIGINT)
        time.sleep(0.01)

    with pytest.raises(KeyboardInterrupt):
        Workers(2).each(work, range(500))
    assert len(begun) < 500


def test_matrices_are_multiplied_by_one_thread_meanwhile() -> None:
    def libraries() -> list[int]:
        return [info["num_threads"] for info in threadpool_info() if info["user_api"] == "blas"]

    workers._libraries.cache_clear()  # other tests may have loaded more libraries since
    found: list[list[int]] = []
    before = libraries()
    Workers(1).each(lambda _: found.append(libraries()), range(1))
    assert all(threads == 1 for threads in found[0])
    assert libraries() == before


def test_left_out_it_takes_the_cores_that_the_process_may_use() -> None:
    assert Workers().threads == usable_cores() >= 1
