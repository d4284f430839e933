"""Documents of OpenOffice and LibreOffice, ODT."""

from corpora.readers.odt.reading import read

__all__ = ["read"]
