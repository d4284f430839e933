"""Glossaries in the formats that translators' tools read."""

from align.terms.output.formats import FORMATS, writer_of
from align.terms.output.glossary import Glossary

__all__ = ["FORMATS", "Glossary", "writer_of"]
