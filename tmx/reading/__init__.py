"""Reads memories: files become a header and a stream of units."""

from tmx.reading.opening import Memory, open_memory
from tmx.reading.parsing import read_tmx

__all__ = ["Memory", "open_memory", "read_tmx"]
