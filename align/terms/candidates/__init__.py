"""What may be a term on one side: runs of words by statistics and light grammar, and names."""

from align.terms.candidates.finding import Candidates, find_candidates
from align.terms.candidates.names import Mark

__all__ = ["Candidates", "Mark", "find_candidates"]
