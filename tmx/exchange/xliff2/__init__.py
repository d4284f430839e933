"""XLIFF 2.1: read and written unit by unit, whole memories for one pair of languages."""
