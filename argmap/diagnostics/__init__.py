"""Diagnostics as such: what each code means, which are wanted, and which a map silences."""
