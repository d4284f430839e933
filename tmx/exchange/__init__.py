"""Memories in other formats: tables, spreadsheets, XLIFF."""
