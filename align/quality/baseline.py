"""Findings that were looked at once and are no errors: they are set down, and not told again."""

from __future__ import annotations

import json
from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path

from align.errors import AlignmentError
from align.quality.findings import Finding
from align.quality.pairs import UnitPair
from align.text_files import read_bytes

_FORMAT = "duiqi-baseline"
_VERSION = 1


class Baseline:
    """Findings that are known, by what they say of which texts.

    The place of a unit does not count, so that a memory may be sorted or grow; a text that is
    changed is looked at anew.

    Attributes:
        known: the digests of the findings.
    """

    def __init__(self, known: Iterable[str] = ()) -> None:
        self.known = set(known)

    def add(self, pair: UnitPair, finding: Finding) -> None:
        """Set a finding down."""
        self.known.add(_digest(pair, finding))

    def has(self, pair: UnitPair, finding: Finding) -> bool:
        """Whether a finding is known."""
        return _digest(pair, finding) in self.known

    def to_json(self) -> bytes:
        """Return it as a file holds it: the same findings give the same bytes."""
        data = {"format": _FORMAT, "version": _VERSION, "findings": sorted(self.known)}
        return json.dumps(data, indent=1).encode() + b"\n"


def read_baseline(path: Path, *, anew: bool = False) -> Baseline:
    """Read a baseline.

    Args:
        path: the file.
        anew: whether it is to be written anew, and so is taken as one without findings.

    Raises:
        AlignmentError: it can't be read, or is none.
    """
    content = read_bytes(path)
    try:
        data = json.loads(content)
    except ValueError as error:
        raise AlignmentError(f"{path}: no baseline of duiqi check: {error}") from error
    known = data.get("findings") if isinstance(data, dict) else None
    if not isinstance(known, list) or data.get("format") != _FORMAT:
        raise AlignmentError(f"{path}: no baseline of duiqi check")
    if anew:
        return Baseline()
    if data.get("version") != _VERSION:
        raise AlignmentError(f"{path}: a baseline of version {data.get('version')}; write it anew")
    return Baseline(map(str, known))


def _digest(pair: UnitPair, finding: Finding) -> str:
    texts = "\0".join((finding.check, finding.message, pair.source.text, pair.target.text))
    return blake2b(texts.encode(errors="surrogatepass"), digest_size=16).hexdigest()
