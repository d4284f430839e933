"""Reads memories: files become a header and a stream of units."""

from tmx.reading.opening import Memory, open_memory
from tmx.reading.options import ReadingOptions
from tmx.reading.parsing import read_tmx
from tmx.reading.report import Damage, ReadingReport

__all__ = ["Damage", "Memory", "ReadingOptions", "ReadingReport", "open_memory", "read_tmx"]
