"""Quality: what looks wrong in the pairs of a memory or an alignment, and how far to trust them."""
