"""Source texts: naming their passages, anchoring claims in them, and checking the anchors.

Above the model alone, and without input or output: a text comes in as a string.
"""
