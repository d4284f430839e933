"""The documents that duiqi knows by name: what ships, and the user's own verified copies."""

from corpora.catalogue.entries import Edition, Entry, catalogue_entry, catalogue_names
from corpora.catalogue.opening import open_pair

__all__ = ["Edition", "Entry", "catalogue_entry", "catalogue_names", "open_pair"]
