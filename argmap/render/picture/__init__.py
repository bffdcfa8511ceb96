"""Pictures: a map as boxes and lines with their words, placed, and written as SVG, PNG or PDF."""
