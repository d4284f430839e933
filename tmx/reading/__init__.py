"""Reads memories: files become a header and a stream of units."""

from tmx.reading.opening import Memory, open_memory
from tmx.reading.options import ReadingOptions
from tmx.reading.parsing import read_tmx

__all__ = ["Memory", "ReadingOptions", "open_memory", "read_tmx"]
