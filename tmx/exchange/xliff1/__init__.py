"""XLIFF 1.2: read and written unit by unit, whole memories for one pair of languages."""
