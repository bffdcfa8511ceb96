"""Semantics of frameworks. One file of this folder is one semantics; there is no other list.

A semantics is a module that defines ``SEMANTICS``, and is called like it, with hyphens for
underscores.
"""
