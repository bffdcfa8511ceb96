"""The text that an annotation is of, which lies beside it under the same name."""

import os

from argmap.formats._format import Source


def text_beside(source: Source) -> str | None:
    """The text in the file of the same name that ends in ``.txt``; none if there is no such."""
    name = os.path.basename(source.name)
    stem = os.path.splitext(name)[0]
    return source.include(f"{stem}.txt") if stem and f"{stem}.txt" != name else None
