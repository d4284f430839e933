"""Drives the command `duiqi` as a user does: as a process of its own, on files."""
