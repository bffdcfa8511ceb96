"""Boxes and lines between them for a terminal, drawn with characters."""
