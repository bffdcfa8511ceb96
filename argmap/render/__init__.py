"""Answers as lines of text: segments that say what they are, printed with colour or without."""
