"""Which candidates of the two sides translate each other."""
