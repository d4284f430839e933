"""Work shared out among the processor's cores.

Threads, since nearly all of an encoder's work is done in numpy, which lets other threads run:
they start at once, share the model, and end with their process. Each item is worked on as if it
were alone, whatever the number of threads, so the results are the same to the byte.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import cache
from typing import TypeVar

from threadpoolctl import ThreadpoolController

Item = TypeVar("Item")
Result = TypeVar("Result")


def usable_cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@cache
def _libraries() -> ThreadpoolController:
    """The libraries of linear algebra that are loaded; looking for them takes a millisecond."""
    return ThreadpoolController()


@contextmanager
def one_thread_each() -> Iterator[None]:
    """Let matrices be multiplied by the thread that asks for it, while the block runs.

    Those of this project are small: a library of linear algebra that splits each of them among
    threads of its own is slower on an idle machine, and many times slower on a busy one.
    """
    with _libraries().limit(limits=1, user_api="blas"):
        yield


class Workers:
    """Some threads, each of which multiplies matrices by itself."""

    def __init__(self, threads: int | None = None) -> None:
        """Start no thread yet.

        Args:
            threads: how many at most; left out, as many as this process may use cores.
        """
        self.threads = usable_cores() if threads is None else threads
        self._pool: ThreadPoolExecutor | None = None

    def results(self, calls: Sequence[Callable[[], Result]]) -> list[Result]:
        """Make calls that don't depend on each other; return what they return, in their order."""
        results: dict[int, Result] = {}

        def call(place: int) -> None:
            results[place] = calls[place]()

        self.each(call, range(len(calls)))
        return [results[place] for place in range(len(calls))]

    def each(self, work: Callable[[Item], None], items: Iterable[Item]) -> None:
        """Do work on each item; the order in which they are done is not told.

        When one fails, or the user interrupts, those not yet begun are left out.
        """
        queue = list(items)
        with one_thread_each():
            if self.threads == 1 or len(queue) < 2:
                for item in queue:
                    work(item)
                return
            if self._pool is None:
                self._pool = ThreadPoolExecutor(self.threads)
            futures = [self._pool.submit(work, item) for item in queue]
            try:
                for future in futures:
                    future.result()
            finally:
                for future in futures:
                    future.cancel()
