"""Which pairs are terms, and what belongs to one concept."""
