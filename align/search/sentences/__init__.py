"""The search by sentences: quick, over all of a window, by what few features tell."""
