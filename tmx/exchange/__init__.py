"""Memories in other formats, each in a module or room of its own; `formats` knows them all."""
