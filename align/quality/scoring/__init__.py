"""How far pairs can be trusted: a calibrated probability for each."""

from align.quality.scoring.scores import Score, score_pairs, signature

__all__ = ["Score", "score_pairs", "signature"]
