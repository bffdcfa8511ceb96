"""Algorithms over an argument map: walking, paths, circles, order and measures.

Nothing here reads, prints or changes anything; nothing is recursive, so depth is no limit.
"""
