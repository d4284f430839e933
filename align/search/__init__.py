"""The search: two sequences of segments become beads, the best path through a lattice."""
