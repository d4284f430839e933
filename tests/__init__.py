"""Tests mirror the packages: one module for each module."""
