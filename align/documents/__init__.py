"""Whole documents: their paragraphs and sentences go through the search and come out as pairs."""
