"""The records of an argument map: claims, relations, arguments, and where each was written.

Ground floor: standard library only, immutable values, no input or output.
"""
