"""Argument maps: read, traced, checked and shown."""

__version__ = "0.1.0"
