"""The pairing: two Documents become an Alignment, beads with a score each."""
